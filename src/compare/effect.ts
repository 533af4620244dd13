// Between the user's view (head over base) and that of the maths (an effect: the log ratio, positive when head is worse).
import type { Better } from '../model/unit.ts'

/** Larger changes are not written as ratios: they only come from zeros, and no percentage means anything there. */
const largestRatio = 1e9
export const largestEffect = Math.log(largestRatio)

/**
 * ln of how much worse head is. A zero on one side counts as the largest change there is, two equal values as none.
 * `null` when a value is negative: then there is no ratio.
 */
export function effectOf(base: number, head: number, better: Better): number | null {
  if (base < 0 || head < 0) return null
  if (base === head) return 0
  const change = base === 0 ? largestEffect : head === 0 ? -largestEffect : Math.log(head) - Math.log(base)
  const bounded = Math.max(-largestEffect, Math.min(largestEffect, change))
  return better === 'lower' ? bounded : -bounded
}

/** Head over base, or `null` where the effect is none that can be written. */
export function ratioOf(effect: number, better: Better): number | null {
  if (!Number.isFinite(effect) || Math.abs(effect) > largestEffect / 2) return null
  return Math.exp(better === 'lower' ? effect : -effect)
}

/** Head over base of two values; `null` where base is no positive number, or nobody could read the result. */
export function plainRatio(base: number | null, head: number | null): number | null {
  if (base === null || head === null || base <= 0 || head < 0) return null
  const ratio = head / base
  return ratio <= largestRatio && (head === 0 || ratio >= 1 / largestRatio) ? ratio : null
}

/** Two effects as an interval of head over base, low end first; `null` where one end cannot be written. */
export function intervalOf(
  ends: { readonly low: number; readonly high: number } | null,
  better: Better,
): [number, number] | null {
  if (ends === null) return null
  const one = ratioOf(ends.low, better)
  const other = ratioOf(ends.high, better)
  return one === null || other === null ? null : [Math.min(one, other), Math.max(one, other)]
}

/** The relative change for the worse that an effect is: 0.05 for 5 % worse, in either direction of `better`. */
export function worseBy(effect: number): number {
  return Math.expm1(Math.min(effect, largestEffect))
}
