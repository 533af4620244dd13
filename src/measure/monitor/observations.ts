// What was watched, as observations of a trial.
import { resourceMetrics } from '../../model/metric.ts'
import type { Observation } from '../../model/observation.ts'
import type { Resources, RuntimeFigures } from '../../model/resources.ts'

export function observeResources(
  benchmark: string,
  resources: Resources | null | undefined,
  runtime: RuntimeFigures | null,
): Observation[] {
  const pauses = runtime?.pauses ?? []
  const collecting = pauses.reduce((sum, each) => sum + each, 0)
  const values: Readonly<Record<keyof typeof resourceMetrics, number | undefined>> = {
    'cpu.share': resources == null || resources.elapsed <= 0 ? undefined : resources.cpu / resources.elapsed,
    'memory.tree': watched(resources)?.peakMemory,
    'memory.mean': watched(resources)?.meanMemory,
    processes: watched(resources)?.processes,
    threads: watched(resources)?.threads,
    descriptors: watched(resources)?.descriptors,
    switches: watched(resources)?.switches,
    'io.read': resources?.read,
    'io.written': resources?.written,
    'heap.used': runtime?.heapUsed,
    'heap.total': runtime?.heapTotal,
    'heap.external': runtime?.external,
    'gc.count': runtime === null ? undefined : pauses.length,
    'gc.pause': runtime === null ? undefined : collecting,
    'gc.share':
      runtime === null || resources == null || resources.elapsed <= 0
        ? undefined
        : collecting / resources.elapsed,
    'gc.longest': runtime === null ? undefined : Math.max(0, ...pauses),
    'loop.delay': runtime?.loopDelay,
    'loop.busy': runtime?.loopUtilization,
  }
  return Object.entries(resourceMetrics).flatMap(([metric, { unit, better }]): Observation[] => {
    const value = values[metric as keyof typeof resourceMetrics]
    if (value === undefined) return []
    return [{ benchmark, metric, unit, better, value: { kind: 'samples', samples: [value] } }]
  })
}

/** Nobody saw anything of a program that ended before the first look. */
function watched(resources: Resources | null | undefined): Resources | undefined {
  return resources != null && resources.samples > 0 ? resources : undefined
}
