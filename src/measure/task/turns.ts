// The course of a trial: warming up, then samples; all at once in one host, in turns in two.
import type { TaskSettings } from './calibration.ts'
import type { Samples } from './protocol.ts'
import { joinSamples } from './samples.ts'
import type { Session } from './session.ts'

/**
 * Measures `task` in hosts that have loaded it. Two hosts take turns sample by sample: first, second, second, first, so
 * that a drift costs both the same. Who is first was drawn for the pair, which keeps both sides exchangeable.
 * @returns samples per host, in the order of `sessions`
 */
export async function measureInTurns(
  sessions: readonly Session[],
  task: string,
  { calls, samples, warmUpSamples }: TaskSettings,
): Promise<readonly Samples[]> {
  // Warming up needs no turns: what ran before is forgotten within a few samples.
  for (const session of sessions) await session.ask({ kind: 'run', task, calls, samples: warmUpSamples })
  const parts: Samples[][] = sessions.map(() => [])
  const size = sessions.length === 1 ? samples : 1
  for (let turn = 0; turn * size < samples; turn += 1) {
    const order = [...sessions.entries()]
    if (turn % 2 === 1) order.reverse()
    for (const [index, session] of order)
      parts[index]?.push(await session.ask({ kind: 'run', task, calls, samples: size }))
  }
  return parts.map(joinSamples)
}
