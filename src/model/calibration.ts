// What base against base says of a suite: how far pairs of one program differ, and what the evidence rule can do with it.
import type { Notice } from './notice.ts'
import type { Statistic } from './statistic.ts'
import type { Terms } from './terms.ts'

/** Pairs that the evidence rule needs, over many simulated measurements. */
export interface Pace {
  /** On average; a measurement that stays undecided counts with all its pairs. */
  readonly pairs: number
  /** Share of measurements that came to the right answer, 0 to 1. */
  readonly share: number
}

/** One way to make a trial its value. */
export interface StatisticNoise {
  readonly statistic: Statistic
  /** 1.4826 · MAD of the log ratios of the pairs. */
  readonly noise: number
  /** Their standard deviation: what a few wild pairs do. */
  readonly deviation: number
  /** Until an unchanged program is cleared. */
  readonly toClear: Pace
  /** Until a slowdown as large as the declared `regression` is found. */
  readonly toCatch: Pace
}

export interface MetricCalibration {
  readonly benchmark: string
  /** The entry of the suite that it belongs to. */
  readonly entry: string
  readonly metric: string
  /** Usable pairs. */
  readonly pairs: number
  /** Iterations (or blocks of them) that a trial had. */
  readonly samples: number
  readonly terms: Terms
  /** Values never varied: they are compared exactly, and there is no noise to speak of. */
  readonly exact: boolean
  readonly inUse: Statistic
  /** The one in use unless another needs clearly fewer pairs. The same for all rows of an entry. */
  readonly recommended: Statistic
  /** In the order they were tried, the one in use first. Empty when exact, or with too few pairs. */
  readonly statistics: readonly StatisticNoise[]
  /** How much worse head seemed to be, and the interval of it: 0 is what it should hold. */
  readonly bias: { readonly change: number; readonly interval: readonly [number, number] } | null
  /** The smallest slowdown that is found in 9 of 10 measurements when it is what `regression` asks for. */
  readonly smallest: number | null
  readonly notices: readonly Notice[]
}

export interface Calibration {
  readonly suite: string
  readonly seed: number
  readonly alpha: number
  readonly maxPairs: number
  /** Metrics that share the error rate. */
  readonly family: number
  readonly metrics: readonly MetricCalibration[]
}
