// Artillery's DDSketches, one JSON line per period, as a plugin dumps them: unlike the report they can be merged.
import * as v from 'valibot'
import type { Format, Span } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { type Recorder, recorder } from '../reading/histogram.ts'
import { collectLoad } from '../reading/load.ts'
import { wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { anyRecord, at, figureSchema, matching } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'
import { artilleryCounts, endpointCounts, endpointOf } from './artillery-counters.ts'

const SketchSchema = v.looseObject({
  gamma: v.pipe(v.number(), v.minValue(1.000_001)),
  offset: v.optional(v.number(), 0),
  zero: figureSchema,
  bins: v.array(v.tuple([v.number(), v.number()])),
})
const PeriodSchema = v.looseObject({
  type: v.picklist(['stats', 'done']),
  period: figureSchema,
  counters: anyRecord,
  histograms: v.record(v.string(), SketchSchema),
  /** Milliseconds since 1970. */
  firstMetricAt: figureSchema,
  lastMetricAt: figureSchema,
})
type Period = v.InferOutput<typeof PeriodSchema>

export const artillerySketch: Format = {
  name: 'artillery-sketch',
  tool: 'artillery',
  title: 'Artillery, sketches per period',
  produce:
    'artillery run with a plugin that writes counters and DDSketch bins of each `stats` event as a JSON line',
  documentation: 'https://www.artillery.io/docs/reference/reported-metrics',
  detect: (source) =>
    source.head.includes('"histograms"') &&
    source
      .jsonLines()
      .some(({ value }) => at(value, 'histograms') !== undefined && at(value, 'counters') !== undefined),
  parse(source) {
    const collect = collector()
    const { counters, times, span } = artilleryTotals(source)
    for (const [name, { refused, count }] of times)
      if (refused > 0)
        collect.fail({
          benchmark: 'artillery',
          metric: name,
          code: 'not-a-number',
          reason: `${refused} of ${refused + count} values are no durations.`,
        })
    const { requests, errors, complaint } = artilleryCounts(counters)
    collectLoad(collect, {
      benchmark: 'artillery',
      requests,
      errors,
      complaint,
      ...(span !== null && span.to > span.from ? { throughput: requests / (span.to - span.from) } : {}),
      ...latencyOf(times.get('http.response_time')),
    })
    const endpoints = endpointCounts(counters)
    for (const [name, recorded] of times) {
      const endpoint = endpointOf(name)
      if (endpoint === undefined) continue
      const counts = endpoints.get(endpoint) ?? { requests: recorded.count, errors: 0 }
      collectLoad(collect, {
        benchmark: withParameters('artillery', { endpoint }),
        ...counts,
        ...latencyOf(recorded),
      })
    }
    const session = times.get('vusers.session_length')
    if (session !== undefined && session.count > 0)
      collect.histogram({ ...wall('artillery'), metric: 'session' }, session.encode())
    return { ...collect.result(), ...(span === null ? {} : { span }) }
  },
}

export interface ArtilleryTotals {
  readonly counters: Readonly<Record<string, number>>
  /** Histogram's name → what was recorded, in seconds. */
  readonly times: ReadonlyMap<string, Recorder>
  /** From the first figure to the last; `null` when the lines do not tell. */
  readonly span: Span | null
}

/** All periods of a run together. */
export function artilleryTotals(source: Pick<Source, 'jsonLines'>): ArtilleryTotals {
  const periods = source.jsonLines().flatMap(({ value }) => matching(PeriodSchema, value))
  // `done` holds the whole run again.
  const whole = periods.filter((period) => period.type === 'done')
  const parts = whole.length > 0 ? whole : periods
  const at = (key: 'firstMetricAt' | 'lastMetricAt') =>
    parts.map((part) => (figure(part[key]) ?? Number.NaN) / 1000)
  const [from, to] = [Math.min(...at('firstMetricAt')), Math.max(...at('lastMetricAt'))]
  return {
    counters: summed(parts),
    times: merged(parts),
    span: Number.isFinite(to - from) ? { from, to } : null,
  }
}

function summed(periods: readonly Period[]): Record<string, number> {
  const totals = new Map<string, number>()
  for (const { counters } of periods)
    for (const [name, value] of Object.entries(counters))
      totals.set(name, (totals.get(name) ?? 0) + (figure(value) ?? 0))
  return Object.fromEntries(totals)
}

/** Bin k of a sketch covers (γ^(k−1), γ^k]; its middle in relative terms is 2γ^k ⁄ (1 + γ). Source: DDSketch, VLDB 2019. */
function merged(periods: readonly Period[]): Map<string, Recorder> {
  const times = new Map<string, Recorder>()
  for (const { histograms } of periods)
    for (const [name, { gamma, offset, zero, bins }] of Object.entries(histograms)) {
      const recorded = times.get(name) ?? recorder()
      times.set(name, recorded)
      const none = figure(zero) ?? 0
      if (none > 0) recorded.record(0, none)
      for (const [key, times] of bins)
        recorded.record((2 * gamma ** (key - offset)) / (1 + gamma) / 1000, times)
    }
  return times
}

function latencyOf(recorded: Recorder | undefined) {
  if (recorded === undefined || recorded.count === 0 || recorded.max === 0) return {}
  return { latency: { kind: 'histogram' as const, encoded: recorded.encode() } }
}
