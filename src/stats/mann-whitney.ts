// Two samples of repetitions that another tool took: does one tend to lie above the other? And how many repetitions
// does it take until that question can be answered at all?
import { normalCdf } from './distributions.ts'

/** `greater`: the first sample tends to be greater than the second. */
export type Alternative = 'two-sided' | 'less' | 'greater'

export interface MannWhitney {
  readonly p: number
  /** Pairs (x of a, y of b) with x > y, ties counted half. */
  readonly u: number
  /** From the distribution over all ways to split the pooled values; false: from the normal approximation. */
  readonly exact: boolean
  /** Hodges-Lehmann estimate of a − b in the unit of the samples (of logarithms: the log ratio); null without values. */
  readonly shift: number | null
}

// Up to here the exact distribution costs milliseconds; beyond, the normal approximation is close.
const exactLimit = 50

/**
 * Mann-Whitney U test of two samples of finite values. Exact up to 50 values in all, also with ties (Streitberg &
 * Röhmel 1986), else normal with tie and continuity correction (Hollander & Wolfe, Nonparametric Statistical Methods,
 * 4.1). The two-sided p is twice the smaller tail. An empty sample decides nothing: p = 1.
 */
export function mannWhitney(
  a: readonly number[],
  b: readonly number[],
  options: { readonly alternative?: Alternative } = {},
): MannWhitney {
  const alternative = options.alternative ?? 'two-sided'
  if (a.length === 0 || b.length === 0) return { p: 1, u: 0, exact: true, shift: null }
  const { doubledRanks, doubledSum, ties } = rank(a, b)
  const smallestSum = (a.length * (a.length + 1)) / 2
  const u = doubledSum / 2 - smallestSum
  const exact = a.length + b.length <= exactLimit
  const [below, above] = exact
    ? exactTails(doubledRanks, a.length, doubledSum)
    : normalTails(u, a.length, b.length, ties)
  const p = alternative === 'less' ? below : alternative === 'greater' ? above : 2 * Math.min(below, above)
  return { p: Math.min(1, p), u, exact, shift: medianDifference(a, b) }
}

/** The smallest p that two samples of these sizes can ever give: all of one above all of the other, no ties. */
export function smallestP(n1: number, n2: number, alternative: Alternative = 'two-sided'): number {
  let p = 1
  for (let k = 1; k <= Math.min(n1, n2); k++) p *= k / (Math.max(n1, n2) + k)
  return alternative === 'two-sided' ? Math.min(1, 2 * p) : p
}

/** Repetitions a side below which the test can never reach `alpha` (0 < alpha ≤ 1). */
export function repetitionsNeeded(alpha: number, alternative: Alternative = 'two-sided'): number {
  let n = 1
  while (smallestP(n, n, alternative) > alpha) n++
  return n
}

/** Midranks of the pooled values, twice as large so that they are whole, and Σ(t³ − t) over groups of ties. */
function rank(a: readonly number[], b: readonly number[]) {
  const pooled = [
    ...a.map((value) => ({ value, first: true })),
    ...b.map((value) => ({ value, first: false })),
  ]
  pooled.sort((x, y) => x.value - y.value)
  const doubledRanks: number[] = []
  let doubledSum = 0
  let ties = 0
  for (let start = 0; start < pooled.length; ) {
    let end = start + 1
    while (end < pooled.length && pooled[end]?.value === pooled[start]?.value) end++
    const size = end - start
    ties += size ** 3 - size
    for (const { first } of pooled.slice(start, end)) {
      doubledRanks.push(start + end + 1)
      if (first) doubledSum += start + end + 1
    }
    start = end
  }
  return { doubledRanks, doubledSum, ties }
}

/** P(sum ≤ observed) and P(sum ≥ observed) over all subsets of `size` ranks, all equally likely. */
function exactTails(doubledRanks: readonly number[], size: number, doubledSum: number): [number, number] {
  // Without ties all doubled ranks are even, and half as many sums are possible.
  const step = doubledRanks.every((value) => value % 2 === 0) ? 2 : 1
  const ranks = doubledRanks.map((value) => value / step)
  const observed = doubledSum / step
  const width = ranks.reduce((total, value) => total + value, 0) + 1
  // ways[k * width + s]: subsets of k ranks seen so far with sum s.
  const ways = new Float64Array((size + 1) * width)
  ways[0] = 1
  let seen = 0
  let reached = 0
  for (const value of ranks) {
    seen++
    reached += value
    for (let k = Math.min(seen, size); k >= 1; k--) {
      const row = k * width
      const previous = row - width
      for (let sum = reached; sum >= value; sum--) {
        ways[row + sum] = (ways[row + sum] ?? 0) + (ways[previous + sum - value] ?? 0)
      }
    }
  }
  let below = 0
  let above = 0
  let all = 0
  ways.subarray(size * width).forEach((count, sum) => {
    all += count
    if (sum <= observed) below += count
    if (sum >= observed) above += count
  })
  return [below / all, above / all]
}

function normalTails(u: number, n1: number, n2: number, ties: number): [number, number] {
  const n = n1 + n2
  const variance = ((n1 * n2) / 12) * (n + 1 - ties / (n * (n - 1)))
  if (variance <= 0) return [1, 1]
  const centred = u - (n1 * n2) / 2
  const deviation = Math.sqrt(variance)
  return [normalCdf((centred + 0.5) / deviation), normalCdf(-(centred - 0.5) / deviation)]
}

/** Median of all a_i − b_j without making them all: bisection on how many of them lie below. O(n log n). */
function medianDifference(a: readonly number[], b: readonly number[]): number {
  const x = Float64Array.from(a).sort()
  const y = Float64Array.from(b).sort()
  const count = x.length * y.length
  const upper = kthDifference(x, y, Math.floor(count / 2) + 1)
  return count % 2 === 1 ? upper : (kthDifference(x, y, count / 2) + upper) / 2
}

function kthDifference(x: Float64Array, y: Float64Array, k: number): number {
  /** How many differences are ≤ `bound`, and the largest of them. */
  const below = (bound: number): { readonly count: number; readonly largest: number } => {
    let j = y.length
    let count = 0
    let largest = Number.NEGATIVE_INFINITY
    // As x grows, fewer y are small enough to be left out: one walk over both.
    for (const value of x) {
      while (j > 0 && value - (y[y.length - j] ?? 0) > bound) j--
      if (j > 0) largest = Math.max(largest, value - (y[y.length - j] ?? 0))
      count += j
    }
    return { count, largest }
  }
  let low = (x[0] ?? 0) - (y[y.length - 1] ?? 0)
  let high = (x[x.length - 1] ?? 0) - (y[0] ?? 0)
  if (below(low).count >= k) return low
  for (let step = 0; step < 100; step++) {
    const middle = low + (high - low) / 2
    if (middle <= low || middle >= high) break
    if (below(middle).count >= k) high = middle
    else low = middle
  }
  return below(high).largest
}
