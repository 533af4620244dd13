// Mean and tail of how long answers take, from whatever tells them.
import type { Figures } from '../../model/figures.ts'
import { valueIn } from './rule.ts'

export interface Latency {
  readonly mean: number | null
  readonly p95: number | null
  /** Requests that they are of; `null` where that is unknown. */
  readonly count: number | null
}

/** Of the distribution, or of series that a tool printed as `latency.mean` and `latency.p95`. */
export function latencyOf(figures: Figures): Latency {
  const { latency } = figures
  return {
    mean: latency?.mean ?? valueIn(figures, 'latency.mean'),
    p95: latency?.p95 ?? valueIn(figures, 'latency.p95'),
    count: latency?.count ?? null,
  }
}
