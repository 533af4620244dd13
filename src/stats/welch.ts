// Two summaries (mean, standard deviation, n) that another tool printed without its samples: the ratio of the means,
// with an interval and a p-value.
import { studentCdf, studentQuantile } from './distributions.ts'
import type { Alternative } from './mann-whitney.ts'

export interface Moments {
  readonly mean: number
  /** Of the repetitions (denominator n − 1), not of the mean. */
  readonly standardDeviation: number
  readonly n: number
}

export interface RatioTest {
  /** Mean of a over mean of b. */
  readonly ratio: number
  readonly interval: readonly [number, number]
  readonly p: number
  readonly degrees: number
}

/**
 * Welch's t-test of ln(mean a) − ln(mean b). The standard error of ln(mean) is sd / mean / √n (delta method); the
 * degrees of freedom are Welch's and Satterthwaite's (Welch 1947). `null` where nothing can be said: n below 2, a mean
 * that is not positive, a value that is not finite, or no spread on either side.
 */
export function welchOnLogs(
  a: Moments,
  b: Moments,
  options: { readonly alternative?: Alternative; readonly confidence?: number } = {},
): RatioTest | null {
  const { alternative = 'two-sided', confidence = 0.95 } = options
  if (!usable(a) || !usable(b)) return null
  const va = (a.standardDeviation / a.mean) ** 2 / a.n
  const vb = (b.standardDeviation / b.mean) ** 2 / b.n
  const variance = va + vb
  if (!(variance > 0) || !Number.isFinite(variance)) return null
  // Shares first: squares of tiny variances would vanish.
  const degrees = 1 / ((va / variance) ** 2 / (a.n - 1) + (vb / variance) ** 2 / (b.n - 1))
  const logRatio = Math.log(a.mean) - Math.log(b.mean)
  const error = Math.sqrt(variance)
  const t = logRatio / error
  const below = studentCdf(t, degrees)
  const above = studentCdf(-t, degrees)
  const half = studentQuantile((1 + confidence) / 2, degrees) * error
  return {
    ratio: Math.exp(logRatio),
    interval: [bounded(logRatio - half), bounded(logRatio + half)],
    p:
      alternative === 'less'
        ? below
        : alternative === 'greater'
          ? above
          : Math.min(1, 2 * Math.min(below, above)),
    degrees,
  }
}

/** exp() that stays a number in JSON: two repetitions of a wild metric have an interval beyond any double. */
function bounded(logRatio: number): number {
  return Math.min(Number.MAX_VALUE, Math.exp(logRatio))
}

function usable({ mean, standardDeviation, n }: Moments): boolean {
  return (
    Number.isFinite(mean) &&
    mean > 0 &&
    Number.isFinite(standardDeviation) &&
    standardDeviation >= 0 &&
    n >= 2
  )
}
