// The result of a leak test as metrics, and in words.
import { metricKinds } from '../../model/metric.ts'
import type { Notice } from '../../model/notice.ts'
import type { Observation } from '../../model/observation.ts'
import type { Side } from '../../model/side.ts'
import { writeSize } from '../../model/suite/quantity.ts'
import type { LeakSearch } from './search.ts'

/** Memory in coarse steps, so that equal programs have equal values and can be compared exactly. */
const step = 1e6

export function observeLeak(benchmark: string, search: LeakSearch, peakMemory: number): Observation[] {
  const { finding, increase } = search
  const exact = (metric: string, value: number): Observation => ({
    benchmark,
    metric,
    unit: 'B',
    better: metricKinds.leak.better,
    value: { kind: 'exact', value },
  })
  const memory = [
    exact('leak.increase', Math.round(increase / step) * step),
    exact('leak.peak', Math.round(peakMemory / step) * step),
  ]
  // What is not known is not zero.
  if (finding.kind === 'inconclusive') return memory
  return [exact('leak', finding.kind === 'leak' ? Math.round(finding.slope) : 0), ...memory]
}

export function leakNotices(
  benchmark: string,
  side: Side,
  { finding, operations }: LeakSearch,
  tolerance: number,
): Notice[] {
  const bytes = (value: number) =>
    `${value < 0 ? '−' : ''}${writeSize(Math.abs(Number(value.toPrecision(3))))}`
  const seen = `${bytes(finding.slope)} per operation, 99 % sure between ${bytes(finding.low)} and ${bytes(finding.high)}, over ${finding.rounds} rounds of ${operations} operations`
  switch (finding.kind) {
    case 'none':
      return []
    case 'leak':
      return [
        {
          code: 'leak',
          where: benchmark,
          message: `On ${side}, memory grows with every operation: ${seen}.`,
          fix: 'Look for what keeps references: caches without a bound, listeners, closures in long lists.',
        },
      ]
    case 'inconclusive':
      return [
        {
          code: 'leak-inconclusive',
          where: benchmark,
          message: `On ${side}, it cannot be told whether memory grows by more than ${bytes(tolerance)} per operation: ${seen}.`,
          fix: 'Make an operation do less besides, or allow more: `leak:`.',
        },
      ]
  }
}
