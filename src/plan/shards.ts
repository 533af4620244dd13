// A suite over several jobs. A benchmark is in exactly one shard, base and head together, so that each pair is whole on
// one machine; and every job finds the same division by itself, because nobody is there to ask.
import type { Change } from '../model/change.ts'
import type { Side } from '../model/side.ts'
import { type Benchmark, loadTime } from '../model/suite/index.ts'
import { fnv1a } from './hash.ts'

/**
 * Longest processing time first (Graham, 1969): the longest benchmark left goes to the shard that has least to do. The
 * slowest shard takes at most 4/3 − 1/(3 n) of what the best division could reach.
 * @param durations seconds that benchmarks took before, by name; what is not there is estimated
 * @returns names by shard, in the order of the suite; some are empty when there are more shards than benchmarks
 */
export function divide(
  benchmarks: readonly Benchmark[],
  count: number,
  durations: ReadonlyMap<string, number> = new Map(),
): readonly (readonly string[])[] {
  const expected = expectations(benchmarks, durations)
  const longestFirst = [...expected].sort(
    ([a, durationA], [b, durationB]) => durationB - durationA || (a < b ? -1 : 1),
  )
  const shards = Array.from({ length: count }, () => ({ duration: 0, names: new Set<string>() }))
  for (const [name, duration] of longestFirst) {
    const least = shards.reduce((best, shard) =>
      shard.duration < best.duration ||
      // What costs nothing is spread all the same.
      (shard.duration === best.duration && shard.names.size < best.names.size)
        ? shard
        : best,
    )
    least.duration += duration
    least.names.add(name)
  }
  return shards.map(({ names }) => benchmarks.flatMap(({ name }) => (names.has(name) ? [name] : [])))
}

/** Seconds by name. Estimates beside known durations are scaled to them: a plan does not know when it is decided. */
function expectations(
  benchmarks: readonly Benchmark[],
  durations: ReadonlyMap<string, number>,
): readonly (readonly [name: string, seconds: number])[] {
  const known = benchmarks.filter(({ name }) => durations.has(name))
  const took = known.reduce((sum, { name }) => sum + (durations.get(name) ?? 0), 0)
  const estimated = known.reduce((sum, benchmark) => sum + estimate(benchmark), 0)
  const scale = took > 0 && estimated > 0 ? took / estimated : 1
  return benchmarks.map((benchmark) => [
    benchmark.name,
    durations.get(benchmark.name) ?? scale * estimate(benchmark),
  ])
}

/** Pairs after which a clear case is decided. */
const usualPairs = 12
/** Seconds of a command that nobody has measured yet. */
const unknownCommand = 1

function estimate(benchmark: Benchmark): number {
  const pairs = 2 * usualPairs
  switch (benchmark.kind) {
    case 'files':
      return 0
    case 'load':
      return pairs * loadTime(benchmark)
    case 'task':
      return pairs * (benchmark.warmUp + benchmark.trialTime)
    default:
      return pairs * unknownCommand
  }
}

/**
 * The seed that all shards of one measurement draw by themselves.
 * @param run id of the workflow run that they are jobs of; without one, the same commits give the same seed
 */
export function sharedSeed(change: Change, suiteHash: string, run = ''): number {
  const names = ({ commit, directory = '' }: Change[Side]) => commit ?? directory
  const text = JSON.stringify([run, suiteHash, names(change.base), names(change.head)])
  return Number.parseInt(fnv1a(text).slice(-8), 16)
}
