// divan as printed: a tree of names, and columns fastest, slowest, median, mean, samples, iterations. Allocations and
// counters stand in rows of their own below.
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { allocated, allocations, throughput, wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { figure, scaledFigure } from '../reading/number.ts'
import { sizeOf } from '../reading/size.ts'
import { durationOf } from '../reading/time.ts'

const heading = /^(\S.*?)\s+fastest\s+│ slowest\s+│ median\s+│ mean\s+│ samples\s+│ iters\s*$/
const branch = /^((?:[│ ] {2})*)([├╰])─ (.*)$/

export const divan: Format = {
  name: 'divan',
  tool: 'divan',
  title: 'divan, printed',
  produce: 'cargo bench  (divan)',
  documentation: 'https://docs.rs/divan/',
  detect: (source) => source.lines().some((line) => heading.test(line)),
  parse(source) {
    const collect = collector()
    let path: string[] = []
    let benchmark = ''
    let label = ''
    for (const line of source.lines()) {
      const opened = heading.exec(line)
      const found = branch.exec(line)
      if (opened !== null) path = [opened[1] ?? '']
      else if (found !== null && path.length > 0) {
        const depth = (found[1] ?? '').length / 3 + 1
        const [first = '', ...rest] = (found[3] ?? '').split('│').map((cell) => cell.trim())
        const [name = '', fastest = ''] = splitName(first)
        path = [...path.slice(0, depth), name]
        benchmark = joinName(...path)
        label = ''
        if (/^\(ignored\)$/.test(fastest))
          collect.fail({ benchmark, code: 'ignored', reason: 'divan ignored it.' })
        else if (fastest !== '') readTimes(collect, benchmark, [fastest, ...rest])
      } else if (benchmark !== '' && line.includes('│')) label = readBelow(collect, benchmark, line, label)
    }
    return collect.result()
  },
}

/** The name and the first figure share a cell, at least two spaces apart. */
function splitName(cell: string): [string, string] {
  const match = /^(.*?)\s{2,}(\S.*)$/.exec(cell)
  return match === null ? [cell, ''] : [match[1] ?? '', match[2] ?? '']
}

function readTimes(
  collect: Collector,
  benchmark: string,
  [fastest = '', slowest = '', median = '', mean = '', samples = '']: readonly string[],
): void {
  collect.summary(wall(benchmark), {
    mean: durationOf(mean),
    median: durationOf(median),
    min: durationOf(fastest),
    max: durationOf(slowest),
    n: figure(samples),
  })
}

/** `alloc:` is followed by a row of counts and a row of sizes; a rate stands alone. Returns the label that is open. */
function readBelow(collect: Collector, benchmark: string, line: string, label: string): string {
  const cells = line
    .replace(/^[│ ]+/, '')
    .split('│')
    .map((cell) => cell.trim())
  const [first = '', , median = ''] = cells
  const opened = /^(max alloc|alloc|dealloc|grow|shrink):$/.exec(first)
  if (opened !== null) return opened[1] ?? ''
  const rate = /^([\d.]+ ?\w*)\/s$/.exec(median)
  if (rate !== null) {
    const bytes = sizeOf(rate[1] ?? '')
    const items = scaledFigure((rate[1] ?? '').replace(/(?:item|char|cycle)s?$/, '').trim())
    if (bytes !== null) collect.sample({ ...throughput(benchmark), unit: 'B/s' }, bytes)
    else if (items !== null) collect.sample(throughput(benchmark), items)
    return ''
  }
  if (label !== 'alloc') return label
  const size = sizeOf(median)
  if (size !== null) collect.sample(allocated(benchmark), size)
  else if (figure(median) !== null) collect.sample(allocations(benchmark), median)
  return label
}
