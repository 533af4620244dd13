// What is known of a load test before it runs: its metrics, its rows, and itself in a few words.

import { resourceMetrics } from '../metric.ts'
import type { LoadBenchmark } from './benchmark.ts'
import type { LoadSpec } from './load.ts'
import { writeDuration, writeRate } from './quantity.ts'

/** Cuts of a latency histogram, as compare/ makes them. */
const cuts = ['p50', 'p90', 'p95', 'p99', 'p99.9', 'mean', 'max']
const figures = [
  'error-rate',
  'throughput',
  'requests',
  'succeeded',
  'failed',
  'timeouts',
  'rate-limited',
  'achieved-rate',
  'dropped',
]
const extent = ['connections', 'connections.opened', 'users', 'load-time', 'bytes.received', 'bytes.sent']

/** Scalability, by `levels`. */
export const scalabilityMetrics = [
  'slowdown',
  'throughput-retention',
  'usl.sigma',
  'usl.kappa',
  'usl.peak',
] as const
export const stressMetrics = [
  'stress.stable-limit',
  'stress.breaking-point',
  'stress.recovered',
  'stress.recovery-time',
  'stress.recovery-latency',
  'stress.recovery-errors',
] as const
export const driftMetrics = ['drift.latency', 'drift.memory'] as const

const histogramMetrics = (name: string) => [name, ...cuts.map((cut) => `${name}.${cut}`)]

/** What an engine tells of a run; `thresholds` and `checks.failed` are k6's. */
const engineFigures = {
  artillery: ['bytes.received', 'load-time'],
  k6: ['bytes.received', 'bytes.sent', 'users', 'load-time', 'thresholds', 'checks.failed'],
} as const

export function loadMetrics({
  load,
  service,
  monitor,
}: Pick<LoadBenchmark, 'load' | 'service' | 'monitor'>): readonly string[] {
  const costs = service === undefined ? [] : ['cpu', 'memory']
  if (load.engine !== undefined)
    return [...histogramMetrics('latency'), ...figures, ...engineFigures[load.engine.name], ...costs]
  return [
    ...histogramMetrics('latency'),
    ...histogramMetrics('service-time'),
    ...figures,
    ...extent,
    ...costs,
    ...(monitor === undefined ? [] : Object.keys(resourceMetrics)),
    ...(load.model.kind === 'levels' ? scalabilityMetrics : []),
    ...(load.model.kind === 'stress' ? stressMetrics : []),
    ...(load.soak ? driftMetrics : []),
  ]
}

/** Whether scenarios, steps, stages or levels have rows of their own. */
export function hasRows({ work, model, engine }: Pick<LoadSpec, 'work' | 'model' | 'engine'>): boolean {
  // Its script names them.
  if (engine !== undefined) return true
  if ('stages' in model && model.stages.length > 1) return true
  if (model.kind === 'levels') return true
  return (
    work.kind === 'scenarios' &&
    (work.scenarios.length > 1 || work.scenarios.some(({ requests }) => requests.length > 1))
  )
}

/** Seconds that iterations are expected to take at most: their number ends them, long before the clock does. */
const iterationsGuess = 5

/** Seconds that one round of load is expected to last, without starting a service. */
export function loadTime({ load }: Pick<LoadBenchmark, 'load'>): number {
  const { model, warmUp, startDelay } = load
  return warmUp + startDelay + modelTime(model)
}

/** Seconds after which a round of load has ended in any case. */
export function longestLoadTime({ load }: Pick<LoadBenchmark, 'load'>): number {
  const { model, warmUp, startDelay, gracefulStop } = load
  const limit = 'iterations' in model ? model.duration : modelTime(model)
  return warmUp + startDelay + limit + gracefulStop
}

function modelTime(model: LoadSpec['model']): number {
  switch (model.kind) {
    case 'ramping-vus':
    case 'ramping-arrival-rate':
      return model.stages.reduce((sum, { duration }) => sum + duration, 0)
    case 'levels':
      return model.levels.length * model.duration
    case 'stress':
      return model.steps * model.step + model.pause + model.recovery
    case 'shared-iterations':
    case 'per-vu-iterations':
      return Math.min(model.duration, iterationsGuess)
    default:
      return model.duration
  }
}

export function describeLoad({ target, work, model, engine }: LoadSpec): string {
  if (engine !== undefined) return `${engine.name} ${engine.script}, ${describeModel(model)}`
  const what =
    work.kind === 'function'
      ? `${work.module}#${work.export}`
      : work.scenarios.length > 1
        ? `${work.scenarios.length} scenarios`
        : (target ?? work.scenarios[0]?.requests[0]?.url ?? '')
  return `${what}, ${describeModel(model)}`
}

function describeModel(model: LoadSpec['model']): string {
  switch (model.kind) {
    case 'constant-vus':
      return `${model.users} users for ${writeDuration(model.duration)}`
    case 'constant-arrival-rate':
      return `${writeRate(model.rate)} for ${writeDuration(model.duration)}`
    case 'ramping-vus':
    case 'ramping-arrival-rate': {
      const all = model.stages.reduce((sum, { duration }) => sum + duration, 0)
      return `${model.kind} in ${model.stages.length} stages, ${writeDuration(all)}`
    }
    case 'shared-iterations':
      return `${model.iterations} iterations by ${model.users} users`
    case 'per-vu-iterations':
      return `${model.iterations} iterations by each of ${model.users} users`
    case 'levels':
      return `${model.levels.length} levels of ${writeDuration(model.duration)}`
    case 'stress':
      return `stress up to ${model.ceiling.of === 'rate' ? writeRate(model.ceiling.amount) : `${model.ceiling.amount} users`}`
  }
}
