// How sure a decision must be: the same settings for the stop rule and for the final comparison.
import type { Terms } from '../model/terms.ts'

export interface DecisionSettings {
  /** Share of unchanged suites that may show a regression: 0.01. */
  readonly alpha: number
  /** How often each end of an interval, or "no change", may be wrong: 0.05 when absent. */
  readonly beta?: number
  /** Pairs below which nothing is decided: 5 when absent. */
  readonly minPairs?: number
  /** Pairs after which a metric stays inconclusive. */
  readonly maxPairs: number
  readonly terms: (series: { readonly benchmark: string; readonly metric: string }) => Terms
  /** Quantiles that histograms are also cut at, besides the usual ones: `p75`. */
  readonly quantiles?: readonly string[]
}

export const defaultBeta = 0.05
export const defaultMinPairs = 5

export interface Certainty {
  readonly alpha: number
  readonly beta: number
  readonly minPairs: number
  readonly maxPairs: number
}

export function certaintyOf(settings: DecisionSettings): Certainty {
  const { alpha, beta = defaultBeta, minPairs = defaultMinPairs, maxPairs } = settings
  return { alpha, beta, minPairs, maxPairs }
}
