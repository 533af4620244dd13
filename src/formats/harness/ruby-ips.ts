// benchmark-ips as printed: iterations per second, the name on a line of its own when it is long. Warm-up is left out.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { throughput } from '../reading/measured.ts'
import { figure, scaledFigure } from '../reading/number.ts'

const row = /^\s*(.*?)\s*([\d.,]+[kMBTQ]?|NaN|Infinity)\s+\((?:±\s*)?([\d.]+|NaN)%\)\s+i\/s\b/
const calculating = /^Calculating -+$/

export const rubyIps: Format = {
  name: 'ruby-ips',
  tool: 'ruby-ips',
  title: 'benchmark-ips, printed',
  produce: 'ruby bench.rb  (Benchmark.ips)',
  documentation: 'https://github.com/evanphx/benchmark-ips',
  detect: (source) => source.lines().some((line) => line.includes('i/s') && row.test(line)),
  parse(source) {
    const collect = collector()
    let above = ''
    for (const line of source.lines()) {
      if (calculating.test(line)) {
        above = ''
        continue
      }
      const found = line.includes('i/s') ? row.exec(line) : null
      if (found === null) {
        above = line.trim()
        continue
      }
      const [, name, rate = '', percent] = found
      const mean = scaledFigure(rate)
      const deviation = mean === null ? null : (mean * (figure(percent) ?? Number.NaN)) / 100
      // The deviation is of 100 ms batches, whose number is not printed.
      collect.summary(throughput(name || above), { mean: mean ?? rate, standardDeviation: deviation })
    }
    return collect.result()
  },
}
