// What is counted and not timed: once per side, beside the trials, and exact where it repeats.
import { metricKind } from '../model/metric.ts'
import type { Observation } from '../model/observation.ts'
import { seriesKey } from '../model/series.ts'
import { type Course, fail } from './course.ts'
import { type Count, type Place, TrialError } from './driver.ts'
import type { Track } from './track.ts'

/** Counts both sides at once: neighbours do not change a count. */
export async function measureCounts(course: Course, track: Track): Promise<void> {
  const count = track.calibrated?.count
  if (count === undefined || isCounted(course, track, count)) return
  const { plan, record, host } = course
  if (course.elapsed() >= plan.maxTime) {
    const why = `the time budget of ${plan.maxTime} s ended before it was counted`
    for (const place of track.places)
      await fail(course, track.name, new TrialError(place, 'out-of-time', why), { metric: count.metric })
    return
  }
  host.log.progress({ kind: 'note', message: `counting ${count.metric} of ${track.name}` })
  const startedAt = new Date(host.clock.now()).toISOString()
  const counted = await Promise.all(track.places.map((place) => countOn(place, count)))
  for (const [position, { place, result }] of counted.entries()) {
    if (result instanceof TrialError) {
      // The machine lacks something: that is no fault of a side, and said once.
      if (result.code === 'no-valgrind' && position > 0) continue
      await fail(course, track.name, result, { metric: count.metric })
      continue
    }
    const { values, unsteady } = settled(result, count.metric)
    for (const [index, value] of values.entries())
      record.observe(place.side, { round: plan.firstRound + index, position, startedAt }, [
        observation(track.name, count.metric, value),
      ])
    if (unsteady !== null)
      record.notice(place.side, {
        code: 'unsteady-count',
        where: `${track.name} ${count.metric}`,
        message: `Two counts of the ${place.side} differ by ${(unsteady * 100).toPrecision(2)} %, in the same place and under another layout of memory: they are not compared exactly.`,
        fix: 'Take out of it what depends on time, threads, the network or chance, allocate less in it, or gate `cpu` instead.',
      })
  }
}

/** A further attempt of the job has it from the first: a count does not get better by repeating it. */
function isCounted({ earlier }: Course, { name }: Track, { metric }: Count): boolean {
  const key = seriesKey({ benchmark: name, metric })
  const has = (side: 'base' | 'head') => earlier?.[side].series.some((series) => seriesKey(series) === key)
  return has('base') === true && has('head') === true
}

async function countOn(place: Place, count: Count) {
  try {
    return { place, result: await count.run(place) }
  } catch (error) {
    if (error instanceof TrialError) return { place, result: error }
    throw error
  }
}

/**
 * The mean count when all agree to half of what must be noticed; all of them when they do not. Two unsteady counts make
 * two pairs, on which nothing is decided.
 */
function settled(
  counts: readonly number[],
  metric: string,
): { readonly values: readonly Observation['value'][]; readonly unsteady: number | null } {
  const least = Math.min(...counts)
  const spread = least > 0 ? Math.max(...counts) / least - 1 : 0
  const mean = counts.reduce((sum, count) => sum + count, 0) / counts.length
  if (spread <= metricKind(metric).regression / 2)
    return { values: [{ kind: 'exact', value: mean }], unsteady: null }
  return { values: counts.map((value) => ({ kind: 'samples', samples: [value] })), unsteady: spread }
}

function observation(benchmark: string, metric: string, value: Observation['value']): Observation {
  const { unit, better } = metricKind(metric)
  return { benchmark, metric, unit, better, value }
}
