// benchmark.js as printed by `String(event.target)`: `fib(10) x 1,431,759 ops/sec ±0.74% (93 runs sampled)`.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { throughput } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'
import { deviationOfMargin } from '../reading/summarize.ts'

const row = /^(.+) x ([\d,.]+|Infinity|NaN) ops\/sec(?: ±([\d.]+|NaN)%)?(?: \((\d+) runs? sampled\))?\s*$/
// What failed prints its name, a colon, and the error where there is one.
const failed = /^(\S.*?): ?((?:\w*Error)?:? ?.*)$/

export const benchmarkjs: Format = {
  name: 'benchmarkjs',
  tool: 'benchmarkjs',
  title: 'benchmark.js, printed',
  produce: "suite.on('cycle', (event) => console.log(String(event.target)))",
  documentation: 'https://benchmarkjs.com/docs/',
  detect: (source) => source.lines().some((line) => row.test(line)),
  parse(source) {
    const collect = collector()
    for (const line of source.lines()) {
      const found = row.exec(line)
      if (found !== null) {
        const [, benchmark = '', hz, margin] = found
        const n = figure(found[4]) ?? undefined
        const mean = figure(hz)
        const percent = figure(margin)
        const deviation =
          n === undefined || mean === null || percent === null
            ? undefined
            : deviationOfMargin(mean, percent, n)
        collect.summary(throughput(benchmark), { mean: mean ?? hz, n, standardDeviation: deviation })
        continue
      }
      const broken = failed.exec(line)
      if (broken !== null && (broken[2] === '' || /Error\b/.test(broken[2] ?? '')))
        collect.fail({
          benchmark: broken[1] ?? '',
          code: 'threw',
          reason: broken[2] === '' ? 'The benchmark threw.' : `The benchmark threw: ${broken[2]}`,
        })
    }
    return collect.result()
  },
}
