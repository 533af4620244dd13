// What counts as one repetition when base and head were measured apart: a trial where there are several, because trials
// differ more than iterations do; the iterations of the single trial where a tool ran only one process.
import type { Series } from '../model/series.ts'
import type { Moments } from '../stats/welch.ts'
import type { Readings } from './readings.ts'
import { momentsOf } from './unpaired.ts'
import type { Fault } from './value.ts'

export interface Repetitions {
  readonly values: readonly number[]
  /** Repetitions without a value, by fault. */
  readonly faults: ReadonlyMap<Fault, number>
}

export interface BothRepetitions {
  readonly base: Repetitions
  readonly head: Repetitions
  /** They are iterations of one process: how much processes differ is not known. */
  readonly withinProcess: boolean
}

interface SideOfMetric {
  readonly series: Series
  readonly readings: Readings
}

/** Both sides of one metric; iterations are used when either side has fewer than two trials. */
export function repetitionsOf(base: SideOfMetric, head: SideOfMetric): BothRepetitions {
  const iterations =
    base.series.evidence.kind === 'trials' &&
    head.series.evidence.kind === 'trials' &&
    Math.min(base.series.evidence.trials.length, head.series.evidence.trials.length) < 2
  const of = ({ series, readings }: SideOfMetric) =>
    iterations && series.evidence.kind === 'trials'
      ? samplesOf(series.evidence.trials.flatMap(({ samples }) => samples))
      : valuesOf(readings)
  return { base: of(base), head: of(head), withinProcess: iterations }
}

/** What Welch needs of a side: as the tool printed it, or from its trials. `null` when it printed too little. */
export function momentsFor({ series, readings }: SideOfMetric): Moments | null {
  const { evidence } = series
  if (evidence.kind === 'summary') {
    const { mean, standardDeviation, n } = evidence
    return mean === undefined || standardDeviation === undefined || n === undefined
      ? null
      : { mean, standardDeviation, n }
  }
  if (evidence.kind !== 'trials') return null
  const values =
    evidence.trials.length < 2
      ? samplesOf(evidence.trials.flatMap(({ samples }) => samples)).values
      : valuesOf(readings).values
  return values.length === 0 ? null : momentsOf(values)
}

function valuesOf({ trials }: Readings): Repetitions {
  const faults = new Map<Fault, number>()
  const values: number[] = []
  for (const { value, fault } of trials)
    if (value !== undefined) values.push(value)
    else if (fault !== undefined) faults.set(fault, (faults.get(fault) ?? 0) + 1)
  return { values, faults }
}

function samplesOf(samples: readonly number[]): Repetitions {
  const values = samples.filter((sample) => Number.isFinite(sample))
  const lost = samples.length - values.length
  return { values, faults: new Map(lost === 0 ? [] : [['not-finite', lost]]) }
}
