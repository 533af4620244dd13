// A JS or TS function as the target: each call is one request, with the data item as its argument.

import type { Work } from '../../model/suite/index.ts'
import { createRandom, fork } from '../../stats/random.ts'
import { pauseOf } from './pause.ts'
import type { OpenUser, User } from './scenarios.ts'
import type { Tally } from './tally.ts'
import type { Timing } from './timing.ts'

export type Target = (
  item: unknown,
  context: { readonly user: number; readonly iteration: number },
) => unknown

export interface FunctionSettings {
  readonly work: Extract<Work, { readonly kind: 'function' }>
  readonly target: Target
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly seed: number
  readonly timing: Timing
}

/** Users that call `target`; what it throws is a failure, named by its code or class. */
export function functionUsers(
  { work, target, items, seed, timing }: FunctionSettings,
  tally: () => Tally,
): OpenUser {
  let nextItem = 0
  return (id): User => {
    const random = createRandom(fork(seed, `user/${id}`))
    let iteration = 0
    let began = 0
    let call = 0
    let giveUp: ((kind: string) => void) | null = null
    let resume: (() => void) | null = null
    return {
      begin(from, stage, done) {
        const item = items.length === 0 ? undefined : items[nextItem++ % items.length]
        iteration += 1
        call += 1
        began = timing.now()
        const mine = call
        const end = (error: string | null) => {
          if (mine !== call || giveUp === null) return
          giveUp = null
          const now = timing.now()
          const blank = { scenario: 0, step: 0, received: 0, sent: 0 }
          tally().add({ ...blank, stage, response: now - from, service: now - began, error })
          const pause = pauseOf(work.thinkTime, random)
          // A turn of the event loop between two calls: one that never waits must not stop the clock.
          const callOff = timing.after(pause * 1000, () => resume?.())
          resume = () => {
            callOff()
            resume = null
            done(true)
          }
        }
        giveUp = end
        void outcome(target, item, { user: id, iteration }).then(end)
      },
      expire(deadline, kind) {
        if (began <= deadline) giveUp?.(kind)
      },
      pacing: work.pacing ?? 0,
      stop: () => resume?.(),
      close() {},
    }
  }
}

/** `null`, or the kind of what it threw. */
async function outcome(
  target: Target,
  item: unknown,
  context: Parameters<Target>[1],
): Promise<string | null> {
  try {
    await target(item, context)
    return null
  } catch (error) {
    if (!(error instanceof Error)) return 'threw'
    return 'code' in error && typeof error.code === 'string' ? error.code : error.name
  }
}
