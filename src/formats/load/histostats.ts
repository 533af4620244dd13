// Histogram statistics by tag and interval, as NoSQLBench writes them (--log-histostats). Percentiles of intervals cannot
// be merged, so each percentile is a metric with one sample per interval.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { figure } from '../reading/number.ts'
import { secondsIn } from '../reading/time.ts'

const heading = /^#Tag,Interval_Start,Interval_Length,count,(.*)$/m
const digits: Readonly<Record<string, string>> = { p999: 'p99.9', p9999: 'p99.99' }

export const histostats: Format = {
  name: 'histostats',
  tool: 'nosqlbench',
  title: 'NoSQLBench, histogram statistics',
  produce: 'nb5 … --log-histostats stats.csv:.*:10s',
  documentation: 'https://docs.nosqlbench.io/reference/cli/options/',
  detect: (source) => heading.test(source.head),
  parse(source) {
    const collect = collector()
    const columns = (heading.exec(source.text)?.[1] ?? '').split(',').map((name) => name.trim())
    const unit = /^#\[TimeUnit: (\w+)\]/m.exec(source.text)?.[1]?.toLowerCase() ?? 'nanoseconds'
    const scale = secondsIn(unit) ?? 1e-9
    const counts = new Map<string, number>()
    for (const line of source.lines()) {
      const [, tag = '', rest = ''] = /^Tag=([^,]*),(.*)$/.exec(line) ?? []
      if (tag === '') continue
      const [, , count, ...values] = rest.split(',')
      const n = figure(count) ?? 0
      counts.set(tag, (counts.get(tag) ?? 0) + n)
      if (n === 0) continue
      for (const [index, name] of columns.entries())
        collect.sample(
          {
            benchmark: tag,
            metric: `latency.${digits[name] ?? name}`,
            unit: 's',
            better: 'lower',
            scale,
            zeroIsAnAnswer: true,
          },
          values[index],
        )
    }
    for (const [benchmark, n] of counts)
      if (n === 0)
        collect.fail({ benchmark, code: 'no-answers', reason: 'Nothing was recorded in any interval.' })
    return collect.result()
  },
}
