// The metrics that most tools share, under the names that perf-gate's own measurements use.
import type { Measured } from './collect.ts'

/** Elapsed time per iteration; `scale` is seconds in one of the tool's units. */
export const wall = (benchmark: string, scale = 1): Measured => ({
  benchmark,
  metric: 'wall',
  unit: 's',
  better: 'lower',
  scale,
})

/** CPU time per iteration. */
export const cpu = (benchmark: string, scale = 1): Measured => ({ ...wall(benchmark, scale), metric: 'cpu' })

/** Time from request to answer. */
export const latency = (benchmark: string, scale = 1): Measured => ({
  ...wall(benchmark, scale),
  metric: 'latency',
})

/** Operations, iterations or answers per second. */
export const throughput = (benchmark: string, scale = 1): Measured => ({
  benchmark,
  metric: 'throughput',
  unit: '/s',
  better: 'higher',
  scale,
})

/** Bytes per second. */
export const transfer = (benchmark: string, scale = 1): Measured => ({
  benchmark,
  metric: 'transfer',
  unit: 'B/s',
  better: 'higher',
  scale,
  zeroIsAnAnswer: true,
})

/** Bytes allocated per iteration; none is an answer. */
export const allocated = (benchmark: string, scale = 1): Measured => ({
  benchmark,
  metric: 'allocated',
  unit: 'B',
  better: 'lower',
  scale,
  zeroIsAnAnswer: true,
})

/** Allocations per iteration; none is an answer. */
export const allocations = (benchmark: string): Measured => ({
  benchmark,
  metric: 'allocations',
  unit: 'count',
  better: 'lower',
  zeroIsAnAnswer: true,
})

/** Peak resident memory. */
export const memory = (benchmark: string, scale = 1): Measured => ({
  ...allocated(benchmark, scale),
  metric: 'memory',
})

/** Size of a file. */
export const bytes = (benchmark: string, scale = 1): Measured => ({
  ...allocated(benchmark, scale),
  metric: 'bytes',
})

/** Anything countable. */
export const count = (benchmark: string, metric: string, better: 'lower' | 'higher' = 'lower'): Measured => ({
  benchmark,
  metric,
  unit: 'count',
  better,
  zeroIsAnAnswer: true,
})
