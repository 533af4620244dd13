// All that was measured of one benchmark, as plain figures: what rules of advice look at. Medians over the trials, unless
// a key says otherwise; trials that say nothing about the program are left out.
import type { Unit } from './unit.ts'

export interface Figure {
  readonly unit: Unit
  /** As in the table; the median of a distribution. */
  readonly value: number
  /** Of the iterations or requests; the value itself where there is only one. */
  readonly mean: number
  /** `null` below 20 of them, where it would be one of the largest two. */
  readonly p95: number | null
  /** Iterations or requests that a trial has; `null` where a tool does not tell. */
  readonly count: number | null
  /** How many different numbers the samples of all trials are: few under a coarse clock. `null` where there are none. */
  readonly distinct: number | null
  /** 1.4826 × median absolute deviation of the trials over their median; `null` for fewer than five trials. */
  readonly variation: number | null
}

/** Metric → its figure on one side. */
export type Figures = Readonly<Record<string, Figure>>

/** One benchmark, or one variant of it. */
export interface BenchmarkFigures {
  readonly benchmark: string
  readonly base: Figures
  readonly head: Figures
  /** Trials of both sides, and those among them in which the load generator was the bottleneck. */
  readonly trials: number
  readonly saturated: number
}
