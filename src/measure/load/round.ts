// One round of load → observations: the one run of a plain model, or the several of a scalability or stress test.
import type { Notice } from '../../model/notice.ts'
import type { Observation } from '../../model/observation.ts'
import type { LoadSpec } from '../../model/suite/index.ts'
import { type Place, TrialError } from '../driver.ts'
import { driftOf, type Point } from './drift.ts'
import { isOpen } from './executor.ts'
import { generatorVerdict } from './generator.ts'
import { figure, rowObservations, runObservations } from './observations.ts'
import type { LoadPlan, LoadResult, RunnableModel } from './protocol.ts'
import { type Row, rowsOf } from './rows.ts'
import { type Measured, modelAt, scalability } from './scalability.ts'
import { probeModel, rampModel, stressObservations } from './stress.ts'

export interface RoundSettings {
  readonly name: string
  readonly load: LoadSpec
  readonly place: Place
  readonly pause: (seconds: number) => Promise<void>
  /** @throws TrialError when nothing answered well */
  readonly refuseEmpty: (result: LoadResult) => void
  /** Memory of the service while it was measured, as [seconds, bytes]. */
  readonly memory: () => readonly Point[]
}

export type RunLoad = (part: Pick<LoadPlan, 'model' | 'abortWhen'> & Partial<LoadPlan>) => Promise<LoadResult>

export interface Round {
  readonly observations: readonly Observation[]
  /** How many were sent, which is what the service spent its CPU time on. */
  readonly requests: number
}

/** @throws TrialError */
export async function roundOfLoad(settings: RoundSettings, run: RunLoad): Promise<Round> {
  const { load } = settings
  const { model } = load
  switch (model.kind) {
    case 'levels':
      return scalabilityRound(settings, model, run)
    case 'stress':
      return stressRound(settings, model, run)
    default:
      return plainRound(settings, model, run)
  }
}

async function scalabilityRound(
  { name, load, place, refuseEmpty }: RoundSettings,
  { levels, duration }: Extract<LoadSpec['model'], { readonly kind: 'levels' }>,
  run: RunLoad,
): Promise<Round> {
  const measured: Measured[] = []
  for (const level of levels.toSorted((a, b) => a.amount - b.amount)) {
    const result = await run({ model: modelAt(level, duration), abortWhen: load.abortWhen })
    refuseEmpty(result)
    refuseAborted(result, place)
    const [row] = rowsOf(result, load.work)
    if (row !== undefined) measured.push({ level, result, row })
  }
  return {
    observations: scalability(name, measured),
    requests: measured.reduce((sum, { row, result }) => sum + sentOf(row, result), 0),
  }
}

async function stressRound(
  { name, load, refuseEmpty, pause }: RoundSettings,
  model: Extract<LoadSpec['model'], { readonly kind: 'stress' }>,
  run: RunLoad,
): Promise<Round> {
  const ramp = await run({ model: rampModel(model), abortWhen: model.until })
  refuseEmpty(ramp)
  await pause(model.pause)
  const probe = await run({ model: probeModel(model), abortWhen: [], warmUp: 0 })
  const rows = [ramp, probe].flatMap((result) => rowsOf(result, load.work).slice(0, 1))
  const [row] = rows
  const why = generatorVerdict(ramp, model.ceiling.of === 'rate') ?? undefined
  return {
    observations: [
      ...(row === undefined ? [] : rowObservations(name, row, why)),
      ...stressObservations(name, model, ramp, probe, model.pause),
    ],
    requests: rows.reduce((sum, each) => sum + each.requests, 0),
  }
}

async function plainRound(
  { name, load, place, refuseEmpty, memory }: RoundSettings,
  model: RunnableModel,
  run: RunLoad,
): Promise<Round> {
  const result = await run({ model, abortWhen: load.abortWhen })
  refuseEmpty(result)
  refuseAborted(result, place)
  const rows = rowsOf(result, load.work)
  const why = generatorVerdict(result, isOpen(model)) ?? undefined
  return {
    observations: [
      ...rows.flatMap((row) => rowObservations(row.name === '' ? name : `${name}/${row.name}`, row, why)),
      ...runObservations(name, result, why),
      ...(load.soak ? drift(name, result, memory(), why) : []),
    ],
    requests: sentOf(rows[0], result),
  }
}

/** The service never saw what was given up before it began, though it counts as a request. */
function sentOf(row: Row | undefined, { dropped }: LoadResult): number {
  return row === undefined ? 0 : Math.max(0, row.requests - dropped)
}

/** Whether latency, as p95 of each second, or memory rose. */
function drift(name: string, { windows }: LoadResult, memory: readonly Point[], why?: Notice): Observation[] {
  const latency = driftOf(windows.filter(({ p95 }) => p95 > 0).map(({ at, p95 }) => [at, p95]))
  const bytes = driftOf(memory)
  return [
    ...(latency === null ? [] : [figure(name, 'drift.latency', latency, why)]),
    ...(bytes === null ? [] : [figure(name, 'drift.memory', bytes)]),
  ]
}

/** @throws TrialError */
export function refuseAborted({ aborted, duration }: LoadResult, place: Place): void {
  if (aborted === null) return
  throw new TrialError(place, 'aborted', `the load was aborted after ${duration.toFixed(1)} s: ${aborted}`)
}
