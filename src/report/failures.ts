// What failed, told once: a program that crashes takes all its metrics with it, and nobody wants to read that three
// times. A trial that failed while the benchmark was compared all the same is a remark, not a failure.
import type { Report } from '../model/report.ts'
import type { Side } from '../model/side.ts'
import type { Judged } from '../model/verdict.ts'

type ReportFailure = Report['failures'][number]

export interface BenchmarkFailure {
  readonly benchmark: string
  /** Absent when the whole benchmark failed. */
  readonly metric?: string
  /** Empty when it is not known which. */
  readonly sides: readonly Side[]
  readonly reason: string
  /** The end of what it printed. */
  readonly output?: string
  /** What it does to the gate. */
  readonly outcome: Judged['outcome']
}

export interface Failures {
  /** Nothing could be compared because of these; what head alone cannot do comes first. */
  readonly fatal: readonly BenchmarkFailure[]
  /** Trials that were left out of a comparison that stands. */
  readonly voided: readonly ReportFailure[]
}

/** A metric's row that stands for all metrics of its benchmark. */
export const allMetrics = '*'

/** Whether a failure is about this row: its benchmark or one that it is a variant of, and its metric if one is named. */
export function isAbout(
  failure: { readonly benchmark: string; readonly metric?: string | undefined },
  row: { readonly benchmark: string; readonly metric: string },
): boolean {
  const { benchmark, metric } = failure
  const same = row.benchmark === benchmark || row.benchmark.startsWith(`${benchmark}/`)
  return same && (metric === undefined || row.metric === metric || row.metric.startsWith(`${metric}.`))
}

export function failuresOf(report: Report): Failures {
  const failedRows = report.comparisons.filter(({ verdict }) => verdict === 'failed')
  const isFatal = (failure: ReportFailure) =>
    failedRows.some((row) => isAbout(failure, row)) ||
    !report.comparisons.some((row) => isAbout(failure, row))

  const told = new Map<string, BenchmarkFailure>()
  for (const failure of report.failures.filter(isFatal)) {
    const key = `${failure.benchmark}\u0000${failure.metric ?? allMetrics}`
    const known = told.get(key)
    if (known === undefined) told.set(key, failureOf(failure, failedRows))
    else if (!known.sides.includes(failure.side))
      told.set(key, { ...known, sides: [...known.sides, failure.side] })
  }
  for (const row of failedRows) {
    if (report.failures.some((failure) => isAbout(failure, row))) continue
    const metric = row.metric === allMetrics ? {} : { metric: row.metric }
    const { benchmark, reason, outcome } = row
    told.set(`${benchmark}\u0000${row.metric}`, { benchmark, ...metric, sides: [], reason, outcome })
  }
  const byHead = [...told.values()].sort((a, b) => Number(isOfHead(b)) - Number(isOfHead(a)))
  return { fatal: byHead, voided: report.failures.filter((failure) => !isFatal(failure)) }
}

function failureOf(failure: ReportFailure, failedRows: readonly Judged[]): BenchmarkFailure {
  const { benchmark, metric, side, reason, output } = failure
  const outcomes = new Set(failedRows.filter((row) => isAbout(failure, row)).map(({ outcome }) => outcome))
  return {
    benchmark,
    ...(metric === undefined ? {} : { metric }),
    sides: [side],
    reason,
    ...(output?.trim() ? { output } : {}),
    // Without a row nothing says that it may be let through.
    outcome: (['fail', 'warn', 'pass', 'shown'] as const).find((each) => outcomes.has(each)) ?? 'fail',
  }
}

function isOfHead({ sides }: BenchmarkFailure): boolean {
  return sides.length === 1 && sides[0] === 'head'
}
