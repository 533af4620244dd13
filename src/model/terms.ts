// The terms of one metric's comparison: all budgets that match it, merged; later ones win key by key.
import { matchesBenchmark, matchesGlob } from './glob.ts'
import { metricKind } from './metric.ts'
import type { Budget } from './suite/index.ts'
import { type Quantity, writePercent, writeQuantity } from './suite/quantity.ts'

export interface Terms {
  /** A budget names this metric, so it can fail the gate. Otherwise it is measured and shown. */
  readonly gating: boolean
  /** Relative change for the worse that must be noticed: 0.05. */
  readonly regression: number
  /** Relative changes below this do not count: 0.01. */
  readonly ignoreBelow: number
  readonly limit?: Quantity
  readonly floor?: Quantity
  readonly onRegression: 'fail' | 'warn' | 'ignore'
  /** The most that head's trials may vary: held against a row of its own. */
  readonly maxVariation?: number
}

const variationSuffix = '.variation'

/** The row that says how much the trials of `metric` differ. */
export function variationOf(metric: string): string {
  return `${metric}${variationSuffix}`
}

/** `max-variation` of the metric that a row of variation is about: its limit, and nothing else, counts. */
function variationTerms(
  budgets: readonly Budget[],
  series: { readonly benchmark: string; readonly metric: string },
): Terms | undefined {
  if (!series.metric.endsWith(variationSuffix)) return undefined
  const metric = series.metric.slice(0, -variationSuffix.length)
  let terms: Terms | undefined
  for (const { benchmark, metric: pattern, maxVariation, onRegression } of budgets) {
    if (maxVariation === undefined || !matchesGlob(pattern, metric)) continue
    if (!matchesBenchmark(benchmark, series.benchmark)) continue
    const limit = { value: maxVariation, unit: 'ratio' } as const
    terms = { gating: true, regression: 1, ignoreBelow: 1, limit, onRegression: onRegression ?? 'fail' }
  }
  return terms
}

/** Terms of a metric. */
export function termsOf(
  budgets: readonly Budget[],
  series: { readonly benchmark: string; readonly metric: string },
): Terms {
  const consistency = variationTerms(budgets, series)
  if (consistency !== undefined) return consistency
  const kind = metricKind(series.metric)
  let terms: Omit<Terms, 'ignoreBelow'> & { readonly ignoreBelow?: number } = {
    gating: false,
    regression: kind.regression,
    onRegression: 'fail',
  }
  for (const budget of budgets) {
    if (!matchesBenchmark(budget.benchmark, series.benchmark)) continue
    if (!matchesGlob(budget.metric, series.metric)) continue
    terms = {
      ...terms,
      gating: true,
      ...(budget.regression === undefined ? {} : { regression: budget.regression }),
      ...(budget.ignoreBelow === undefined ? {} : { ignoreBelow: budget.ignoreBelow }),
      ...(budget.limit === undefined ? {} : { limit: budget.limit }),
      ...(budget.floor === undefined ? {} : { floor: budget.floor }),
      ...(budget.onRegression === undefined ? {} : { onRegression: budget.onRegression }),
      ...(budget.maxVariation === undefined ? {} : { maxVariation: budget.maxVariation }),
    }
  }
  // Who asks for 1 % must not be told that changes below 1 % do not count.
  const ignoreBelow = Math.min(kind.ignoreBelow, terms.regression / 5)
  return { ignoreBelow, ...terms }
}

/** Terms in the words of the suite: `regression 5%, ignore-below 1%, limit 150ms`. */
export function writeTerms(terms: Terms): string {
  const { regression, ignoreBelow, limit, floor, onRegression, maxVariation } = terms
  const words = [
    `regression ${writePercent(regression)}`,
    `ignore-below ${writePercent(ignoreBelow)}`,
    limit === undefined ? '' : `limit ${writeQuantity(limit)}`,
    floor === undefined ? '' : `floor ${writeQuantity(floor)}`,
    maxVariation === undefined ? '' : `max-variation ${writePercent(maxVariation)}`,
    onRegression === 'fail' ? '' : `on-regression ${onRegression}`,
  ]
  return words.filter((word) => word !== '').join(', ')
}
