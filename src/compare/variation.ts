// How much the trials of one side differ among themselves: a metric's consistency, as a row of its own when a budget
// asks for it (`max-variation`).
import type { Comparison } from '../model/comparison.ts'
import type { Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import { variationOf as metricOf } from '../model/terms.ts'
import { fewestForVariation, type Variation, variation } from '../stats/variation.ts'
import type { DecisionSettings } from './settings.ts'
import { trialValue } from './value.ts'
import { percent } from './wording.ts'

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
      const reason = `Fewer than ${fewestForVariation} trials of head have a value above zero, so their spread is unknown.`
      return [{ ...row, base: null, head: null, ratio: null, verdict: 'failed', reason }]
    }
    return [
      {
        ...row,
        base: then?.coefficient ?? null,
        head: now.coefficient,
        ratio: then === null || then.coefficient === 0 ? null : now.coefficient / then.coefficient,
        verdict: 'no-change',
        reason: `The trials of head vary by ${percent(now.coefficient)} (coefficient of variation), ${percent(now.robust)} without outliers (from the median absolute deviation).`,
      },
    ]
  })
}
