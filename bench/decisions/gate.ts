// perf-gate's own decision on replayed pairs, by the code that decides in a pull request: the stop rule of
// compare/decider.ts asks for pairs round by round, compare/compare-runs.ts gives the verdicts.
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { createDecider } from '../../src/compare/decider.ts'
import type { DecisionSettings } from '../../src/compare/settings.ts'
import type { Comparison } from '../../src/model/comparison.ts'
import { metricKind } from '../../src/model/metric.ts'
import type { Observation } from '../../src/model/observation.ts'
import { emptyRun } from '../../src/model/run.ts'
import type { Side } from '../../src/model/side.ts'
import type { Budget } from '../../src/model/suite/index.ts'
import { termsOf } from '../../src/model/terms.ts'
import type { TrialPair } from './resample.ts'

/** What is gated; its default statistic applies. */
export type Gated = 'cpu' | 'wall'

export interface ReplayedMetric {
  readonly benchmark: string
  readonly pairs: readonly TrialPair[]
}

export interface GateOptions {
  readonly metric: Gated
  /** False alarms allowed for the whole suite: 0.01. */
  readonly alpha: number
  readonly maxPairs: number
  /** As a budget would say it: 0.03. The metric's own default when absent. */
  readonly regression?: number | undefined
  /** Take all pairs, whatever the stop rule says: for what an interval does at all times at once. */
  readonly neverStop?: boolean
}

/** One pull request: all its metrics, decided together. Benchmark → what the report would say. */
export function replay(
  metrics: readonly ReplayedMetric[],
  { metric, alpha, maxPairs, regression, neverStop = false }: GateOptions,
): ReadonlyMap<string, Comparison> {
  const budget: Budget = {
    benchmark: '**',
    metric,
    regression,
    ignoreBelow: undefined,
    onRegression: undefined,
  }
  const settings: DecisionSettings = { alpha, maxPairs, terms: (series) => termsOf([budget], series) }
  const decider = createDecider({ ...settings, expected: metrics.map(({ benchmark }) => benchmark) })
  const taken = new Map<string, number>()
  for (let round = 0; round < maxPairs; round++) {
    for (const { benchmark, pairs } of metrics) {
      const pair = pairs[round]
      if (pair === undefined || (!neverStop && decider.settled(benchmark))) continue
      const [base, head] = [observe(benchmark, metric, pair.base), observe(benchmark, metric, pair.head)]
      decider.observe({ round, base: [base], head: [head] })
      taken.set(benchmark, round + 1)
    }
  }
  const run = (side: Side) =>
    emptyRun({
      measurement: 'replay',
      series: metrics.map(({ benchmark, pairs }) => {
        const { unit, better } = metricKind(metric)
        const trials = pairs
          .slice(0, taken.get(benchmark) ?? 0)
          .map((pair, round) => ({ round, samples: [...pair[side][metric].iterations] }))
        return { benchmark, metric, unit, better, evidence: { kind: 'trials', trials } }
      }),
    })
  const { comparisons } = compareRuns({ base: run('base'), head: run('head'), settings })
  return new Map(comparisons.map((comparison) => [comparison.benchmark, comparison]))
}

function observe(benchmark: string, metric: Gated, trial: TrialPair['base']): Observation {
  const { unit, better } = metricKind(metric)
  return { benchmark, metric, unit, better, value: { kind: 'samples', samples: trial[metric].iterations } }
}
