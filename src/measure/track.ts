// One benchmark's course through the measurement: which sides still run it, how many pairs it has, what went wrong.
import type { Side } from '../model/side.ts'
import type { Calibrated, Driver, Place, TrialError } from './driver.ts'

/** Failures of one side in a row after which it is given up. */
export const patience = 3

export interface Track {
  readonly name: string
  /** Name of its entry in the suite. */
  readonly entry: string
  readonly driver: Driver
  /** Which side runs first, by pair. */
  readonly first: readonly Side[]
  /** Sides that still run it; one alone when it is new, gone, or failed on the other. */
  places: readonly Place[]
  calibrated: Calibrated | null
  /** Pairs that were tried, void ones included: their rounds are never used again. */
  tried: number
  /** Pairs whose trials both succeeded, those of earlier attempts among them. */
  pairs: number
  /** Names of what its trials observed: its own, and more where one program holds several benchmarks. */
  readonly names: Set<string>
  /** What was said of its rows, so that it is said once, by side. */
  readonly remarked: Set<string>
  /** Seconds that its latest pairs took. */
  readonly durations: number[]
  readonly on: Readonly<Record<Side, Course>>
}

interface Course {
  /** Trials that succeeded. */
  worked: number
  failed: number
  failedInARow: number
  latest: TrialError | null
}

export function newTrack(
  name: string,
  entry: { readonly name: string; readonly driver: Driver; readonly first: readonly Side[] },
  places: readonly Place[],
  earlier: { readonly pairs: number; readonly names: readonly string[] } = { pairs: 0, names: [] },
): Track {
  const course = (): Course => ({ worked: 0, failed: 0, failedInARow: 0, latest: null })
  return {
    name,
    entry: entry.name,
    driver: entry.driver,
    first: entry.first,
    places,
    calibrated: null,
    tried: 0,
    pairs: earlier.pairs,
    names: new Set([name, ...earlier.names]),
    remarked: new Set(),
    durations: [],
    on: { base: course(), head: course() },
  }
}

/** Pairs, or trials of its only side, that count. */
export function countOf(track: Track): number {
  const [place, other] = track.places
  return place !== undefined && other === undefined ? track.on[place.side].worked : track.pairs
}

/** Seconds that the next pair should take at most: the slowest of the latest three, or the first guess. */
export function expectedDuration(track: Track): number {
  if (track.durations.length > 0) return Math.max(...track.durations.slice(-3))
  return (track.calibrated?.expected ?? 0) * track.places.length
}

export function noteSuccess(track: Track, side: Side): void {
  track.on[side].worked += 1
  track.on[side].failedInARow = 0
}

/** Notes a failed trial. True when that side is to be given up: it never worked, or failed too often in a row. */
export function noteFailure(track: Track, error: TrialError): boolean {
  const course = track.on[error.side]
  course.failed += 1
  course.failedInARow += 1
  course.latest = error
  return course.worked === 0 || course.failedInARow >= patience
}

/**
 * The side failed for good. Without the head there is nothing left to judge; without the base the head goes on alone,
 * so that its value is known and its limits hold.
 */
export function giveUp(track: Track, side: Side): void {
  track.places = side === 'head' ? [] : track.places.filter((place) => place.side !== side)
}
