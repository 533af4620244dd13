// Finds out which benchmarks each entry of the suite holds on each side.
import type { Notice } from '../model/notice.ts'
import type { Side } from '../model/side.ts'
import { type Course, fail } from './course.ts'
import { type Driver, type Place, TrialError } from './driver.ts'
import { shareOf } from './earlier.ts'
import { refuseClashes } from './names.ts'
import { newTrack, type Track } from './track.ts'

/** One entry of the suite. */
export interface Opened {
  readonly name: string
  readonly driver: Driver
  /** Which side runs first, by pair. */
  readonly first: readonly Side[]
}

interface Found {
  readonly benchmarks: ReadonlyMap<string, readonly Place[]>
  readonly errors: readonly TrialError[]
}

/**
 * The benchmarks to measure. An entry that cannot be used is recorded as failed: under the names that the other side
 * knows, so that none of them looks as if it had been removed.
 * @throws ConfigError when two benchmarks have one name
 */
export async function discover(course: Course, entries: readonly Opened[]): Promise<readonly Track[]> {
  const wanted = course.wanted ?? (() => true)
  const { sides: prepared, failures: unprepared } = course.prepared
  // Head first: its order of benchmarks is the one that people know.
  const places = (['head', 'base'] as const).map((side) => ({ side, directory: prepared[side].directory }))
  const unusable = unprepared.flatMap(({ side, code, reason, output }) => {
    const place = places.find((each) => each.side === side)
    return place === undefined ? [] : [new TrialError(place, code, reason, output)]
  })
  const usable = places.filter(({ side }) => !unprepared.some((failure) => failure.side === side))
  const tracks: Track[] = []
  const clashes: Notice[] = []
  const failures: { readonly benchmark: string; readonly error: TrialError }[] = []
  for (const entry of entries) {
    // A program that hangs is first met here: whoever waits must know for what.
    course.host.log.progress({ kind: 'note', message: `trying ${entry.name}` })
    const found = await lookInto(entry.driver, usable)
    const { benchmarks } = found
    const errors = [...unusable, ...found.errors]
    // Of an entry whose rows come with its trials one was asked for, or it would not be in the plan.
    const names = [...benchmarks.keys()].filter((name) => wanted(name) || entry.driver.hasRows === true)
    clashes.push(...names.flatMap((name) => course.names.claim(name, entry.name) ?? []))
    for (const error of errors)
      for (const benchmark of names.length > 0 ? names : [entry.name]) failures.push({ benchmark, error })
    // Without the head there is nothing to judge. Without the base, the head's value and limits still count.
    if (errors.some((error) => error.side === 'head')) continue
    for (const name of names) {
      const share = course.earlier === undefined ? undefined : shareOf(course.earlier, name, names)
      tracks.push(newTrack(name, entry, benchmarks.get(name) ?? [], share))
    }
  }
  refuseClashes(clashes)
  for (const { benchmark, error } of failures) await fail(course, benchmark, error)
  return tracks
}

async function lookInto(driver: Driver, places: readonly Place[]): Promise<Found> {
  const benchmarks = new Map<string, readonly Place[]>()
  const errors: TrialError[] = []
  for (const place of places) {
    try {
      for (const name of await driver.discover(place))
        benchmarks.set(name, [place, ...(benchmarks.get(name) ?? [])])
    } catch (error) {
      if (!(error instanceof TrialError)) throw error
      errors.push(error)
    }
  }
  if (benchmarks.size === 0 && errors.length === 0)
    for (const place of places) errors.push(new TrialError(place, 'not-found', driver.absence))
  return { benchmarks, errors }
}
