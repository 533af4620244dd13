// Makes pull requests out of a recording, as research did: a window of consecutive rounds; in each round the base is
// drawn from the four identical variants, the head from the other three (nothing changed) or is a slowed one. Trials
// stay in their round, so drift and bursts stay where they were.
import type { Random } from '../../src/stats/random.ts'
import type { Recording, Trial } from './recording.ts'

export interface TrialPair {
  readonly base: Trial
  readonly head: Trial
}

/** Per cent of more work in the head; 0 is unchanged. */
export const slowdowns = [2, 3, 5, 10, 20] as const
export type Slowdown = 0 | (typeof slowdowns)[number]

/** One pull request: where its rounds start. All its metrics share the window, as they share the machine. */
export interface Window {
  readonly start: number
  readonly length: number
}

const identical = ['A0', 'A1', 'A2', 'A3'] as const

export function drawWindow(recording: Recording, length: number, random: Random): Window {
  return {
    start: random.integer(Math.max(1, recording.rounds - length + 1)),
    length: Math.min(length, recording.rounds),
  }
}

/** The pairs of one metric, or `null` where the recording has no such variant. A round without both trials is void. */
export function drawPairs(
  recording: Recording,
  window: Window,
  workload: string,
  slowdown: Slowdown,
  random: Random,
): TrialPair[] | null {
  const pairs: TrialPair[] = []
  for (let round = window.start; round < window.start + window.length; round++) {
    const base = random.integer(identical.length)
    const other = random.integer(identical.length - 1)
    const unchanged = identical[other < base ? other : other + 1] ?? 'A0'
    const baseTrial = recording.trial(workload, identical[base] ?? 'A0', round)
    const headTrial = recording.trial(workload, slowdown === 0 ? unchanged : `s${slowdown}`, round)
    if (baseTrial !== undefined && headTrial !== undefined) pairs.push({ base: baseTrial, head: headTrial })
  }
  return pairs.length === 0 ? null : pairs
}
