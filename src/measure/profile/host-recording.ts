// One CPU profile of this process, of which a part is kept.
import type { Profiler, Session } from 'node:inspector'
import { performance } from 'node:perf_hooks'

export interface Recording {
  /** What is seen until now is not kept. */
  begin(): void
  /** The answer comes before it returns: nothing needs to be awaited while the process ends. */
  stop(take: (profile: Profiler.Profile) => void): void
}

/**
 * The profiler also watches what nobody will read: V8 keeps what it needs to tell calls apart only of code that it
 * compiles while it watches, and forgets it when it stops. So nothing is stopped and started again, and what came too
 * early is cut off.
 * @param interval between two looks at the stack, in seconds
 */
export function record(session: Session, interval: number): Recording {
  session.post('Profiler.enable')
  session.post('Profiler.setSamplingInterval', { interval: Math.round(interval * 1e6) })
  const startedAt = performance.now()
  session.post('Profiler.start')
  let early = 0
  return {
    begin() {
      early = performance.now() - startedAt
    },
    stop: (take) =>
      session.post('Profiler.stop', (error, stopped) => {
        if (error === null) take(withoutStart(stopped.profile, early * 1000))
      }),
  }
}

/** @param microseconds from its start */
export function withoutStart(profile: Profiler.Profile, microseconds: number): Profiler.Profile {
  const { samples = [], timeDeltas = [], startTime } = profile
  let elapsed = 0
  const kept = timeDeltas.findIndex((delta) => {
    elapsed += delta
    return elapsed >= microseconds
  })
  if (kept <= 0) return kept === 0 ? profile : { ...profile, samples: [], timeDeltas: [] }
  return {
    ...profile,
    startTime: startTime + microseconds,
    samples: samples.slice(kept),
    timeDeltas: timeDeltas.slice(kept),
  }
}
