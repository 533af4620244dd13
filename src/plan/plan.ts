// Suite and Change → Plan: what runs, in which order, until when. Pure: the same arguments give the same plan.
import type { Change } from '../model/change.ts'
import type { Notice } from '../model/notice.ts'
import type { Plan } from '../model/plan.ts'
import type { Side } from '../model/side.ts'
import type { Suite } from '../model/suite/index.ts'
import { createRandom, fork } from '../stats/random.ts'
import { suiteHash } from './hash.ts'
import { fewestPairs, testedMetrics, tooFewPairs } from './reach.ts'
import { select } from './select.ts'

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
}

export type Planned = { readonly plan: Plan } | { readonly faults: readonly Notice[] }

/** @returns the plan, or a fault for each pattern of `only` that is for no benchmark */
export function makePlan({ suite, change, seed, only = [], maxTime, firstRound = 0 }: PlanRequest): Planned {
  const selected = select(suite.benchmarks, only)
  if ('faults' in selected) return selected
  const { alpha, maxPairs } = suite.gate
  const tested = testedMetrics(selected.benchmarks, suite.budgets)
  const fewest = fewestPairs(tested, alpha)
  if (firstRound + maxPairs < fewest) return { faults: [tooFewPairs({ maxPairs, alpha, tested, fewest })] }
  return {
    plan: {
      suite: suite.name,
      suiteHash: suiteHash(suite),
      seed,
      change,
      setup: suite.setup,
      benchmarks: selected.benchmarks.map((benchmark) => ({
        benchmark,
        first: coins(seed, benchmark.name, firstRound + maxPairs).slice(firstRound),
      })),
      ...(only.length === 0 ? {} : { only }),
      minPairs: Math.min(minPairs, maxPairs),
      maxPairs,
      maxTime: maxTime ?? suite.gate.maxTime,
      firstRound,
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
