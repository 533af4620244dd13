// The stop rule: after each pair, which benchmarks need another one. It may end a benchmark early but never changes what
// the pairs say: verdicts are a function of the pairs and of the final family, and `compareRuns` computes them anew by
// the same ledger. So an early stop under a family that was still too small can only leave a metric inconclusive, and
// to avoid even that nothing is settled before every expected benchmark has shown its metrics.
import type { Evidence, StopRule } from '../model/stop-rule.ts'
import { hodgesLehmann } from '../stats/hodges-lehmann.ts'
import { ratioOf } from './effect.ts'
import { createLedger } from './ledger.ts'
import type { PairedMetric } from './paired-metric.ts'
import { type Certainty, certaintyOf, type DecisionSettings } from './settings.ts'

export interface DeciderSettings extends DecisionSettings {
  /**
   * Names of the planned benchmarks, as `settled` is asked for them. While one of them has no pair, nothing is settled,
   * unless `minPairs` rounds went by without it: then it has failed, or will at most add its metrics later.
   */
  readonly expected?: readonly string[]
  /** What other shards of the suite measure: their metrics share the error rate. */
  readonly elsewhere?: Elsewhere
}

/** Metrics that are not measured here. */
export interface Elsewhere {
  /** Gating metrics of those benchmarks that an earlier Run tells of. */
  readonly metrics: number
  /** Benchmarks that nobody knows yet: each is taken to have as many gating metrics as the largest one here. */
  readonly unknown: number
}

/** A stop rule that decides as `compareRuns` will. Feed it the pairs of an earlier attempt first to continue it. */
export function createDecider(settings: DeciderSettings): StopRule {
  const certainty = certaintyOf(settings)
  const { metrics: knownElsewhere, unknown } = settings.elsewhere ?? { metrics: 0, unknown: 0 }
  /** Planned benchmark → its gating metrics. */
  const gating = new Map<string, number>()
  let largest = 1
  const ledger = createLedger(settings, () => knownElsewhere + unknown * largest)
  /** Name of a planned benchmark, and of each measured one → its metrics. */
  const known = new Map<string, [string, PairedMetric][]>()
  /** The same names → pairs. */
  const observed = new Map<string, number>()
  const missing = new Set(settings.expected ?? [])
  const expected = [...missing].sort((a, b) => b.length - a.length)
  let firstRound = Number.POSITIVE_INFINITY
  let lastRound = Number.NEGATIVE_INFINITY

  /** The planned benchmark that a measured one (`parse/large`) belongs to: the longest name that fits. */
  const planned = new Map<string, string>()
  const plannedOf = (benchmark: string): string => {
    const found =
      planned.get(benchmark) ??
      expected.find((name) => benchmark === name || benchmark.startsWith(`${name}/`)) ??
      benchmark
    planned.set(benchmark, found)
    return found
  }

  const metricsOf = (benchmark: string): readonly [string, PairedMetric][] =>
    known.get(benchmark) ??
    // A name that was not announced and is none itself: whatever lies below it.
    [...known].filter(([name]) => name.startsWith(`${benchmark}/`)).flatMap(([, metrics]) => metrics)

  const open = ([key, metric]: readonly [string, PairedMetric]): boolean => {
    if (metric.pairs >= certainty.maxPairs) return false
    if (metric.pairs === 0 && metric.attempted >= certainty.minPairs) return false
    // Shown only: an interval takes `minPairs`, and no more time is spent on it.
    if (!metric.terms.gating)
      return metric.pairs < certainty.minPairs && metric.exact(certainty.minPairs) === null
    const state = ledger.stateOf(key)
    return state === 'undecided' || (state === 'no-change' && looksImproved(metric, certainty))
  }

  return {
    observe: (pair) => {
      firstRound = Math.min(firstRound, pair.round)
      lastRound = Math.max(lastRound, pair.round)
      const added = ledger.observe(pair)
      // Those of both sides: a row that only base has is not waited for.
      const seen = [...pair.head, ...pair.base]
      const names = new Set(seen.flatMap(({ benchmark }) => [benchmark, plannedOf(benchmark)]))
      for (const name of names) {
        missing.delete(name)
        observed.set(name, (observed.get(name) ?? 0) + 1)
      }
      for (const key of added) {
        const metric = ledger.metrics.get(key)
        if (metric === undefined) continue
        if (metric.terms.gating) {
          const count = (gating.get(plannedOf(metric.benchmark)) ?? 0) + 1
          gating.set(plannedOf(metric.benchmark), count)
          largest = Math.max(largest, count)
        }
        for (const name of new Set([metric.benchmark, plannedOf(metric.benchmark)]))
          known.get(name)?.push([key, metric]) ?? known.set(name, [[key, metric]])
      }
    },
    settled: (benchmark) => {
      const metrics = metricsOf(benchmark)
      // Nothing in it can be paired, as when its unit changed: more of the same would not help.
      if (metrics.length === 0) return (observed.get(benchmark) ?? 0) >= certainty.minPairs
      if (metrics.every(([, metric]) => metric.pairs >= certainty.maxPairs)) return true
      if (missing.size > 0 && lastRound - firstRound < certainty.minPairs) return false
      return !metrics.some(open)
    },
    evidence: (benchmark) =>
      metricsOf(benchmark)
        .filter(([, metric]) => metric.terms.gating)
        .map(([key, metric]): Evidence => {
          const state = ledger.stateOf(key)
          const { worse, equivalent } = metric.tested()
          const needed = Math.max(1, ledger.families.gating.size) / certainty.alpha
          const progress = Math.max(
            Math.log(1 / worse) / Math.log(needed),
            Math.log(1 / equivalent) / Math.log(1 / certainty.beta),
          )
          return {
            metric: metric.metric,
            pairs: metric.pairs,
            state,
            progress: state === 'undecided' ? Math.min(0.99, Math.max(0, progress)) : 1,
            ratio: estimateOf(metric, certainty.minPairs),
          }
        }),
  }
}

function estimateOf(metric: PairedMetric, minPairs: number): number | null {
  const exact = metric.exact(minPairs)
  if (exact !== null) return exact.ratio
  return metric.effects.length === 0 ? null : ratioOf(hodgesLehmann(metric.effects), metric.better)
}

/**
 * "No change" only says that head is not worse. Where the evidence for "better" is already as strong as that, it is worth
 * the pairs that complete it; by chance alone that happens at most `beta` of the time.
 */
function looksImproved(metric: PairedMetric, { beta, minPairs }: Certainty): boolean {
  return metric.exact(minPairs) === null && metric.tested().better <= beta
}
