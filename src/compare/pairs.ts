// Two Runs of one measurement as the pairs they were measured in: for the final comparison, and to continue an earlier
// attempt of the job in the stop rule.
import type { Observation, Pair } from '../model/observation.ts'
import type { Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import type { Side } from '../model/side.ts'
import type { PairedValues } from './paired-metric.ts'
import { observedValue, type TrialValue } from './value.ts'

/** All pairs, series by series and in order of their rounds within each. */
export function pairsOf({ base, head }: Runs): readonly Pair[] {
  const bases = new Map(base.series.map((series) => [seriesKey(series), series]))
  return head.series.flatMap((series) => {
    const opposite = bases.get(seriesKey(series))
    return opposite === undefined ? [] : pairsOfSeries(opposite, series)
  })
}

/** The pairs of one metric. An exact value is a pair by itself; summaries have none. */
export function pairsOfSeries(base: Series, head: Series): readonly Pair[] {
  return eachPair(base, head, (round, first, baseSeen, headSeen) => {
    const sides = { base: [observationOf(base, baseSeen)], head: [observationOf(head, headSeen)] }
    return first === undefined ? { round, ...sides } : { round, first, ...sides }
  })
}

/** The same as values, for metrics that are no histograms: thousands of metrics need no thousands of observations. */
export function valuesOfSeries(base: Series, head: Series): readonly PairedValues[] {
  return eachPair(base, head, (round, first, baseSeen, headSeen) => ({
    round,
    first,
    base: trialOf(baseSeen, base),
    head: trialOf(headSeen, head),
    exact: headSeen.kind === 'exact',
  }))
}

function trialOf(seen: Observation['value'], series: Series): TrialValue {
  return seen.kind === 'histogram' ? { fault: 'unreadable' } : observedValue(seen, series)
}

function eachPair<Output>(
  base: Series,
  head: Series,
  make: (
    round: number,
    first: Side | undefined,
    base: Observation['value'],
    head: Observation['value'],
  ) => Output,
): readonly Output[] {
  const from = roundsOf(base)
  const to = roundsOf(head)
  const at = matched(from, to)
  const pairs: Output[] = []
  for (let index = 0; index < at.head.length; index++) {
    const baseAt = at.base[index] ?? -1
    const headAt = at.head[index] ?? -1
    const baseRound = from[baseAt]
    const headRound = to[headAt]
    const baseSeen = seenIn(base, baseAt)
    const headSeen = seenIn(head, headAt)
    if (baseRound === undefined || headRound === undefined || baseSeen === null || headSeen === null) continue
    pairs.push(make(headRound.round, firstOf(baseRound, headRound), baseSeen, headSeen))
  }
  return pairs
}

/** Rounds that only one side has: the pair is void. */
export function unpairedRounds(base: Series, head: Series): number {
  const [from, to] = [roundsOf(base), roundsOf(head)]
  if (areAligned(from, to)) return 0
  const bases = new Set(from.map(({ round }) => round))
  const heads = new Set(to.map(({ round }) => round))
  const without = (rounds: ReadonlySet<number>, others: ReadonlySet<number>) =>
    [...rounds].filter((round) => !others.has(round)).length
  return without(bases, heads) + without(heads, bases)
}

/** The last round that both sides have; `null` when there is none. */
export function lastCommonRound(base: Series, head: Series): number | null {
  const to = roundsOf(head)
  const last = matched(roundsOf(base), to).head.at(-1)
  return last === undefined ? null : (to[last]?.round ?? null)
}

interface Round {
  readonly round: number
  readonly position?: number | undefined
}

const onlyRound: readonly Round[] = [{ round: 0 }]

function roundsOf({ evidence }: Series): readonly Round[] {
  switch (evidence.kind) {
    case 'trials':
      return evidence.trials
    case 'histogram':
      return evidence.rounds
    case 'exact':
      return onlyRound
    case 'summary':
      return []
  }
}

/** Indices of the same round on both sides, by ascending round. A round that base holds twice is its first. */
function matched(base: readonly Round[], head: readonly Round[]): Readonly<Record<Side, readonly number[]>> {
  // A measurement that went well holds the same rounds in the same order on both sides.
  if (areAligned(base, head)) {
    const all = base.map((_, index) => index)
    return { base: all, head: all }
  }
  const bases = new Map<number, number>()
  base.forEach(({ round }, index) => {
    if (!bases.has(round)) bases.set(round, index)
  })
  const common = head
    .map(({ round }, index) => ({ round, index, opposite: bases.get(round) }))
    .filter(({ opposite }) => opposite !== undefined)
    .sort((a, b) => a.round - b.round)
  return {
    base: common.map(({ opposite }) => opposite ?? -1),
    head: common.map(({ index }) => index),
  }
}

function areAligned(base: readonly Round[], head: readonly Round[]): boolean {
  if (base.length !== head.length) return false
  let previous = Number.NEGATIVE_INFINITY
  for (let index = 0; index < base.length; index++) {
    const round = base[index]?.round ?? Number.NaN
    if (round !== head[index]?.round || !(round > previous)) return false
    previous = round
  }
  return true
}

/** What a series says of its round at that index. */
function seenIn({ evidence }: Series, index: number): Observation['value'] | null {
  switch (evidence.kind) {
    case 'trials': {
      const trial = evidence.trials[index]
      return trial === undefined ? null : { kind: 'samples', samples: trial.samples, void: trial.void }
    }
    case 'histogram': {
      const round = evidence.rounds[index]
      return round === undefined ? null : { kind: 'histogram', histogram: round.histogram, void: round.void }
    }
    case 'exact':
      return { kind: 'exact', value: evidence.value }
    case 'summary':
      return null
  }
}

function observationOf(series: Series, value: Observation['value']): Observation {
  const { benchmark, metric, unit, better, statistic } = series
  const about = { benchmark, metric, unit, better, value }
  return statistic === undefined ? about : { ...about, statistic }
}

function firstOf(base: Round, head: Round): Side | undefined {
  if (base.position === head.position) return undefined
  if (base.position === 0) return 'base'
  return head.position === 0 ? 'head' : undefined
}
