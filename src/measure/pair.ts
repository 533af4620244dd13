// One pair: both sides of one benchmark, back to back, in the order that was drawn for the round.
import type { Observation } from '../model/observation.ts'
import type { Side } from '../model/side.ts'
import type { Clock } from '../ports/clock.ts'
import { type Calibrated, type Place, type Remarks, TrialError } from './driver.ts'
import type { Occasion } from './earlier.ts'

export interface Trial {
  readonly side: Side
  readonly occasion: Occasion
  /** What was seen, or why nothing was. */
  readonly result: readonly Observation[] | TrialError
  readonly remarks?: readonly Remarks[]
}

/**
 * @param order the places to run, first one first; one alone for a benchmark that only one side has
 * @param both run the second trial although the first one failed
 * @returns the trials that ran; a failed one makes the pair void, on whichever side it happened
 */
export async function runPair(
  calibrated: Calibrated,
  order: readonly Place[],
  round: number,
  clock: Clock,
  both: boolean,
): Promise<readonly Trial[]> {
  const now = () => new Date(clock.now()).toISOString()
  const [first, second] = order
  if (calibrated.pair !== undefined && first !== undefined && second !== undefined) {
    const startedAt = now()
    const result = await caught(calibrated.pair(first, second))
    if (result instanceof TrialError)
      return [
        { side: result.side, occasion: { round, position: position(order, result.side), startedAt }, result },
      ]
    return order.map(({ side }, index) => ({
      side,
      occasion: { round, position: index, startedAt },
      result: result[side],
    }))
  }
  const trials: Trial[] = []
  for (const [index, place] of order.entries()) {
    const occasion = { round, position: index, startedAt: now() }
    const remarks: Remarks[] = []
    const result = await caught(calibrated.trial(place, (each) => void remarks.push(each)))
    trials.push({ side: place.side, occasion, result, remarks })
    if (result instanceof TrialError && !both) break
  }
  return trials
}

const position = (order: readonly Place[], side: Side) => order.findIndex((place) => place.side === side)

async function caught<Result>(running: Promise<Result>): Promise<Result | TrialError> {
  try {
    return await running
  } catch (error) {
    if (error instanceof TrialError) return error
    throw error
  }
}
