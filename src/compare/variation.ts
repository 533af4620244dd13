// How much the trials of one side differ among themselves: a metric's consistency, as a row of its own when a budget
// asks for it (`max-variation`).
import { mean, medianAbsoluteDeviation, sampleStandardDeviation } from 'simple-statistics'
import type { Comparison } from '../model/comparison.ts'
import type { Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import { variationOf as metricOf } from '../model/terms.ts'
import { median } from '../stats/quantile.ts'
import type { DecisionSettings } from './settings.ts'
import { trialValue } from './value.ts'
import { percent } from './wording.ts'

/** Trials below which a spread says nothing. */
const fewest = 5

export interface Variation {
  /** Standard deviation over mean. */
  readonly coefficient: number
  /** 1.4826 × median absolute deviation over median: the same for normal noise, blind to a few outliers. */
  readonly robust: number
  readonly trials: number
}

/** `null` for fewer than five trials, and around zero, where relative spread has no meaning. */
export function variation(values: readonly number[]): Variation | null {
  if (values.length < fewest || !values.every(Number.isFinite)) return null
  const middle = median(values)
  const average = mean([...values])
  if (!(middle > 0) || !(average > 0)) return null
  return {
    coefficient: sampleStandardDeviation([...values]) / average,
    robust: (1.4826 * medianAbsoluteDeviation([...values])) / middle,
    trials: values.length,
  }
}

function ofSeries(series: Series | undefined): Variation | null {
  if (series?.evidence.kind !== 'trials') return null
  const values = series.evidence.trials.flatMap(({ samples }) => trialValue(samples, series).value ?? [])
  return variation(values)
}

/** One row per metric with a `max-variation`; head is held against it, base stands beside. */
export function variationRows(
  { base, head }: Runs,
  { terms }: Pick<DecisionSettings, 'terms'>,
): Comparison[] {
  const before = new Map(base.series.map((series) => [seriesKey(series), series]))
  return head.series.flatMap((series): Comparison[] => {
    const metric = metricOf(series.metric)
    if (terms(series).maxVariation === undefined) return []
    const now = ofSeries(series)
    const then = ofSeries(before.get(seriesKey(series)))
    const row = {
      benchmark: series.benchmark,
      metric,
      unit: 'ratio',
      better: 'lower' as const,
      mode: 'exact' as const,
      interval: null,
      p: null,
      pairs: 0,
      excludes: null,
      notices: [],
    }
    if (now === null) {
      const reason = `Fewer than ${fewest} trials of head have a value above zero, so their spread is unknown.`
      return [{ ...row, base: null, head: null, ratio: null, verdict: 'failed', reason }]
    }
    return [
      {
        ...row,
        base: then?.coefficient ?? null,
        head: now.coefficient,
        ratio: then === null || then.coefficient === 0 ? null : now.coefficient / then.coefficient,
        verdict: 'no-change',
        reason: `The ${now.trials} trials of head vary by ${percent(now.coefficient)} (coefficient of variation), ${percent(now.robust)} without outliers (from the median absolute deviation).`,
      },
    ]
  })
}
