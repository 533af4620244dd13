// The gate: the one file that knows the order of the stages.
//
//   config → plan → measure → compare → judge → report → publish
import {
  findBaseline,
  findEarlier,
  firstRoundAfter,
  runFiles,
  storeAttempt,
  storeBaseline,
} from './baseline/index.ts'
import { compareRuns } from './compare/compare-runs.ts'
import { createDecider } from './compare/decider.ts'
import { pairsOf } from './compare/pairs.ts'
import { compareRecorded } from './compare/recorded.ts'
import type { DecisionSettings } from './compare/settings.ts'
import { loadSuite } from './config/load.ts'
import { ConfigError, type ExitCode, exitCodes } from './errors.ts'
import { judge } from './judge/judge.ts'
import { resolveChange } from './measure/checkout/change.ts'
import { prepareSides } from './measure/checkout/sides.ts'
import { readEnvironment } from './measure/environment.ts'
import { measure } from './measure/measure.ts'
import type { Notice } from './model/notice.ts'
import type { Plan } from './model/plan.ts'
import type { Receipt } from './model/receipt.ts'
import type { Report } from './model/report.ts'
import type { Run, Runs } from './model/run.ts'
import { sides } from './model/side.ts'
import type { StopRule } from './model/stop-rule.ts'
import type { Suite } from './model/suite/index.ts'
import { termsOf } from './model/terms.ts'
import { suiteHash } from './plan/hash.ts'
import { makePlan } from './plan/plan.ts'
import { isWanted } from './plan/select.ts'
import type { Host } from './ports/host.ts'
import { commentRoom, publish, summaryRoom } from './publish/index.ts'
import { compose } from './report/compose.ts'
import { annotations, fileNames, type RenderOptions, renderers } from './report/renderers/index.ts'

/** What may be asked of one run of the gate; what is absent has a default that is right for most. */
export interface GateRequest {
  readonly config?: string | undefined
  readonly base?: string | undefined
  readonly head?: string | undefined
  readonly baseDir?: string | undefined
  readonly headDir?: string | undefined
  /** Names or globs of benchmarks. */
  readonly only?: readonly string[] | undefined
  /** Drawn fresh when absent. */
  readonly seed?: number | undefined
  /** Seconds. */
  readonly maxTime?: number | undefined
  /** Output directory of an earlier measurement of the same commits, to be gone on with. */
  readonly continue?: string | undefined
  /** Directory for Runs and reports. */
  readonly out: string
  readonly comment?: 'always' | 'never' | undefined
}

export interface GateResult {
  readonly report: Report
  readonly receipts: readonly Receipt[]
  readonly exitCode: ExitCode
}

export async function gate(request: GateRequest, host: Host): Promise<GateResult> {
  const prepared = await prepare(request, host)
  const { suite, plan, event, locate } = prepared
  const measured = await measurePlan(prepared, request, host)
  const attempt = await storeAttempt({
    suite: suite.name,
    runs: measured.runs,
    event,
    artifacts: host.artifacts,
  })
  // A plain machine keeps no Runs of earlier jobs: there is nothing to look up and nothing to miss.
  const keepsRuns = suite.baseline.from !== 'none' && event.kind !== 'local'
  const baselineKey = { suite: suite.name, event, artifacts: host.artifacts }
  const earlier = keepsRuns
    ? await findBaseline({ ...baselineKey, suiteHash: plan.suiteHash })
    : { runs: [], notices: [] }
  const report = decide({
    suite,
    runs: measured.runs,
    earlier: earlier.runs,
    change: plan.change,
    notices: [...prepared.notices, ...earlier.notices],
    elapsed: measured.elapsed,
    host,
  })
  await writeReports(report, request.out, host)
  const { head } = measured.runs
  const baseline =
    keepsRuns && head.series.length > 0 ? [await storeBaseline({ ...baselineKey, run: head })] : []
  const stored = [...attempt, ...baseline]
  const published = await publish({
    report,
    host,
    rendered: {
      comment: renderers.comment(report, { limit: commentRoom(host.forge.limits), ...linksOf(event) }),
      summary: renderers.summary(report, { limit: summaryRoom(host.forge.limits), ...linksOf(event) }),
      annotations: annotations(report, { locate }),
      outputs: outputsOf(report, request.out),
    },
    options: { comment: request.comment ?? 'always' },
    earlier: stored,
  })
  return { report, receipts: [...stored, ...published], exitCode: exitCodeOf(report) }
}

/** What would be measured: everything before the first program is started. */
export async function prepare(request: GateRequest, host: Host) {
  const { suite, notices, locate } = await loadSuite({ files: host.files, path: request.config })
  const event = await host.forge.event()
  const change = await resolveChange({ ...request, git: host.git, event, cwd: host.cwd })
  const earlier = await findEarlier({
    ...host,
    suite: suite.name,
    suiteHash: suiteHash(suite),
    change,
    event,
    directory: request.continue,
  })
  const planned = makePlan({
    suite,
    change,
    // The same coins go on where they ended.
    seed: request.seed ?? earlier.runs?.head.seed ?? host.clock.seed(),
    only: request.only,
    maxTime: request.maxTime,
    firstRound: earlier.runs === null ? 0 : firstRoundAfter(earlier.runs),
  })
  if ('faults' in planned)
    throw new ConfigError(planned.faults.map(({ message }) => message).join('\n'), planned.faults)
  return {
    suite,
    locate,
    event,
    plan: planned.plan,
    earlier: earlier.runs,
    notices: [...notices, ...(change.notices ?? []), ...earlier.notices],
  }
}

interface Measured {
  readonly runs: Runs
  /** Seconds. */
  readonly elapsed: number
}

export interface PlanToMeasure {
  readonly suite: Suite
  readonly plan: Plan
  /** Runs of earlier attempts, to be gone on with. */
  readonly earlier?: Runs | null
  /** When a benchmark needs no more pairs: when everything in it is decided, if absent. */
  readonly stop?: StopRule
}

export async function measurePlan(
  { suite, plan, earlier = null, stop = stopRuleOf(suite, plan, earlier) }: PlanToMeasure,
  { out }: Pick<GateRequest, 'out'>,
  host: Host,
): Promise<Measured> {
  const prepared = await prepareSides({ change: plan.change, setup: plan.setup, host, out })
  const startedAt = host.clock.elapsed()
  try {
    const runs = await measure({
      plan,
      prepared,
      host,
      stop,
      ...(earlier === null ? {} : { earlier }),
      wanted: (benchmark) => isWanted(plan, benchmark),
      save: (partial) => writeRuns(partial, out, host),
      identity: {
        measurement:
          earlier?.head.measurement ?? `${host.clock.now().toString(36)}-${plan.seed.toString(36)}`,
        environment: await readEnvironment(host, plan.suiteHash),
      },
    })
    return { runs, elapsed: host.clock.elapsed() - startedAt }
  } finally {
    await prepared.dispose()
  }
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

export function settingsOf({
  gate: { alpha, maxPairs },
  budgets,
}: Pick<Suite, 'gate' | 'budgets'>): DecisionSettings {
  return { alpha, maxPairs, terms: (series) => termsOf(budgets, series) }
}

export interface Decision {
  readonly suite: Pick<Suite, 'name' | 'gate' | 'budgets'>
  readonly runs: Runs
  /** Runs of earlier jobs on the base branch. */
  readonly earlier: readonly Run[]
  /** The earlier Runs are all there is: the rule for recorded Runs decides, confirmed by fresh Runs of head. */
  readonly unpaired?: { readonly confirm: readonly Run[] }
  readonly change: Report['change']
  readonly notices: readonly Notice[]
  readonly elapsed?: number
  readonly host: Pick<Host, 'clock' | 'version'>
}

/** compare → judge → report: from what was measured, whenever and wherever, to what is said of it. */
export function decide({ suite, runs, earlier, unpaired, change, notices, elapsed, host }: Decision): Report {
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
    comparisons: compared.comparisons,
    terms: settings.terms,
    onInconclusive: suite.gate.onInconclusive,
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
    recorded: unpaired === undefined ? recorded : [],
    notices: [...notices, ...compared.notices],
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

async function writeRuns(runs: Runs, out: string, { files }: Pick<Host, 'files'>): Promise<void> {
  for (const side of sides) await files.write(`${out}/${runFiles[side]}`, JSON.stringify(runs[side]))
}

export async function writeReports(
  report: Report,
  out: string,
  { files }: Pick<Host, 'files'>,
  options: RenderOptions = {},
): Promise<void> {
  for (const [format, name] of Object.entries(fileNames) as [keyof typeof fileNames, string][])
    await files.write(`${out}/${name}`, renderers[format](report, options))
}

function linksOf({ repository }: { readonly repository?: string }): RenderOptions {
  return repository === undefined ? {} : { repositoryUrl: `https://github.com/${repository}` }
}

function outputsOf(report: Report, out: string): Record<string, string> {
  const count = (verdict: string) => report.comparisons.filter((row) => row.verdict === verdict).length
  return {
    verdict: report.verdict,
    regressions: String(count('regression') + count('over-limit')),
    inconclusive: String(count('inconclusive')),
    report: `${out}/${fileNames.json}`,
    'base-commit': report.change.base.commit ?? '',
    seed: String(report.measured.seed ?? ''),
  }
}
