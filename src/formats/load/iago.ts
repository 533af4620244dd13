// Iago's parrot-server log: a JSON object of counters and percentiles each minute, in milliseconds.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { parseJson } from '../reading/json.ts'
import { collectLoad } from '../reading/load.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { isRecord } from '../reading/shape.ts'

const line = /^\w{3} \[\d{8}-[\d:.]+\] stats: (\{.*\})\s*$/
const prefix = 'client/request_latency_ms_'

export const iago: Format = {
  name: 'iago',
  tool: 'iago',
  title: 'Iago, server log',
  produce: 'Iago  (then parrot-server.log)',
  documentation: 'https://twitter.github.io/iago/metrics.html',
  detect: (source) => source.lines().some((one) => line.test(one) && one.includes('request_latency_ms_')),
  parse(source) {
    const collect = collector()
    let minute = 0
    for (const one of source.lines()) {
      const written = line.exec(one)?.[1]
      if (written === undefined) continue
      const parsed = parseJson(written)
      if (!('value' in parsed) || !isRecord(parsed.value)) continue
      const stats = parsed.value
      const value = (name: string) => stats[`${prefix}${name}`]
      minute += 1
      // Percentiles of different minutes cannot be merged: each minute stands for itself.
      collectLoad(collect, {
        benchmark: withParameters(typeof stats.service === 'string' ? stats.service : 'iago', { minute }),
        requests: stats['client/requests'] ?? stats.requests_sent,
        errors: (figure(stats['client/requests']) ?? 0) - (figure(stats['client/success']) ?? 0),
        latency: {
          kind: 'summary',
          scale: 1e-3,
          figures: {
            mean: value('average'),
            n: value('count'),
            median: value('p50'),
            min: value('minimum'),
            max: value('maximum'),
            quantiles: { p90: value('p90'), p95: value('p95'), p99: value('p99'), 'p99.9': value('p999') },
          },
        },
      })
    }
    return collect.result()
  },
}
