// Order statistics, and the statistics by which the iterations of one trial become its value. Quantiles are of type 7
// (Hyndman and Fan 1996), the default of R and NumPy; simple-statistics has type 2 only.
import { mean, sumSimple } from 'simple-statistics'

/** Below this, sorting by insertion into a scratch array beats the engine's own sort. */
const few = 32

/** An ascending copy. The numbers must not hold NaN: what to do with those is the caller's decision. */
export function sorted(values: ArrayLike<number>): Float64Array {
  const copy = Float64Array.from(values)
  if (copy.length > few) return copy.sort()
  for (let index = 1; index < copy.length; index++) {
    const value = copy[index] as number
    let hole = index
    while (hole > 0 && (copy[hole - 1] as number) > value) {
      copy[hole] = copy[hole - 1] as number
      hole--
    }
    copy[hole] = value
  }
  return copy
}

/** Quantile of ascending values, type 7. `probability` is 0 to 1. NaN when there are none. */
export function quantileOfSorted(ascending: ArrayLike<number>, probability: number): number {
  if (ascending.length === 0) return Number.NaN
  const position = (ascending.length - 1) * Math.min(1, Math.max(0, probability))
  const below = Math.floor(position)
  const low = ascending[below] as number
  const high = ascending[Math.min(below + 1, ascending.length - 1)] as number
  return low === high ? low : low + (position - below) * (high - low)
}

/** Quantile, type 7; `probability` is 0 to 1. NaN when there are no values. */
export function quantile(values: ArrayLike<number>, probability: number): number {
  return quantileOfSorted(sorted(values), probability)
}

/** The middle value, or the mean of the two. NaN when there are no values. */
export function median(values: ArrayLike<number>): number {
  return medianOfSorted(sorted(values))
}

export function medianOfSorted(ascending: ArrayLike<number>): number {
  const size = ascending.length
  if (size === 0) return Number.NaN
  const upper = ascending[size >> 1] as number
  return size % 2 === 1 ? upper : middleOf(ascending[(size >> 1) - 1] as number, upper)
}

/** Halfway, also where the sum is beyond the largest double. */
function middleOf(a: number, b: number): number {
  const middle = (a + b) / 2
  return Number.isFinite(middle) ? middle : a / 2 + b / 2
}

/** 25 % quantile: for elapsed time, where noise only ever adds. */
export function lowerQuartile(values: ArrayLike<number>): number {
  return quantile(values, 0.25)
}

/**
 * Mean of the ⌈n/4⌉ samples at the fast end: the smallest, or the largest where higher is better. What disturbs a
 * process only ever slows it, so these are the iterations that were disturbed least. NaN when there are none.
 */
export function fastestQuarter(samples: ArrayLike<number>, better: 'lower' | 'higher'): number {
  return fastestQuarterOfSorted(sorted(samples), better)
}

export function fastestQuarterOfSorted(ascending: ArrayLike<number>, better: 'lower' | 'higher'): number {
  const count = Math.ceil(ascending.length / 4)
  const from = better === 'lower' ? 0 : ascending.length - count
  let total = 0
  for (let index = from; index < from + count; index++) total += ascending[index] as number
  return total / count
}

/** Median absolute deviation from the median, unscaled. Times 1.4826 it estimates a normal's standard deviation. */
export function mad(values: ArrayLike<number>): number {
  return madOfSorted(sorted(values))
}

/**
 * The same for ascending values, in logarithmic time: to the left and to the right of the median the deviations are in
 * order already, and the middle one of two ordered lists is found by bisection. Exactly the number that sorting all
 * deviations would give.
 */
export function madOfSorted(ascending: ArrayLike<number>): number {
  const size = ascending.length
  if (size === 0) return Number.NaN
  const middle = medianOfSorted(ascending)
  const lefts = (size + 1) >> 1
  const rights = size - lefts
  const left = (rank: number) =>
    rank < 0 ? Number.NEGATIVE_INFINITY : middle - (ascending[lefts - 1 - rank] as number)
  const right = (rank: number) =>
    rank < 0 ? Number.NEGATIVE_INFINITY : (ascending[lefts + rank] as number) - middle
  // How many of the smallest `wanted` deviations lie on the left.
  const wanted = (size >> 1) + 1
  let least = Math.max(0, wanted - rights)
  let most = Math.min(wanted, lefts)
  while (least < most) {
    const half = (least + most) >> 1
    if (left(half) < right(wanted - half - 1)) least = half + 1
    else most = half
  }
  const fromLeft = left(least - 1)
  const fromRight = right(wanted - least - 1)
  if (size % 2 === 1) return Math.max(fromLeft, fromRight)
  return fromLeft > fromRight
    ? (fromLeft + Math.max(left(least - 2), fromRight)) / 2
    : (fromRight + Math.max(fromLeft, right(wanted - least - 2))) / 2
}

/** Makes the MAD of normal noise its standard deviation: 1 / Φ⁻¹(3/4). */
export const madToSigma = 1.4826

const named: Readonly<Record<string, (values: readonly number[]) => number>> = {
  median,
  mean,
  'lower-quartile': lowerQuartile,
  min: (values) => values.reduce((least, value) => Math.min(least, value), Number.POSITIVE_INFINITY),
  max: (values) => values.reduce((most, value) => Math.max(most, value), Number.NEGATIVE_INFINITY),
  sum: sumSimple,
}

/**
 * A statistic of `values` by its name: `median`, `mean`, `lower-quartile`, `min`, `max`, `sum`, or a percentile such
 * as `p95` or `p99.9`. NaN when there are no values; throws a RangeError on a name it does not know.
 */
export function statisticOf(name: string, values: readonly number[]): number {
  const compute = Object.hasOwn(named, name) ? named[name] : undefined
  const percent = compute === undefined ? percentOf(name) : null
  if (compute === undefined && percent === null) throw new RangeError(`unknown statistic "${name}"`)
  if (values.length === 0) return Number.NaN
  // One value is its own statistic, whichever is asked for.
  if (values.length === 1) return values[0] as number
  return compute === undefined ? quantile(values, (percent ?? 0) / 100) : compute(values)
}

/** `p99.9` → 99.9; `null` when the name is no percentile. */
export function percentOf(name: string): number | null {
  const match = /^p(\d{1,2}(?:\.\d+)?|100)$/.exec(name)
  return match === null ? null : Number(match[1])
}
