// Extra trials with a profiler watching, of the benchmarks that became worse: alternating between the sides, so that a
// drift of the machine costs both the same. Nothing measured comes from here.
import type { Notice } from '../../model/notice.ts'
import type { Side } from '../../model/side.ts'
import type { Course } from '../course.ts'
import { type Calibrated, type Place, TrialError } from '../driver.ts'
import type { ProfileKind } from '../task/protocol.ts'
import type { Track } from '../track.ts'
import { gather, type Taken } from './gather.ts'
import { locator } from './locate.ts'

/** Seconds that all profiles of a job may take together: they come on top of `max-time`. */
const allowance = 60
/** Seconds that each side is watched, at least. */
const watched = 3
const fewestRounds = 2
/** Characters of what a profiler printed. */
const longestLine = 200
const mostRounds = 8

/** Takes profiles of both sides of the tracks that `course.toProfile` names, worst first. */
export async function profileTracks(course: Course, tracks: readonly Track[]): Promise<void> {
  const wanted = course.toProfile?.(course.record.runs()) ?? []
  const done = new Set<string>()
  const end = course.elapsed() + allowance
  for (const { benchmark, of } of wanted) {
    const track = tracks.find(({ names }) => names.has(benchmark))
    if (track === undefined || done.has(`${of} ${track.name}`)) continue
    done.add(`${of} ${track.name}`)
    const { calibrated, places } = track
    if (calibrated?.profile === undefined || places.length < 2) continue
    if (!(calibrated.profiles ?? ['cpu']).includes(of)) continue
    if (course.elapsed() + 2 * fewestRounds * timeOf(calibrated) > end) {
      note(course, track, {
        code: 'profile-skipped',
        message: 'No profile was taken: the time set aside for profiles is used up.',
        fix: 'Run it alone: `perf-gate run --only`.',
      })
      continue
    }
    course.host.log.progress({
      kind: 'note',
      message: `looking for ${of === 'cpu' ? 'what slows down' : 'who keeps memory in'} ${track.name}`,
    })
    const covers = wanted.flatMap((each) =>
      each.of === of && each.benchmark !== track.name && track.names.has(each.benchmark)
        ? [each.benchmark]
        : [],
    )
    await profileTrack(course, track, calibrated, { of, end, covers: [...new Set(covers)] })
  }
}

/** Seconds that one profiling trial should take. */
const timeOf = ({ profileTime, expected }: Calibrated) => profileTime ?? expected

async function profileTrack(
  course: Course,
  track: Track,
  calibrated: Calibrated,
  { of, end, covers }: { readonly of: ProfileKind; readonly end: number; readonly covers: readonly string[] },
): Promise<void> {
  const taken: Record<Side, Taken[]> = { base: [], head: [] }
  const wanted = Math.ceil(watched / Math.max(timeOf(calibrated), 0.01))
  const rounds = Math.min(mostRounds, Math.max(fewestRounds, wanted))
  try {
    for (let round = 0; round < rounds; round += 1) {
      if (round >= fewestRounds && course.elapsed() >= end) break
      const order = round % 2 === 0 ? track.places : [...track.places].reverse()
      for (const place of order) {
        const one = await calibrated.profile?.(place, of)
        if (one !== undefined) taken[place.side].push(one)
      }
    }
    for (const place of track.places) await record(course, track, place, { taken: taken[place.side], covers })
  } catch (error) {
    if (!(error instanceof TrialError)) throw error
    note(course, track, {
      code: 'no-profile',
      message: `No profile could be taken on ${error.side}: ${error.message}${saidBy(error)}.`,
    })
  }
}

/** What the program, or its profiler, printed about it: the line that speaks of an error, or the last one. */
function saidBy({ output = '' }: TrialError): string {
  const lines = output.trimEnd().split('\n')
  const line = (lines.find((each) => /\berror\b/i.test(each)) ?? lines.at(-1) ?? '')
    .trim()
    .slice(0, longestLine)
  return line === '' ? '' : ` (\`${line.replaceAll('`', "'")}\`)`
}

async function record(
  course: Course,
  track: Track,
  place: Place,
  { taken, covers }: { readonly taken: readonly Taken[]; readonly covers: readonly string[] },
): Promise<void> {
  // The heap is pictured in every round, always after the same work: one picture is as good as the other.
  const latest = taken.at(-1)
  if (latest === undefined) return
  const counted = taken.flatMap(({ iterations }) => (iterations === undefined ? [] : [iterations]))
  const all: Taken = {
    ...latest,
    stacks: taken.flatMap(({ stacks }) => stacks),
    notices: taken.flatMap(({ notices = [] }) => notices),
    ...(counted.length === taken.length ? { iterations: counted.reduce((sum, each) => sum + each, 0) } : {}),
  }
  const { profile, notices } = await gather(track.name, all, locator(course.host.files, place.directory))
  course.record.profile(place.side, { ...profile, ...(covers.length === 0 ? {} : { covers: [...covers] }) })
  for (const notice of notices) course.record.notice(place.side, { where: track.name, ...notice })
}

function note(course: Course, track: Track, notice: Notice): void {
  course.record.notice('head', { where: track.name, ...notice })
}
