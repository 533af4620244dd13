// head Run + earlier Runs of the base branch → Comparison[], by the spread between runs only: trials of one job share its
// machine and its hour, so however many there are they say nothing about the next job. Measured on six years of runs of
// unchanged code on shared runners, every rule that looks back at single runs alarms far too often; this one, confirmed
// by two fresh jobs, alarmed on 0.7 % of commits.
import type { Comparison } from '../model/comparison.ts'
import { fingerprint } from '../model/environment.ts'
import type { Notice } from '../model/notice.ts'
import type { Run } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import type { Better } from '../model/unit.ts'
import { median } from '../stats/quantile.ts'
import { plainRatio } from './effect.ts'
import { compareExactly, exactReason } from './exact.ts'
import { withFloor } from './floor.ts'
import { emptyRow } from './missing.ts'
import { whereOf } from './oddities.ts'
import { readingsOf } from './readings.ts'
import type { DecisionSettings } from './settings.ts'
import { counted, percent, wordsFor } from './wording.ts'

/** Comparable runs below which there is no baseline. */
export const fewestRuns = 5
/** Comparable runs from which on the rule may alarm, and how many of the latest it looks at. */
export const runsLookedAt = 10
/** Fresh jobs that must agree before an alarm is a regression, when nobody says otherwise. */
export const confirmationsNeeded = 2
const leastMargin = 0.05

export interface RecordedSettings extends Pick<DecisionSettings, 'terms' | 'quantiles'> {
  /** Runs of the same head from fresh jobs. */
  readonly confirm?: readonly Run[]
  /** How many of them an alarm takes; two when absent. */
  readonly confirmations?: number
}

/**
 * Compares head with earlier Runs, in any order. Never says "no change" of anything that varies: no alarm is not evidence.
 * An alarm is `inconclusive` until `confirm` holds two comparable Runs that exceed as well; then it is a regression.
 */
export function compareRecorded(
  head: Run,
  earlier: readonly Run[],
  settings: RecordedSettings,
): readonly Comparison[] {
  const comparable = earlier
    .filter((run) => mayCompare(head, run))
    .toSorted((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? ''))
  const history = historyOf(comparable, settings)
  const confirmations = otherJobs(head, settings.confirm ?? []).filter((run) => mayCompare(head, run))
  const confirmed = historyOf(confirmations, settings)
  const ignored = earlier.length - comparable.length
  const needed = settings.confirmations ?? confirmationsNeeded

  return head.series.flatMap((series) =>
    readingsOf(series, cutFor(series, settings)).map(({ metric, value }) => {
      const about = { benchmark: series.benchmark, metric, unit: series.unit, better: series.better }
      const key = seriesKey(about)
      const terms = settings.terms(about)
      const entries = (history.get(key) ?? []).filter(({ unit }) => unit === series.unit)
      const values = entries.map((entry) => entry.value)
      const notices = ignored === 0 ? [] : [ignoredNotice(about, ignored)]
      if (value === null)
        return emptyRow({
          ...about,
          mode: 'recorded',
          verdict: 'inconclusive',
          reason: 'Head has no usable value.',
        })
      if (series.evidence.kind === 'exact') return exactRow(about, value, values.at(-1), terms)
      const fresh = (confirmed.get(key) ?? []).map((entry) => entry.value)
      return withFloor(
        againstHistory({ ...about, value, values, fresh, needed, notices }, terms.regression),
        terms,
      )
    }),
  )
}

/** Runs of one kind of machine and one way of measuring. */
export function mayCompare(a: Run, b: Run): boolean {
  return (
    fingerprint(a.environment) === fingerprint(b.environment) &&
    a.environment.suiteHash === b.environment.suiteHash
  )
}

/** A job that was given twice, or is the head's own, confirms nothing. */
function otherJobs(head: Run, runs: readonly Run[]): readonly Run[] {
  const jobOf = (run: Run) => run.measurement ?? JSON.stringify([run.createdAt, run.series])
  const seen = new Set([jobOf(head)])
  return runs.filter((run) => {
    const job = jobOf(run)
    if (seen.has(job)) return false
    seen.add(job)
    return true
  })
}

interface Entry {
  readonly value: number
  readonly unit: string
}

/** One value per run and metric, oldest first. */
function historyOf(runs: readonly Run[], settings: RecordedSettings): ReadonlyMap<string, readonly Entry[]> {
  const history = new Map<string, Entry[]>()
  for (const run of runs)
    for (const series of run.series)
      for (const { metric, value } of readingsOf(series, cutFor(series, settings))) {
        if (value === null) continue
        const key = seriesKey({ benchmark: series.benchmark, metric })
        const entries = history.get(key) ?? []
        entries.push({ value, unit: series.unit })
        history.set(key, entries)
      }
  return history
}

function cutFor(series: Series, settings: RecordedSettings) {
  return { extra: settings.quantiles ?? [], bare: settings.terms(series).gating }
}

type About = Pick<Comparison, 'benchmark' | 'metric' | 'unit' | 'better'>

function exactRow(
  about: About,
  head: number,
  base: number | undefined,
  terms: ReturnType<RecordedSettings['terms']>,
): Comparison {
  if (base === undefined)
    return emptyRow(
      { ...about, mode: 'exact', verdict: 'new', reason: 'No earlier comparable run has it.' },
      { head },
    )
  const found = compareExactly(base, head, about.better, terms)
  const { verdict, ratio, worse } = found
  return {
    ...emptyRow(
      { ...about, mode: 'exact', verdict, reason: exactReason(found, about.unit, about.better, terms) },
      { base, head },
    ),
    ratio,
    interval: ratio === null ? null : [ratio, ratio],
    excludes: Number.isFinite(worse) ? Math.max(0, worse) : null,
    pairs: 1,
  }
}

interface Against extends About {
  readonly value: number
  readonly values: readonly number[]
  readonly fresh: readonly number[]
  /** Fresh jobs that an alarm takes. */
  readonly needed: number
  readonly notices: readonly Notice[]
}

function againstHistory(
  { value, values, fresh, needed, notices, ...about }: Against,
  regression: number,
): Comparison {
  const last = values.slice(-runsLookedAt)
  const base = last.length === 0 ? null : median(last)
  const row: Comparison = {
    ...emptyRow(
      { ...about, mode: 'recorded', verdict: 'inconclusive', reason: '' },
      { base, head: value, notices: [...notices] },
    ),
    ratio: plainRatio(base, value),
    pairs: last.length,
  }
  if (values.length < fewestRuns)
    return {
      ...row,
      reason: `No baseline: ${counted(values.length, 'comparable run')}, and ${fewestRuns} are needed.`,
      notices: [...row.notices, noBaseline(about, values.length)],
    }
  if (values.length < runsLookedAt)
    return {
      ...row,
      reason: `${values.length} comparable runs show the usual range, but ${runsLookedAt} are needed before a run outside it means anything.`,
    }

  const margin = Math.max(leastMargin, regression)
  const exceeds = (candidate: number) => isBeyond(candidate, last, about.better, margin)
  const words = wordsFor(about.unit, about.better)
  if (!exceeds(value))
    return {
      ...row,
      reason: `Within ${percent(margin)} of what the last ${runsLookedAt} runs reached; that does not show that nothing changed.`,
    }
  const agreeing = fresh.filter(exceeds).length
  const alarm = `More than ${percent(margin)} ${words.worse} than all of the last ${runsLookedAt} runs`
  if (fresh.length >= needed && agreeing === fresh.length)
    return {
      ...row,
      verdict: 'regression',
      reason: `${alarm}, confirmed by ${counted(agreeing, 'fresh job')}.`,
    }
  if (agreeing < fresh.length)
    return {
      ...row,
      reason: `${alarm}, but ${counted(fresh.length - agreeing, 'fresh job')} did not confirm it.`,
    }
  return {
    ...row,
    reason: `${alarm}; ${counted(needed - agreeing, 'fresh job')} must confirm it.`,
    notices: [...row.notices, alarmNotice(about, needed - agreeing)],
  }
}

function isBeyond(value: number, last: readonly number[], better: Better, margin: number): boolean {
  return better === 'lower'
    ? value > Math.max(...last) * (1 + margin)
    : value < Math.min(...last) / (1 + margin)
}

function noBaseline(about: About, runs: number): Notice {
  return {
    code: 'no-baseline',
    where: whereOf(about),
    message: `${counted(runs, 'earlier run')} of this kind of machine and this suite ${runs === 1 ? 'has' : 'have'} it.`,
    fix: 'Let the workflow run on the base branch too, or compare in pairs: that needs no earlier run.',
  }
}

function alarmNotice(about: About, missing: number): Notice {
  return {
    code: 'unconfirmed-alarm',
    where: whereOf(about),
    message: 'One job is not enough to blame the change: machines differ by more than that.',
    fix: `Compare in pairs, or add ${counted(missing, 'job')} to the matrix whose Runs confirm it.`,
  }
}

function ignoredNotice(about: About, ignored: number): Notice {
  return {
    code: 'not-comparable',
    where: whereOf(about),
    message: `${counted(ignored, 'earlier run')} of another machine or suite ${ignored === 1 ? 'was' : 'were'} left out.`,
  }
}
