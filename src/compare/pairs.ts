// Two Runs of one measurement as the pairs they were measured in: for the final comparison, and to continue an earlier
// attempt of the job in the stop rule.
import type { Observation, Pair } from '../model/observation.ts'
import type { Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import type { Side } from '../model/side.ts'

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
  const bases = new Map<number, Measured>()
  for (const measured of observationsOf(base))
    if (!bases.has(measured.round)) bases.set(measured.round, measured)
  return observationsOf(head)
    .flatMap((to): Pair[] => {
      const from = bases.get(to.round)
      if (from === undefined) return []
      const first = firstOf(from, to)
      return [
        {
          round: to.round,
          ...(first === null ? {} : { first }),
          base: [from.observation],
          head: [to.observation],
        },
      ]
    })
    .sort((a, b) => a.round - b.round)
}

/** Rounds that only one side has: the pair is void. */
export function unpairedRounds(base: Series, head: Series): number {
  const bases = new Set(roundsOf(base))
  const heads = new Set(roundsOf(head))
  const without = (rounds: ReadonlySet<number>, others: ReadonlySet<number>) =>
    [...rounds].filter((round) => !others.has(round)).length
  return without(bases, heads) + without(heads, bases)
}

/** The last round that both sides have; `null` when there is none. */
export function lastCommonRound(base: Series, head: Series): number | null {
  const bases = new Set(roundsOf(base))
  return roundsOf(head).reduce<number | null>(
    (last, round) => (bases.has(round) && (last === null || round > last) ? round : last),
    null,
  )
}

function roundsOf(series: Series): number[] {
  return observationsOf(series).map(({ round }) => round)
}

interface Measured {
  readonly round: number
  readonly position: number | undefined
  readonly observation: Observation
}

function observationsOf(series: Series): readonly Measured[] {
  const { benchmark, metric, unit, better, statistic, evidence } = series
  const about = { benchmark, metric, unit, better, ...(statistic === undefined ? {} : { statistic }) }
  switch (evidence.kind) {
    case 'trials':
      return evidence.trials.map(({ round, position, samples }) => ({
        round,
        position,
        observation: { ...about, value: { kind: 'samples', samples } },
      }))
    case 'histogram':
      return evidence.rounds.map(({ round, position, histogram }) => ({
        round,
        position,
        observation: { ...about, value: { kind: 'histogram', histogram } },
      }))
    case 'exact':
      return [
        {
          round: 0,
          position: undefined,
          observation: { ...about, value: { kind: 'exact', value: evidence.value } },
        },
      ]
    case 'summary':
      return []
  }
}

function firstOf(base: Measured, head: Measured): Side | null {
  if (base.position === head.position) return null
  if (base.position === 0) return 'base'
  return head.position === 0 ? 'head' : null
}
