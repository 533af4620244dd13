// JMeter's dashboard, statistics.json: milliseconds; the percentiles are 90, 95 and 99 unless the user changed them.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { collectLoad, noteClosedModel } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, isRecord, shaped } from '../reading/shape.ts'

const FileSchema = v.record(
  v.string(),
  v.looseObject({
    sampleCount: figureSchema,
    errorCount: figureSchema,
    meanResTime: figureSchema,
    medianResTime: figureSchema,
    minResTime: figureSchema,
    maxResTime: figureSchema,
    pct1ResTime: figureSchema,
    pct2ResTime: figureSchema,
    pct3ResTime: figureSchema,
    throughput: figureSchema,
    receivedKBytesPerSec: figureSchema,
  }),
)

export const jmeterStatistics: Format = {
  name: 'jmeter-statistics',
  tool: 'jmeter',
  title: 'JMeter dashboard, statistics.json',
  produce: 'jmeter -n -t plan.jmx -l result.csv -e -o dashboard  (then dashboard/statistics.json)',
  documentation: 'https://jmeter.apache.org/usermanual/generating-dashboard.html',
  detect: (source) => {
    const json = source.json()
    return (
      isRecord(json) &&
      Object.values(json).some(
        (one) => at(one, 'sampleCount') !== undefined && at(one, 'meanResTime') !== undefined,
      )
    )
  },
  parse(source) {
    const collect = collector()
    const rows = Object.entries(shaped(source, FileSchema))
    const single = rows.filter(([name]) => name !== 'Total')
    for (const [benchmark, row] of single.length > 0 ? single : rows)
      collectLoad(collect, {
        benchmark,
        requests: row.sampleCount,
        errors: row.errorCount,
        throughput: row.throughput,
        transfer: (figure(row.receivedKBytesPerSec) ?? 0) * 1024,
        latency: {
          kind: 'summary',
          scale: 1e-3,
          figures: {
            mean: row.meanResTime,
            n: row.sampleCount,
            median: row.medianResTime,
            min: row.minResTime,
            max: row.maxResTime,
            quantiles: { p90: row.pct1ResTime, p95: row.pct2ResTime, p99: row.pct3ResTime },
          },
        },
      })
    noteClosedModel(collect, 'JMeter')
    return collect.result()
  },
}
