// A short round of load on a service that is watched instead of measured: a profiler or a monitor inside of a service
// costs it time. The service is a fresh one, so that every watched round begins alike.
import type { Resources } from '../../model/resources.ts'
import type { LoadModel } from '../../model/suite/index.ts'
import type { Tools } from '../driver.ts'
import type { Service, ServiceWatch } from '../service/service.ts'
import { windowIn } from '../service/window.ts'
import type { LoadResult, RunnableModel } from './protocol.ts'
import { modelAt } from './scalability.ts'

/** Seconds that a watched round loads, and warms up before it. */
export const watchedTime = 4
export const watchedWarmUp = 1

/** The steadiest load that `model` holds: its level, its highest stage or level, or what a stress test begins with. */
export function watchedModel(model: LoadModel): RunnableModel {
  const users = (amount: number, duration: number) => steady({ of: 'users', amount }, duration)
  const rate = (amount: number, duration: number) => steady({ of: 'rate', amount }, duration)
  switch (model.kind) {
    case 'constant-vus':
    case 'shared-iterations':
    case 'per-vu-iterations':
      return users(model.users, model.duration)
    case 'constant-arrival-rate':
      return rate(model.rate, model.duration)
    case 'ramping-vus':
    case 'ramping-arrival-rate': {
      const highest = Math.max(model.start, ...model.stages.map(({ target }) => target))
      const duration = model.stages.reduce((sum, stage) => sum + stage.duration, 0)
      return model.kind === 'ramping-vus' ? users(highest, duration) : rate(highest, duration)
    }
    case 'levels':
      return steady(
        model.levels.reduce((most, level) => (level.amount > most.amount ? level : most)),
        model.duration,
      )
    case 'stress':
      return steady({ of: model.ceiling.of, amount: model.start }, watchedTime)
  }
}

function steady({ of, amount }: Parameters<typeof modelAt>[0], duration: number): RunnableModel {
  const least = Math.max(1, of === 'users' ? Math.round(amount) : amount)
  return modelAt({ of, amount: least }, Math.min(watchedTime, duration))
}

export interface WatchedRound {
  readonly requests: number
  /** Of its process tree, while it was loaded, where that was asked. */
  readonly resources: Resources | undefined
  /** Processes whose watchers never said what they saw. */
  readonly silent: number
}

export interface WatchedSettings {
  /** For watchers to leave what they see; empty. */
  readonly directory: string
  /** What makes the service watch itself. */
  readonly env: Readonly<Record<string, string>>
  /** Seconds between two looks at its process tree. */
  readonly monitor?: number
}

/**
 * @param start starts a service of its own
 * @param load loads it; tells when warming up is over
 * @throws TrialError
 */
export async function watchedRound(
  { directory, env, monitor }: WatchedSettings,
  tools: Pick<Tools, 'files' | 'clock'>,
  start: (watch: ServiceWatch) => Promise<Service>,
  load: (service: Service, begun: () => void) => Promise<LoadResult>,
): Promise<WatchedRound> {
  const window = windowIn(`${directory}/window`, tools)
  const service = await start({ env: { ...env, ...window.env } })
  try {
    let opened: Promise<void> | undefined
    let watch: ReturnType<Service['watch']> | undefined
    const result = await load(service, () => {
      opened ??= window.begin()
      if (monitor !== undefined) watch ??= service.watch(monitor)
    })
    const resources = await watch?.stop()
    await opened
    const silent = await window.end()
    const requests = result.cells.reduce((sum, cell) => sum + cell.requests, 0)
    return { requests, resources, silent }
  } finally {
    await service.stop()
  }
}
