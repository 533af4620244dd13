// Who watches a service under load: the monitor, and V8's profilers.
import type { Notice } from '../../model/notice.ts'
import type { Observation } from '../../model/observation.ts'
import type { ServiceSpec } from '../../model/suite/index.ts'
import type { Place, Tools } from '../driver.ts'
import { collectUnseen, observeResources } from '../monitor/observations.ts'
import { readRuntime, runtimeMonitoring } from '../monitor/runtime.ts'
import type { Taken } from '../profile/gather.ts'
import { isBeside, profiling, readProfiles } from '../profile/programs.ts'
import type { ProfileKind } from '../task/protocol.ts'
import type { WatchedRound, WatchedSettings } from './watched.ts'

/** A short round of load while the service is watched. @throws TrialError */
export type Round = (place: Place, settings: WatchedSettings) => Promise<WatchedRound>

/** @param name of the benchmark */
export function watchersOf(name: string, spec: ServiceSpec, tools: Tools, round: Round) {
  const unseen = collectUnseen()

  async function inDirectory<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
    const directory = await tools.files.temporary('perf-gate-watch-')
    try {
      return await work(directory)
    } finally {
      await tools.files.remove(directory)
    }
  }

  return {
    unseen: ({ side }: Place) => unseen.of(side),

    /** What it takes from the machine, and what Node.js says of itself. @param interval seconds between two looks */
    monitor: (place: Place, interval: number): Promise<Observation[]> =>
      inDirectory(async (directory) => {
        const left = `${directory}/figures`
        const env = runtimeMonitoring(left, tools.processes.bundle('monitor-host'), spec.env)
        const { resources, silent } = await round(place, { directory, env, monitor: interval })
        unseen.add(place.side, name, [...(resources?.notices ?? []), ...silentNotices(silent)])
        return observeResources(name, resources, await readRuntime(tools.files, left))
      }),

    /** Profiles of all its Node processes, from the end of warming up to the end of the load. */
    profile: (place: Place, of: ProfileKind): Promise<Taken> =>
      inDirectory(async (directory) => {
        const left = `${directory}/profiles`
        const host = tools.processes.bundle('profile-host')
        const env = profiling(left, host, spec.env, of)
        const { requests, silent } = await round(place, { directory, env })
        const { notices = [], ...read } = await readProfiles(tools.files, left, place)
        return {
          ...read,
          notices: [...notices, ...silentNotices(silent)],
          iterations: Math.max(1, requests),
          isOurs: (url) => isBeside(host, url),
        }
      }),
  }
}

function silentNotices(silent: number): Notice[] {
  if (silent === 0) return []
  const message = `${silent} Node.js ${silent === 1 ? 'process' : 'processes'} of the service ended, or hung, before it could say what it saw of itself: it is left out.`
  return [{ code: 'not-watched', message }]
}
