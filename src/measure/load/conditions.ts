// `abort-when` and the end of a stress ramp: bounds on what each second shows, broken only when they stay broken.
import type { Condition } from '../../model/suite/index.ts'
import { writeDuration, writePercent } from '../../model/suite/quantity.ts'
import type { Window } from './protocol.ts'

/** Takes one second after the other; answers with the condition that has been broken for long enough. */
export function watchConditions(conditions: readonly Condition[]): (window: Window) => string | null {
  const since = conditions.map((): number | null => null)
  let previous = 0
  return (window) => {
    const start = previous
    previous = window.at
    for (const [index, condition] of conditions.entries()) {
      if (!isBroken(condition, window)) {
        since[index] = null
        continue
      }
      const began = since[index] ?? start
      since[index] = began
      if (window.at - began >= condition.for - 0.05) return describeCondition(condition)
    }
    return null
  }
}

function isBroken({ metric, above, below }: Condition, window: Window): boolean {
  const value = seenIn(metric, window)
  if (value === null) return false
  return above === undefined ? below !== undefined && value < below : value > above
}

/** `null` where the second cannot tell. */
function seenIn(metric: Condition['metric'], window: Window): number | null {
  const { requests, failed, intended } = window
  switch (metric) {
    case 'error-rate':
      return requests === 0 ? null : failed / requests
    case 'achieved-rate':
      return intended === 0 ? null : (requests - failed) / intended
    case 'latency.p50':
      return requests === failed ? null : window.p50
    case 'latency.p95':
      return requests === failed ? null : window.p95
    case 'latency.p99':
      return requests === failed ? null : window.p99
  }
}

/** `latency.p95 above 500ms for 3s` */
export function describeCondition({ metric, above, below, for: time }: Condition): string {
  const write = metric.startsWith('latency') ? writeDuration : writePercent
  const bound = above === undefined ? `below ${write(below ?? 0)}` : `above ${write(above)}`
  return `${metric} ${bound} for ${writeDuration(time)}`
}
