// The second half of the order: what was measured, whenever and wherever → compare → judge → report. It reads nothing and
// writes nothing, so `run`, `compare` and `merge` say the same of the same Runs.

import { compareRuns } from './compare/compare-runs.ts'
import { createDecider } from './compare/decider.ts'
import { pairsOf } from './compare/pairs.ts'
import { explain, type Worse } from './compare/profile-diff.ts'
import { compareRecorded } from './compare/recorded.ts'
import type { DecisionSettings } from './compare/settings.ts'
import { variationRows } from './compare/variation.ts'
import { type ExitCode, exitCodes } from './errors.ts'
import { judge } from './judge/judge.ts'
import type { Acceptance } from './model/acceptance.ts'
import type { Comparison } from './model/comparison.ts'
import type { Notice } from './model/notice.ts'
import type { Plan } from './model/plan.ts'
import type { Report } from './model/report.ts'
import type { Run, Runs } from './model/run.ts'
import type { StopRule } from './model/stop-rule.ts'
import type { Suite } from './model/suite/index.ts'
import { termsOf } from './model/terms.ts'
import type { Host } from './ports/host.ts'
import { compose } from './report/compose.ts'

export interface Decision {
  readonly suite: Pick<Suite, 'name' | 'gate' | 'budgets'>
  readonly runs: Runs
  /** Runs of earlier jobs on the base branch. */
  readonly earlier: readonly Run[]
  /** The nearest commit that they are of. */
  readonly nearest?: { readonly commit: string; readonly distance: number } | undefined
  /** The earlier Runs are all there is: the rule for recorded Runs decides, confirmed by fresh Runs of head. */
  readonly unpaired?: { readonly confirm: readonly Run[] }
  readonly change: Report['change']
  readonly notices: readonly Notice[]
  readonly accepted?: readonly Acceptance[]
  /** The base was not built, but restored from what was kept of it. */
  readonly restored?: boolean
  /** What the change edits of the rules that it is judged by. */
  readonly edits?: readonly string[]
  readonly elapsed?: number
  readonly host: Pick<Host, 'clock' | 'version'>
}

/** compare → judge → report: from what was measured, whenever and wherever, to what is said of it. */
export function decide(decision: Decision): Report {
  const {
    suite,
    runs,
    earlier,
    nearest,
    restored = false,
    unpaired,
    change,
    notices,
    accepted = [],
    edits = [],
    elapsed,
    host,
  } = decision
  const settings = settingsOf(suite)
  const recorded =
    earlier.length === 0
      ? []
      : compareRecorded(runs.head, earlier, { ...settings, ...unpaired, confirmations: suite.gate.confirm })
  const compared =
    unpaired === undefined
      ? compareRuns({ ...runs, settings })
      : { comparisons: recorded, family: recorded.length, notices: [] }
  const verdict = judge({
    comparisons: [...compared.comparisons, ...variationRows(runs, settings)],
    terms: settings.terms,
    onInconclusive: suite.gate.onInconclusive,
    accepted,
    failures: (['base', 'head'] as const).flatMap((side) =>
      runs[side].failures.map((failure) => ({ ...failure, side })),
    ),
  })
  const { base, head, reason, distance } = change
  return compose({
    suite: suite.name,
    createdAt: new Date(host.clock.now()).toISOString(),
    verdict,
    change: { base, head, reason, ...(distance === undefined ? {} : { distance }) },
    runs,
    explanations: explain(worseOf(compared.comparisons), runs),
    recorded: unpaired === undefined ? recorded : [],
    ...(restored ? { restored } : {}),
    ...(nearest === undefined ? {} : { baseline: { ...nearest, runs: earlier.length } }),
    notices: [...notices, ...compared.notices],
    edits,
    alpha: suite.gate.alpha,
    family: compared.family,
    ...(elapsed === undefined ? {} : { elapsed }),
    perfGate: host.version,
  })
}

/** 1 when the gate stops the change, 3 when it could not find out, 0 otherwise. */
export function exitCodeOf({ verdict, comparisons }: Pick<Report, 'verdict' | 'comparisons'>): ExitCode {
  const stopped = comparisons.some((row) => row.outcome === 'fail' && row.verdict !== 'failed')
  if (stopped) return exitCodes.fail
  const unmeasured = comparisons.some((row) => row.verdict === 'failed')
  if (verdict === 'fail') return exitCodes.unmeasured
  if (verdict === 'not-compared' && (unmeasured || comparisons.length === 0)) return exitCodes.unmeasured
  return exitCodes.pass
}

export function settingsOf({
  gate: { alpha, maxPairs },
  budgets,
}: Pick<Suite, 'gate' | 'budgets'>): DecisionSettings {
  return { alpha, maxPairs, terms: (series) => termsOf(budgets, series) }
}

/** Stops a benchmark when `decide` has its answer, from the pairs of earlier attempts and the new ones together. */
export function stopRuleOf(suite: Suite, plan: Plan, earlier: Runs | null = null): StopRule {
  const rule = createDecider({
    ...settingsOf(suite),
    // A further attempt may take as many pairs again.
    maxPairs: plan.firstRound + plan.maxPairs,
    expected: plan.benchmarks.map(({ benchmark }) => benchmark.name),
  })
  for (const pair of earlier === null ? [] : pairsOf(earlier)) rule.observe(pair)
  return rule
}

/** Benchmarks that take longer or keep more memory than before, worst first: what profiles can explain. */
function worseOf(comparisons: readonly Comparison[]): Worse[] {
  const worse = comparisons.filter(({ verdict }) => verdict === 'regression')
  worse.sort((a, b) => (b.ratio ?? Number.POSITIVE_INFINITY) - (a.ratio ?? Number.POSITIVE_INFINITY))
  return worse.flatMap(({ benchmark, metric, unit }): Worse[] => {
    if (/^(memory|heap|leak)\b/.test(metric)) return [{ benchmark, of: 'heap', base: null, head: null }]
    if (unit !== 's') return []
    const cpu = comparisons.find((row) => row.benchmark === benchmark && row.metric === 'cpu')
    return [{ benchmark, of: 'cpu', base: cpu?.base ?? null, head: cpu?.head ?? null }]
  })
}

/** What the profiles of these Runs have to explain. */
export function worseIn(suite: Pick<Suite, 'gate' | 'budgets'>, runs: Runs): Worse[] {
  return worseOf(compareRuns({ ...runs, settings: settingsOf(suite) }).comparisons)
}
