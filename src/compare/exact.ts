// Counts, sizes, and whatever gave the same value every time: no test, just arithmetic against the terms.
import type { Finding } from '../model/comparison.ts'
import type { Terms } from '../model/terms.ts'
import type { Better, Unit } from '../model/unit.ts'
import { plainRatio } from './effect.ts'
import { changeInWords, percent, wordsFor } from './wording.ts'

// 105 / 100 − 1 is a little more than 0.05 in binary: the declared share itself must not count as exceeding it.
const rounding = 1e-9

export interface ExactFinding {
  readonly verdict: Extract<Finding, 'regression' | 'improvement' | 'no-change'>
  /** Head over base; `null` where base is zero or a value is negative. */
  readonly ratio: number | null
  /** Relative change for the worse, positive when head is worse; infinite from zero. */
  readonly worse: number
}

/**
 * Two exact values. Worse by more than `regression` is a regression, better by more than `ignoreBelow` an improvement,
 * and whatever lies between is said to be no change that matters.
 */
export function compareExactly(
  base: number,
  head: number,
  better: Better,
  terms: Pick<Terms, 'regression' | 'ignoreBelow'>,
): ExactFinding {
  const ratio = base === head ? 1 : plainRatio(base, head)
  // For "higher is better" the same change is seen from the other side, as the paired rule does with logarithms.
  const [from, to] = better === 'lower' ? [base, head] : [head, base]
  const worse =
    from === to ? 0 : from === 0 ? Math.sign(to) * Number.POSITIVE_INFINITY : (to - from) / Math.abs(from)
  const gain =
    from === to ? 0 : to === 0 ? Math.sign(from) * Number.POSITIVE_INFINITY : (from - to) / Math.abs(to)
  const verdict =
    worse > terms.regression + rounding
      ? 'regression'
      : gain > terms.ignoreBelow + rounding
        ? 'improvement'
        : 'no-change'
  return { verdict, ratio, worse }
}

/** Why, in one sentence. */
export function exactReason(
  { verdict, ratio, worse }: ExactFinding,
  unit: Unit,
  better: Better,
  terms: Pick<Terms, 'regression' | 'ignoreBelow'>,
): string {
  if (worse === 0) return 'Exactly the same on both sides.'
  const change =
    ratio === null || ratio === 0 || !Number.isFinite(ratio)
      ? `Head is ${worse > 0 ? wordsFor(unit, better).worse : wordsFor(unit, better).better}`
      : `Head is ${changeInWords(ratio, unit, better)}`
  if (verdict === 'regression')
    return `${change}, compared exactly; ${percent(terms.regression)} is the most that is allowed.`
  if (verdict === 'improvement') return `${change}, compared exactly.`
  return worse > 0
    ? `${change}, compared exactly; up to ${percent(terms.regression)} is allowed.`
    : `${change}, compared exactly; changes up to ${percent(terms.ignoreBelow)} are ignored.`
}
