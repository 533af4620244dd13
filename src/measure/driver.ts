// What a kind of benchmark must be able to do. A new kind is one file under drivers/, one line in its registry and one
// schema in model/suite: the loop in measure.ts never needs to know it.

import type { Failure } from '../model/failure.ts'
import type { Notice } from '../model/notice.ts'
import type { Observation } from '../model/observation.ts'
import type { Side } from '../model/side.ts'
import type { Benchmark, BenchmarkKind } from '../model/suite/index.ts'
import type { Host } from '../ports/host.ts'
import type { Taken } from './profile/gather.ts'
import type { ProfileKind } from './task/protocol.ts'

/** One side's files, ready to run. */
export interface Place {
  readonly side: Side
  /** Absolute. */
  readonly directory: string
}

export type Tools = Pick<Host, 'processes' | 'files' | 'clock' | 'compression'> &
  Partial<Pick<Host, 'log'>> & {
    /** Directory for what people may want to read beside the results; nothing is kept when absent. */
    readonly out?: string
  }

/** One entry of `benchmarks:`, opened for measuring. */
export interface Driver {
  /** `pairs`: trials of both sides, again and again until decided. `once`: read once per side, compared exactly. */
  readonly repeats: 'pairs' | 'once'
  /** It may have rows below the names that it discovers: only its trials tell which. */
  readonly hasRows?: boolean
  /** What is said when no side holds it. */
  readonly absence: string
  /**
   * Names of the benchmarks this entry holds on that side: `[]` when it does not exist there (new or gone).
   * @throws TrialError when it exists and cannot be used
   */
  discover(place: Place): Promise<readonly string[]>
  /**
   * Fixes how much both sides will do, so that a trial does the same on each.
   * @param places the sides that hold `name`; one alone when it is new or gone
   * @throws TrialError naming the side that failed
   */
  calibrate(name: string, places: readonly Place[]): Promise<Calibrated>
  /** Ends whatever outlives a trial. */
  dispose(): Promise<void>
}

export interface Aside {
  readonly observations: readonly Observation[]
  readonly notices: readonly Notice[]
}

/** What a trial says beside its observations. */
export interface Remarks {
  /** Rows that the tool which measured them reported as failed: they fail alone, the other rows of the trial count. */
  readonly failures: readonly Failure[]
  /** What must be known of its figures. */
  readonly notices: readonly Notice[]
}

/** A benchmark whose settings are fixed. */
export interface Calibrated {
  /** What was fixed: for the log and for people. */
  readonly settings: Readonly<Record<string, number>>
  /** Seconds that one trial is expected to last, all included. */
  readonly expected: number
  readonly notices: readonly Notice[]
  /**
   * One trial in a fresh process.
   * @param remark hears what there is to say beside the observations
   * @throws TrialError
   */
  trial(place: Place, remark?: (remarks: Remarks) => void): Promise<readonly Observation[]>
  /** What is counted in runs of its own, once per side, beside the trials. */
  readonly count?: Count
  /**
   * Both trials of a pair at once, where a driver can interleave them. The side named first is served first.
   * @throws TrialError naming the side that failed
   */
  readonly pair?: (first: Place, second: Place) => Promise<Readonly<Record<Side, readonly Observation[]>>>
  /**
   * What is looked at once per side, after the pairs and beside them: a leak test.
   * @throws TrialError
   */
  readonly aside?: (place: Place) => Promise<Aside>
  /** What the trials so far could not see, beside what they saw. Asked once per side, after the pairs. */
  readonly unseen?: (place: Place) => readonly Notice[]
  /**
   * An extra trial with a profiler watching: it shows where time goes or what stays in memory, and its costs count for
   * nothing.
   * @throws TrialError also when the program left no profile
   */
  readonly profile?: (place: Place, of: ProfileKind) => Promise<Taken>
  /** Seconds that `profile` takes; as long as a trial when absent. */
  readonly profileTime?: number
  /** What `profile` can show; CPU time alone when absent. */
  readonly profiles?: readonly ProfileKind[]
}

/** A metric that is counted, not timed. */
export interface Count {
  readonly metric: string
  /** Nothing else is recorded, so trials would be for nothing. */
  readonly alone: boolean
  /**
   * Repeated counts on one side, in the metric's unit: as many as it takes to know whether they repeat.
   * @throws TrialError
   */
  run(place: Place): Promise<readonly number[]>
}

/** A trial, or what leads to one, went wrong on one side. Everything else that is thrown is a fault of perf-gate. */
export class TrialError extends Error {
  override readonly name = 'TrialError'
  readonly side: Side
  /** Kebab-case, for machines. */
  readonly code: string
  /** The end of what the program printed. */
  readonly output: string | undefined
  constructor(place: Place, code: string, reason: string, output?: string) {
    super(reason)
    this.side = place.side
    this.code = code
    this.output = output
  }
}

type BenchmarkOf = { readonly [Kind in BenchmarkKind]: Extract<Benchmark, { readonly kind: Kind }> }

export type Drivers = {
  readonly [Kind in BenchmarkKind]: (benchmark: BenchmarkOf[Kind], tools: Tools) => Driver
}

/** Opens `benchmark` with the driver of its kind. */
export function openDriver<Kind extends BenchmarkKind>(
  drivers: Drivers,
  kind: Kind,
  benchmark: BenchmarkOf[Kind],
  tools: Tools,
): Driver {
  return drivers[kind](benchmark, tools)
}

/** `path` below a side; absolute paths stay. */
export function pathIn(place: Place, ...parts: readonly (string | undefined)[]): string {
  let path = place.directory
  for (const part of parts) {
    if (part === undefined || part === '.') continue
    path = /^(\/|[A-Za-z]:[\\/])/.test(part) ? part : `${path}/${part.replace(/^\.\//, '')}`
  }
  return path
}
