// The measuring loop: lap after lap, one pair for every benchmark that is undecided and can still end in time.
import type { Observation } from '../model/observation.ts'
import { type Course, fail, failRow, spend } from './course.ts'
import { TrialError } from './driver.ts'
import { refuseClashes } from './names.ts'
import { runPair, type Trial } from './pair.ts'
import { mayStart } from './time-budget.ts'
import { countOf, expectedDuration, giveUp, noteFailure, noteSuccess, type Track } from './track.ts'

/** Runs pairs of `tracks` until all are settled or the time is up. */
export async function measureInLaps(course: Course, tracks: readonly Track[]): Promise<void> {
  const { plan } = course
  const open = () => tracks.filter((track) => wantsPairs(course, track))
  let started = true
  while (started) {
    started = false
    for (const track of open()) {
      const claims = open()
      const index = claims.indexOf(track)
      const remaining = plan.maxTime - course.elapsed()
      const wishes = claims.map((each) => ({
        expected: expectedDuration(each),
        missing: Math.max(0, plan.minPairs - countOf(each)),
      }))
      if (!mayStart(wishes, index, remaining)) continue
      started = true
      await spend(course, track, () => nextPair(course, track))
      tell(course, track, open().length, tracks.length)
    }
    if (started) await course.save(course.record.runs())
  }
  const left = open()
  if (left.length > 0)
    course.host.log.progress({
      kind: 'note',
      message: `time is up with ${left.length} of ${tracks.length} benchmarks undecided`,
    })
}

function wantsPairs(course: Course, track: Track): boolean {
  if (track.calibrated === null || track.calibrated.count?.alone || track.places.length === 0) return false
  return track.tried < course.plan.maxPairs && !isDecided(course, track)
}

/** Whether the pairs there are suffice; in a further attempt of the job they may before the first new one. */
export function isDecided({ plan, stop }: Course, track: Track): boolean {
  if (countOf(track) < plan.minPairs) return false
  return track.places.length < 2 || [...track.names].every((name) => stop.settled(name))
}

/** Of what was seen, the rows that were asked for. */
export function wantedRows({ wanted }: Course, observations: readonly Observation[]): readonly Observation[] {
  return wanted === undefined ? observations : observations.filter(({ benchmark }) => wanted(benchmark))
}

/** Every row of a trial belongs to the entry it came from. */
export function claimNames(course: Course, track: Track, observations: readonly Observation[]): void {
  const seen = new Set(observations.map((observation) => observation.benchmark))
  refuseClashes([...seen].flatMap((name) => course.names.claim(name, track.entry) ?? []))
  for (const name of seen) track.names.add(name)
}

async function nextPair(course: Course, track: Track): Promise<void> {
  const { plan, host, stop, record } = course
  const { calibrated } = track
  if (calibrated === null) return
  const round = plan.firstRound + track.tried
  const firstSide = track.first[track.tried] ?? 'base'
  const order = [...track.places].sort((a, b) => Number(b.side === firstSide) - Number(a.side === firstSide))
  const before = course.elapsed()
  const ran = await runPair(calibrated, order, round, host.clock, track.tried === 0)
  const trials = ran.map((trial) =>
    trial.result instanceof TrialError ? trial : { ...trial, result: wantedRows(course, trial.result) },
  )
  track.tried += 1
  track.durations.push(course.elapsed() - before)

  for (const { side, occasion, result } of trials) {
    if (result instanceof TrialError) continue
    claimNames(course, track, result)
    record.observe(side, occasion, result)
    noteSuccess(track, side)
  }
  for (const trial of trials) await keepRemarks(course, track, trial)
  for (const { side, result } of trials) {
    if (!(result instanceof TrialError) || !noteFailure(track, result)) continue
    giveUp(track, side)
    await fail(course, track.name, result, { round })
  }
  const base = observed(trials, 'base')
  const head = observed(trials, 'head')
  if (base === null || head === null) return
  track.pairs += 1
  stop.observe({ round, first: firstSide, base, head })
}

/** Each remark once, however many trials make it: figures in its words may differ. */
async function keepRemarks(
  course: Course,
  track: Track,
  { side, occasion, remarks = [] }: Trial,
): Promise<void> {
  const isNew = (...about: readonly (string | undefined)[]) => {
    const key = JSON.stringify([side, ...about])
    if (track.remarked.has(key)) return false
    track.remarked.add(key)
    return true
  }
  for (const { failures, notices } of remarks) {
    for (const { benchmark, metric, code, reason } of failures)
      if ((course.wanted?.(benchmark) ?? true) && isNew(benchmark, metric, code))
        await failRow(course, side, { benchmark, metric, code, reason, round: occasion.round })
    for (const notice of notices)
      if (isNew('notice', notice.code, notice.where)) course.record.notice(side, notice)
  }
}

function observed(trials: readonly Trial[], side: Trial['side']): readonly Observation[] | null {
  const result = trials.find((trial) => trial.side === side)?.result
  return result === undefined || result instanceof TrialError ? null : result
}

function tell(course: Course, track: Track, open: number, of: number): void {
  course.host.log.progress({
    kind: 'pair',
    benchmark: track.name,
    round: course.plan.firstRound + track.tried - 1,
    evidence: [...track.names].flatMap((name) => course.stop.evidence(name)),
    open,
    of,
    elapsed: course.elapsed(),
    maxTime: course.plan.maxTime,
  })
}
