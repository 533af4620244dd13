// What will be measured, in which order, and when it ends: plain data, made from a Suite and a Change.
import type { Change } from './change.ts'
import type { Shard } from './shard.ts'
import type { Side } from './side.ts'
import type { Benchmark } from './suite/index.ts'

export interface PlannedBenchmark {
  readonly benchmark: Benchmark
  /**
   * Which side runs first, by pair, counted from `firstRound`: a fair coin each, drawn from the plan's seed. Length is
   * `maxPairs`.
   */
  readonly first: readonly Side[]
}

export interface Plan {
  readonly suite: string
  /** Changes when benchmarks, or how they are measured, change. Budgets do not count. */
  readonly suiteHash: string
  readonly seed: number
  readonly change: Change
  /** Once per side, in its own checkout. */
  readonly setup: readonly string[]
  readonly benchmarks: readonly PlannedBenchmark[]
  /** Names and globs of the rows that were asked for (`parse/large`); all when absent. */
  readonly only?: readonly string[]
  /** Pairs below which nothing is decided. */
  readonly minPairs: number
  readonly maxPairs: number
  /** Seconds of measuring, after setup. */
  readonly maxTime: number
  /** The first round to measure: above 0 when an earlier attempt of the job is continued. */
  readonly firstRound: number
  /** Of a suite that several jobs measure: `benchmarks` are those of this one. */
  readonly shard?: Shard
}
