// CPU time and memory that a service uses while it is measured, seen from outside.
import type { Observation } from '../../model/observation.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Point } from '../load/drift.ts'
import { figure } from '../load/observations.ts'
import type { Service } from './service.ts'

/** Seconds between two looks. */
const lookEvery = 0.25

export interface UsageWatch {
  /** Called when the load begins: what came before is not counted. */
  begin(): void
  /** Memory so far, as [seconds, bytes]. */
  memory(): readonly Point[]
  /** `cpu` per request and `memory`, as far as they can be known here. */
  end(requests: number): Observation[]
}

/** @param name of the benchmark @param service `null` where there is none, and nothing is seen */
export function watchUsage(
  name: string,
  service: Service | null,
  clock: Pick<Clock, 'elapsed' | 'sleep'>,
): UsageWatch {
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
      // A trial that fails never asks what was used.
      void service.died.then(() => {
        watching = false
      })
      void keepLooking()
    },
    end(requests: number): Observation[] {
      watching = false
      const after = look()?.cpu ?? null
      const memory = peak > 0 ? [figure(name, 'memory', peak)] : []
      if (before === null || after === null || requests === 0) return memory
      return [figure(name, 'cpu', (after - before) / requests), ...memory]
    },
  }
}
