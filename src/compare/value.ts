// What one trial says: its samples, histogram or count become one value per metric, or a fault that voids the pair.
import { decodeFromCompressedBase64 } from 'hdr-histogram-js'
import { metricKind } from '../model/metric.ts'
import type { Observation } from '../model/observation.ts'
import type { Statistic } from '../model/statistic.ts'
import type { Unit } from '../model/unit.ts'
import {
  fastestQuarterOfSorted,
  medianOfSorted,
  percentOf,
  quantileOfSorted,
  sorted,
  statisticOf,
} from '../stats/quantile.ts'

/** Why a trial has no value. */
export type Fault = 'empty' | 'not-finite' | 'unreadable' | 'void'

export type TrialValue =
  | {
      readonly value: number
      /** The same trial by its fastest iterations, where that says something of its own. */
      readonly fastest?: number
      readonly fault?: undefined
    }
  | { readonly value?: undefined; readonly fastest?: undefined; readonly fault: Fault }

type Named = Pick<Observation, 'metric'> & { readonly statistic?: Statistic | undefined }
type WithStatistic = Named & Pick<Observation, 'unit' | 'better'>

/** How the samples of a trial become its value: as declared, or the metric's own way. */
export function statisticFor({ metric, statistic }: Named): Statistic {
  return statistic ?? metricKind(metric).statistic
}

/** Medians are not compared with means. */
export function sameStatistic(base: Named, head: Named): boolean {
  if (base.statistic === head.statistic && base.metric === head.metric) return true
  return statisticFor(base) === statisticFor(head)
}

/** Below this a quarter is a single iteration, and the smallest of a few says more about chance than about the program. */
const fewestForQuarter = 8

/** Statistics that stand for the usual iteration, of ascending samples. Who declares `p95` or `max` asks for the slow ones. */
const usual: Readonly<Record<string, (ascending: Float64Array) => number>> = {
  median: medianOfSorted,
  'lower-quartile': (ascending) => quantileOfSorted(ascending, 0.25),
  mean: (ascending) => statisticOf('mean', [...ascending]),
}

/**
 * The value of one trial: a statistic of its samples. One sample that is no number makes the whole trial useless.
 *
 * Times have a second value, the mean of the fastest quarter: whatever disturbs a process adds to them, so the fastest
 * iterations were disturbed least, while a size or a count has no undisturbed end. There is none for fewer than 8
 * samples, and none where the quarter is zero, as under a clock with coarse ticks.
 */
export function trialValue(samples: readonly number[], series: WithStatistic): TrialValue {
  const [only] = samples
  if (only === undefined) return { fault: 'empty' }
  for (const sample of samples) if (!Number.isFinite(sample)) return { fault: 'not-finite' }
  if (samples.length === 1) return finite(only)
  const statistic = statisticFor(series)
  const isTime = series.unit === 's' && series.better === 'lower'
  const usually = isTime && samples.length >= fewestForQuarter ? usual[statistic] : undefined
  if (usually === undefined) return finite(statisticOf(statistic, samples))
  const ascending = sorted(samples)
  const found = finite(usually(ascending))
  const fastest = fastestQuarterOfSorted(ascending, series.better)
  const counts = found.value !== undefined && fastest > 0 && Number.isFinite(fastest)
  return counts ? { value: found.value, fastest } : found
}

function finite(value: number): TrialValue {
  return Number.isFinite(value) ? { value } : { fault: 'not-finite' }
}

/** What every histogram is cut into, as metrics of their own: `latency.p95`. */
export const histogramStatistics = ['p50', 'p90', 'p95', 'p99', 'p99.9', 'mean', 'max'] as const

/** HdrHistogram counts microseconds when the metric is in seconds, else its base unit. */
export const histogramUnitsPer = (unit: Unit): number => (unit === 's' ? 1e6 : 1)

/** The named statistics of one encoded histogram, in the metric's unit. */
export function histogramValues(
  encoded: string,
  unit: Unit,
  statistics: readonly string[],
): ReadonlyMap<string, TrialValue> {
  const decoded = decode(encoded)
  if (decoded === null) return new Map(statistics.map((name) => [name, { fault: 'unreadable' }]))
  if (decoded.totalCount === 0) return new Map(statistics.map((name) => [name, { fault: 'empty' }]))
  const scale = histogramUnitsPer(unit)
  return new Map(
    statistics.map((name) => {
      const value = histogramStatistic(decoded, name) / scale
      return [name, Number.isFinite(value) ? { value } : { fault: 'not-finite' }]
    }),
  )
}

/** How many values an encoded histogram holds; 0 when it cannot be read. */
export function histogramCount(encoded: string): number {
  return decode(encoded)?.totalCount ?? 0
}

type Histogram = NonNullable<ReturnType<typeof decode>>

function histogramStatistic(histogram: Histogram, name: string): number {
  const percent = percentOf(name)
  if (percent !== null) return histogram.getValueAtPercentile(percent)
  if (name === 'mean') return histogram.mean
  if (name === 'max') return histogram.maxValue
  if (name === 'min') return histogram.minNonZeroValue
  if (name === 'lower-quartile') return histogram.getValueAtPercentile(25)
  if (name === 'sum') return histogram.mean * histogram.totalCount
  return histogram.getValueAtPercentile(50)
}

function decode(encoded: string) {
  try {
    return decodeFromCompressedBase64(encoded)
  } catch {
    return null
  }
}

/** What a histogram is cut into besides the usual. */
export interface Cut {
  /** Further quantiles. */
  readonly extra: readonly string[]
  /** Whether the metric itself is asked for, where only its quantiles are kept. */
  readonly bare: boolean
}

/** Which statistics a histogram of `metric` becomes: metric name → statistic. */
export function histogramMetrics(
  series: { readonly metric: string; readonly statistic?: Statistic | undefined },
  { extra, bare }: Cut,
): ReadonlyMap<string, string> {
  const names = new Set<string>([...histogramStatistics, ...extra])
  const metrics = new Map([...names].map((name) => [`${series.metric}.${name}`, name]))
  // A budget for `latency` itself must find something: the declared statistic, or the metric's own.
  if (series.statistic !== undefined || bare) metrics.set(series.metric, statisticFor(series))
  return metrics
}

/** Samples or an exact value: whatever is not a histogram. */
export type OneValue = Exclude<Observation['value'], { readonly kind: 'histogram' }>

/** The value of what was observed of one metric. */
export function observedValue(seen: OneValue, series: WithStatistic): TrialValue {
  if ('void' in seen && seen.void !== undefined) return { fault: 'void' }
  if (seen.kind === 'samples') return trialValue(seen.samples, series)
  return Number.isFinite(seen.value) ? { value: seen.value } : { fault: 'not-finite' }
}

/** The values of an observed histogram: metric name → value. */
export function observedHistogram(observation: Observation, cut: Cut): ReadonlyMap<string, TrialValue> {
  if (observation.value.kind !== 'histogram') return new Map()
  const metrics = histogramMetrics(observation, cut)
  if (observation.value.void !== undefined)
    return new Map([...metrics.keys()].map((name) => [name, { fault: 'void' }]))
  const values = histogramValues(observation.value.histogram, observation.unit, [
    ...new Set(metrics.values()),
  ])
  return new Map(
    [...metrics].map(([name, statistic]) => [name, values.get(statistic) ?? { fault: 'unreadable' }]),
  )
}
