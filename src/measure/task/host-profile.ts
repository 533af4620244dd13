// The V8 profiler around what a task host does, switched on for extra trials only.
import { writeFileSync } from 'node:fs'
import { type Profiler, Session } from 'node:inspector'
import process from 'node:process'
import { setFlagsFromString } from 'node:v8'
import { TaskError } from './host-exports.ts'

/**
 * Profiles `work`. The profiler is on from before `warmUp`, because V8 blames the wrong function for code that was
 * compiled while it was off (Node 24: all time of an inlined function goes to its caller); what it saw of warming up is
 * cut away afterwards.
 * @param settings `interval` in seconds; the `.cpuprofile` is left at `path`
 * @throws TaskError `not-profiled`
 */
export async function profiled(
  warmUp: () => Promise<unknown>,
  work: () => Promise<unknown>,
  { interval, path }: { readonly interval: number; readonly path: string },
): Promise<void> {
  // Maglev does not say what it inlined. A V8 that does not know the flag ignores it.
  setFlagsFromString('--no-maglev-inlining')
  const session = new Session()
  session.connect()
  try {
    session.post('Profiler.enable')
    session.post('Profiler.setSamplingInterval', { interval: Math.round(interval * 1e6) })
    session.post('Profiler.start')
    await warmUp()
    const warmAt = Number(process.hrtime.bigint() / 1000n)
    await work()
    const profile = await new Promise<Profiler.Profile>((resolve, reject) =>
      session.post('Profiler.stop', (error, stopped) =>
        error === null ? resolve(stopped.profile) : reject(error),
      ),
    )
    writeFileSync(path, JSON.stringify(from(profile, warmAt)))
  } finally {
    session.disconnect()
  }
}

/** The part of a profile from `start` on, in microseconds of the monotonic clock, which is V8's clock too. */
export function from(profile: Profiler.Profile, start: number): Profiler.Profile {
  const { samples = [], timeDeltas = [], startTime, endTime } = profile
  if (start < startTime || start > endTime)
    throw new TaskError(
      'not-profiled',
      'the clocks of V8 and of Node do not agree, so warming up cannot be cut away',
    )
  let at = startTime
  const first = timeDeltas.findIndex((delta) => {
    at += delta
    return at >= start
  })
  if (first === -1) return { ...profile, startTime: start, samples: [], timeDeltas: [] }
  return {
    ...profile,
    startTime: start,
    samples: samples.slice(first),
    timeDeltas: [at - start, ...timeDeltas.slice(first + 1)],
  }
}
