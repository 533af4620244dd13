// Whether a series goes anywhere at all (Mann 1945, Kendall 1975): counts pairs in which the later value is larger.
import { normalCdf } from './distributions.ts'

export interface TrendTest {
  /** Pairs that rise minus pairs that fall. */
  readonly s: number
  /** Of `s` when there is no trend; ties included. */
  readonly variance: number
  /** Two-sided, normal approximation with continuity correction; 1 when nothing can be said. */
  readonly p: number
}

/** Σ t(t − 1)(2t + 5) over groups of t equal values: what ties take from the variance. */
export function tieTerm(values: readonly number[]): number {
  const groups = new Map<number, number>()
  for (const value of values) groups.set(value, (groups.get(value) ?? 0) + 1)
  let sum = 0
  for (const size of groups.values()) sum += size * (size - 1) * (2 * size + 5)
  return sum
}

/** @param values in the order of time */
export function mannKendall(values: readonly number[]): TrendTest {
  let s = 0
  for (const [index, value] of values.entries())
    for (const later of values.slice(index + 1)) s += Math.sign(later - value)
  const size = values.length
  const variance = (size * (size - 1) * (2 * size + 5) - tieTerm(values)) / 18
  if (!(variance > 0)) return { s, variance: 0, p: 1 }
  const z = Math.max(0, Math.abs(s) - 1) / Math.sqrt(variance)
  return { s, variance, p: Math.min(1, 2 * (1 - normalCdf(z))) }
}
