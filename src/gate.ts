// The gate: the one file that knows the order of the stages.
//
//   config → plan → measure → compare → judge → report → publish
import {
  type BaselinePlace,
  baselinePlace,
  findBaseline,
  findDurations,
  findEarlier,
  firstRoundAfter,
  keepForOthers,
  programOfBase,
  storeAttempt,
} from './baseline/index.ts'
import { loadSuite } from './config/load.ts'
import { rulesOf } from './config/rules-of.ts'
import { type Decision, decide, exitCodeOf } from './decide.ts'
import { ConfigError, type ExitCode, exitCodes } from './errors.ts'
import { resolveChange } from './measure/checkout/change.ts'
import { readEnvironment } from './measure/environment.ts'
import { measurePlan } from './measure-plan.ts'
import type { Change } from './model/change.ts'
import type { Receipt } from './model/receipt.ts'
import type { Report } from './model/report.ts'
import type { Run } from './model/run.ts'
import type { ShardPlace } from './model/shard.ts'
import type { Suite } from './model/suite/index.ts'
import { suiteHash } from './plan/hash.ts'
import { makePlan } from './plan/plan.ts'
import { sharedSeed } from './plan/shards.ts'
import type { ForgeEvent } from './ports/forge.ts'
import type { Host } from './ports/host.ts'
import { announce, type CommentPolicy, type PublishOptions, publish, recant } from './publish/index.ts'
import { linksOf, outputsOf, renderedOf, repeatedWith, writeReports } from './rendered.ts'
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
  /** Only this part of the suite, for `merge` to judge with the others: see `measureShard`. */
  readonly shard?: ShardPlace | undefined
  /** Directory for Runs and reports. */
  readonly out: string
  readonly comment?: CommentPolicy | undefined
  readonly check?: 'always' | 'never' | undefined
  /** Instead of the suite's own name: tells the legs of a matrix apart. */
  readonly name?: string | undefined
}

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
  const { suite, plan, event } = prepared
  const kept = await keptProgram(prepared, host)
  const measured = await measurePlan({ ...prepared, program: kept.program }, request, host)
  const attempt = await storeAttempt({
    suite: suite.name,
    runs: measured.runs,
    event,
    artifacts: host.artifacts,
  })
  const notices = [...prepared.notices, ...kept.notices]
  return conclude(
    { ...prepared, ...measured, notices, change: plan.change, stored: attempt },
    request,
    options,
    host,
  )
}

/** What was measured, and what was known before: all that a verdict needs. */
export interface Concluding extends Pick<Decision, 'runs' | 'elapsed' | 'restored' | 'accepted' | 'edits'> {
  readonly change: Change
  readonly suite: Suite
  readonly event: ForgeEvent
  readonly locate: Prepared['locate']
  readonly notices: Decision['notices']
  readonly stored: readonly Receipt[]
  /** Measured by machines of several kinds: not to be held against Runs of other jobs. */
  readonly mixed?: boolean
}

/** Decides, writes the reports, keeps the Run as a baseline, and publishes: once for a whole suite. */
export async function conclude(
  concluding: Concluding,
  request: Pick<GateRequest, 'out' | 'config'>,
  options: PublishOptions,
  host: Host,
): Promise<GateResult> {
  const { suite, event, locate, runs, change, mixed = false } = concluding
  const { head } = runs
  const place = await baselinePlace(suite, event, host)
  const baseline =
    place === null || mixed
      ? null
      : await findBaseline({ ...place, environment: head.environment, history: historyOf(change, host) })
  const decision: Decision = {
    ...concluding,
    earlier: baseline?.runs ?? [],
    nearest: baseline?.nearest,
    notices: [...concluding.notices, ...(baseline?.notices ?? [])],
    host,
  }
  const report = await acceptedByLabel(decide(decision), decision, event, host)
  const again = repeatedWith(request.config)
  await writeReports(report, request.out, host, again)
  const kept = await keepForOthers({ ...keepTerms(suite, change, place, host), run: head })
  const stored = [...concluding.stored, ...kept]
  const published = await publish({
    report,
    host,
    rendered: {
      ...renderedOf(report, host, { ...linksOf(event), ...again }),
      annotations: annotations(report, { locate: fromRoot(locate, await host.git.prefix()) }),
      outputs: outputsOf(report, request.out),
    },
    options,
    earlier: stored,
  })
  return { report, receipts: [...stored, ...published], exitCode: exitCodeOf(report) }
}

/** The program of the base, where an earlier run has built and kept it. */
export async function keptProgram({ suite, event, plan }: Prepared, host: Host) {
  const place = await baselinePlace(suite, event, host)
  const environment = await readEnvironment(host)
  return programOfBase({ ...keepTerms(suite, plan.change, place, host), environment })
}

const keepTerms = (
  { baseline: { keep }, setup }: Suite,
  change: Change,
  place: BaselinePlace | null,
  host: Host,
) => ({ place, change, keep, setup, host })

/** A forge names files from the root of the repository; a package's suite lies further down. */
function fromRoot(locate: Concluding['locate'], prefix: string): Concluding['locate'] {
  return (row) => {
    const at = locate(row)
    return at && { ...at, file: `${prefix}${at.file}` }
  }
}

/** The commits that may have left a baseline: the base and what came before it. */
function historyOf({ base: { commit: base } }: Change, { git }: Host) {
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
    shard: request.shard,
  })
  const known = request.shard === undefined ? null : await knownOf(suite, change, event, host)
  const freshSeed = () =>
    request.shard === undefined ? host.clock.seed() : sharedSeed(change, suiteHash(suite), event.run?.id)
  const planned = makePlan({
    suite,
    change,
    // The same coins go on where they ended.
    seed: request.seed ?? earlier.runs?.head.seed ?? freshSeed(),
    only: request.only,
    maxTime: request.maxTime,
    firstRound: earlier.runs === null ? 0 : firstRoundAfter(earlier.runs),
    shard: request.shard && {
      ...request.shard,
      durations: new Map(Object.entries(known?.spent ?? {})),
      division: earlier.runs?.head.shard?.division,
    },
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
    known,
    notices: [...notices, ...(change.notices ?? []), ...earlier.notices],
  }
}

/** An earlier Run of the base branch that all shards agree on. */
async function knownOf(suite: Suite, change: Change, event: ForgeEvent, host: Host): Promise<Run | null> {
  const place = await baselinePlace(suite, event, host)
  const { commit } = change.head
  if (place === null || commit === undefined) return null
  return findDurations({ ...place, before: await host.git.committedAt(commit) })
}
