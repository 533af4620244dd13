// A rule of advice: what it looks for in the figures of one benchmark, and what it says when it finds it.
import type { Seen } from '../../model/advice.ts'
import type { Environment } from '../../model/environment.ts'
import type { BenchmarkFigures, Figures } from '../../model/figures.ts'
import type { Judged } from '../../model/verdict.ts'

/** One benchmark as a rule sees it. */
export interface Observed extends BenchmarkFigures {
  /** Its rows in the table. */
  readonly rows: readonly Judged[]
  readonly machine: Pick<Environment, 'cores' | 'memory'>
}

export interface Evidence {
  /** A sentence without its benchmark, small letter first, no full stop. */
  readonly seen: readonly Seen[]
  /** How far beyond the threshold: the clearest case is told first. */
  readonly excess: number
}

export interface Rule {
  readonly title: string
  /** When it fires, for the docs: thresholds in words. */
  readonly when: string
  /** Whole sentences; what stands between backticks is to be typed or looked up. */
  readonly why: string
  readonly attempt: string
  readonly look: string
  /** `null`: it stays silent. */
  readonly examine: (observed: Observed) => Evidence | null
}

/** The value of a metric; `null` where it was not measured. */
export function valueIn(figures: Figures, metric: string): number | null {
  return Object.hasOwn(figures, metric) ? (figures[metric]?.value ?? null) : null
}

/** The same, where what was not measured did not happen. */
export function countIn(figures: Figures, metric: string): number {
  return valueIn(figures, metric) ?? 0
}

export const seconds = (amount: number): Seen => ({ amount, unit: 's' })
export const bytes = (amount: number): Seen => ({ amount, unit: 'B' })
export const share = (amount: number): Seen => ({ amount, unit: 'ratio' })
export const number = (amount: number): Seen => ({ amount, unit: 'count' })
