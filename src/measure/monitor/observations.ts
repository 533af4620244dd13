// What was watched, as observations of a trial.
import { resourceMetrics } from '../../model/metric.ts'
import type { Notice } from '../../model/notice.ts'
import type { Observation } from '../../model/observation.ts'
import type { Resources, RuntimeFigures } from '../../model/resources.ts'
import type { Side } from '../../model/side.ts'
import { encode, newHistogram, record } from '../load/histogram.ts'

export function observeResources(
  benchmark: string,
  resources: Resources | undefined,
  runtime: RuntimeFigures | null,
): Observation[] {
  // Nobody saw anything of a program that ended before the first look.
  const watched = resources !== undefined && resources.samples > 0 ? resources : undefined
  const machine = resources?.machine
  const pauses = runtime?.pauses
  const values: Readonly<Record<keyof typeof resourceMetrics, number | string | undefined>> = {
    'cpu.seconds': watched?.cpu,
    'cpu.share': watched === undefined || watched.elapsed <= 0 ? undefined : watched.cpu / watched.elapsed,
    'memory.tree': watched?.peakMemory,
    'memory.mean': watched?.meanMemory,
    processes: watched?.processes,
    threads: watched?.threads,
    descriptors: watched?.descriptors,
    switches: watched?.switches,
    'io.read': watched?.read,
    'io.written': watched?.written,
    'heap.used': runtime?.heapUsed,
    'heap.total': runtime?.heapTotal,
    'heap.external': runtime?.external,
    'gc.count': pauses?.length,
    'gc.pause': pauses?.reduce((sum, each) => sum + each, 0),
    'gc.share':
      pauses === undefined || resources === undefined || resources.elapsed <= 0
        ? undefined
        : pauses.reduce((sum, each) => sum + each, 0) / resources.elapsed,
    'gc.pauses': pauses === undefined || pauses.length === 0 ? undefined : histogramOf(pauses),
    'gc.longest': pauses === undefined ? undefined : Math.max(0, ...pauses),
    'loop.delay': runtime?.loopDelay,
    'loop.busy': runtime?.loopUtilization,
    'machine.busy': machine?.busy,
    'machine.load': machine?.load,
    'machine.steal': machine?.steal,
    'machine.throttled': machine?.throttled,
    'machine.available': machine?.available,
    'machine.group': machine?.groupPeak,
  }
  return Object.entries(resourceMetrics).flatMap(([metric, { unit, better }]): Observation[] => {
    const value = values[metric as keyof typeof resourceMetrics]
    if (value === undefined) return []
    return [
      {
        benchmark,
        metric,
        unit,
        better,
        value:
          typeof value === 'string'
            ? { kind: 'histogram', histogram: value }
            : { kind: 'samples', samples: [value] },
      },
    ]
  })
}

/** @param pauses seconds */
function histogramOf(pauses: readonly number[]): string {
  const histogram = newHistogram()
  for (const pause of pauses) record(histogram, pause * 1000)
  return encode(histogram)
}

/** What watched trials could not see, each kind of it once per side. */
export function collectUnseen() {
  const bySide: Record<Side, Map<string, Notice>> = { base: new Map(), head: new Map() }
  return {
    add(side: Side, benchmark: string, notices: readonly Notice[] = []): void {
      for (const notice of notices) bySide[side].set(notice.code, { where: benchmark, ...notice })
    },
    of: (side: Side): readonly Notice[] => [...bySide[side].values()],
  }
}
