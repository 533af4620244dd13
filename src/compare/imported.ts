// Results that other tools measured before and after the change → Comparisons, by a test of their own repetitions. What
// no test can repair is said: nobody knows what else changed on the machine in between.
import type { Comparison } from '../model/comparison.ts'
import { fingerprint } from '../model/environment.ts'
import type { Notice } from '../model/notice.ts'
import type { Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import type { Terms } from '../model/terms.ts'
import { repetitionsNeeded, smallestP } from '../stats/mann-whitney.ts'
import { intervalOf, plainRatio, ratioOf, worseBy } from './effect.ts'
import { compareExactly, exactReason } from './exact.ts'
import { type Family, familyP, findingOf, type Tested } from './family.ts'
import { byMoments, byRanks, noSpread, type Outcome } from './imported-outcome.ts'
import { emptyRow } from './missing.ts'
import { whereOf } from './oddities.ts'
import { type Readings, readingsOf } from './readings.ts'
import { momentsFor, repetitionsOf } from './repetitions.ts'
import type { Certainty } from './settings.ts'
import type { Cut } from './value.ts'
import { changeInWords, counted, percent, wordsFor } from './wording.ts'

export interface ImportedMetric {
  readonly key: string
  readonly metric: string
  /** What it asks of the family; `null` when it is decided without a test, or cannot be. */
  readonly tested: Tested | null
  /** The row, once the family is complete. */
  finish(family: Family<string>): Comparison
}

interface Sides {
  readonly base: Series
  readonly head: Series
}

/** All metrics of a series that both sides have. */
export function compareImported(
  { base, head }: Sides,
  method: 'ranks' | 'moments',
  cut: Cut,
  termsOf: (series: { readonly benchmark: string; readonly metric: string }) => Terms,
  certainty: Certainty,
): readonly ImportedMetric[] {
  const bases = new Map(readingsOf(base, cut).map((readings) => [readings.metric, readings]))
  return readingsOf(head, cut).map((readings) => {
    const opposite = bases.get(readings.metric) ?? { metric: readings.metric, trials: [], value: null }
    const about = { benchmark: head.benchmark, metric: readings.metric, unit: head.unit, better: head.better }
    const terms = termsOf(about)
    const sides = { base: { series: base, readings: opposite }, head: { series: head, readings } }
    // A tool's quantiles come without their spread: they are shown, and held against limits.
    const testable = method === 'ranks' || readings.metric === head.metric
    const outcome = !testable
      ? noSpread
      : method === 'ranks'
        ? byRanks(repetitionsOf(sides.base, sides.head), about, terms, certainty)
        : byMoments(momentsFor(sides.base), momentsFor(sides.head), about, terms, certainty)
    return {
      key: seriesKey(about),
      metric: readings.metric,
      ...rowOf(outcome, about, opposite, readings, terms, certainty),
    }
  })
}

type About = Pick<Comparison, 'benchmark' | 'metric' | 'unit' | 'better'>

function rowOf(
  outcome: Outcome,
  about: About,
  base: Readings,
  head: Readings,
  terms: Terms,
  certainty: Certainty,
): Pick<ImportedMetric, 'tested' | 'finish'> {
  const values = { base: base.value, head: head.value }
  switch (outcome.kind) {
    case 'constant': {
      const found = compareExactly(outcome.base, outcome.head, about.better, terms)
      const { verdict, ratio, worse } = found
      const reason = exactReason(found, about.unit, about.better, terms)
      return {
        tested: null,
        finish: () => ({
          ...emptyRow({ ...about, mode: 'exact', verdict, reason }, values),
          ratio,
          interval: ratio === null ? null : [ratio, ratio],
          excludes: Number.isFinite(worse) ? Math.max(0, worse) : null,
          pairs: outcome.n,
        }),
      }
    }
    case 'untested': {
      const { reason, notices, n } = outcome
      const ratio = plainRatio(values.base, values.head)
      const row = emptyRow(
        { ...about, mode: 'imported', verdict: 'inconclusive', reason },
        { ...values, notices: [...notices] },
      )
      return {
        tested: null,
        finish: () => ({
          ...row,
          ratio,
          pairs: values.base === null || values.head === null ? 0 : Math.max(1, n),
        }),
      }
    }
    case 'tested':
      return {
        tested: outcome.test.tested,
        finish: (family) => testedRow(outcome, { ...about, ...values }, terms, certainty, family),
      }
  }
}

function testedRow(
  { test, n, ranks, notices }: Extract<Outcome, { kind: 'tested' }>,
  about: About & Pick<Comparison, 'base' | 'head'>,
  terms: Terms,
  certainty: Certainty,
  family: Family<string>,
): Comparison {
  const { tested, effect, ends } = test
  const verdict = findingOf(tested, family.rejected().has(seriesKey(about)), family.size, certainty)
  const excludes = ends === null ? null : Math.max(0, worseBy(ends.high))
  const share = certainty.alpha / Math.max(1, family.size)
  const tooFew = ranks && verdict === 'inconclusive' && smallestP(n[0], n[1], 'greater') > share
  const row: Comparison = {
    ...emptyRow({ ...about, mode: 'imported', verdict, reason: '' }, about),
    ratio: ratioOf(effect, about.better),
    interval: intervalOf(ends, about.better),
    p:
      verdict === 'improvement'
        ? familyP(tested.better, family.size)
        : family.corrected(seriesKey(about), tested.worse),
    pairs: Math.min(...n),
    excludes: excludes !== null && excludes < 1e6 ? excludes : null,
    notices: tooFew ? [...notices, fewRepetitions(about, n, share)] : [...notices],
  }
  return { ...row, reason: reasonFor(row, n, terms, tooFew ? share : null) }
}

function reasonFor(
  row: Comparison,
  n: readonly [number, number],
  terms: Terms,
  tooFewAt: number | null,
): string {
  const { unit, better, ratio, interval } = row
  const words = wordsFor(unit, better)
  const repetitions =
    n[0] === n[1] ? `${counted(n[0], 'repetition')} a side` : `${n[0]} and ${n[1]} repetitions`
  const change = ratio === null ? null : changeInWords(ratio, unit, better)
  switch (row.verdict) {
    case 'regression':
      return `Head is ${change ?? words.worse} over ${repetitions}, more than their spread explains.`
    case 'improvement':
      return `Head is ${change ?? words.better} over ${repetitions}, more than their spread explains.`
    case 'no-change':
      return `Head being ${percent(terms.regression)} ${words.worse} is excluded by ${repetitions}.`
    default:
      if (tooFewAt !== null)
        return `${repetitions} cannot show a regression at this alpha: at least ${repetitionsNeeded(tooFewAt, 'greater')} a side are needed.`
      return interval === null
        ? `${repetitions} could not tell.`
        : `By ${repetitions} head may still be anything from ${changeInWords(interval[0], unit, better)} to ${changeInWords(interval[1], unit, better)}.`
  }
}

function fewRepetitions(about: About, n: readonly [number, number], share: number): Notice {
  return {
    code: 'few-repetitions',
    where: whereOf(about),
    message: `Base has ${n[0]} repetitions and head ${n[1]}; fewer than ${repetitionsNeeded(share, 'greater')} a side can never show a regression at this alpha.`,
    fix: 'Let the tool repeat more often (`-count` of go test, `--runs` of hyperfine), or gate fewer metrics.',
  }
}

/** What concerns every comparison of Runs that were not interleaved. */
export function apartNotices({ base, head }: Runs): Notice[] {
  const notices: Notice[] = [
    {
      code: 'uncontrolled-time',
      message:
        'Base and head were measured one after the other: whatever else changed on the machine in between looks like the change.',
      fix: 'Measure in pairs with `perf-gate run`, or run both sides in one job, alternating.',
    },
  ]
  if (fingerprint(base.environment) !== fingerprint(head.environment))
    notices.push({
      code: 'different-machines',
      message:
        'Base and head were measured on different kinds of machine, or with different versions of a runtime.',
      fix: 'Compare Runs of one machine; across machines only exact metrics mean anything.',
    })
  return notices
}
