// One round of load → observations: the one run of a plain model, or the several of a scalability or stress test.
import type { Observation } from '../../model/observation.ts'
import type { LoadSpec } from '../../model/suite/index.ts'
import { type Place, TrialError } from '../driver.ts'
import { isOpen } from './executor.ts'
import { generatorVerdict } from './generator.ts'
import { rowObservations, runObservations } from './observations.ts'
import type { LoadPlan, LoadResult, RunnableModel } from './protocol.ts'
import { rowsOf } from './rows.ts'

export interface RoundSettings {
  readonly name: string
  readonly load: LoadSpec
  readonly place: Place
  readonly pause: (seconds: number) => Promise<void>
  /** Bytes that the service has now; `null` when unknown. */
  readonly memory: () => number | null
}

export type RunLoad = (part: Pick<LoadPlan, 'model' | 'abortWhen'> & Partial<LoadPlan>) => Promise<LoadResult>

export interface Round {
  readonly observations: readonly Observation[]
  /** How many were sent in all, warming up included. */
  readonly requests: number
}

/** @throws TrialError */
export async function roundOfLoad(settings: RoundSettings, run: RunLoad): Promise<Round> {
  const { load } = settings
  const { model } = load
  switch (model.kind) {
    case 'levels':
    case 'stress':
      throw new TrialError(settings.place, 'unsupported', `"${model.kind}" is not there yet`)
    default:
      return plainRound(settings, model, run)
  }
}

async function plainRound(
  { name, load, place }: RoundSettings,
  model: RunnableModel,
  run: RunLoad,
): Promise<Round> {
  const result = await run({ model, abortWhen: load.abortWhen })
  refuseAborted(result, place)
  const rows = rowsOf(result, load.work)
  const why = generatorVerdict(result, isOpen(model)) ?? undefined
  return {
    observations: [
      ...rows.flatMap((row) => rowObservations(row.name === '' ? name : `${name}/${row.name}`, row, why)),
      ...runObservations(name, result),
    ],
    requests: rows[0]?.requests ?? 0,
  }
}

/** @throws TrialError */
export function refuseAborted({ aborted, duration }: LoadResult, place: Place): void {
  if (aborted === null) return
  throw new TrialError(place, 'aborted', `the load was aborted after ${duration.toFixed(1)} s: ${aborted}`)
}
