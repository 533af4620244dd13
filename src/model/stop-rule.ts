// The question the measuring loop asks after each pair. gate.ts answers it from compare/, so that measure/ knows no
// statistics and compare/ no processes.
import type { Pair } from './observation.ts'

export interface Evidence {
  readonly metric: string
  readonly pairs: number
  /** What is known so far. */
  readonly state: 'undecided' | 'regression' | 'improvement' | 'no-change'
  /** 0 to 1: how far the stronger of both sides of the evidence is on its way to a decision. */
  readonly progress: number
  /** Head over base so far. */
  readonly ratio: number | null
}

export interface StopRule {
  observe(pair: Pair): void
  /** True when no metric of this benchmark needs another pair. */
  settled(benchmark: string): boolean
  /** For the progress display: the gating metrics of this benchmark. */
  evidence(benchmark: string): readonly Evidence[]
}
