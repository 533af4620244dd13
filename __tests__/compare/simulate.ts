// A measurement as the gate runs it, on made-up or recorded values: round by round over the benchmarks that the stop
// rule has not settled, then the final comparison of what was measured.
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { createDecider } from '../../src/compare/decider.ts'
import type { DecisionSettings } from '../../src/compare/settings.ts'
import type { Comparison } from '../../src/model/comparison.ts'
import type { Trial } from '../../src/model/evidence.ts'
import { emptyRun } from '../../src/model/run.ts'
import type { Side } from '../../src/model/side.ts'

/** The value of one trial, or its iterations. */
type Drawn = number | readonly number[]

/** Values of one pair; `null` when that round has none. */
export type Draw = (
  benchmark: string,
  round: number,
) => { readonly base: Drawn; readonly head: Drawn; readonly first?: Side } | null

export function measureAndCompare(
  benchmarks: readonly string[],
  draw: Draw,
  settings: DecisionSettings,
): readonly Comparison[] {
  const rule = createDecider({ ...settings, expected: benchmarks })
  const trials = new Map(benchmarks.map((name) => [name, { base: [] as Trial[], head: [] as Trial[] }]))
  for (let round = 0; round < settings.maxPairs; round++)
    for (const benchmark of benchmarks) {
      if (rule.settled(benchmark)) continue
      const drawn = draw(benchmark, round)
      if (drawn === null) continue
      const observation = (value: Drawn) => [
        { ...about(benchmark), value: { kind: 'samples' as const, samples: samplesOf(value) } },
      ]
      const order = drawn.first === undefined ? {} : { first: drawn.first }
      rule.observe({ round, ...order, base: observation(drawn.base), head: observation(drawn.head) })
      for (const side of ['base', 'head'] as const) {
        const position = drawn.first === undefined ? {} : { position: drawn.first === side ? 0 : 1 }
        trials.get(benchmark)?.[side].push({ round, ...position, samples: samplesOf(drawn[side]) })
      }
    }
  const run = (side: Side) =>
    emptyRun({
      measurement: 'simulated',
      series: benchmarks.map((name) => ({
        ...about(name),
        evidence: { kind: 'trials' as const, trials: trials.get(name)?.[side] ?? [] },
      })),
    })
  return compareRuns({ base: run('base'), head: run('head'), settings }).comparisons
}

function samplesOf(drawn: Drawn): number[] {
  return typeof drawn === 'number' ? [drawn] : [...drawn]
}

function about(benchmark: string) {
  return { benchmark, metric: 'cpu', unit: 's', better: 'lower' as const }
}
