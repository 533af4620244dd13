// Whether a plan can find anything at all: with too few pairs even a program that became a hundred times slower would
// stay undecided, and the gate would look green.
import { metricKind } from '../model/metric.ts'
import type { Notice } from '../model/notice.ts'
import { type Benchmark, type Budget, metricsOf } from '../model/suite/index.ts'
import { termsOf } from '../model/terms.ts'
import { createEvidence } from '../stats/evidence.ts'

/** How many metrics the error rate is shared by, at least: functions of a module are known only when it is loaded. */
export function testedMetrics(benchmarks: readonly Benchmark[], budgets: readonly Budget[]): number {
  return benchmarks
    .filter(({ kind }) => kind !== 'files')
    .flatMap((benchmark) =>
      metricsOf(benchmark).filter(
        (metric) =>
          // A metric without any spread, as memory sometimes is, turns out exact and needs no share.
          metricKind(metric).unit === 's' && termsOf(budgets, { benchmark: benchmark.name, metric }).gating,
      ),
    ).length
}

/** Pairs after which the evidence rule can call the first of `metrics` a regression, if every pair agrees fully. */
export function fewestPairs(metrics: number, alpha: number): number {
  const evidence = createEvidence({ delta: 0, side: 1 })
  let pairs = 0
  while (evidence.sup < metrics / alpha && pairs < 10_000) {
    evidence.add(1, 1)
    pairs += 1
  }
  return pairs
}

export function tooFewPairs(found: {
  readonly maxPairs: number
  readonly alpha: number
  readonly tested: number
  readonly fewest: number
}): Notice {
  const { maxPairs, alpha, tested, fewest } = found
  const metrics = tested === 1 ? '1 metric' : `${tested} metrics`
  return {
    code: 'too-few-pairs',
    message: `gate.max-pairs: ${maxPairs} pairs can never show a regression at alpha ${alpha} with ${metrics} to decide; it takes ${fewest}`,
    fix: `Raise "max-pairs" to ${fewest} or more: each pair that agrees makes the evidence up to twice as strong.`,
  }
}
