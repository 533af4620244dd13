// A metric's pairs → its Comparison: estimate, interval, verdict, and why.
import type { Comparison } from '../model/comparison.ts'
import type { Notice } from '../model/notice.ts'
import { confidenceSequence } from '../stats/confidence-sequence.ts'
import { hodgesLehmann } from '../stats/hodges-lehmann.ts'
import { median } from '../stats/quantile.ts'
import { intervalOf, ratioOf, worseBy } from './effect.ts'
import { exactReason } from './exact.ts'
import { familyP, findingOf } from './family.ts'
import { fastestAlone, fastestReason } from './fastest.ts'
import type { Ledger } from './ledger.ts'
import { oddityNotices, whereOf } from './oddities.ts'
import type { PairedMetric } from './paired-metric.ts'
import type { Certainty } from './settings.ts'
import { changeInWords, counted, percent, wordsFor } from './wording.ts'

export function comparePaired(
  key: string,
  metric: PairedMetric,
  ledger: Ledger,
  certainty: Certainty,
): Comparison {
  const { benchmark, unit, better, pairs, terms, effects } = metric
  const exact = metric.exact(certainty.minPairs)
  const about = {
    benchmark,
    metric: metric.metric,
    unit,
    better,
    base: pairs === 0 ? null : median(metric.base),
    head: pairs === 0 ? null : median(metric.head),
    pairs,
  }
  const notices = oddityNotices(metric, certainty.minPairs)
  if (exact !== null) {
    const { verdict, ratio, worse } = exact
    return {
      ...about,
      mode: 'exact',
      verdict,
      ratio,
      interval: ratio === null ? null : [ratio, ratio],
      p: null,
      excludes: Number.isFinite(worse) ? Math.max(0, worse) : null,
      // Trials that never varied are pairs all the same, and all of them say the same thing.
      ...(metric.countsOnly ? {} : { agree: pairs }),
      reason: exactReason(exact, unit, better, terms),
      notices,
    }
  }

  const family = terms.gating ? ledger.families.gating : ledger.families.shown
  const enough = effects.length >= certainty.minPairs
  const tested = metric.tested()
  const verdict = enough
    ? findingOf(tested, family.rejected().has(key), family.size, certainty)
    : ('inconclusive' as const)
  const ends = confidenceSequence(effects, metric.scales, certainty.beta)
  const excludes = ends === null ? null : finiteOrNull(Math.max(0, worseBy(ends.high)))
  const centre = effects.length === 0 ? null : hodgesLehmann(effects)
  const found: Comparison = {
    ...about,
    mode: 'paired',
    verdict,
    ratio: centre === null ? null : ratioOf(centre, better),
    ...(centre === null ? {} : { agree: agreeing(effects, centre) }),
    interval: intervalOf(ends, better),
    p:
      effects.length === 0
        ? null
        : verdict === 'improvement'
          ? familyP(tested.better, family.size)
          : family.corrected(key, tested.worse),
    // The interval is found by bisection: at the moment of decision its end may lie a hair beyond the declared change.
    excludes: verdict === 'no-change' && excludes !== null ? Math.min(excludes, terms.regression) : excludes,
    reason: '',
    notices: enough ? notices : [...notices, tooFewPairs(metric, certainty)],
  }
  const fastest = verdict === 'regression' ? fastestAlone(metric, family.size, certainty) : null
  if (fastest !== null) return { ...found, fastest, reason: fastestReason(found, fastest, metric) }
  return { ...found, reason: reasonFor(found, metric, certainty) }
}

/** Pairs whose difference has the sign of `direction`. */
function agreeing(effects: readonly number[], direction: number): number {
  return effects.filter((effect) => Math.sign(effect) === Math.sign(direction)).length
}

function finiteOrNull(value: number): number | null {
  return Number.isFinite(value) && value < 1e6 ? value : null
}

function tooFewPairs(metric: PairedMetric, { minPairs }: Certainty): Notice {
  return {
    code: 'few-pairs',
    where: whereOf(metric),
    message: `${counted(metric.effects.length, 'usable pair')}: nothing is decided before ${minPairs}.`,
    fix: 'Raise `gate.max-time`, or shorten the trials of this benchmark.',
  }
}

const saturated = 'inconclusive: generator saturated. The load generator was the bottleneck, not the program.'

function isVoid({ oddities: { faults } }: PairedMetric): boolean {
  return faults.has('base void') || faults.has('head void')
}

function reasonFor(found: Comparison, metric: PairedMetric, { minPairs }: Certainty): string {
  const { effects, terms, unit, better } = metric
  const words = wordsFor(unit, better)
  const change = found.ratio === null ? null : changeInWords(found.ratio, unit, better)
  switch (found.verdict) {
    case 'regression':
      return `Head is ${change ?? words.worse} in ${agreeing(effects, 1)} of ${counted(effects.length, 'pair')}, more than chance gives.`
    case 'improvement':
      return `Head is ${change ?? words.better} in ${agreeing(effects, -1)} of ${counted(effects.length, 'pair')}, more than chance gives.`
    case 'no-change':
      return `Head being ${percent(terms.regression)} ${words.worse} is excluded by ${counted(effects.length, 'pair')}.`
    default:
      if (effects.length === 0)
        return isVoid(metric) ? saturated : 'No pair has a usable value on both sides.'
      if (effects.length < minPairs)
        return `${counted(effects.length, 'pair')} ${effects.length === 1 ? 'is' : 'are'} too few: nothing is decided before ${minPairs}.`
      return found.interval === null
        ? `${counted(effects.length, 'pair')} could not tell.`
        : `After ${counted(effects.length, 'pair')} head may still be anything from ${changeInWords(found.interval[0], unit, better)} to ${changeInWords(found.interval[1], unit, better)}.`
  }
}
