// Plan → Runs, with everything around the measuring: both sides checked out and built, the stop rule that knows how it
// will be decided, and the Runs left where they survive.
import { runFiles } from './baseline/index.ts'
import { elsewhereOf, stopRuleOf, worseIn } from './decide.ts'
import { prepareSides } from './measure/checkout/sides.ts'
import { readEnvironment } from './measure/environment.ts'
import { measure } from './measure/measure.ts'
import type { Plan } from './model/plan.ts'
import type { Program } from './model/program.ts'
import type { Run, Runs } from './model/run.ts'
import { sides } from './model/side.ts'
import type { StopRule } from './model/stop-rule.ts'
import type { Suite } from './model/suite/index.ts'
import { isWanted } from './plan/select.ts'
import type { Host } from './ports/host.ts'

/** Where `run` leaves everything when nobody says where. */
const defaultOut = '.perf-gate'

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
  /** A Run of the base branch: what it tells of benchmarks that other shards measure. */
  readonly known?: Run | null
  /** When a benchmark needs no more pairs: when everything in it is decided, if absent. */
  readonly stop?: StopRule
}

export async function measurePlan(
  {
    suite,
    plan,
    earlier = null,
    program,
    known = null,
    stop = stopRuleOf(suite, plan, earlier, elsewhereOf(suite, plan, known)),
  }: PlanToMeasure,
  { out }: { readonly out: string },
  host: Host,
): Promise<Measured> {
  // A shard without benchmarks builds nothing.
  const prepared =
    plan.benchmarks.length === 0
      ? nothingToPrepare(host.cwd)
      : await prepareSides({ change: plan.change, setup: plan.setup, program, host, out })
  const startedAt = host.clock.elapsed()
  try {
    const runs = await measure({
      plan,
      prepared,
      host: { ...host, out },
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

const nothingToPrepare = (directory: string): Awaited<ReturnType<typeof prepareSides>> => ({
  sides: { base: { directory }, head: { directory } },
  failures: [],
  notices: [],
  restored: false,
  dispose: async () => {},
})

export async function writeRuns(runs: Runs, out: string, { files }: Pick<Host, 'files'>): Promise<void> {
  // Results are nothing to commit, and a working tree stays as clean as it was.
  if (out === defaultOut) await files.write(`${out}/.gitignore`, '*\n')
  for (const side of sides) await files.write(`${out}/${runFiles[side]}`, JSON.stringify(runs[side]))
}
