// artillery run --output: the `aggregate` of the whole run; the ten-second periods cannot be merged. Milliseconds.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import type { SummaryFigures } from '../reading/figures.ts'
import { collectLoad } from '../reading/load.ts'
import { wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { anyRecord, at, figureSchema, isRecord, shaped } from '../reading/shape.ts'
import { artilleryCounts, endpointCounts, endpointOf } from './artillery-counters.ts'

const SummarySchema = v.record(v.string(), figureSchema)
const FileSchema = v.looseObject({
  aggregate: v.looseObject({
    counters: anyRecord,
    summaries: v.optional(v.record(v.string(), SummarySchema), {}),
    firstMetricAt: figureSchema,
    lastMetricAt: figureSchema,
  }),
})

export const artillery: Format = {
  name: 'artillery',
  tool: 'artillery',
  title: 'Artillery, report',
  produce: 'artillery run --output report.json script.yml',
  documentation: 'https://www.artillery.io/docs/reference/cli/run',
  detect: (source) => isRecord(at(source.json(), 'aggregate', 'counters')),
  parse(source) {
    const collect = collector()
    const { counters, summaries, firstMetricAt, lastMetricAt } = shaped(source, FileSchema).aggregate
    const { requests, errors, complaint } = artilleryCounts(counters)
    const elapsed = ((figure(lastMetricAt) ?? 0) - (figure(firstMetricAt) ?? 0)) / 1000
    collectLoad(collect, {
      benchmark: 'artillery',
      requests,
      errors,
      complaint,
      ...(elapsed > 0 ? { throughput: requests / elapsed } : {}),
      ...timesOf(summaries['http.response_time']),
    })
    const endpoints = endpointCounts(counters)
    for (const [name, summary] of Object.entries(summaries)) {
      const endpoint = endpointOf(name)
      if (endpoint === undefined) continue
      const counts = endpoints.get(endpoint) ?? { requests: summary.count, errors: 0 }
      collectLoad(collect, {
        benchmark: withParameters('artillery', { endpoint }),
        ...counts,
        ...timesOf(summary),
      })
    }
    const session = summaries['vusers.session_length']
    if (session !== undefined && requests > 0)
      collect.summary({ ...wall('artillery', 1e-3), metric: 'session' }, figuresOf(session))
    return collect.result()
  },
}

function timesOf(summary: v.InferOutput<typeof SummarySchema> | undefined) {
  if (summary === undefined || figure(summary.max) === 0) return {}
  return { latency: { kind: 'summary' as const, figures: figuresOf(summary), scale: 1e-3 } }
}

function figuresOf({
  mean,
  count: n,
  median,
  min,
  max,
  p75,
  p90,
  p95,
  p99,
  p999,
}: v.InferOutput<typeof SummarySchema>): SummaryFigures {
  return { mean, n, median, min, max, quantiles: { p75, p90, p95, p99, 'p99.9': p999 } }
}
