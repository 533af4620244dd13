// A trend that outliers cannot move far: the median of the slopes between all pairs of points (Theil 1950, Sen 1968).
import { normalQuantile } from './distributions.ts'
import { tieTerm } from './mann-kendall.ts'
import { median, sorted } from './quantile.ts'

export interface Trend {
  /** Change of y per unit of x. */
  readonly slope: number
  readonly intercept: number
  /** Confidence interval of the slope. */
  readonly low: number
  readonly high: number
}

/**
 * Slope with its confidence interval by the normal approximation to Kendall's statistic (Sen 1968, eq. 2.6), ties
 * included; all NaN for fewer than two different x.
 * @param points as [x, y]
 * @param confidence 0.99: how often the interval holds the slope
 */
export function theilSen(points: readonly (readonly [number, number])[], confidence: number): Trend {
  const slopes: number[] = []
  for (const [index, [x, y]] of points.entries())
    for (const [otherX, otherY] of points.slice(index + 1))
      if (otherX !== x) slopes.push((otherY - y) / (otherX - x))
  if (slopes.length === 0)
    return { slope: Number.NaN, intercept: Number.NaN, low: Number.NaN, high: Number.NaN }
  const ascending = sorted(slopes)
  const slope = median(slopes)
  const xs = points.map(([x]) => x)
  const ys = points.map(([, y]) => y)
  const size = points.length
  const variance = (size * (size - 1) * (2 * size + 5) - tieTerm(xs) - tieTerm(ys)) / 18
  const reach = normalQuantile((1 + confidence) / 2) * Math.sqrt(Math.max(0, variance))
  const last = slopes.length - 1
  const lowRank = Math.max(0, Math.round((slopes.length - reach) / 2) - 1)
  const highRank = Math.min(last, Math.round((slopes.length + reach) / 2))
  return {
    slope,
    intercept: median(ys) - slope * median(xs),
    low: ascending[Math.min(last, lowRank)] ?? Number.NaN,
    high: ascending[Math.max(0, highRank)] ?? Number.NaN,
  }
}
