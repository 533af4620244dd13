// Finds out which benchmarks each entry of the suite holds on each side.
import type { Notice } from '../model/notice.ts'
import { type Side, sides } from '../model/side.ts'
import { type Course, fail } from './course.ts'
import { type Driver, type Place, TrialError } from './driver.ts'
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
export async function discover(
  course: Course,
  entries: readonly Opened[],
  places: Readonly<Record<Side, Place>>,
): Promise<readonly Track[]> {
  const wanted = course.wanted ?? (() => true)
  const tracks: Track[] = []
  const clashes: Notice[] = []
  const failures: { readonly benchmark: string; readonly error: TrialError }[] = []
  for (const entry of entries) {
    const { benchmarks, errors } = await lookInto(entry.driver, places)
    const names = [...benchmarks.keys()].filter(wanted)
    clashes.push(...names.flatMap((name) => course.names.claim(name, entry.name) ?? []))
    for (const error of errors)
      for (const benchmark of names.length > 0 ? names : [entry.name]) failures.push({ benchmark, error })
    // Without the head there is nothing to judge. Without the base, the head's value and limits still count.
    if (errors.some((error) => error.side === 'head')) continue
    for (const name of names) tracks.push(newTrack(name, entry, benchmarks.get(name) ?? []))
  }
  refuseClashes(clashes)
  for (const { benchmark, error } of failures) await fail(course, benchmark, error)
  return tracks
}

async function lookInto(driver: Driver, places: Readonly<Record<Side, Place>>): Promise<Found> {
  const benchmarks = new Map<string, readonly Place[]>()
  const errors: TrialError[] = []
  // Head first: its order of benchmarks is the one that people know.
  for (const place of [places.head, places.base]) {
    try {
      for (const name of await driver.discover(place))
        benchmarks.set(name, [place, ...(benchmarks.get(name) ?? [])])
    } catch (error) {
      if (!(error instanceof TrialError)) throw error
      errors.push(error)
    }
  }
  if (benchmarks.size === 0 && errors.length === 0)
    for (const side of sides)
      errors.push(new TrialError(places[side], 'not-found', `neither side has it: ${driver.absence}`))
  return { benchmarks, errors }
}
