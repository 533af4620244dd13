// The gate: the one file that knows the order of the stages.
//
//   config → plan → measure → compare → judge → report → publish
import {
  baselinePlace,
  findBaseline,
  findEarlier,
  firstRoundAfter,
  keepForOthers,
  programOfBase,
  runFiles,
  storeAttempt,
} from './baseline/index.ts'
import { loadSuite } from './config/load.ts'
import { rulesOf } from './config/rules-of.ts'
import { type Decision, decide, exitCodeOf, stopRuleOf, worseIn } from './decide.ts'
import { ConfigError, type ExitCode, exitCodes } from './errors.ts'
import { resolveChange } from './measure/checkout/change.ts'
import { prepareSides } from './measure/checkout/sides.ts'
import { readEnvironment } from './measure/environment.ts'
import { measure } from './measure/measure.ts'
import type { Plan } from './model/plan.ts'
import type { Program } from './model/program.ts'
import type { Receipt } from './model/receipt.ts'
import type { Report } from './model/report.ts'
import type { Runs } from './model/run.ts'
import { sides } from './model/side.ts'
import type { StopRule } from './model/stop-rule.ts'
import type { Suite } from './model/suite/index.ts'
import { suiteHash } from './plan/hash.ts'
import { makePlan } from './plan/plan.ts'
import { isWanted } from './plan/select.ts'
import type { ForgeEvent } from './ports/forge.ts'
import type { Host } from './ports/host.ts'
import { announce, type CommentPolicy, type PublishOptions, publish, recant } from './publish/index.ts'
import { linksOf, outputsOf, renderedOf, writeReports } from './rendered.ts'
import { annotations } from './report/renderers/index.ts'

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
  readonly comment?: CommentPolicy | undefined
  readonly check?: 'always' | 'never' | undefined
  /** Instead of the suite's own name: tells the legs of a matrix apart. */
  readonly name?: string | undefined
}

/** Where `run` leaves everything when nobody says where. */
export const defaultOut = '.perf-gate'

export interface GateResult {
  readonly report: Report
  readonly receipts: readonly Receipt[]
  readonly exitCode: ExitCode
}

export async function gate(request: GateRequest, host: Host): Promise<GateResult> {
  const prepared = await prepare(request, host)
  const options = { comment: request.comment ?? 'always', check: request.check ?? 'never' } as const
  await announce(prepared.suite.name, host, options)
  try {
    return await gatePrepared(prepared, request, options, host)
  } catch (error) {
    await recant(prepared.suite.name, host, options)
    throw error
  }
}

type Prepared = Awaited<ReturnType<typeof prepare>>

async function gatePrepared(
  prepared: Prepared,
  request: GateRequest,
  options: PublishOptions,
  host: Host,
): Promise<GateResult> {
  const { suite, plan, event, locate } = prepared
  const place = await baselinePlace(suite, event, host)
  const kept = { place, change: plan.change, keep: suite.baseline.keep, setup: plan.setup, host }
  const { program, notices } = await programOfBase({ ...kept, environment: await readEnvironment(host) })
  const measured = await measurePlan({ ...prepared, program }, request, host)
  const attempt = await storeAttempt({
    suite: suite.name,
    runs: measured.runs,
    event,
    artifacts: host.artifacts,
  })
  const { head } = measured.runs
  const baseline =
    place === null
      ? null
      : await findBaseline({ ...place, environment: head.environment, history: historyOf(plan.change, host) })
  const decision: Decision = {
    suite,
    runs: measured.runs,
    earlier: baseline?.runs ?? [],
    nearest: baseline?.nearest,
    change: plan.change,
    notices: [...prepared.notices, ...notices, ...(baseline?.notices ?? [])],
    restored: measured.restored,
    accepted: prepared.accepted,
    edits: prepared.edits,
    elapsed: measured.elapsed,
    host,
  }
  const report = await acceptedByLabel(decide(decision), decision, event, host)
  await writeReports(report, request.out, host)
  const stored = [...attempt, ...(await keepForOthers({ ...kept, run: head }))]
  const published = await publish({
    report,
    host,
    rendered: {
      ...renderedOf(report, host, linksOf(event)),
      annotations: annotations(report, { locate }),
      outputs: outputsOf(report, request.out),
    },
    options,
    earlier: stored,
  })
  return { report, receipts: [...stored, ...published], exitCode: exitCodeOf(report) }
}

/** The commits that may have left a baseline: the base and what came before it. */
function historyOf({ base: { commit: base } }: Plan['change'], { git }: Host) {
  return base === undefined ? undefined : { git, base }
}

/** A label is looked for only where there is something to accept. */
async function acceptedByLabel(
  report: Report,
  decision: Decision,
  event: ForgeEvent,
  { forge }: Host,
): Promise<Report> {
  if (event.kind !== 'pull_request' || exitCodeOf(report) !== exitCodes.fail) return report
  const [by] = await forge.labelledBy(acceptingLabel)
  if (by === undefined) return report
  const acceptance = { benchmark: '**', metric: '**', by: `@${by}`, reason: `the label "${acceptingLabel}"` }
  return decide({ ...decision, accepted: [...(decision.accepted ?? []), acceptance] })
}

/** Accepts what a pull request costs, when somebody with write access has put it there. */
const acceptingLabel = 'perf-gate: accepted'

/** What would be measured: everything before the first program is started. */
export async function prepare(request: GateRequest, host: Host) {
  const loaded = await loadSuite({ files: host.files, path: request.config })
  const event = await host.forge.event()
  const change = await resolveChange({ ...request, git: host.git, event, cwd: host.cwd })
  const { suite: held, edits, accepted, notices } = await rulesOf(loaded, change, event, host)
  const { locate } = loaded
  const suite = { ...held, name: request.name ?? held.name }
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
    edits,
    accepted,
    plan: planned.plan,
    earlier: earlier.runs,
    notices: [...notices, ...(change.notices ?? []), ...earlier.notices],
  }
}

interface Measured {
  readonly runs: Runs
  /** Seconds. */
  readonly elapsed: number
  /** The base was not built. */
  readonly restored: boolean
}

export interface PlanToMeasure {
  readonly suite: Suite
  readonly plan: Plan
  /** Runs of earlier attempts, to be gone on with. */
  readonly earlier?: Runs | null
  /** What was kept of the base: stands in for building it. */
  readonly program?: Program | undefined
  /** When a benchmark needs no more pairs: when everything in it is decided, if absent. */
  readonly stop?: StopRule
}

export async function measurePlan(
  { suite, plan, earlier = null, program, stop = stopRuleOf(suite, plan, earlier) }: PlanToMeasure,
  { out }: Pick<GateRequest, 'out'>,
  host: Host,
): Promise<Measured> {
  const prepared = await prepareSides({ change: plan.change, setup: plan.setup, program, host, out })
  const startedAt = host.clock.elapsed()
  try {
    const runs = await measure({
      plan,
      prepared,
      host,
      stop,
      ...(earlier === null ? {} : { earlier }),
      wanted: (benchmark) => isWanted(plan, benchmark),
      toProfile: (partial) => worseIn(suite, partial),
      save: (partial) => writeRuns(partial, out, host),
      identity: {
        measurement:
          earlier?.head.measurement ?? `${host.clock.now().toString(36)}-${plan.seed.toString(36)}`,
        environment: await readEnvironment(host, plan.suiteHash),
      },
    })
    return { runs, elapsed: host.clock.elapsed() - startedAt, restored: prepared.restored }
  } finally {
    await prepared.dispose()
  }
}

async function writeRuns(runs: Runs, out: string, { files }: Pick<Host, 'files'>): Promise<void> {
  // Results are nothing to commit, and a working tree stays as clean as it was.
  if (out === defaultOut) await files.write(`${out}/.gitignore`, '*\n')
  for (const side of sides) await files.write(`${out}/${runFiles[side]}`, JSON.stringify(runs[side]))
}
