// Builds the Report: everything that is known, in one place, before anybody decides how it should look.
import type { Advice } from '../model/advice.ts'
import type { Comparison } from '../model/comparison.ts'
import type { Environment } from '../model/environment.ts'
import type { Explanation } from '../model/explanation.ts'
import type { Notice } from '../model/notice.ts'
import { type Report, reportFormat, reportVersion } from '../model/report.ts'
import type { Run } from '../model/run.ts'
import { sides } from '../model/side.ts'
import type { Judged, Verdict } from '../model/verdict.ts'

export interface ReportInput {
  readonly suite: string
  /** ISO 8601. */
  readonly createdAt: string
  readonly verdict: Verdict
  readonly change: Report['change']
  /** Failures, notices, environment and seed are taken from them; a side without a Run has none. */
  readonly runs: Readonly<
    Partial<Record<'base' | 'head', Pick<Run, 'failures' | 'notices' | 'environment' | 'seed'>>>
  >
  /** The same metrics against earlier Runs of the base branch. */
  readonly recorded?: readonly Comparison[]
  readonly baseline?: Report['baseline']
  /** The base was not built. */
  readonly restored?: boolean
  /** What the change edits of its own rules. */
  readonly edits?: readonly string[]
  /** Of the stages that hand on no Run: plan, baseline, publish. */
  readonly notices?: readonly Notice[]
  /** Of benchmarks that became worse. */
  readonly explanations?: readonly Explanation[]
  readonly advice?: readonly Advice[]
  readonly alpha: number
  /** Metrics that the error rate is shared by; counted from the rows when absent. */
  readonly family?: number
  /** Pairs measured in all; counted from the rows when absent. */
  readonly pairs?: number
  /** Seconds. */
  readonly elapsed?: number
  readonly environment?: Environment
  readonly seed?: number
  /** Version. */
  readonly perfGate?: string
}

export function compose(input: ReportInput): Report {
  const { verdict, change, runs } = input
  const comparisons = verdict.comparisons.map(finite)
  const environment = input.environment ?? runs.head?.environment ?? runs.base?.environment
  const seed = input.seed ?? runs.head?.seed ?? runs.base?.seed
  return {
    format: reportFormat,
    version: reportVersion,
    suite: input.suite,
    createdAt: input.createdAt,
    verdict: verdict.verdict,
    comparisons,
    recorded: (input.recorded ?? []).map(finite),
    ...(input.baseline === undefined ? {} : { baseline: input.baseline }),
    failures: sides.flatMap((side) => (runs[side]?.failures ?? []).map((failure) => ({ ...failure, side }))),
    notices: distinct([
      ...verdict.notices,
      ...(input.notices ?? []),
      ...sides.flatMap((side) => runs[side]?.notices ?? []),
    ]),
    explanations: [...(input.explanations ?? [])],
    advice: [...(input.advice ?? [])],
    ...(input.edits === undefined || input.edits.length === 0 ? {} : { edits: [...input.edits] }),
    change,
    measured: {
      mode: modeOf(comparisons),
      alpha: input.alpha,
      family: input.family ?? comparisons.filter(isTested).length,
      pairs: input.pairs ?? pairsOf(comparisons),
      ...(input.restored === true ? { restored: true } : {}),
      ...(input.elapsed === undefined ? {} : { elapsed: input.elapsed }),
      ...(seed === undefined ? {} : { seed }),
      ...(environment === undefined ? {} : { environment }),
      ...(input.perfGate === undefined ? {} : { perfGate: input.perfGate }),
    },
  }
}

/** JSON has no NaN and no Infinity: what is not finite is unknown. */
function finite<Row extends Comparison | Judged>(row: Row): Row {
  const known = (value: number | null) => (value !== null && Number.isFinite(value) ? value : null)
  return {
    ...row,
    base: known(row.base),
    head: known(row.head),
    ratio: known(row.ratio),
    interval: row.interval?.every(Number.isFinite) ? row.interval : null,
    p: known(row.p),
    pairs: known(row.pairs) ?? 0,
    excludes: known(row.excludes),
  }
}

function isTested({ mode, verdict, terms }: Judged): boolean {
  return terms.gating && mode !== 'exact' && !['new', 'gone', 'failed'].includes(verdict)
}

/** Exact rows stand beside any kind of measuring, so they alone do not make a report mixed. */
function modeOf(rows: readonly Judged[]): Report['measured']['mode'] {
  const modes = new Set(rows.map(({ mode }) => mode))
  if (modes.size === 1 && modes.has('exact')) return 'exact'
  modes.delete('exact')
  const [only] = modes
  if (modes.size > 1) return 'mixed'
  return only === undefined || only === 'exact' ? 'paired' : only
}

/** Metrics of one benchmark come from the same pairs. */
function pairsOf(rows: readonly Judged[]): number {
  const most = new Map<string, number>()
  for (const { benchmark, mode, pairs } of rows)
    if (mode === 'paired') most.set(benchmark, Math.max(most.get(benchmark) ?? 0, pairs))
  return [...most.values()].reduce((sum, pairs) => sum + pairs, 0)
}

/** Both sides are told the same about the machine: once is enough. */
function distinct(notices: readonly Notice[]): Notice[] {
  return [...new Map(notices.map((notice) => [JSON.stringify(notice), notice])).values()]
}
