// Both sides on disk, built and ready to be measured; and given back whatever happens.
import { MeasureError } from '../../errors.ts'
import type { Change } from '../../model/change.ts'
import type { Failure } from '../../model/failure.ts'
import type { Notice } from '../../model/notice.ts'
import type { Program } from '../../model/program.ts'
import type { Side } from '../../model/side.ts'
import type { Host } from '../../ports/host.ts'
import { layOver } from './restore.ts'
import { setUp } from './setup.ts'
import { type Place, type PreparedSide, placeOf } from './worktree.ts'

/**
 * Why the base cannot be measured while the head still can: `checkout-failed`, `no-directory` (the base does not have
 * the directory that perf-gate runs in), `setup-failed` (it does not build).
 */
export interface SideFailure extends Pick<Failure, 'code' | 'reason' | 'output'> {
  readonly side: Side
}

export interface PreparedSides {
  readonly sides: Readonly<Record<Side, PreparedSide>>
  /** Only ever of the base: a head that cannot be prepared is an exception. */
  readonly failures: readonly SideFailure[]
  readonly notices: readonly Notice[]
  /** The base was not built: a program that was kept of it was laid over its checkout. */
  readonly restored: boolean
  /** Gives worktrees back; may be called twice. */
  dispose(): Promise<void>
}

export interface SidesOptions {
  readonly change: Change
  /** Commands that build a side, in order; each side runs them in its own directory. */
  readonly setup: readonly string[]
  readonly host: Pick<Host, 'git' | 'files' | 'processes' | 'log' | 'cwd'>
  /** What was kept of the base's commit: stands in for building it. */
  readonly program?: Program | undefined
  /** Directory for `setup-base.log` and `setup-head.log`. */
  readonly out?: string | undefined
}

/**
 * Finds or checks out both sides and runs `setup` in each, head first.
 * @throws ConfigError when a given folder does not exist
 * @throws MeasureError when the head cannot be prepared; nothing is left behind then
 */
export async function prepareSides(options: SidesOptions): Promise<PreparedSides> {
  const { change, host } = options
  const places: Place[] = []
  const dispose = async () => {
    for (let place = places.pop(); place !== undefined; place = places.pop()) await place.dispose()
  }
  const prepare = async (side: Side, ready?: string) => {
    const place = await placeOf(side, change, host)
    places.push(place)
    const { directory } = place.side
    // Base and head may be one folder, as when a suite is calibrated: it is built once.
    const isReady = directory === ready
    const failure = place.failure ?? (isReady ? null : await setUp({ ...options, side, directory }))
    return { ...place, failure }
  }
  try {
    if (change.base.directory === undefined || change.head.directory === undefined)
      await host.git.removeStaleWorktrees()
    const head = await prepare('head')
    if (head.failure !== null) throw headError(head.failure)
    const laid = await restore(options, places)
    const base = laid?.place ?? (await prepare('base', head.side.directory))
    return {
      restored: laid?.place !== undefined,
      sides: { base: base.side, head: head.side },
      failures: base.failure === null ? [] : [{ side: 'base', ...base.failure }],
      notices: [...head.notices, ...base.notices, ...(laid?.notices ?? [])],
      dispose,
    }
  } catch (error) {
    await dispose()
    throw error
  }
}

/** The base from a program that was kept; `notices` say why it has to be built after all. */
async function restore(
  { program, change, host }: SidesOptions,
  places: Place[],
): Promise<{ readonly place?: Place; readonly notices: readonly Notice[] } | null> {
  if (program === undefined || change.base.directory !== undefined || change.base.commit !== program.commit)
    return null
  const place = await placeOf('base', change, host)
  // What keeps the base from being checked out keeps it from being built, too.
  const problem = place.failure === null ? await layOver(program, place.side.directory, host.files) : null
  if (place.failure === null && problem === null) {
    places.push(place)
    return { place, notices: [] }
  }
  await place.dispose()
  return { notices: problem === null ? [] : [problem] }
}

function headError(failure: Pick<Failure, 'code' | 'reason' | 'output'>): MeasureError {
  const { reason, output } = failure
  if (failure.code !== 'setup-failed') return new MeasureError(reason)
  return new MeasureError(
    output ? `${reason} It printed:\n${output}` : `${reason} It printed nothing.`,
    'Run the command there by hand, or correct `setup` in the suite.',
  )
}
