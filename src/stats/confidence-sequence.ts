// An interval for the effect that holds after every pair at once, so that looking early costs nothing: all effects that
// the evidence has not rejected yet. Evidence is monotone in the effect, so bisection finds its ends, and what was
// rejected once stays rejected: the interval only ever shrinks.
import { reaches } from './evidence.ts'

/** Log ratios. `low` above `high` is possible, and rare: the pairs then contradict every single effect. */
export interface Interval {
  readonly low: number
  readonly high: number
}

/** Ends are found to a ten-thousandth of a percent. */
const tolerance = 1e-6

/**
 * The interval for the effect, as log ratios.
 * @param differences log ratios, pair by pair.
 * @param scales what was known before each pair (`scalesOf`).
 * @param miss how often each end may be wrong, at any time: 0.05.
 * @returns `null` while there are too few pairs to exclude anything.
 */
export function confidenceSequence(
  differences: readonly number[],
  scales: readonly number[],
  miss: number,
): Interval | null {
  const low = confidenceBound(differences, scales, miss, 1)
  const high = confidenceBound(differences, scales, miss, -1)
  return low === null || high === null ? null : { low, high }
}

/**
 * One end: the largest effect known to be exceeded (`side` +1), or the smallest that is known not to be reached (−1).
 * `null` while nothing is excluded.
 */
export function confidenceBound(
  differences: readonly number[],
  scales: readonly number[],
  miss: number,
  side: 1 | -1,
): number | null {
  const threshold = 1 / miss
  let least = Number.POSITIVE_INFINITY
  let most = Number.NEGATIVE_INFINITY
  let widest = 0
  for (let index = 0; index < differences.length; index++) {
    least = Math.min(least, differences[index] as number)
    most = Math.max(most, differences[index] as number)
    widest = Math.max(widest, scales[index] as number)
  }
  // Beyond this every pair is a full step for the bet, and no effect further out can be told from it.
  let rejected = side === 1 ? least - widest : most + widest
  if (differences.length === 0 || !reaches(differences, scales, { delta: rejected, side }, threshold))
    return null
  let open = side === 1 ? most : least
  while (Math.abs(open - rejected) > tolerance) {
    const middle = (open + rejected) / 2
    if (reaches(differences, scales, { delta: middle, side }, threshold)) rejected = middle
    else open = middle
  }
  return rejected
}
