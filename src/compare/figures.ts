// Runs → what they hold of each benchmark, as plain figures for whoever looks at one side by itself.
import type { BenchmarkFigures, Figure, Figures } from '../model/figures.ts'
import type { Run, Runs } from '../model/run.ts'
import type { Series } from '../model/series.ts'
import { sides } from '../model/side.ts'
import { median, statisticOf } from '../stats/quantile.ts'
import { variation } from '../stats/variation.ts'
import { histogramCount, histogramValues, statisticFor, trialValue } from './value.ts'

/** Samples below which the 95th percentile is one of the largest two. */
const fewestForTail = 20

/** What the generator's own verdict on a trial is called. */
const saturated = 'generator-saturated'

/** One per benchmark and variant, in the order of the Runs. */
export function figuresOf(runs: Runs): BenchmarkFigures[] {
  const names = new Set(sides.flatMap((side) => runs[side].series.map(({ benchmark }) => benchmark)))
  return [...names].map((benchmark) => {
    const occasions = sides.flatMap((side) => occasionsOf(runs[side], benchmark))
    return {
      benchmark,
      base: sideOf(runs.base, benchmark),
      head: sideOf(runs.head, benchmark),
      trials: occasions.length,
      saturated: occasions.filter((isSaturated) => isSaturated).length,
    }
  })
}

function sideOf(run: Run, benchmark: string): Figures {
  const figures = run.series.flatMap((series): [string, Figure][] => {
    if (series.benchmark !== benchmark) return []
    const figure = figureOf(series)
    return figure === null ? [] : [[series.metric, figure]]
  })
  return Object.fromEntries(figures)
}

/** Whether the generator was saturated, for each round that the benchmark's series have. */
function occasionsOf(run: Run, benchmark: string): boolean[] {
  const rounds = new Map<number, boolean>()
  for (const { benchmark: name, evidence } of run.series) {
    if (name !== benchmark) continue
    const trials =
      evidence.kind === 'trials' ? evidence.trials : evidence.kind === 'histogram' ? evidence.rounds : []
    for (const { round, void: why } of trials)
      rounds.set(round, (rounds.get(round) ?? false) || why?.code === saturated)
  }
  return [...rounds.values()]
}

interface OneTrial {
  readonly value: number
  readonly mean: number
  readonly p95: number | null
  readonly count: number
}

/** `null` when no trial has a value. */
function figureOf(series: Series): Figure | null {
  const { unit, evidence } = series
  switch (evidence.kind) {
    case 'exact': {
      const { value } = evidence
      return Number.isFinite(value)
        ? { unit, value, mean: value, p95: null, count: 1, distinct: null, variation: null }
        : null
    }
    case 'summary': {
      const value = evidence.median ?? evidence.mean
      if (value === undefined) return null
      const { mean = value, quantiles = {}, n = null } = evidence
      return { unit, value, mean, p95: quantiles.p95 ?? null, count: n, distinct: null, variation: null }
    }
    case 'trials': {
      const valid = evidence.trials.filter(({ void: why }) => why === undefined)
      const figure = ofTrials(
        unit,
        valid.flatMap(({ samples }) => ofSamples(samples, series)),
      )
      if (figure === null) return null
      return { ...figure, distinct: new Set(valid.flatMap(({ samples }) => samples)).size }
    }
    case 'histogram': {
      const valid = evidence.rounds.filter(({ void: why }) => why === undefined)
      return ofTrials(
        unit,
        valid.flatMap(({ histogram }) => ofHistogram(histogram, series)),
      )
    }
  }
}

function ofSamples(samples: readonly number[], series: Series): OneTrial[] {
  const { value } = trialValue(samples, series)
  if (value === undefined) return []
  const p95 = samples.length < fewestForTail ? null : statisticOf('p95', samples)
  return [{ value, mean: statisticOf('mean', samples), p95, count: samples.length }]
}

function ofHistogram(encoded: string, series: Series): OneTrial[] {
  const statistic = statisticFor(series)
  const values = histogramValues(encoded, series.unit, [statistic, 'mean', 'p95'])
  const [value, mean, p95] = [statistic, 'mean', 'p95'].map((name) => values.get(name)?.value)
  if (value === undefined || mean === undefined || p95 === undefined) return []
  const count = histogramCount(encoded)
  return [{ value, mean, p95: count < fewestForTail ? null : p95, count }]
}

function ofTrials(unit: string, trials: readonly OneTrial[]): Figure | null {
  if (trials.length === 0) return null
  const values = trials.map(({ value }) => value)
  const tails = trials.flatMap(({ p95 }) => p95 ?? [])
  return {
    unit,
    value: median(values),
    mean: median(trials.map(({ mean }) => mean)),
    p95: tails.length < trials.length ? null : median(tails),
    count: median(trials.map(({ count }) => count)),
    distinct: null,
    variation: variation(values)?.robust ?? null,
  }
}
