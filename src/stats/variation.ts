// The coefficient of variation and its robust twin.
import { mean, sampleStandardDeviation } from 'simple-statistics'
import { mad, madToSigma, median } from './quantile.ts'

/** Trials below which a spread says nothing. */
export const fewestTrials = 5

export interface Variation {
  /** Standard deviation over mean. */
  readonly coefficient: number
  /** 1.4826 × median absolute deviation over median: the same for normal noise, blind to a few outliers. */
  readonly robust: number
  readonly trials: number
}

/** `null` for fewer than five trials, and around zero, where relative spread has no meaning. */
export function variation(values: readonly number[]): Variation | null {
  if (values.length < fewestTrials || !values.every(Number.isFinite)) return null
  const middle = median(values)
  const average = mean([...values])
  if (!(middle > 0) || !(average > 0)) return null
  return {
    coefficient: sampleStandardDeviation([...values]) / average,
    robust: (madToSigma * mad(values)) / middle,
    trials: values.length,
  }
}
