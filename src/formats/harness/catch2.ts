// Catch2 BENCHMARK as printed, versions 2 and 3. The name column is as wide as its heading, and long names wrap in it.
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { durationOf } from '../reading/time.ts'

const heading = /^benchmark name\s+samples\s+iterations\s+est/
const rule = /^-{60,}\s*$/
const durations = /([\d.]+(?:e[+-]?\d+)?) ([nmuµ]?s|m|h)\b/g
const failed = /\s*(?:Benchmark failed|benchmark failed)(?: \((.*)\))?\s*$/

export const catch2: Format = {
  name: 'catch2',
  tool: 'catch2',
  title: 'Catch2, printed',
  produce: './tests "[!benchmark]"',
  documentation: 'https://github.com/catchorg/Catch2/blob/devel/docs/benchmarks.md',
  detect: (source) => /^benchmark name\s+samples\s+iterations\s+est/m.test(source.text),
  parse(source) {
    const collect = collector()
    const lines = source.lines()
    let path: string[] = []
    for (let index = 0; index < lines.length; index += 1) {
      const line = lines[index] ?? ''
      if (rule.test(line) && (lines[index + 1] ?? '').trim() !== '' && !rule.test(lines[index + 1] ?? '')) {
        const end = lines.findIndex((one, at) => at > index && rule.test(one))
        if (end !== -1 && end - index <= 12) {
          path = lines.slice(index + 1, end).map((one) => one.trim())
          index = end
        }
      } else if (heading.test(line)) index = readTable(collect, path, lines, index)
    }
    return collect.result()
  },
}

/** Returns the last line it used. */
function readTable(
  collect: Collector,
  path: readonly string[],
  lines: readonly string[],
  start: number,
): number {
  const width = (lines[start] ?? '').indexOf('samples')
  let index = start + 1
  while (index < lines.length && !rule.test(lines[index] ?? '')) index += 1
  let name: string[] = []
  for (index += 1; index < lines.length; index += 1) {
    const line = lines[index] ?? ''
    if (rule.test(line) || /^={60,}/.test(line)) break
    if (line.trim() === '') {
      if (name.length > 0 && (lines[index + 1] ?? '').trim() === '') break
      continue
    }
    const broken = failed.exec(line)
    if (broken !== null) {
      name.push(line.slice(0, broken.index).trim())
      collect.fail({
        benchmark: joinName(...path, name.join(' ')),
        code: 'failed',
        reason: `Benchmark failed: ${broken[1] ?? 'no message'}`,
      })
      name = []
      continue
    }
    name.push(line.slice(0, width).trim())
    const samples = /^\s*(\d+)\s+\d+\s+\S/.exec(line.slice(width))?.[1]
    if (samples === undefined) continue
    const [mean] = durationsIn(lines[index + 1])
    const [deviation] = durationsIn(lines[index + 2])
    const benchmark = joinName(...path, name.join(' '))
    // Zero standing for "quicker than the clock" is a failure, said by the collector.
    if (mean === undefined)
      collect.fail({ benchmark, code: 'no-samples', reason: 'It was begun and no mean was printed.' })
    else collect.summary(wall(benchmark), { mean, standardDeviation: deviation, n: figure(samples) })
    name = []
    index += mean === undefined ? 0 : 2
  }
  return index - 1
}

function durationsIn(line: string | undefined): (number | undefined)[] {
  return [...(line ?? '').matchAll(durations)].map(
    (match) => durationOf(`${match[1]} ${match[2]}`) ?? undefined,
  )
}
