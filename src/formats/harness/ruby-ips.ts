// benchmark-ips as printed: iterations per second, the name on a line of its own when it is long. Warm-up is left out.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { throughput } from '../reading/measured.ts'
import { figure, scaledFigure } from '../reading/number.ts'
import { rubyException } from './ruby-exception.ts'

const row = /^\s*(.*?)\s*([\d.,]+[kMBTQ]?|NaN|Infinity)\s+\((?:±\s*)?([\d.]+|NaN)%\)\s+i\/s\b/
const warmed = /^\s*(.*?)\s*[\d.,]+[kMBTQ]?\s+i\/100ms\s*$/
const calculating = /^Calculating -+$/

export const rubyIps: Format = {
  name: 'ruby-ips',
  tool: 'ruby-ips',
  title: 'benchmark-ips, printed',
  produce: 'ruby bench.rb  (Benchmark.ips)',
  documentation: 'https://github.com/evanphx/benchmark-ips',
  detect: (source) =>
    source.lines().some((line) => /i\/(?:s|100ms)/.test(line) && (row.test(line) || warmed.test(line))),
  parse(source) {
    const collect = collector()
    const open = new Set<string>()
    let above = ''
    for (const line of source.lines()) {
      if (calculating.test(line)) {
        above = ''
        continue
      }
      const found = line.includes('i/s') ? row.exec(line) : null
      const exception = rubyException(line)
      const warm = warmed.exec(line)
      if (warm !== null) open.add(warm[1] || above)
      if (exception !== null) {
        // A label is set right in 20 columns; a longer one stands on the line above.
        const benchmark = line.slice(0, 20).trim() || above || 'ruby'
        open.delete(benchmark)
        collect.fail({ benchmark, code: 'threw', reason: `It raised ${exception.reason}.` })
      }
      if (found === null) {
        above = line.trim()
        continue
      }
      const [, name, rate = '', percent] = found
      open.delete(name || above)
      const mean = scaledFigure(rate)
      const deviation = mean === null ? null : (mean * (figure(percent) ?? Number.NaN)) / 100
      // The deviation is of 100 ms batches, whose number is not printed.
      collect.summary(throughput(name || above), { mean: mean ?? rate, standardDeviation: deviation })
    }
    for (const benchmark of open)
      collect.fail({ benchmark, code: 'not-completed', reason: 'It was warmed up and has no result.' })
    return collect.result()
  },
}
