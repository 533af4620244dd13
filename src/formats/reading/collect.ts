// Where every format puts what it reads. It keeps the promises all formats share: base units, one series per name,
// repetitions as samples, and whatever is not a usable figure as a failure with its reason.
import type { Failure } from '../../model/failure.ts'
import type { Notice } from '../../model/notice.ts'
import { type Series, seriesKey } from '../../model/series.ts'
import type { Statistic } from '../../model/statistic.ts'
import type { Better, Unit } from '../../model/unit.ts'
import type { Imported } from '../format.ts'
import { figuresOf, type SummaryFigures } from './figures.ts'
import { cleanName } from './name.ts'
import { figure, scaleBy } from './number.ts'
import { samplesKept, summarize } from './summarize.ts'

/** What is measured, and how the written figures become base units. */
export interface Measured {
  readonly benchmark: string
  readonly metric: string
  readonly unit: Unit
  readonly better: Better
  readonly statistic?: Statistic
  /** Value in `unit` = written value × scale; 1 when absent. */
  readonly scale?: number
  /** Zero is an answer: no allocations, no errors. A duration or a rate of zero otherwise is a failure. */
  readonly zeroIsAnAnswer?: boolean
}

export interface Collector {
  /** One repetition; repetitions of one process share a `trial`. */
  sample(measured: Measured, written: unknown, trial?: number): void
  samples(measured: Measured, written: readonly unknown[], trial?: number): void
  /** What a tool printed that keeps no samples. Mean or median must be there. */
  summary(measured: Measured, written: SummaryFigures): void
  /** A count or a size that is the same in each run of the same program. */
  exact(measured: Measured, written: unknown): void
  /** HdrHistogram V2, deflated, base64; microseconds for seconds. */
  histogram(measured: Measured, encoded: string): void
  fail(failure: Failure): void
  note(notice: Notice): void
  result(): Imported
}

interface Entry {
  readonly measured: Measured
  readonly trials: Map<number, number[]>
  readonly summaries: ReturnType<typeof figuresOf>[]
  readonly exact: number[]
  readonly histograms: string[]
}

export function collector(): Collector {
  const entries = new Map<string, Entry>()
  const failures = new Map<string, Failure>()
  const notices = new Map<string, Notice>()

  function entryOf(measured: Measured): Entry {
    const named = {
      ...measured,
      benchmark: cleanName(measured.benchmark),
      metric: cleanName(measured.metric),
    }
    // The same name in another unit is another metric.
    for (let metric = named.metric; ; metric = `${metric} (${named.unit})`) {
      const key = seriesKey({ benchmark: named.benchmark, metric })
      const known = entries.get(key)
      if (known !== undefined && known.measured.unit !== named.unit) continue
      const entry = known ?? {
        measured: { ...named, metric },
        trials: new Map(),
        summaries: [],
        exact: [],
        histograms: [],
      }
      if (known === undefined) entries.set(key, entry)
      return entry
    }
  }

  function fail(failure: Failure): void {
    const clean = { ...failure, benchmark: cleanName(failure.benchmark) }
    failures.set(JSON.stringify([clean.benchmark, clean.metric, clean.code, clean.reason]), clean)
  }

  /** The value in base units, or `null` after the reason why it is none was put among the failures. */
  function usable(measured: Measured, written: unknown): number | null {
    const problem = unusable(measured, written)
    if (problem === null) return scaleBy(figure(written) ?? 0, measured.scale ?? 1)
    fail({ benchmark: measured.benchmark, metric: measured.metric, ...problem })
    return null
  }

  return {
    sample(measured, written, trial = 0) {
      const value = usable(measured, written)
      if (value === null) return
      const { trials } = entryOf(measured)
      const samples = trials.get(trial)
      if (samples === undefined) trials.set(trial, [value])
      else samples.push(value)
    },
    samples(measured, written, trial = 0) {
      for (const one of written) this.sample(measured, one, trial)
    },
    summary(measured, written) {
      const centre = written.mean ?? written.median
      if (usable(measured, centre) === null) return
      const { summaries } = entryOf(measured)
      summaries.push(figuresOf(written, measured.scale ?? 1, measured.unit === 's'))
      if (summaries.length === 2)
        this.note({
          code: 'repeated-summary',
          message:
            'The file holds this more than once: the mean of each is one trial; their percentiles cannot be merged.',
          where: cleanName(measured.benchmark),
        })
    },
    exact(measured, written) {
      const value = usable({ ...measured, zeroIsAnAnswer: true }, written)
      if (value !== null) entryOf(measured).exact.push(value)
    },
    histogram(measured, encoded) {
      entryOf(measured).histograms.push(encoded)
    },
    fail,
    note(notice) {
      notices.set(`${notice.code}\u0000${notice.where ?? ''}`, notice)
    },
    result() {
      return {
        series: [...entries.values()].flatMap((entry) => seriesOf(entry)),
        failures: [...failures.values()],
        notices: [...notices.values()],
      }
    },
  }
}

/** Why a written figure cannot be used; `null` when it can. */
function unusable(measured: Measured, written: unknown): { code: string; reason: string } | null {
  const value = figure(written)
  const shown = typeof written === 'number' ? String(written) : (JSON.stringify(written) ?? 'nothing')
  if (value === null || !Number.isFinite(scaleBy(value, measured.scale ?? 1)))
    return { code: 'not-a-number', reason: `The tool reported ${shown} for ${measured.metric}.` }
  const physical = ['s', 'B', '/s', 'B/s', 'ratio'].includes(measured.unit)
  if (value < 0 && physical)
    return {
      code: 'negative',
      reason: `The tool reported ${shown} for ${measured.metric}, which cannot be negative.`,
    }
  const vanished = scaleBy(value, measured.scale ?? 1) === 0 && measured.zeroIsAnAnswer !== true
  if (vanished && measured.unit === 's')
    return {
      code: 'zero-time',
      reason: `The tool reported ${shown} for ${measured.metric}: nothing was run, or it was too quick for its clock.`,
    }
  if (vanished && ['/s', 'B/s'].includes(measured.unit))
    return {
      code: 'zero-rate',
      reason: `The tool reported ${shown} for ${measured.metric}: nothing was done.`,
    }
  return null
}

function seriesOf({ measured, trials, summaries, exact, histograms }: Entry): Series[] {
  const { benchmark, metric, unit, better, statistic } = measured
  const identity = { benchmark, metric, unit, better, ...(statistic === undefined ? {} : { statistic }) }
  const [summary] = summaries
  const [count] = exact
  if (histograms.length > 0) {
    const rounds = histograms.map((histogram, round) => ({ round, histogram }))
    return [{ ...identity, evidence: { kind: 'histogram', rounds } }]
  }
  if (trials.size === 0 && exact.length === 0 && summaries.length === 1 && summary !== undefined)
    return [{ ...identity, evidence: { kind: 'summary', ...summary } }]
  if (
    trials.size === 0 &&
    summaries.length === 0 &&
    count !== undefined &&
    exact.every((value) => value === count)
  )
    return [{ ...identity, evidence: { kind: 'exact', value: count } }]
  // Several summaries or counts of one name are repetitions: the centre of each is one trial.
  const values = [
    ...trials.values(),
    ...summaries.map((one) => [one.mean ?? one.median ?? 0]),
    ...exact.map((one) => [one]),
  ]
  if (values.length === 0) return []
  const [only] = values
  if (values.length === 1 && only !== undefined && only.length > samplesKept)
    return [{ ...identity, evidence: { kind: 'summary', ...summarize(only) } }]
  return [
    {
      ...identity,
      evidence: { kind: 'trials', trials: values.map((samples, round) => ({ round, samples })) },
    },
  ]
}
