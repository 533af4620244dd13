// One side of a series by itself: which metrics it becomes, and one value per trial of each. For rows that have no other
// side, and for comparisons that are not paired.
import type { Series } from '../model/series.ts'
import { median } from '../stats/quantile.ts'
import { type Cut, histogramMetrics, histogramValues, type TrialValue, trialValue } from './value.ts'

export interface Readings {
  readonly metric: string
  /** One per trial, round, or exact value; in order. */
  readonly trials: readonly TrialValue[]
  /** What can stand for the side in a table; `null` when nothing can. */
  readonly value: number | null
}

/** All metrics that a series becomes. */
export function readingsOf(series: Series, cut: Cut): readonly Readings[] {
  const { metric, unit, evidence } = series
  switch (evidence.kind) {
    case 'trials': {
      return [
        readings(
          metric,
          evidence.trials.map((trial) =>
            trial.void === undefined ? trialValue(trial.samples, series) : { fault: 'void' },
          ),
        ),
      ]
    }
    case 'histogram': {
      const metrics = [...histogramMetrics(series, cut)]
      const statistics = [...new Set(metrics.map(([, statistic]) => statistic))]
      const rounds = evidence.rounds.map((round) =>
        round.void === undefined
          ? histogramValues(round.histogram, unit, statistics)
          : new Map(statistics.map((name): [string, TrialValue] => [name, { fault: 'void' }])),
      )
      return metrics.map(([name, statistic]) =>
        readings(
          name,
          rounds.map((round) => round.get(statistic) ?? { fault: 'unreadable' }),
        ),
      )
    }
    case 'exact':
      return [readings(metric, [trialValue([evidence.value], series)])]
    case 'summary': {
      const { mean, median: middle, max, quantiles = {} } = evidence
      const named = Object.entries({
        ...(middle === undefined ? {} : { p50: middle }),
        ...quantiles,
        ...(max === undefined ? {} : { max }),
      })
      const centre = mean ?? middle
      // What a tool printed of a distribution is shown, and held against limits, under the names of a histogram's cuts.
      return [
        ...(centre === undefined && named.length > 0
          ? []
          : [readings(metric, centre === undefined ? [] : [{ value: centre }])]),
        ...named.map(([name, value]) => readings(`${metric}.${name}`, [{ value }])),
      ]
    }
  }
}

function readings(metric: string, trials: readonly TrialValue[]): Readings {
  const usable = trials.flatMap(({ value }) => (value === undefined ? [] : [value]))
  return { metric, trials, value: usable.length === 0 ? null : median(usable) }
}

/** The names alone. */
export function metricNames(series: Series, cut: Cut): readonly string[] {
  return series.evidence.kind === 'histogram' ? [...histogramMetrics(series, cut).keys()] : [series.metric]
}
