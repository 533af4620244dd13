// vitest bench as printed. Times are rounded to 0.0001 ms there, so time comes from `hz`, which is not.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { deviationOfMargin } from '../reading/summarize.ts'

const suiteLine = /^\s*[✓✗×❯⠋√]\s+(?:\|.*?\|\s+)?(.+?)(?:\s+\d+(?:\.\d+)?m?s)?\s*$/u
const headLine = /^\s*name\s+hz\s+min\s+max\s+mean\b/
const row =
  /^\s*[·*-]\s(.+?)\s+([\d,.]+|NaN|Infinity)((?:\s+(?:[\d,.]+|NaN)){7})\s+±([\d.]+|NaN)%\s+([\d,]+)(?:\s+(?:fastest|slowest))?\s*$/
const skippedLine = /^\s*↓\s(.+?)(?:\s\[skipped\])?\s*$/
const winner = /^ {2}(\S.*?) - (.+)$/
const notANumber = /^\s+NaNx faster than (.+)$/

export const vitestBenchStdout: Format = {
  name: 'vitest-bench-stdout',
  tool: 'vitest',
  title: 'vitest bench, printed',
  produce: 'vitest bench --run',
  documentation: 'https://vitest.dev/guide/features#benchmarking',
  detect: (source) =>
    /^[ \t]*RUN\s+v\d/m.test(source.text) &&
    /^[ \t]*BENCH\s+Summary|^[ \t]*name\s+hz\s+min\s/m.test(source.text),
  parse(source) {
    const collect = collector()
    const seen = new Set<string>()
    let suite: string[] = []
    let won = ''
    for (const line of source.lines()) {
      const found = row.exec(line)
      const skipped = skippedLine.exec(line)
      if (found !== null) {
        const benchmark = joinName(...suite, found[1])
        const hz = figure(found[2]) ?? 0
        const n = figure(found[5]) ?? 0
        seen.add(benchmark)
        if (n === 0 || hz <= 0)
          collect.fail({
            benchmark,
            code: 'no-samples',
            reason: 'It has no samples: it threw, or it was not run.',
          })
        else
          collect.summary(wall(benchmark), {
            mean: 1 / hz,
            n,
            standardDeviation: deviationOfMargin(1 / hz, figure(found[4]) ?? Number.NaN, n),
          })
      } else if (skipped !== null && suite.length > 0) {
        const benchmark = joinName(...suite, skipped[1])
        collect.fail({ benchmark, code: 'skipped', reason: 'vitest skipped it.' })
      } else if (!headLine.test(line)) {
        const opened = suiteLine.exec(line)
        if (opened !== null) suite = (opened[1] ?? '').split(' > ')
      }
      // Version 3 prints no table for a suite in which one threw: only the summary tells.
      const best = winner.exec(line)
      if (best !== null) won = joinName(...(best[2] ?? '').split(' > '), best[1])
      const other = notANumber.exec(line)?.[1]
      if (other === undefined) continue
      const sibling = joinName(won.slice(0, won.lastIndexOf('/')), other)
      for (const benchmark of [won, sibling])
        if (!seen.has(benchmark))
          collect.fail({
            benchmark,
            code: 'no-samples',
            reason: 'vitest printed no figures: a benchmark of its suite threw.',
          })
    }
    return collect.result()
  },
}
