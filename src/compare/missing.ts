// Rows for what could not be compared: new, gone, failed, or not comparable. A metric never just goes missing.
import type { Comparison, Mode } from '../model/comparison.ts'
import type { Failure } from '../model/failure.ts'
import type { Notice } from '../model/notice.ts'
import type { Run } from '../model/run.ts'
import type { Series } from '../model/series.ts'
import type { Side } from '../model/side.ts'
import { whereOf } from './oddities.ts'
import { readingsOf } from './readings.ts'
import type { Cut } from './value.ts'

/** A row with nothing in it but what it is about. */
export function emptyRow(
  about: Pick<Comparison, 'benchmark' | 'metric' | 'unit' | 'better' | 'mode' | 'verdict' | 'reason'>,
  values: Partial<Pick<Comparison, 'base' | 'head' | 'notices'>> = {},
): Comparison {
  return {
    base: null,
    head: null,
    ratio: null,
    interval: null,
    p: null,
    pairs: 0,
    excludes: null,
    notices: [],
    ...about,
    ...values,
  }
}

/** Rows of a series that only one side has. */
export function oneSided(series: Series, side: Side, mode: Mode, cut: Cut): Comparison[] {
  const verdict = side === 'head' ? 'new' : 'gone'
  const reason =
    side === 'head'
      ? 'Base does not have it: there is nothing to compare with yet.'
      : 'Head does not have it any more.'
  return readingsOf(series, cut).map(({ metric, value }) => {
    const about = { benchmark: series.benchmark, metric, unit: series.unit, better: series.better }
    const notice: Notice = {
      code: verdict,
      where: whereOf(about),
      message: side === 'head' ? 'Measured on head only.' : 'Measured on base only.',
      fix:
        side === 'head'
          ? 'Nothing to do: it is compared once the base branch has it. A `limit` is held already.'
          : 'If it was removed on purpose, remove its budget too.',
    }
    return emptyRow({ ...about, mode, verdict, reason }, { [side]: value, notices: [notice] })
  })
}

/** Rows of a series whose sides cannot be compared at all. `why` is one sentence. */
export function incomparable(head: Series, mode: Mode, cut: Cut, notice: Notice): Comparison[] {
  return readingsOf(head, cut).map(({ metric, value }) =>
    emptyRow(
      {
        benchmark: head.benchmark,
        metric,
        unit: head.unit,
        better: head.better,
        mode,
        verdict: 'inconclusive',
        reason: notice.message,
      },
      { head: value, notices: [notice] },
    ),
  )
}

/** Whether a failure is about this series: the whole benchmark, all its variants, or this metric of it. */
export function concerns(
  failure: Failure,
  series: { readonly benchmark: string; readonly metric: string },
): boolean {
  const sameBenchmark =
    series.benchmark === failure.benchmark || series.benchmark.startsWith(`${failure.benchmark}/`)
  return (
    sameBenchmark &&
    (failure.metric === undefined ||
      failure.metric === series.metric ||
      series.metric.startsWith(`${failure.metric}.`))
  )
}

/**
 * A row under the failures of its benchmark. A failure says that a side was given up; pairs of later rounds say that it
 * worked again, as in a second attempt of the job.
 * @param lastRound the last round that both sides of the row have; `null` when there is none.
 */
export function withFailures(
  row: Comparison,
  failures: Readonly<Record<Side, readonly Failure[]>>,
  lastRound: number | null,
): Comparison {
  const ofBase = failures.base.filter((failure) => concerns(failure, row))
  const ofHead = failures.head.filter((failure) => concerns(failure, row))
  const all = [...ofBase, ...ofHead]
  if (all.length === 0) return row
  const recovered = all.every(({ round }) => round !== undefined && lastRound !== null && lastRound > round)
  if (!recovered)
    return {
      ...row,
      verdict: 'failed',
      p: null,
      excludes: null,
      reason: failureReason({ base: ofBase, head: ofHead }),
    }
  const notice: Notice = {
    code: 'recovered',
    where: whereOf(row),
    message: `It failed and worked again later; the pairs of both times were used. ${failureReason({ base: ofBase, head: ofHead })}`,
    fix: 'Make the benchmark reliable: a side that fails more often than the other one biases what is left.',
  }
  return { ...row, notices: [...row.notices, notice] }
}

/** Rows of failures that no series is there for. */
export function failedRows(
  failures: Readonly<Record<Side, readonly Failure[]>>,
  covered: readonly Comparison[],
  mode: Mode,
): Comparison[] {
  const rows = new Map<string, Comparison>()
  for (const failure of [...failures.head, ...failures.base]) {
    const { benchmark, metric = '*' } = failure
    const key = `${benchmark}\u0000${metric}`
    if (rows.has(key) || covered.some((row) => concerns(failure, row))) continue
    const same = (other: Failure) => other.benchmark === benchmark && other.metric === failure.metric
    const reason = failureReason({ base: failures.base.filter(same), head: failures.head.filter(same) })
    rows.set(
      key,
      emptyRow({ benchmark, metric, unit: 'count', better: 'lower', mode, verdict: 'failed', reason }),
    )
  }
  return [...rows.values()]
}

function failureReason(failures: Readonly<Record<Side, readonly Failure[]>>): string {
  const parts = (['head', 'base'] as const).flatMap((side) => {
    const failure = failures[side].find(({ round }) => round === undefined) ?? failures[side][0]
    return failure === undefined ? [] : [`${side} failed: ${failure.reason}`]
  })
  return parts.join(' ')
}

/** Series of both sides by what they are about, in the order of head, then what only base has. */
export function matchSeries(
  base: Run,
  head: Run,
  keyOf: (series: Series) => string,
): {
  readonly matched: readonly Readonly<Partial<Record<Side, Series>>>[]
  readonly notices: readonly Notice[]
} {
  const matched = new Map<string, Partial<Record<Side, Series>>>()
  const notices: Notice[] = []
  for (const [side, run] of [
    ['head', head],
    ['base', base],
  ] as const)
    for (const series of run.series) {
      const key = keyOf(series)
      const entry = matched.get(key) ?? {}
      if (entry[side] !== undefined)
        notices.push({
          code: 'duplicate-series',
          where: whereOf(series),
          message: `${side} holds it more than once; the first one is compared.`,
          fix: 'Give each benchmark a name of its own.',
        })
      else matched.set(key, { ...entry, [side]: series })
    }
  return { matched: [...matched.values()], notices }
}
