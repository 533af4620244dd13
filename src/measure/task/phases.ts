// Phases of a task as metrics, and calls and phases that took longer than they may.
import { metricKinds } from '../../model/metric.ts'
import type { Notice } from '../../model/notice.ts'
import type { Observation } from '../../model/observation.ts'
import type { Side } from '../../model/side.ts'
import { writeDuration } from '../../model/suite/quantity.ts'
import type { Samples } from './protocol.ts'

/** One metric per phase: its time per call. A sample in which it did not happen counts as no time. */
export function observePhases(benchmark: string, { phases = [] }: Samples, calls: number): Observation[] {
  const names = new Set(phases.flatMap((sample) => Object.keys(sample)))
  const { unit, better } = metricKinds.phase
  return [...names].map((name) => ({
    benchmark,
    metric: `phase.${nameOf(name)}`,
    unit,
    better,
    value: { kind: 'samples', samples: phases.map((sample) => (sample[name]?.time ?? 0) / calls) },
  }))
}

/** Names stay whole in tables and globs. */
function nameOf(name: string): string {
  return name.replace(/[^\p{L}\p{N}_.:-]+/gu, '-').slice(0, 60) || 'unnamed'
}

const mostListed = 5

/**
 * Operations over `threshold` seconds, worst first.
 * @param samples of one call each
 */
export function slowNotices(benchmark: string, side: Side, samples: Samples, threshold: number): Notice[] {
  const longest = new Map([['a call', Math.max(0, ...samples.wall)]])
  for (const sample of samples.phases ?? [])
    for (const [name, { longest: seconds }] of Object.entries(sample))
      longest.set(`phase ${nameOf(name)}`, Math.max(seconds, longest.get(`phase ${nameOf(name)}`) ?? 0))
  const slow = [...longest].filter(([, seconds]) => seconds > threshold).sort((a, b) => b[1] - a[1])
  if (slow.length === 0) return []
  const listed = slow.slice(0, mostListed).map(([name, seconds]) => {
    const factor = Number((seconds / threshold).toPrecision(2))
    return `${name} ${writeDuration(Number(seconds.toPrecision(3)))} (${factor} times as long as it may)`
  })
  const more = slow.length - listed.length
  return [
    {
      code: 'slow-operation',
      where: benchmark,
      message: `On ${side}, the slowest of ${samples.wall.length} calls took: ${listed.join(', ')}${more > 0 ? `, and ${more} more` : ''}.`,
    },
  ]
}
