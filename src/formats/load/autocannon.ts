// autocannon -j. Milliseconds in whole numbers. Lost connections are only in `sent`; -R makes up most of its samples.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { collectLoad, noteClosedModel } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, listOf, optionalText, shaped } from '../reading/shape.ts'

const HistogramSchema = v.looseObject({
  average: figureSchema,
  stddev: figureSchema,
  min: figureSchema,
  max: figureSchema,
})
const ResultSchema = v.looseObject({
  title: optionalText,
  url: optionalText,
  connections: figureSchema,
  pipelining: figureSchema,
  duration: figureSchema,
  errors: figureSchema,
  timeouts: figureSchema,
  non2xx: figureSchema,
  mismatches: figureSchema,
  latency: HistogramSchema,
  requests: v.looseObject({ ...HistogramSchema.entries, total: figureSchema, sent: figureSchema }),
  throughput: v.optional(HistogramSchema),
})

export const autocannon: Format = {
  name: 'autocannon',
  tool: 'autocannon',
  title: 'autocannon, JSON',
  produce: 'autocannon -j http://127.0.0.1:3000 > result.json',
  documentation: 'https://github.com/mcollina/autocannon',
  detect: (source) =>
    resultsOf(source.json()).some(
      (one) => at(one, 'latency', 'p97_5') !== undefined && at(one, 'requests', 'average') !== undefined,
    ),
  parse(source) {
    const collect = collector()
    for (const result of shaped(source, v.array(ResultSchema), resultsOf(source.json()))) {
      const { latency, requests, throughput } = result
      const benchmark = result.title ?? result.url ?? 'autocannon'
      const answered = figure(requests.total) ?? 0
      const inFlight = (figure(result.connections) ?? 0) * (figure(result.pipelining) ?? 1)
      // With -R there are more latencies than answers, and `sent` counts what was only planned.
      const total = figure(latency.totalCount)
      const rateMode = total !== null && total > answered
      // What was sent and is neither answered nor on its way at the end got lost, without an error of its own.
      const lost = rateMode
        ? 0
        : Math.max(
            0,
            (figure(requests.sent) ?? answered) - answered - inFlight - (figure(result.errors) ?? 0),
          )
      const broken = (figure(result.errors) ?? 0) + lost
      if (rateMode)
        collect.note({
          code: 'corrected-latency',
          message: `autocannon wrote ${total} latencies for ${answered} answers: with -R it fills in samples at a wrong interval, so its percentiles are made up.`,
          where: benchmark,
          fix: 'Use --ignoreCoordinatedOmission for raw latencies, or an open-model generator for a rate.',
        })
      collectLoad(collect, {
        benchmark,
        requests: answered + broken,
        errors: broken + (figure(result.non2xx) ?? 0) + (figure(result.mismatches) ?? 0),
        throughput: requests.average,
        transfer: throughput?.average,
        complaint: lost > 0 ? `${lost} requests were sent and never answered.` : undefined,
        latency: {
          kind: 'summary',
          scale: 1e-3,
          figures: {
            mean: latency.average ?? latency.mean,
            standardDeviation: latency.stddev,
            n: total ?? answered,
            median: latency.p50,
            min: latency.min,
            max: latency.max,
            quantiles: Object.fromEntries(Object.entries(latency).filter(([key]) => /^p\d/.test(key))),
          },
        },
      })
      noteClosedModel(collect, 'autocannon')
    }
    return collect.result()
  },
}

/** One result, or a list of them as `compare` and people keep them. */
function resultsOf(json: unknown): readonly unknown[] {
  return Array.isArray(json) ? listOf(json) : [json]
}
