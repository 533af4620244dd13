// Phases of a task: `perfGate.phase('parse', () => …)`, or User Timing measures that the program makes anyway.
import { performance } from 'node:perf_hooks'
import { isThenable } from './host-exports.ts'

/** Per phase: how often it was measured, all its time and the longest, in seconds. */
export type Phases = Readonly<
  Record<string, { readonly count: number; readonly time: number; readonly longest: number }>
>

/** More names than this are no phases but data. */
const mostPhases = 30

/** What the function returns is returned; the time until its promise settles counts. */
export function phase<Result>(name: string, work: () => Result): Result {
  const start = performance.now()
  const end = () => void performance.measure(name, { start, end: performance.now() })
  let result: Result
  try {
    result = work()
  } catch (error) {
    end()
    throw error
  }
  if (isThenable(result)) result.then(end, end)
  else end()
  return result
}

/** Measures since the last time somebody took them. */
export function takePhases(): Phases {
  const phases: Record<string, { count: number; time: number; longest: number }> = {}
  for (const { name, duration } of performance.getEntriesByType('measure')) {
    const known = Object.hasOwn(phases, name) ? phases[name] : undefined
    if (known === undefined && Object.keys(phases).length >= mostPhases) continue
    const { count, time, longest } = known ?? { count: 0, time: 0, longest: 0 }
    const seconds = duration / 1000
    phases[name] = { count: count + 1, time: time + seconds, longest: Math.max(longest, seconds) }
  }
  performance.clearMeasures()
  return phases
}
