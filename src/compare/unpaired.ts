// Two-sample tests of repetitions that were taken before and after: the same three statements as for pairs, and an
// interval for the effect. Effects are log ratios, positive when head is worse.
import type { Terms } from '../model/terms.ts'
import type { Better } from '../model/unit.ts'
import { mannWhitney } from '../stats/mann-whitney.ts'
import { type Moments, type RatioTest, welchOnLogs } from '../stats/welch.ts'
import { largestEffect } from './effect.ts'
import type { Tested } from './family.ts'

export interface Unpaired {
  readonly tested: Tested
  readonly effect: number
  /** Each end may be wrong `miss` of the time; `null` where the repetitions are too few to exclude anything. */
  readonly ends: { readonly low: number; readonly high: number } | null
}

type Margins = Pick<Terms, 'regression' | 'ignoreBelow'>

/** Bounds are found to a hundredth of a percent. */
const tolerance = 1e-4

/**
 * Mann-Whitney on logarithms, the margins as shifts of base. The values must be finite and not negative; zeros rank below
 * all others. `miss` is how often each end of the interval may be wrong.
 */
export function compareRanks(
  base: readonly number[],
  head: readonly number[],
  better: Better,
  margins: Margins,
  miss: number,
): Unpaired {
  const logs = (values: readonly number[]) => values.map((value) => logOf(value, better))
  const from = logs(base)
  const to = logs(head)
  const p = (shift: number, alternative: 'greater' | 'less') =>
    mannWhitney(
      to,
      from.map((log) => log + shift),
      { alternative },
    ).p
  const ignored = Math.log1p(margins.ignoreBelow)
  const [least, most] = [Math.min(...to) - Math.max(...from), Math.max(...to) - Math.min(...from)]
  /** The outermost shift that is rejected, between one that is rejected if any is, and one that never is. */
  const bound = (outside: number, inside: number, alternative: 'greater' | 'less'): number | null => {
    if (p(outside, alternative) > miss) return null
    let rejected = outside
    let open = inside
    while (Math.abs(open - rejected) > tolerance) {
      const middle = (open + rejected) / 2
      if (p(middle, alternative) <= miss) rejected = middle
      else open = middle
    }
    return rejected
  }
  const low = bound(least - tolerance, most + tolerance, 'greater')
  const high = bound(most + tolerance, least - tolerance, 'less')
  return {
    tested: {
      worse: p(ignored, 'greater'),
      equivalent: p(Math.log1p(margins.regression), 'less'),
      better: p(-ignored, 'less'),
    },
    effect: mannWhitney(to, from).shift ?? Number.NaN,
    ends: low === null || high === null ? null : { low, high },
  }
}

/** Welch on logarithms, the margins as factors of base. `null` when there is no spread to judge by. */
export function compareMoments(
  base: Moments,
  head: Moments,
  better: Better,
  margins: Margins,
  miss: number,
): Unpaired | null {
  // The side that is larger when head is worse comes first.
  const [a, b] = better === 'lower' ? [head, base] : [base, head]
  const test = (factor: number, alternative: 'greater' | 'less') =>
    welchOnLogs(a, scaled(b, factor), { alternative, confidence: 1 - 2 * miss })
  const worse = test(1 + margins.ignoreBelow, 'greater')
  const equivalent = test(1 + margins.regression, 'less')
  const improved = test(1 / (1 + margins.ignoreBelow), 'less')
  const plain: RatioTest | null = test(1, 'greater')
  if (worse === null || equivalent === null || improved === null || plain === null) return null
  const [low, high] = plain.interval
  return {
    tested: { worse: worse.p, equivalent: equivalent.p, better: improved.p },
    effect: Math.log(plain.ratio),
    ends: { low: bounded(Math.log(low)), high: bounded(Math.log(high)) },
  }
}

/** Mean, standard deviation (n − 1) and n of repetitions. */
export function momentsOf(values: readonly number[]): Moments {
  const n = values.length
  const mean = values.reduce((sum, value) => sum + value, 0) / n
  const squares = values.reduce((sum, value) => sum + (value - mean) ** 2, 0)
  return { mean, standardDeviation: n < 2 ? Number.NaN : Math.sqrt(squares / (n - 1)), n }
}

function scaled({ mean, standardDeviation, n }: Moments, factor: number): Moments {
  return { mean: mean * factor, standardDeviation: standardDeviation * factor, n }
}

function logOf(value: number, better: Better): number {
  const log = value === 0 ? -largestEffect : Math.log(value)
  return better === 'lower' ? log : -log
}

function bounded(log: number): number {
  return Math.max(-largestEffect, Math.min(largestEffect, log))
}
