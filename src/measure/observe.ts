// Costs of a program, as observations of the metrics that were asked for.
import { metricKinds } from '../model/metric.ts'
import type { Observation } from '../model/observation.ts'
import type { CommandBenchmark, TaskBenchmark } from '../model/suite/index.ts'

/** One trial. @param values samples in base units; `null` where the metric cannot be known here */
export function observe(
  benchmark: Pick<TaskBenchmark | CommandBenchmark, 'metrics' | 'statistic'>,
  name: string,
  values: {
    readonly cpu: readonly number[] | null
    readonly wall: readonly number[]
    readonly memory: readonly number[] | null
  },
): Observation[] {
  const observations: Observation[] = []
  for (const metric of ['cpu', 'wall', 'memory'] as const) {
    const samples = values[metric]
    if (samples === null || !(benchmark.metrics?.includes(metric) ?? true)) continue
    const { unit, better } = metricKinds[metric]
    const statistic = benchmark.statistic[metric]
    observations.push({
      benchmark: name,
      metric,
      unit,
      better,
      ...(statistic === undefined ? {} : { statistic }),
      value: { kind: 'samples', samples },
    })
  }
  return observations
}
