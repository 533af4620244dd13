// Comparisons against budgets → Verdict: what each row does to the gate, and what the gate comes to.
import type { Acceptance } from '../model/acceptance.ts'
import type { Comparison } from '../model/comparison.ts'
import type { Failure } from '../model/failure.ts'
import type { Notice } from '../model/notice.ts'
import type { Side } from '../model/side.ts'
import type { Terms } from '../model/terms.ts'
import type { Judged, Outcome, RowVerdict, Verdict } from '../model/verdict.ts'
import { acceptedRow } from './accepted.ts'
import { holdLimit, type LimitFinding } from './limit.ts'

export interface SideFailure extends Failure {
  readonly side: Side
}

export interface JudgeInput {
  readonly comparisons: readonly Comparison[]
  readonly terms: (series: { readonly benchmark: string; readonly metric: string }) => Terms
  /** What an undecided metric does to the gate. */
  readonly onInconclusive: 'pass' | 'warn' | 'fail'
  /** Failures of both Runs: a failed row of head fails the gate, one of base alone warns. */
  readonly failures: readonly SideFailure[]
  /** Regressions that people live with. */
  readonly accepted?: readonly Acceptance[]
}

/** Rows that no budget names are shown and decide nothing, but for what failed as a whole. */
export function judge({ comparisons, terms, onInconclusive, failures, accepted = [] }: JudgeInput): Verdict {
  const rows = comparisons.map((row) =>
    acceptedRow(judgeRow(row, terms(row), onInconclusive, failures), accepted),
  )
  const notices: Notice[] = []
  const compared = rows.some(isCompared)
  // A limit needs no base to be broken.
  const broken = rows.some((row) => row.outcome === 'fail' && holdLimit(row, row.terms).kind === 'broken')
  const outcomes = new Set(rows.map(({ outcome }) => outcome))
  const verdict: Outcome =
    !compared && !broken
      ? 'not-compared'
      : outcomes.has('fail')
        ? 'fail'
        : outcomes.has('warn')
          ? 'warn'
          : 'pass'
  if (verdict === 'not-compared') notices.push(notComparedNotice(rows))
  return { verdict, comparisons: rows, notices }
}

function judgeRow(
  row: Comparison,
  terms: Terms,
  onInconclusive: JudgeInput['onInconclusive'],
  failures: readonly SideFailure[],
): Judged {
  // JSON has no undefined: keys that no budget sets stay away.
  const { limit, floor, ...always } = terms
  const judged = {
    ...row,
    notices: [...row.notices],
    terms: {
      ...always,
      ...(limit === undefined ? {} : { limit }),
      ...(floor === undefined ? {} : { floor }),
    },
  }
  const failed = row.verdict === 'failed' ? failedOutcome(row, terms, failures) : null
  if (!terms.gating) return { ...judged, outcome: failed ?? 'shown' }

  // Where base failed and head went on alone, its limits hold all the same.
  const limited = failed !== null && row.head === null ? ({ kind: 'none' } as const) : holdLimit(row, terms)
  const verdict = verdictUnder(row.verdict, limited)
  const outcome = worst(
    failed ?? outcomeOf(verdict, terms, onInconclusive),
    limited.kind === 'unknown' ? 'warn' : 'pass',
  )
  return {
    ...judged,
    verdict,
    outcome: limited.kind === 'broken' ? worst(outcome, budgetOutcome(terms)) : outcome,
    reason: limited.kind === 'broken' ? `${limitReason(row)} ${row.reason}`.trim() : row.reason,
    notices: limited.notice === undefined ? judged.notices : [...judged.notices, limited.notice],
  }
}

/** A regression stays one above its limit, and so does a failure: that says more, and the reason says both. */
function verdictUnder(verdict: RowVerdict, limited: LimitFinding): RowVerdict {
  return limited.kind === 'broken' && verdict !== 'regression' && verdict !== 'failed'
    ? 'over-limit'
    : verdict
}

function limitReason({ better }: Comparison): string {
  return `Head is ${better === 'lower' ? 'above' : 'below'} its limit.`
}

const budgetOutcomes = { fail: 'fail', warn: 'warn', ignore: 'pass' } as const satisfies Record<
  Terms['onRegression'],
  Judged['outcome']
>

function budgetOutcome({ onRegression }: Terms): Judged['outcome'] {
  return budgetOutcomes[onRegression]
}

function outcomeOf(
  verdict: RowVerdict,
  terms: Terms,
  onInconclusive: JudgeInput['onInconclusive'],
): Judged['outcome'] {
  switch (verdict) {
    case 'regression':
    case 'over-limit':
      return budgetOutcome(terms)
    case 'inconclusive':
      // A budget that must not stop anyone does not do so by being undecided.
      return terms.onRegression === 'fail'
        ? onInconclusive
        : terms.onRegression === 'warn'
          ? least(onInconclusive, 'warn')
          : 'pass'
    case 'gone':
      return 'warn'
    case 'failed':
      return 'fail'
    case 'improvement':
    case 'no-change':
    case 'new':
    case 'accepted':
      return 'pass'
  }
}

/** A benchmark that head breaks fails the gate; one that only base could not run cannot be head's fault. */
function failedOutcome(row: Comparison, terms: Terms, failures: readonly SideFailure[]): Judged['outcome'] {
  const about = failures.filter(
    ({ benchmark, metric }) =>
      (row.benchmark === benchmark || row.benchmark.startsWith(`${benchmark}/`)) &&
      (metric === undefined || row.metric === metric || row.metric.startsWith(`${metric}.`)),
  )
  // A single metric that could not be read matters only when a budget names it; a whole benchmark always does.
  const whole = row.metric === '*' || about.some(({ metric }) => metric === undefined)
  if (!terms.gating && !whole) return 'shown'
  const onlyBase = about.length > 0 && about.every(({ side }) => side === 'base')
  return onlyBase ? 'warn' : 'fail'
}

const severity = { shown: 0, pass: 1, warn: 2, fail: 3 } as const

function worst(a: Judged['outcome'], b: Judged['outcome']): Judged['outcome'] {
  return severity[a] >= severity[b] ? a : b
}

function least(a: Judged['outcome'], b: Judged['outcome']): Judged['outcome'] {
  return severity[a] <= severity[b] ? a : b
}

/** A gating metric of which both sides were seen together. */
function isCompared({ terms, verdict, base, head, pairs }: Judged): boolean {
  if (!terms.gating || verdict === 'failed') return false
  return verdict === 'inconclusive' ? pairs > 0 : base !== null && head !== null
}

function notComparedNotice(rows: readonly Judged[]): Notice {
  const gating = rows.filter(({ terms }) => terms.gating)
  if (rows.length === 0)
    return {
      code: 'not-compared',
      message: 'There is nothing to compare: neither side has a metric.',
      fix: 'Check that the benchmarks ran, and that the files given hold Runs.',
    }
  if (rows.every(({ verdict }) => verdict === 'failed'))
    return {
      code: 'not-compared',
      message: 'Every benchmark failed: nothing was compared.',
      fix: 'The reason is in each row; `perf-gate doctor` checks the rest.',
    }
  if (gating.length === 0)
    return {
      code: 'not-compared',
      message: 'No budget names any of the metrics that were measured: nothing could fail.',
      fix: 'Add a budget for one of them: `budgets: [{ metric: … }]`.',
    }
  return {
    code: 'not-compared',
    message: 'No metric with a budget was seen on both sides together.',
    fix: 'New benchmarks are compared once the base branch has them.',
  }
}
