// How much the trials of one side differ among themselves: a metric's consistency, as a row of its own when a budget
// asks for it (`max-variation`).
import type { Comparison } from '../model/comparison.ts'
import type { Notice } from '../model/notice.ts'
import type { Run, Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import { variationOf as metricOf } from '../model/terms.ts'
import { fewestForVariation, type Variation, variation } from '../stats/variation.ts'
import { type Readings, readingsOf } from './readings.ts'
import type { DecisionSettings } from './settings.ts'
import { percent } from './wording.ts'

type Settings = Pick<DecisionSettings, 'terms' | 'quantiles'>

interface Spread {
  readonly series: Series
  /** The metric that a budget names: a series of latencies has several. */
  readonly metric: string
  readonly most: number
  readonly variation: Variation | null
}

/** Of each metric whose budget has a `max-variation`. */
function spreadsOf(run: Run, { terms, quantiles = [] }: Settings): Spread[] {
  return run.series.flatMap((series) => {
    const bare = terms(series).maxVariation !== undefined
    return readingsOf(series, { extra: quantiles, bare }).flatMap((readings): Spread[] => {
      const { metric } = readings
      const { maxVariation: most } = terms({ benchmark: series.benchmark, metric })
      return most === undefined ? [] : [{ series, metric, most, variation: spreadOf(series, readings) }]
    })
  })
}

function spreadOf({ evidence }: Series, { trials }: Readings): Variation | null {
  // What was counted is the same each time.
  if (evidence.kind === 'exact') return { coefficient: 0, robust: 0 }
  return variation(trials.flatMap(({ value }) => value ?? []))
}

/** One row per metric with a `max-variation`; head is held against it, base stands beside. */
export function variationRows({ base, head }: Runs, settings: Settings): Comparison[] {
  const keyOf = ({ series: { benchmark }, metric }: Spread) => seriesKey({ benchmark, metric })
  const before = new Map(spreadsOf(base, settings).map((spread) => [keyOf(spread), spread.variation]))
  return spreadsOf(head, settings).map((spread): Comparison => {
    const { variation: now, most } = spread
    const then = before.get(keyOf(spread)) ?? null
    const row = {
      benchmark: spread.series.benchmark,
      metric: metricOf(spread.metric),
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
      return { ...row, base: null, head: null, ratio: null, verdict: 'failed', reason }
    }
    return {
      ...row,
      base: then?.coefficient ?? null,
      head: now.coefficient,
      ratio: then === null || then.coefficient === 0 ? null : now.coefficient / then.coefficient,
      verdict: 'no-change',
      reason: inWords(now),
      notices: now.coefficient > most ? [excessNotice(row, now, most)] : [],
    }
  })
}

function inWords({ coefficient, robust }: Variation): string {
  return `The trials of head vary by ${percent(coefficient)} (coefficient of variation), ${percent(robust)} without outliers (from the median absolute deviation).`
}

/** The two figures together tell apart what a table cannot: a few odd trials, or no steadiness at all. */
function excessNotice(
  { benchmark, metric }: Pick<Comparison, 'benchmark' | 'metric'>,
  now: Variation,
  most: number,
): Notice {
  return {
    code: 'inconsistent',
    where: `${benchmark} ${metric}`,
    message: inWords(now),
    fix:
      now.robust > most
        ? 'They differ throughout: look for what depends on chance, such as a cache that is warm or cold, random data, or other work in the background.'
        : 'A few of them stand out and the others agree: look for what happens now and then, such as a retry, a timeout or a garbage collection.',
  }
}
