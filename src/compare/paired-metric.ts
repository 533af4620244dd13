// One metric of one benchmark, pair by pair: the values of both sides, the evidence they make, and what was wrong with
// those that could not be used. Adding a pair costs constant time but for keeping the earlier differences in order.
import type { Side } from '../model/side.ts'
import type { Terms } from '../model/terms.ts'
import type { Better, Unit } from '../model/unit.ts'
import { createEvidence, createScale } from '../stats/evidence.ts'
import { effectOf } from './effect.ts'
import { compareExactly, type ExactFinding } from './exact.ts'
import type { Tested } from './family.ts'
import type { Fault, TrialValue } from './value.ts'
import { createWorseEvidence, type WorseEvidence } from './worse.ts'

export interface MetricIdentity {
  readonly benchmark: string
  readonly metric: string
  readonly unit: Unit
  readonly better: Better
}

/** What was seen besides usable pairs: each becomes a Notice. */
export interface Oddities {
  /** Pairs without a value, by side and fault. */
  readonly faults: ReadonlyMap<`${Side} ${Fault}`, number>
  /** Pairs with a negative value: they have no ratio. */
  readonly negative: number
  /** Pairs with a zero on one side only. */
  readonly zero: number
  readonly repeatedRounds: number
  /** The side that ran first in every pair, although the order should be random. */
  readonly alwaysFirst: Side | null
}

export interface PairedMetric extends MetricIdentity {
  readonly terms: Terms
  readonly base: readonly number[]
  readonly head: readonly number[]
  /** Log ratios, positive when head is worse, with the scale known before each. */
  readonly effects: readonly number[]
  readonly scales: readonly number[]
  /** What speaks for a regression. */
  readonly worse: WorseEvidence
  readonly oddities: Oddities
  /** Usable pairs: those with a value on both sides. */
  readonly pairs: number
  /** Made of exact values only, not of trials. */
  readonly countsOnly: boolean
  /** Pairs that arrived, usable or not. */
  readonly attempted: number
  /** The outcome without any test: for a count, or when both sides never varied over enough pairs. */
  exact(minPairs: number): ExactFinding | null
  /** p-values at all times at once. */
  tested(): Tested
  add(pair: PairedValues): void
}

/** What both sides of one round say about the metric. */
export interface PairedValues {
  readonly round: number
  readonly base: TrialValue
  readonly head: TrialValue
  /** They are counts, not trials. */
  readonly exact: boolean
  readonly first?: Side | undefined
}

/** Too many pairs for chance to have chosen one order every time: 2^(1 − 10) is one in 512. */
const pairsThatShowAnOrder = 10

export function createPairedMetric(identity: MetricIdentity, terms: Terms): PairedMetric {
  const base: number[] = []
  const head: number[] = []
  const effects: number[] = []
  const scales: number[] = []
  const scale = createScale()
  const worse = createWorseEvidence(Math.log1p(terms.ignoreBelow))
  const cleared = createEvidence({ delta: Math.log1p(terms.regression), side: -1 })
  const faster = createEvidence({ delta: -Math.log1p(terms.ignoreBelow), side: -1 })
  const rounds: number[] = []
  let latest = Number.NEGATIVE_INFINITY
  const faults = new Map<`${Side} ${Fault}`, number>()
  const first = { base: 0, head: 0 }
  let negative = 0
  let zero = 0
  let repeatedRounds = 0
  let exactPairs = 0
  let varied = false

  const note = (side: Side, { fault }: TrialValue) => {
    if (fault !== undefined) faults.set(`${side} ${fault}`, (faults.get(`${side} ${fault}`) ?? 0) + 1)
  }

  return {
    benchmark: identity.benchmark,
    metric: identity.metric,
    unit: identity.unit,
    better: identity.better,
    terms,
    base,
    head,
    effects,
    scales,
    worse,
    get pairs() {
      return base.length
    },
    get countsOnly() {
      return exactPairs === base.length
    },
    get attempted() {
      return rounds.length
    },
    get oddities() {
      const ordered = first.base + first.head
      const alwaysFirst =
        ordered < pairsThatShowAnOrder ? null : first.head === 0 ? 'base' : first.base === 0 ? 'head' : null
      return { faults, negative, zero, repeatedRounds, alwaysFirst } as const
    },
    exact: (minPairs) => {
      const [baseValue] = base
      const [headValue] = head
      if (baseValue === undefined || headValue === undefined || varied) return null
      if (exactPairs < base.length) {
        if (base.length < minPairs) return null
        // A machine that slows every second process, read by a coarse clock, looks just like this in one order only.
        if (baseValue !== headValue && (first.base === 0) !== (first.head === 0)) return null
        // Times are never the same twice: they were rounded, and are no count.
        if (baseValue !== headValue && identity.unit === 's') return null
      }
      return compareExactly(baseValue, headValue, identity.better, terms)
    },
    tested: () => ({ worse: 1 / worse.sup, equivalent: 1 / cleared.sup, better: 1 / faster.sup }),
    add: (pair) => {
      // Rounds arrive in ascending order, but for merged files.
      if (pair.round <= latest && rounds.includes(pair.round)) {
        repeatedRounds++
        return
      }
      rounds.push(pair.round)
      latest = Math.max(latest, pair.round)
      if (pair.base.value === undefined || pair.head.value === undefined) {
        note('base', pair.base)
        note('head', pair.head)
        return
      }
      if (base.length > 0 && (pair.base.value !== base[0] || pair.head.value !== head[0])) varied = true
      base.push(pair.base.value)
      head.push(pair.head.value)
      if (pair.exact) exactPairs++
      if (pair.first !== undefined) first[pair.first]++
      const effect = effectOf(pair.base.value, pair.head.value, identity.better)
      if (effect === null) {
        negative++
        return
      }
      if (pair.base.value !== pair.head.value && (pair.base.value === 0 || pair.head.value === 0)) zero++
      const known = scale.next()
      scale.add(effect)
      effects.push(effect)
      scales.push(known)
      worse.add(effect, known, fastestEffect(pair, identity.better))
      cleared.add(effect, known)
      faster.add(effect, known)
    },
  }
}

/** The effect by the fastest iterations of both sides, where both have such a value. */
function fastestEffect({ base, head }: PairedValues, better: Better): number | null {
  return base.fastest === undefined || head.fastest === undefined
    ? null
    : effectOf(base.fastest, head.fastest, better)
}
