// Runs of one program against itself → what its metrics can show: noise per statistic, pairs it takes, what to change.
import type { Calibration, MetricCalibration, StatisticNoise } from '../model/calibration.ts'
import type { Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import type { Statistic } from '../model/statistic.ts'
import type { Benchmark } from '../model/suite/index.ts'
import { confidenceSequence } from '../stats/confidence-sequence.ts'
import { scalesOf } from '../stats/evidence.ts'
import { hodgesLehmann } from '../stats/hodges-lehmann.ts'
import { mad, madToSigma } from '../stats/quantile.ts'
import { fork } from '../stats/random.ts'
import { calibrationNotices } from './calibration-notices.ts'
import { effectOf, worseBy } from './effect.ts'
import { pairsOfSeries, valuesOfSeries } from './pairs.ts'
import { type PowerSettings, paceOf, smallestSlowdown } from './power.ts'
import { certaintyOf, type DecisionSettings } from './settings.ts'
import { statisticFor } from './value.ts'

export interface CalibrationRequest extends Runs {
  readonly suite: string
  readonly settings: DecisionSettings
  /** The suite's entries: a row `parse/large` belongs to `parse`. */
  readonly benchmarks: readonly Benchmark[]
  readonly seed: number
  /** Simulated measurements per answer; 200 when absent: a share of 90 % is then known to ± 4 points. */
  readonly repeats?: number
}

/** What time is tried with. Sizes have one value per trial. */
const timeStatistics: readonly Statistic[] = ['median', 'mean', 'lower-quartile', 'min']
/** Another statistic must save this share of the pairs, or the one in use stays: twenty pairs do not say it finer. */
const worthChanging = 0.9

interface Measured {
  readonly base: Series
  readonly head: Series
  readonly entry: string
  readonly exact: boolean
  readonly inUse: Statistic
  readonly power: PowerSettings
  readonly statistics: readonly StatisticNoise[]
}

/** Calibrates every metric that both Runs hold. Takes about a tenth of a second per metric. */
export function calibrateRuns(request: CalibrationRequest): Calibration {
  const { base, head, settings, suite, seed } = request
  const certainty = certaintyOf(settings)
  const bases = new Map(base.series.map((series) => [seriesKey(series), series]))
  const both = head.series.flatMap((series) => {
    const opposite = bases.get(seriesKey(series))
    return opposite === undefined ? [] : [{ base: opposite, head: series }]
  })
  const tested = both.filter((sides) => settings.terms(sides.head).gating && !isExact(sides))
  const family = Math.max(1, tested.length)
  const measured = both.map((sides) => measuredOf(sides, family, request))
  return {
    suite,
    seed,
    alpha: settings.alpha,
    maxPairs: certainty.maxPairs,
    family,
    metrics: measured.map((one) => metricOf(one, measured, request)),
  }
}

function isExact({ base, head }: { readonly base: Series; readonly head: Series }): boolean {
  const pairs = valuesOfSeries(base, head)
  const [first] = pairs
  return pairs.every(
    (pair) => pair.exact || (pair.base.value === first?.base.value && pair.head.value === first?.head.value),
  )
}

function measuredOf(
  sides: { readonly base: Series; readonly head: Series },
  family: number,
  { settings, benchmarks, seed, repeats = 200 }: CalibrationRequest,
): Measured {
  const { head } = sides
  const exact = isExact(sides)
  const inUse = statisticFor(head)
  const power: PowerSettings = {
    ...certaintyOf(settings),
    family,
    terms: settings.terms(head),
    seed: fork(seed, `calibrate/${seriesKey(head)}`),
    repeats,
  }
  const tried = [inUse, ...statisticsFor(sides).filter((statistic) => statistic !== inUse)]
  return {
    ...sides,
    entry: entryOf(head.benchmark, benchmarks),
    exact,
    inUse,
    power,
    statistics: exact ? [] : tried.flatMap((statistic) => noiseOf(sides, statistic, power)),
  }
}

/** Other statistics say something only where a trial has several samples. */
function statisticsFor({
  base,
  head,
}: {
  readonly base: Series
  readonly head: Series
}): readonly Statistic[] {
  const several = pairsOfSeries(base, head).some(({ head: [seen] }) => {
    return seen?.value.kind === 'samples' && seen.value.samples.length > 1
  })
  return several && head.unit === 's' ? timeStatistics : []
}

function entryOf(benchmark: string, entries: readonly Benchmark[]): string {
  const owners = entries.filter(({ name }) => benchmark === name || benchmark.startsWith(`${name}/`))
  return (
    owners.reduce((longest, { name }) => (name.length > longest.length ? name : longest), '') || benchmark
  )
}

/** Log ratios, positive when head is worse, of the pairs that have a value on both sides. */
function effectsOf(sides: { readonly base: Series; readonly head: Series }, statistic: Statistic): number[] {
  const as = (series: Series): Series => ({ ...series, statistic })
  return valuesOfSeries(as(sides.base), as(sides.head)).flatMap(({ base, head }) => {
    if (base.value === undefined || head.value === undefined) return []
    return effectOf(base.value, head.value, sides.head.better) ?? []
  })
}

function noiseOf(
  sides: { readonly base: Series; readonly head: Series },
  statistic: Statistic,
  power: PowerSettings,
): StatisticNoise[] {
  const effects = effectsOf(sides, statistic)
  if (effects.length < power.minPairs) return []
  const mean = effects.reduce((sum, effect) => sum + effect, 0) / effects.length
  const squares = effects.reduce((sum, effect) => sum + (effect - mean) ** 2, 0)
  return [
    {
      statistic,
      noise: madToSigma * mad(effects),
      deviation: Math.sqrt(squares / (effects.length - 1)),
      toClear: paceOf(effects, 0, 'no-change', power),
      toCatch: paceOf(effects, Math.log1p(power.terms.regression), 'regression', power),
    },
  ]
}

/** Pairs that a statistic costs, over all rows of the entry: a suite names one for all of them. */
function recommendedFor(one: Measured, all: readonly Measured[]): Statistic {
  const rows = all.filter(({ entry, head, exact }) => {
    return entry === one.entry && head.metric === one.head.metric && !exact
  })
  const costOf = (statistic: Statistic): number =>
    rows.reduce((sum, { statistics }) => {
      const found = statistics.find((each) => each.statistic === statistic)
      return (
        sum + (found === undefined ? Number.POSITIVE_INFINITY : found.toClear.pairs + found.toCatch.pairs)
      )
    }, 0)
  let best = one.inUse
  let least = costOf(one.inUse) * worthChanging
  for (const { statistic } of one.statistics) {
    const cost = costOf(statistic)
    if (cost < least) [best, least] = [statistic, cost]
  }
  return best
}

function metricOf(
  one: Measured,
  all: readonly Measured[],
  { settings, benchmarks, ...runs }: CalibrationRequest,
): MetricCalibration {
  const { base, head, entry, exact, inUse, statistics, power } = one
  const effects = exact ? [] : effectsOf(one, inUse)
  const enough = effects.length >= power.minPairs
  const recommended = enough ? recommendedFor(one, all) : inUse
  const benchmark = benchmarks.find(({ name }) => name === entry)
  const notices = [...runs.head.notices, ...runs.base.notices]
  // Over all metrics and both directions, chance alone says something in at most `alpha` of calibrations.
  const miss = power.alpha / (2 * Math.max(1, all.length))
  const found = {
    benchmark: head.benchmark,
    entry,
    metric: head.metric,
    pairs: exact ? valuesOfSeries(base, head).length : effects.length,
    samples: samplesOf(head),
    terms: settings.terms(head),
    exact,
    inUse,
    recommended,
    statistics,
    bias: enough ? biasOf(effects, miss) : null,
    smallest: enough ? smallestSlowdown(effectsOf(one, recommended), power) : null,
  }
  return { ...found, notices: calibrationNotices(found, { base, head, effects, notices, benchmark, miss }) }
}

function samplesOf({ evidence }: Series): number {
  return evidence.kind === 'trials' ? Math.max(0, ...evidence.trials.map(({ samples }) => samples.length)) : 1
}

/** What head seems to be worse by, although it is the same program: its place on disk, or the order that is left. */
function biasOf(effects: readonly number[], miss: number): MetricCalibration['bias'] {
  const ends = confidenceSequence(effects, scalesOf(effects), miss)
  if (ends === null) return null
  return {
    change: worseBy(hodgesLehmann(effects)),
    interval: [worseBy(ends.low), worseBy(ends.high)],
  }
}
