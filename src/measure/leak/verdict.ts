// Does memory grow with every operation? What was in use after each round of operations, garbage collected, decides.
import { mannKendall } from '../../stats/mann-kendall.ts'
import { theilSen } from '../../stats/theil-sen.ts'

export interface LeakFinding {
  readonly kind: 'leak' | 'none' | 'inconclusive'
  /** Bytes per operation, with its interval. */
  readonly slope: number
  readonly low: number
  readonly high: number
  /** Of the trend test. */
  readonly p: number
  readonly rounds: number
}

const confidence = 0.99
const alpha = 0.01

/**
 * @param used bytes after each round, the first rounds (warm-up) already dropped
 * @param operations per round
 * @param tolerance bytes per operation that are no leak
 */
export function judgeLeak(used: readonly number[], operations: number, tolerance: number): LeakFinding {
  const points = used.map((bytes, round) => [round * operations, bytes] as const)
  const { slope, low, high } = theilSen(points, confidence)
  const { p } = mannKendall(used)
  const found = { slope, low, high, p, rounds: used.length }
  if (![slope, low, high].every(Number.isFinite))
    return { kind: 'inconclusive', slope: 0, low: 0, high: 0, p: 1, rounds: used.length }
  if (low > tolerance && p < alpha) return { kind: 'leak', ...found }
  return { kind: high <= tolerance ? 'none' : 'inconclusive', ...found }
}
