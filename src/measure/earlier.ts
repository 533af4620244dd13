// What an earlier attempt of the job measured, taken up again: its rounds come first, and its failures lie before the
// rounds that are to come.
import type { Trial } from '../model/evidence.ts'
import type { Notice } from '../model/notice.ts'
import type { Observation } from '../model/observation.ts'
import type { Run, Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'

/** Said of one attempt, and untrue once another one has gone on. */
const passing: ReadonlySet<string> = new Set(['few-pairs', 'continued'])

/** Before every round: when a benchmark that could not be measured at all failed. */
const atFirst = -1

/** The Runs as the start of a measurement that goes on. What failed counts as mended when it has pairs after that. */
export function resumed({ base, head }: Runs): Runs {
  const resume = (run: Run): Run => ({
    ...run,
    failures: run.failures.map((failure) => ({ ...failure, round: failure.round ?? atFirst })),
    notices: run.notices.filter(({ code }: Notice) => !passing.has(code)),
  })
  return { base: resume(base), head: resume(head) }
}

/** What a benchmark has from earlier attempts: the names of its rows, and pairs. */
export interface EarlierShare {
  readonly names: readonly string[]
  /** Of its metric that has most. None when it failed: it has to show anew that it works. */
  readonly pairs: number
}

/** @param others further benchmarks of the entry, whose rows may lie below `benchmark` */
export function shareOf({ base, head }: Runs, benchmark: string, others: readonly string[]): EarlierShare {
  const below = others.filter((other) => other.startsWith(`${benchmark}/`))
  const isRowOf = (name: string, owner: string) => name === owner || name.startsWith(`${owner}/`)
  const isOurs = (one: { readonly benchmark: string }) =>
    isRowOf(one.benchmark, benchmark) && !below.some((other) => isRowOf(one.benchmark, other))
  const [bases, heads] = [base.series.filter(isOurs), head.series.filter(isOurs)]
  const pairs = heads.map((series) => {
    const opposite = bases.find((one) => seriesKey(one) === seriesKey(series))
    const rounds = new Set(opposite === undefined ? [] : roundsOf(opposite))
    return roundsOf(series).filter((round) => rounds.has(round)).length
  })
  const failed = [...base.failures, ...head.failures].some(isOurs)
  return {
    names: [...new Set([...heads, ...bases].map((series) => series.benchmark))],
    pairs: failed ? 0 : Math.max(0, ...pairs),
  }
}

function roundsOf({ evidence }: Series): readonly number[] {
  if (evidence.kind === 'trials') return evidence.trials.map(({ round }) => round)
  return evidence.kind === 'histogram' ? evidence.rounds.map(({ round }) => round) : []
}

/** When and where in its pair a trial ran. */
export interface Occasion {
  readonly round: number
  /** 0 = first of its pair. */
  readonly position: number
  readonly startedAt?: string
}

/** A series as the observations it was made of; a summary was made elsewhere and has none. */
export function observationsOf(
  series: Series,
): readonly { readonly occasion: Occasion; readonly observation: Observation }[] {
  const { benchmark, metric, unit, better, statistic, evidence } = series
  const about = { benchmark, metric, unit, better, ...(statistic === undefined ? {} : { statistic }) }
  const seen = (
    { round, position = 0, startedAt }: Pick<Trial, 'round' | 'position' | 'startedAt'>,
    value: Observation['value'],
  ) => ({
    occasion: { round, position, ...(startedAt === undefined ? {} : { startedAt }) },
    observation: { ...about, value },
  })
  switch (evidence.kind) {
    case 'trials':
      return evidence.trials.map((trial) => seen(trial, { kind: 'samples', samples: trial.samples }))
    case 'histogram':
      return evidence.rounds.map((round) => seen(round, { kind: 'histogram', histogram: round.histogram }))
    case 'exact':
      return [seen({ round: 0 }, { kind: 'exact', value: evidence.value })]
    case 'summary':
      return []
  }
}
