// What every step of one measurement shares, and the one way in which a failure is told.
import type { Environment } from '../model/environment.ts'
import type { Failure } from '../model/failure.ts'
import type { Plan } from '../model/plan.ts'
import type { Runs } from '../model/run.ts'
import type { Side } from '../model/side.ts'
import type { StopRule } from '../model/stop-rule.ts'
import type { Log } from '../ports/log.ts'
import type { PreparedSides } from './checkout/sides.ts'
import type { Drivers, Tools, TrialError } from './driver.ts'
import type { Names } from './names.ts'
import type { Recorder } from './recorder.ts'
import type { ProfileKind } from './task/protocol.ts'

export interface Wanted {
  readonly benchmark: string
  readonly of: ProfileKind
}

export interface Measurement {
  readonly plan: Plan
  /** Where each side is, set up and ready to run, and why one of them is not. */
  readonly prepared: Pick<PreparedSides, 'sides' | 'failures' | 'notices'>
  readonly host: Tools & { readonly log: Log }
  readonly stop: StopRule
  /** Puts what is measured so far where it survives: called after each lap and before a failure is told. */
  readonly save: (runs: Runs) => Promise<void>
  readonly identity: {
    /** The same for both sides, different for every job. */
    readonly measurement: string
    readonly environment: Environment
  }
  /** Benchmarks to explain by profiles of both sides, worst first, once everything is measured; none when absent. */
  readonly toProfile?: (runs: Runs) => readonly Wanted[]
  /** What earlier attempts of the job measured: it is gone on with, at `plan.firstRound`. */
  readonly earlier?: Runs
  /** Which benchmarks to measure; all when absent. */
  readonly wanted?: (benchmark: string) => boolean
  /** The kinds of benchmark; all that perf-gate has when absent. */
  readonly drivers?: Drivers
}

export interface Course extends Measurement {
  readonly record: Recorder
  readonly names: Names
  /** Seconds since measuring began. */
  readonly elapsed: () => number
}

/** Does a part of a benchmark's measurement, and notes what it took: the next division into shards is made by it. */
export async function spend<Result>(
  { record, elapsed }: Course,
  { entry }: { readonly entry: string },
  work: () => Promise<Result>,
): Promise<Result> {
  const before = elapsed()
  try {
    return await work()
  } finally {
    record.spend(entry, elapsed() - before)
  }
}

/** A benchmark is given up on one side. Everything measured so far is saved before anybody hears of it. */
export async function fail(
  course: Course,
  benchmark: string,
  { side, code, message: reason, output }: TrialError,
  about: Pick<Failure, 'round' | 'metric'> = {},
): Promise<void> {
  await failRow(course, side, { benchmark, code, reason, output, ...about })
}

/** A failure that another tool reported of one of its rows. */
export async function failRow(course: Course, side: Side, failure: Failure): Promise<void> {
  const { benchmark, metric, code, reason, round, output } = failure
  course.record.fail(side, {
    benchmark,
    ...(metric === undefined ? {} : { metric }),
    code,
    reason,
    ...(round === undefined ? {} : { round }),
    ...(output === undefined ? {} : { output }),
  })
  await course.save(course.record.runs())
  course.host.log.progress({ kind: 'failed', benchmark, side, reason })
}
