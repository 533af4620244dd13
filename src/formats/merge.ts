// Several files of one measurement → one: the runners of a distributed load test, repetitions written one file each,
// suites of one commit. What has the same name is another repetition, never a second series.
import type { Evidence, HistogramRound, Trial } from '../model/evidence.ts'
import { type Series, seriesKey } from '../model/series.ts'
import type { Imported } from './format.ts'
import { runnersTogether } from './runners.ts'

/**
 * Series of the same name are put together: samples as further trials, histograms as further rounds. What the runners of
 * one load test wrote is one repetition.
 */
export function mergeImported(files: readonly Imported[]): Imported {
  const parts = runnersTogether(files)
  const groups = new Map<string, Series[]>()
  for (const series of parts.flatMap((part) => part.series)) {
    const key = seriesKey(series)
    groups.set(key, [...(groups.get(key) ?? []), series])
  }
  return {
    series: [...groups.values()].flatMap(together),
    failures: unique(parts.flatMap((part) => part.failures)),
    notices: unique(parts.flatMap((part) => part.notices)),
  }
}

function together(group: readonly Series[]): Series[] {
  const [first] = group
  if (first === undefined || group.length === 1) return [...group]
  // The same name in another unit is another metric.
  const alien = group.filter((one) => one.unit !== first.unit)
  const alike = group.filter((one) => one.unit === first.unit)
  const renamed = alien.map((one) => ({ ...one, metric: `${one.metric} (${one.unit})` }))
  return [{ ...first, evidence: joined(alike.map((one) => one.evidence)) }, ...renamed]
}

function joined(evidence: readonly Evidence[]): Evidence {
  const [first] = evidence
  if (first === undefined) return { kind: 'trials', trials: [] }
  const exact = evidence.flatMap((one) => (one.kind === 'exact' ? [one.value] : []))
  if (exact.length === evidence.length && new Set(exact).size === 1) return first
  const rounds = evidence.flatMap((one): readonly HistogramRound[] =>
    one.kind === 'histogram' ? one.rounds : [],
  )
  if (evidence.every((one) => one.kind === 'histogram'))
    return { kind: 'histogram', rounds: rounds.map((one, round) => ({ ...one, round })) }
  const trials = evidence.flatMap((one): readonly Pick<Trial, 'samples'>[] => {
    if (one.kind === 'trials') return one.trials
    if (one.kind === 'exact') return [{ samples: [one.value] }]
    const centre = one.kind === 'summary' ? (one.mean ?? one.median) : undefined
    return centre === undefined ? [] : [{ samples: [centre] }]
  })
  return { kind: 'trials', trials: trials.map((one, round) => ({ ...one, round })) }
}

function unique<Value>(values: readonly Value[]): Value[] {
  return [...new Map(values.map((value) => [JSON.stringify(value), value])).values()]
}
