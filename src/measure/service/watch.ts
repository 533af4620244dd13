// What a service takes from the machine while it is loaded: CPU time per request, and memory.
import type { Observation } from '../../model/observation.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Point } from '../load/drift.ts'
import { figure } from '../load/observations.ts'
import type { Service } from './service.ts'

/** Seconds between two looks. */
const lookEvery = 0.25

export interface ServiceWatch {
  /** Called when the load begins: what came before is not counted. */
  begin(): void
  /** Memory so far, as [seconds, bytes]. */
  memory(): readonly Point[]
  /** `cpu` per request and `memory`, as far as they can be known here. */
  end(requests: number): Observation[]
}

export function watchService(
  benchmark: string,
  service: Service | null,
  clock: Pick<Clock, 'elapsed' | 'sleep'>,
): ServiceWatch {
  let peak = 0
  const memory: Point[] = []
  let before: number | null = null
  let watching = false
  const look = () => {
    const usage = service?.usage() ?? null
    if (usage === null) return null
    peak = Math.max(peak, usage.memory)
    if (before !== null) memory.push([clock.elapsed(), usage.memory])
    return usage
  }
  const keepLooking = async () => {
    while (watching) {
      look()
      await clock.sleep(lookEvery)
    }
  }
  return {
    memory: () => memory,
    begin() {
      before ??= look()?.cpu ?? null
      if (service === null || watching) return
      watching = true
      void service.died.then(() => {
        watching = false
      })
      void keepLooking()
    },
    end(requests) {
      watching = false
      const after = look()?.cpu ?? null
      const peaks = peak > 0 ? [figure(benchmark, 'memory', peak)] : []
      if (before === null || after === null || requests === 0) return peaks
      return [figure(benchmark, 'cpu', (after - before) / requests), ...peaks]
    },
  }
}
