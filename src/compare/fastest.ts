// A regression that only the fastest iterations of the trials show: what they say, and how to put it to a reader whose
// table holds the estimate of all iterations, with an interval in which "nothing changed" may lie.
import type { Comparison } from '../model/comparison.ts'
import { hodgesLehmann } from '../stats/hodges-lehmann.ts'
import { ratioOf } from './effect.ts'
import { familyP } from './family.ts'
import type { PairedMetric } from './paired-metric.ts'
import { changeInWords, counted } from './wording.ts'

type Fastest = NonNullable<Comparison['fastest']>

/**
 * For a regression in a family of that size: the change of the fastest iterations, or `null` where the declared
 * statistic shows it by itself.
 */
export function fastestAlone(
  { worse, better }: PairedMetric,
  family: number,
  { alpha }: { readonly alpha: number },
): Fastest | null {
  if (worse.declared >= worse.sup || familyP(1 / worse.declared, family) <= alpha) return null
  const ratio = ratioOf(hodgesLehmann(worse.fastest), better)
  return ratio === null ? null : { ratio, agree: worse.fastest.filter((effect) => effect > 0).length }
}

/** Why it is a regression, in one sentence. */
export function fastestReason(
  { ratio, interval, unit, better }: Comparison,
  { ratio: fastest, agree }: Fastest,
  { worse }: PairedMetric,
): string {
  const change = (of: number) => changeInWords(of, unit, better)
  const shown = `Head is ${change(fastest)} in the fastest quarter of its iterations in ${agree} of ${counted(worse.fastest.length, 'pair')}, more than chance gives`
  if (ratio === null || interval === null) return `${shown}; all iterations together do not show it.`
  const mayBeUnchanged = interval[0] <= 1 && interval[1] >= 1
  return mayBeUnchanged
    ? `${shown}; all iterations together do not show it (anything from ${change(interval[0])} to ${change(interval[1])}).`
    : `${shown}; all iterations together are ${change(ratio)}, with less certainty than the suite asks for.`
}
