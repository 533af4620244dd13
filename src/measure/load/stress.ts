// `stress:` up a ramp until something gives, then a rest, then a look whether it comes back.
import type { Observation } from '../../model/observation.ts'
import type { LoadModel } from '../../model/suite/index.ts'
import { median } from '../../stats/quantile.ts'
import { levelAt } from './arrivals.ts'
import { generatorVerdict } from './generator.ts'
import { figure } from './observations.ts'
import type { LoadResult, RunnableModel, Window } from './protocol.ts'

type Stress = Extract<LoadModel, { readonly kind: 'stress' }>

/** As normal: at most this much slower than at the start of the ramp, and one more failure in a hundred. */
const slower = 1.5
const moreErrors = 0.01
/** Seconds that a window may end late. */
const tolerance = 0.05

/** An even ramp from the start to the ceiling. */
export function rampModel({ start, ceiling, step, steps }: Stress): RunnableModel {
  const stages = Array.from({ length: steps }, (_, index) => ({
    duration: step,
    target: start + ((ceiling.amount - start) * (index + 1)) / steps,
  }))
  return { kind: ceiling.of === 'rate' ? 'ramping-arrival-rate' : 'ramping-vus', start, stages }
}

/** The load that the ramp began with. */
export function probeModel({ start, ceiling, recovery }: Stress): RunnableModel {
  return ceiling.of === 'rate'
    ? { kind: 'constant-arrival-rate', rate: start, duration: recovery }
    : { kind: 'constant-vus', users: Math.max(1, Math.round(start)), duration: recovery }
}

/**
 * @param ramp the run of `rampModel`, ended by the first condition that broke
 * @param probe the run of `probeModel`, `rested` seconds after it
 */
export function stressObservations(
  name: string,
  model: Stress,
  ramp: LoadResult,
  probe: LoadResult,
  rested: number,
): Observation[] {
  const why = generatorVerdict(ramp, model.ceiling.of === 'rate') ?? undefined
  const stages = stagesOf(model)
  const at = (time: number) => levelAt(time, model.start, stages)
  const broke = ramp.aborted !== null
  const longest = Math.max(...model.until.map((condition) => condition.for))
  // What broke was looked at second by second, so it held until the end of the last second before.
  const held = ramp.windows.findLast(({ at }) => at <= ramp.duration - longest + tolerance)?.at ?? 0
  const baseline = ramp.windows.filter((window) => window.at <= Math.max(2, model.step))
  const normal = baseline.length === 0 ? 0 : median(baseline.map(({ p95 }) => p95))
  const usualErrors = errorRate(baseline)
  const recovered = probe.windows.findIndex((window, index) => {
    const rest = probe.windows.slice(index)
    return isNormal([window], normal, usualErrors) && isNormal(rest, normal, usualErrors)
  })
  const after = recovered < 0 ? probe.windows : probe.windows.slice(recovered)
  const begun = recovered <= 0 ? 0 : (probe.windows[recovered - 1]?.at ?? 0)
  return [
    figure(name, 'stress.stable-limit', broke ? at(held) : model.ceiling.amount, why),
    figure(name, 'stress.breaking-point', broke ? at(ramp.duration) : model.ceiling.amount, why),
    figure(name, 'stress.recovered', recovered < 0 ? 0 : 1),
    // What never recovered took at least as long as it was watched.
    figure(name, 'stress.recovery-time', rested + (recovered < 0 ? probe.duration : begun)),
    ...(after.length === 0
      ? []
      : [figure(name, 'stress.recovery-latency', median(after.map(({ p95 }) => p95)))]),
    figure(name, 'stress.recovery-errors', errorRate(after)),
  ]
}

function stagesOf(model: Stress) {
  const ramp = rampModel(model)
  return 'stages' in ramp ? ramp.stages : []
}

/** By the median of the windows: one hiccup after it came back does not mean that it never did. */
function isNormal(windows: readonly Window[], latency: number, errors: number): boolean {
  const answered = windows.filter(({ requests }) => requests > 0)
  if (answered.length === 0) return false
  const isFast = latency === 0 || median(answered.map(({ p95 }) => p95)) <= latency * slower
  return isFast && errorRate(answered) <= errors + moreErrors
}

function errorRate(windows: readonly Window[]): number {
  const requests = windows.reduce((sum, window) => sum + window.requests, 0)
  return requests === 0 ? 0 : windows.reduce((sum, window) => sum + window.failed, 0) / requests
}
