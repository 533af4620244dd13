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

interface Slow {
  readonly name: string
  /** Seconds, of the slowest one. */
  readonly worst: number
  /** In how many calls it was over the threshold. */
  readonly calls: number
}

/**
 * Operations over `threshold` seconds, worst first.
 * @param samples of one call each
 */
export function slowNotices(benchmark: string, side: Side, samples: Samples, threshold: number): Notice[] {
  const { wall, phases = [] } = samples
  const names = new Set(phases.flatMap((sample) => Object.keys(sample)))
  const slow = [
    slowest('a call', wall, threshold),
    ...[...names].map((name) =>
      slowest(
        `phase ${nameOf(name)}`,
        phases.map((sample) => sample[name]?.longest ?? 0),
        threshold,
      ),
    ),
  ]
    .filter(({ calls }) => calls > 0)
    .sort((a, b) => b.worst - a.worst)
  if (slow.length === 0) return []
  const listed = slow.slice(0, mostListed).map(({ name, worst, calls }) => {
    const factor = Number((worst / threshold).toPrecision(2))
    return `${name} ${writeDuration(Number(worst.toPrecision(3)))} (${factor} times as long as it may, too long in ${calls} of ${wall.length} calls)`
  })
  const more = slow.length - listed.length
  return [
    {
      code: 'slow-operation',
      where: benchmark,
      message: `On ${side}, longer than \`slow: ${writeDuration(threshold)}\`, worst first: ${listed.join('; ')}${more > 0 ? `; and ${more} more` : ''}.`,
    },
  ]
}

function slowest(name: string, seconds: readonly number[], threshold: number): Slow {
  return {
    name,
    worst: Math.max(0, ...seconds),
    calls: seconds.filter((each) => each > threshold).length,
  }
}
