// What is asked of a load engine: how it is called, what its exit codes mean, and what its results say. A new engine is
// one file here, one line in the driver's table, and its name in model/suite/load-engine.ts.
import type { LoadSpec } from '../../model/suite/index.ts'
import type { Files } from '../../ports/files.ts'
import type { Finished } from '../../ports/processes.ts'
import type { Row } from '../load/rows.ts'

export interface EngineRun {
  /** Absolute. */
  readonly script: string
  readonly load: LoadSpec
  /** Which load: that of the suite, or the lighter one that warms up. */
  readonly model: EngineModel
  /** Where the load goes; `null` when only the script knows. */
  readonly target: string | null
  /** The service's port; `null` without a service. */
  readonly port: number | null
  /** An empty directory for what the engine writes. */
  readonly directory: string
}

export type EngineModel = Exclude<LoadSpec['model'], { readonly kind: 'levels' | 'stress' }>

export interface EngineCommand {
  readonly args: readonly string[]
  readonly env: Readonly<Record<string, string>>
  /** What must lie in the directory beforehand: path below it → text. */
  readonly files?: Readonly<Record<string, string>>
}

export interface EngineResult {
  /** The total first; the others are called as the script calls them. Dropped iterations are failed requests in it. */
  readonly rows: readonly Row[]
  /** Iterations that were begun, and those that were due and never begun. */
  readonly started: number
  readonly dropped: number
  /** Most virtual users at once; `null` when the engine does not say. */
  readonly users: number | null
  /** Checks of the script that failed; `null` when the engine does not count them. */
  readonly failedChecks: number | null
  /** Thresholds of the script that were crossed, in its words; `null` when the engine has none. */
  readonly crossed: readonly string[] | null
}

export interface Engine {
  /** As people call it. */
  readonly title: string
  /** Its program, as it is found on the PATH or in node_modules/.bin. */
  readonly program: string
  /** How to get it. */
  readonly install: string
  /** Arguments that make it print its version. */
  readonly version: readonly string[]
  /** Seconds that it takes to start and to end. */
  readonly startUp: number
  /** What must be known of all its figures. */
  readonly caveat?: string
  command(run: EngineRun): EngineCommand
  /** Why the run says nothing of the program, by how the engine ended; `null` when its results count. */
  failure(
    finished: Pick<Finished, 'exitCode' | 'signal'>,
  ): { readonly code: string; readonly reason: string } | null
  /** @throws ReadError when the results are not there, or cannot be read */
  read(
    directory: string,
    files: Pick<Files, 'read' | 'chunks'>,
    finished: Pick<Finished, 'exitCode'>,
  ): Promise<EngineResult>
}

/** The load in words that any script understands, for the environment. */
export function variablesOf({ model, target, port }: EngineRun): Record<string, string> {
  return {
    ...(target === null ? {} : { PERF_GATE_TARGET: target }),
    ...(port === null ? {} : { PORT: String(port) }),
    ...('rate' in model ? { PERF_GATE_RATE: String(model.rate) } : {}),
    ...('users' in model ? { PERF_GATE_USERS: String(model.users) } : {}),
    ...('iterations' in model ? { PERF_GATE_ITERATIONS: String(model.iterations) } : {}),
    ...('duration' in model ? { PERF_GATE_DURATION: written(model.duration) } : {}),
    ...('stages' in model
      ? {
          PERF_GATE_STAGES: JSON.stringify(
            model.stages.map(({ duration, target: amount }) => ({
              duration: written(duration),
              target: amount,
            })),
          ),
        }
      : {}),
  }
}

/** A duration as both engines read it: `1500ms`. */
export const written = (seconds: number): string => `${Math.round(seconds * 1000)}ms`

/** Iterations that an open model is to begin; `null` for a closed one, where the answers decide. */
export function intendedOf(model: EngineModel): number | null {
  switch (model.kind) {
    case 'constant-arrival-rate':
      return model.rate * model.duration
    case 'ramping-arrival-rate': {
      let from = model.start
      let sum = 0
      for (const { duration, target } of model.stages) {
        sum += (duration * (from + target)) / 2
        from = target
      }
      return sum
    }
    case 'shared-iterations':
      return model.iterations
    case 'per-vu-iterations':
      return model.iterations * model.users
    default:
      return null
  }
}

/** The load that warms up: as much as at the start, for so long. */
export function warmUpOf(model: EngineModel, duration: number): EngineModel {
  switch (model.kind) {
    case 'ramping-vus':
      return {
        kind: 'constant-vus',
        users: Math.max(1, Math.round(model.start || (model.stages[0]?.target ?? 1))),
        duration,
      }
    case 'ramping-arrival-rate':
      return {
        kind: 'constant-arrival-rate',
        rate: Math.max(1, model.start || (model.stages[0]?.target ?? 1)),
        duration,
      }
    case 'constant-arrival-rate':
      return { ...model, duration }
    default:
      return { kind: 'constant-vus', users: model.users, duration }
  }
}
