// Relative spread, twice: the usual one, and one that outliers cannot move.
import { mean, medianAbsoluteDeviation, sampleStandardDeviation } from 'simple-statistics'
import { median } from './quantile.ts'

/** Values below which a spread says nothing. */
export const fewestForVariation = 5

export interface Variation {
  /** Standard deviation over mean. */
  readonly coefficient: number
  /** 1.4826 × median absolute deviation over median: the same for normal noise, blind to a few outliers. */
  readonly robust: number
}

/** `null` for fewer than five values, and around zero, where relative spread has no meaning. */
export function variation(values: readonly number[]): Variation | null {
  if (values.length < fewestForVariation || !values.every(Number.isFinite)) return null
  const middle = median(values)
  const average = mean([...values])
  if (!(middle > 0) || !(average > 0)) return null
  return {
    coefficient: sampleStandardDeviation([...values]) / average,
    robust: (1.4826 * medianAbsoluteDeviation([...values])) / middle,
  }
}
