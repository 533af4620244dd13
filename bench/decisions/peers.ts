// The decision rules of other tools, each on the pairs that we decide on. Every rule gets what it asks for: base and
// head interleaved on one machine, which most of these tools do not do by themselves. "Slower" is its alarm.
import type { Random } from '../../src/stats/random.ts'
import {
  criterion,
  type Decision,
  iterationsOf,
  mannWhitneySlower,
  ratioAbove,
  retryUntilSignificant,
  type SamplePair,
  tachometer,
  usualAlpha,
  valuesOf,
  welchSlower,
} from './rules.ts'

export interface Peer {
  readonly name: string
  /** Key in the JSON line. */
  readonly key: string
  /** One line: the rule. */
  readonly rule: string
  /** Whose source was read, at which version. */
  readonly source: string
  /** Replays only every n-th pull request, because one decision takes milliseconds. */
  readonly every?: number
  decide(pairs: readonly SamplePair[], random: Random): Decision
}

export const peers: readonly Peer[] = [
  ...[1.05, 1.1, 2].map((threshold) => ({
    name: `ratio > ${threshold.toFixed(2)}`,
    key: `ratio ${threshold.toFixed(2)}`,
    rule: `one value a side; alarm at head / base > ${threshold.toFixed(2)}${threshold === 2 ? ' (its default)' : ''}`,
    source: 'github-action-benchmark 1.22.0 (src/write.ts)',
    decide: (pairs: readonly SamplePair[]) => ratioAbove(pairs, threshold),
  })),
  ...[10, 20].map((n) => ({
    name: `Mann-Whitney, ${n} runs`,
    key: `benchstat n=${n}`,
    rule: `Mann-Whitney U on ${n} runs a side, two-sided p < 0.05${n === 10 ? ' ("at least 10")' : ' ("ideally 20")'}`,
    source: 'benchstat, golang.org/x/perf 712aea8 (benchmath/anone.go)',
    decide: (pairs: readonly SamplePair[]) => mannWhitneySlower(pairs.slice(0, n), valuesOf, usualAlpha),
  })),
  {
    name: 'Mann-Whitney, 20 runs, 0.01 / 12',
    key: 'mann-whitney corrected',
    rule: 'the same at p < 0.01 / 12: what correcting for twelve metrics would do',
    source: 'nobody: a TODO in benchstat (cmd/benchstat/main.go)',
    decide: (pairs) => mannWhitneySlower(pairs.slice(0, 20), valuesOf, 0.01 / 12),
  },
  {
    name: 'Welch, pooled iterations',
    key: 'welch pooled',
    rule: 'Welch t on all iterations of 10 trials a side as if they were independent, two-sided p < 0.05',
    source: 'common practice',
    decide: (pairs) => welchSlower(pairs.slice(0, 10)),
  },
  {
    name: 'Mann-Whitney, pooled iterations',
    key: 'mann-whitney pooled',
    rule: 'Mann-Whitney U on all iterations of 10 trials a side, two-sided p < 0.05',
    source: 'common practice; asv 7032df7 ranks the samples of a run like this (asv/_stats.py)',
    decide: (pairs) => mannWhitneySlower(pairs.slice(0, 10), iterationsOf, usualAlpha),
  },
  {
    name: 'bootstrap t, 1 % noise, 1 process',
    key: 'criterion',
    rule: 'one process a side; bootstrap t-test p < 0.05 and the 95 % interval of the change of the mean above +1 %',
    source: 'Criterion.rs 0.7.0 (src/analysis/compare.rs, src/report.rs)',
    every: 10,
    decide: (pairs, random) => criterion(pairs.slice(0, 1), iterationsOf, random),
  },
  {
    name: 'bootstrap t, 1 % noise, 20 trials',
    key: 'criterion n=20',
    rule: 'the same on one value of each of 20 trials a side: Criterion’s rule with the right unit',
    source: 'Criterion.rs 0.7.0, its unit replaced',
    every: 10,
    decide: (pairs, random) => criterion(pairs.slice(0, 20), valuesOf, random),
  },
  {
    name: '95 % interval, auto-sample',
    key: 'tachometer',
    rule: 'Student interval of the relative difference of means; from 20 samples (its default is 50), 10 more until it excludes 0',
    source: 'tachometer 0.7.2 (src/stats.ts, src/runner.ts)',
    decide: tachometer,
  },
  {
    name: 'paired t, retry until significant',
    key: 'perfgate retries',
    rule: 'mean ± 2 standard errors of the paired differences excludes 0; from 5 pairs, more after every miss (2, 3, 5, 6, …)',
    source: 'perfgate (EffortlessMetrics) 0.18.1 (app/paired.rs, domain/paired.rs)',
    decide: retryUntilSignificant,
  },
]
