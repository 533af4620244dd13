// The second half of the order: what was measured, whenever and wherever → compare → judge → report. It reads nothing and
// writes nothing, so `run`, `compare` and `merge` say the same of the same Runs.

import { compareRuns } from './compare/compare-runs.ts'
import { createDecider, type Elsewhere } from './compare/decider.ts'
import { figuresOf } from './compare/figures.ts'
import { pairsOf } from './compare/pairs.ts'
import { explain, type Worse } from './compare/profile-diff.ts'
import { compareRecorded } from './compare/recorded.ts'
import type { DecisionSettings } from './compare/settings.ts'
import { variationRows } from './compare/variation.ts'
import { type ExitCode, exitCodes } from './errors.ts'
import { advise } from './judge/advice/advise.ts'
import { judge } from './judge/judge.ts'
import type { Acceptance } from './model/acceptance.ts'
import type { Comparison } from './model/comparison.ts'
import type { Notice } from './model/notice.ts'
import type { Plan } from './model/plan.ts'
import type { Report } from './model/report.ts'
import type { Run, Runs } from './model/run.ts'
import { plannedName } from './model/shard.ts'
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
    advice: advise({
      figures: figuresOf(runs),
      rows: verdict.comparisons,
      machine: runs.head.environment,
    }),
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
  // Nothing was compared: that is only right where everything is new.
  const isIntroduced = comparisons.length > 0 && comparisons.every((row) => row.verdict === 'new')
  if (verdict === 'not-compared' && (unmeasured || !isIntroduced)) return exitCodes.unmeasured
  return exitCodes.pass
}

export function settingsOf({
  gate: { alpha, maxPairs },
  budgets,
}: Pick<Suite, 'gate' | 'budgets'>): DecisionSettings {
  return { alpha, maxPairs, terms: (series) => termsOf(budgets, series) }
}

/** Stops a benchmark when `decide` has its answer, from the pairs of earlier attempts and the new ones together. */
export function stopRuleOf(
  suite: Suite,
  plan: Plan,
  earlier: Runs | null = null,
  elsewhere?: Elsewhere,
): StopRule {
  const rule = createDecider({
    ...settingsOf(suite),
    // A further attempt may take as many pairs again.
    maxPairs: plan.firstRound + plan.maxPairs,
    expected: plan.benchmarks.map(({ benchmark }) => benchmark.name),
    ...(elsewhere === undefined ? {} : { elsewhere }),
  })
  for (const pair of earlier === null ? [] : pairsOf(earlier)) rule.observe(pair)
  return rule
}

/**
 * What other shards measure, whose metrics share the error rate of this one's; nothing without shards.
 * @param known an earlier Run of the base branch, which holds the metrics of their benchmarks
 */
export function elsewhereOf(suite: Suite, { shard }: Plan, known: Run | null): Elsewhere | undefined {
  if (shard === undefined) return undefined
  const kinds = new Map(suite.benchmarks.map(({ name, kind }) => [name, kind]))
  const others = shard.division
    .flatMap((names, index) => (index + 1 === shard.index ? [] : names))
    // Sizes are compared exactly and take nothing from the error rate.
    .filter((name) => kinds.get(name) !== 'files')
  const planned = new Set(shard.division.flat())
  const owner = (name: string) => plannedName(name, planned)
  const series = (known?.series ?? []).filter(({ benchmark }) => others.includes(owner(benchmark) ?? ''))
  const told = new Set(series.map(({ benchmark }) => owner(benchmark)))
  // Compared with itself, a Run has as many metrics to test as it will have.
  const run = known === null ? null : { ...known, measurement: 'known', failures: [], series }
  return {
    metrics: run === null ? 0 : compareRuns({ base: run, head: run, settings: settingsOf(suite) }).family,
    unknown: others.filter((name) => !told.has(name)).length,
  }
}

/** Benchmarks that take longer or keep more memory than before, worst first: what profiles can explain. */
function worseOf(comparisons: readonly Comparison[]): Worse[] {
  const worse = comparisons.filter(({ verdict }) => verdict === 'regression')
  worse.sort((a, b) => (b.ratio ?? Number.POSITIVE_INFINITY) - (a.ratio ?? Number.POSITIVE_INFINITY))
  return worse.flatMap(({ benchmark, metric, unit }): Worse[] => {
    if (/^(memory|heap|leak)\b/.test(metric)) return [{ benchmark, of: 'heap', base: null, head: null }]
    // A closed load that becomes slower shows as fewer answers per second.
    if (unit !== 's' && !/^throughput\b/.test(metric)) return []
    const cpu = comparisons.find((row) => row.benchmark === benchmark && row.metric === 'cpu')
    return [{ benchmark, of: 'cpu', base: cpu?.base ?? null, head: cpu?.head ?? null }]
  })
}

/** What the profiles of these Runs have to explain. */
export function worseIn(suite: Pick<Suite, 'gate' | 'budgets'>, runs: Runs): Worse[] {
  return worseOf(compareRuns({ ...runs, settings: settingsOf(suite) }).comparisons)
}
