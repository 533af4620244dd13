// Plan → Runs: pairs of trials, round-robin over what is undecided, until everything is decided or time is up.
import type { Run, Runs } from '../model/run.ts'
import type { Side } from '../model/side.ts'
import { measureCounts } from './counts.ts'
import { type Course, fail, type Measurement, spend } from './course.ts'
import { discover, type Opened } from './discovery.ts'
import { openDriver, type Place, TrialError } from './driver.ts'
import { drivers as allDrivers } from './drivers/index.ts'
import { resumed } from './earlier.ts'
import { claimNames, isDecided, measureInLaps, wantedRows } from './laps.ts'
import { claimedNames } from './names.ts'
import { profileTracks } from './profile/trials.ts'
import { recorder } from './recorder.ts'
import { countOf, giveUp, noteSuccess, type Track } from './track.ts'

/**
 * Measures both sides of a plan. A benchmark that fails is in the Runs as failed and ends nothing but itself.
 * @throws ConfigError when two benchmarks have one name; what was measured before has been saved
 */
export async function measure(measurement: Measurement): Promise<Runs> {
  const { plan, host, prepared } = measurement
  const startedAt = host.clock.elapsed()
  const earlier = measurement.earlier === undefined ? undefined : resumed(measurement.earlier)
  const course: Course = {
    ...measurement,
    record: recorder(headers(measurement), earlier),
    names: claimedNames(),
    elapsed: () => host.clock.elapsed() - startedAt,
  }
  const opened: Opened[] = plan.benchmarks.map(({ benchmark, first }) => ({
    name: benchmark.name,
    first,
    driver: openDriver(measurement.drivers ?? allDrivers, benchmark.kind, benchmark, host),
  }))
  try {
    for (const notice of prepared.notices) course.record.notice('head', notice)
    const tracks = await discover(course, opened)
    // What is exact costs nothing and is safe first.
    const once = tracks.filter((track) => track.driver.repeats === 'once')
    const repeated = tracks.filter((track) => track.driver.repeats === 'pairs')
    for (const track of [...once, ...repeated]) await spend(course, track, () => calibrate(course, track))
    for (const track of once) await spend(course, track, () => measureOnce(course, track))
    for (const track of repeated) await spend(course, track, () => measureCounts(course, track))
    await measureInLaps(course, repeated)
    for (const track of repeated) await spend(course, track, () => lookAside(course, track))
    for (const track of repeated) await noteShortcomings(course, track)
    await profileTracks(course, repeated)
  } finally {
    // Also when something unforeseen ends it: nothing measured is lost.
    await course.save(course.record.runs())
    for (const { driver } of opened) await driver.dispose()
  }
  return course.record.runs()
}

function headers({ plan, host, identity }: Measurement): Record<Side, Partial<Run>> {
  const createdAt = new Date(host.clock.now()).toISOString()
  const header = (side: Side): Partial<Run> => {
    const { commit, ref } = plan.change[side]
    return {
      subject: {
        label: side,
        ...(commit === undefined ? {} : { commit }),
        ...(ref === undefined ? {} : { ref }),
      },
      measurement: identity.measurement,
      environment: { ...identity.environment, suiteHash: plan.suiteHash },
      createdAt,
      seed: plan.seed,
    }
  }
  return { base: header('base'), head: header('head') }
}

/** A side that cannot be calibrated is given up; the other one is then calibrated alone. */
async function calibrate(course: Course, track: Track): Promise<void> {
  if (track.driver.repeats === 'pairs') {
    if (course.elapsed() >= course.plan.maxTime || isDecided(course, track)) return
    course.host.log.progress({ kind: 'calibrating', benchmark: track.name })
  }
  while (track.places.length > 0 && track.calibrated === null) {
    try {
      track.calibrated = await track.driver.calibrate(track.name, track.places)
    } catch (error) {
      if (!(error instanceof TrialError)) throw error
      giveUp(track, error.side)
      await fail(course, track.name, error)
    }
  }
  for (const notice of track.calibrated?.notices ?? []) course.record.notice(reportedOn(track.places), notice)
}

/** Notices about a benchmark as a whole stand in the head's Run, or in that of the only side that has it. */
function reportedOn(places: readonly Place[]): Side {
  return places.some((place) => place.side === 'head') ? 'head' : 'base'
}

/** What a driver looks at once per side, such as a leak test. It fails alone: the pairs stand. */
async function lookAside(course: Course, track: Track): Promise<void> {
  const { calibrated, places } = track
  if (calibrated?.aside === undefined) return
  course.host.log.progress({ kind: 'note', message: `taking a closer look at ${track.name}` })
  for (const [position, place] of places.entries()) {
    const startedAt = new Date(course.host.clock.now()).toISOString()
    try {
      const { observations, notices } = await calibrated.aside(place)
      course.record.observe(place.side, { round: course.plan.firstRound, position, startedAt }, observations)
      for (const notice of notices) course.record.notice(place.side, notice)
    } catch (error) {
      if (!(error instanceof TrialError)) throw error
      course.record.fail(place.side, {
        benchmark: track.name,
        metric: 'leak',
        code: error.code,
        reason: `the leak test failed: ${error.message}`,
        ...(error.output === undefined ? {} : { output: error.output }),
      })
    }
  }
}

async function measureOnce(course: Course, track: Track): Promise<void> {
  const { calibrated } = track
  if (calibrated === null) return
  for (const [position, place] of track.places.entries()) {
    const startedAt = new Date(course.host.clock.now()).toISOString()
    try {
      const observations = wantedRows(course, await calibrated.trial(place))
      claimNames(course, track, observations)
      course.record.observe(place.side, { round: course.plan.firstRound, position, startedAt }, observations)
      noteSuccess(track, place.side)
    } catch (error) {
      if (!(error instanceof TrialError)) throw error
      giveUp(track, place.side)
      await fail(course, track.name, error)
    }
  }
}

/** What a reader of the results must know: void pairs, and benchmarks that time did not suffice for. */
async function noteShortcomings(course: Course, track: Track): Promise<void> {
  const { plan, record } = course
  for (const place of track.places)
    for (const notice of track.calibrated?.unseen?.(place) ?? []) record.notice(place.side, notice)
  for (const { side } of track.places) {
    const { failed, latest } = track.on[side]
    if (latest === null) continue
    record.notice(side, {
      code: 'void-pairs',
      where: track.name,
      message: `${failed} of ${track.tried} pairs are void because the ${side} trial failed; the last time: ${latest.message}.`,
      fix: 'Make the benchmark reliable: what fails at times may also be slow at times.',
    })
  }
  const count = countOf(track)
  if (track.calibrated?.count?.alone || track.places.length === 0 || count >= plan.minPairs) return
  const fix = 'Raise "gate.max-time", shorten the benchmark, or split the suite over several jobs.'
  const why = `the time budget of ${plan.maxTime} s ended`
  if (count > 0)
    return record.notice(reportedOn(track.places), {
      code: 'few-pairs',
      where: track.name,
      message: `Only ${count} of at least ${plan.minPairs} pairs: ${why}.`,
      fix,
    })
  for (const place of track.places)
    await fail(
      course,
      track.name,
      new TrialError(place, 'out-of-time', `${why} before its first pair. ${fix}`),
    )
}
