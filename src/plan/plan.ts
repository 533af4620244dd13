// Suite and Change → Plan: what runs, in which order, until when. Pure: the same arguments give the same plan.
import type { Change } from '../model/change.ts'
import type { Notice } from '../model/notice.ts'
import type { Plan } from '../model/plan.ts'
import type { ShardPlace } from '../model/shard.ts'
import type { Side } from '../model/side.ts'
import type { Suite } from '../model/suite/index.ts'
import { createRandom, fork } from '../stats/random.ts'
import { suiteHash } from './hash.ts'
import { fewestPairs, testedMetrics, tooFewPairs } from './reach.ts'
import { select } from './select.ts'
import { divide } from './shards.ts'

/** Pairs below which nothing is decided: fewer cannot reach any threshold worth having. */
const minPairs = 5

export interface PlanRequest {
  readonly suite: Suite
  readonly change: Change
  readonly seed: number
  /** Names and globs of benchmarks or of their rows; all when absent or empty. */
  readonly only?: readonly string[] | undefined
  /** Seconds, instead of the suite's. */
  readonly maxTime?: number | undefined
  /** Above 0 when an earlier attempt of the job is continued. */
  readonly firstRound?: number | undefined
  /** Only this part of the suite, which other jobs measure the rest of. */
  readonly shard?: ShardRequest | undefined
}

export interface ShardRequest extends ShardPlace {
  /** Seconds that benchmarks took before, by name. */
  readonly durations: ReadonlyMap<string, number>
  /** The division of an earlier attempt: a job that is run again keeps its part. */
  readonly division?: readonly (readonly string[])[] | undefined
}

export type Planned = { readonly plan: Plan } | { readonly faults: readonly Notice[] }

/** @returns the plan, or a fault for each pattern of `only` that is for no benchmark */
export function makePlan({
  suite,
  change,
  seed,
  only = [],
  maxTime,
  firstRound = 0,
  shard,
}: PlanRequest): Planned {
  const selected = select(suite.benchmarks, only)
  if ('faults' in selected) return selected
  const { alpha, maxPairs } = suite.gate
  const tested = testedMetrics(selected.benchmarks, suite.budgets)
  const fewest = fewestPairs(tested, alpha)
  if (firstRound + maxPairs < fewest) return { faults: [tooFewPairs({ maxPairs, alpha, tested, fewest })] }
  const division =
    shard === undefined
      ? undefined
      : (shard.division ?? divide(selected.benchmarks, shard.count, shard.durations))
  const own = division === undefined ? undefined : new Set(division[(shard?.index ?? 1) - 1])
  const { reason, distance } = change
  return {
    plan: {
      suite: suite.name,
      suiteHash: suiteHash(suite),
      seed,
      change,
      setup: suite.setup,
      benchmarks: selected.benchmarks
        .filter(({ name }) => own?.has(name) ?? true)
        .map((benchmark) => ({
          benchmark,
          first: coins(seed, benchmark.name, firstRound + maxPairs).slice(firstRound),
        })),
      ...(only.length === 0 ? {} : { only }),
      minPairs: Math.min(minPairs, maxPairs),
      maxPairs,
      maxTime: maxTime ?? suite.gate.maxTime,
      firstRound,
      ...(shard === undefined || division === undefined
        ? {}
        : {
            shard: {
              index: shard.index,
              division: division.map((names) => [...names]),
              change: { reason, ...(distance === undefined ? {} : { distance }) },
            },
          }),
    },
  }
}

/**
 * Which side runs first in each round: a fair coin per pair, which is what the evidence rule's error rate rests on.
 * Adding or leaving out other benchmarks changes nothing.
 */
function coins(seed: number, benchmark: string, rounds: number): Side[] {
  const random = createRandom(fork(seed, `order/${benchmark}`))
  return Array.from({ length: rounds }, () => (random.coin() ? 'base' : 'head'))
}
