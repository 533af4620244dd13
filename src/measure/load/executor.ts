// Begins iterations when a model says so. Open models have a schedule that was known beforehand: every iteration has a
// time at which it is due, and whatever delays it counts (Gil Tene's coordinated omission does not happen). Closed models
// have users that wait for their answers. A tick of one millisecond begins all that is due: exact in number at every rate,
// for 4 % of a core.
import { arrivalCount, arrivalsOf, levelAt, type Stage, stageAt } from './arrivals.ts'
import { watchConditions } from './conditions.ts'
import { type Histogram, newHistogram, record } from './histogram.ts'
import type { LoadPlan, RunnableModel, Window } from './protocol.ts'
import { createQueue } from './queue.ts'
import type { OpenUser, User } from './scenarios.ts'
import type { Tally } from './tally.ts'
import type { Timing } from './timing.ts'

/** Milliseconds between looks for arrivals that are due, and at users, who go on by themselves. */
const [arrivalTick, userTick] = [1, 10] as const
/** Up to this late the timer is to blame, not the load: latency then counts from the sending. Milliseconds. */
export const timerQuantum = 2
/** A user whose target does not even answer waits before it tries again. Milliseconds. */
const backOff = 100
/** Milliseconds between looks for requests that ran out of time. */
const sweepEvery = 20
/** Without a single answer after so many seconds nothing will come. */
const hopeless = 5

export interface Ran {
  /** Seconds. */
  readonly duration: number
  readonly offered: number
  readonly started: number
  readonly dropped: number
  readonly iterations: number
  readonly users: number
  readonly slip: Histogram
  readonly windows: readonly Window[]
  readonly aborted: string | null
}

export interface Executor {
  run(order: {
    readonly model: RunnableModel
    readonly tally: Tally
    readonly abortWhen: LoadPlan['abortWhen']
    readonly phase?: number
    readonly onWindow?: (window: Window) => void
  }): Promise<Ran>
  close(): void
}

type Settings = Pick<LoadPlan, 'maxConnections' | 'gracefulStop' | 'timeout'>

export function isOpen(model: RunnableModel): boolean {
  return model.kind === 'constant-arrival-rate' || model.kind === 'ramping-arrival-rate'
}

/** Lengths of the stages of a model, in seconds. */
export function stagesOf(model: RunnableModel): readonly number[] {
  return 'stages' in model ? model.stages.map(({ duration }) => duration) : [model.duration]
}

/** A constant amount is one stage that starts as it ends. */
function ramp(model: RunnableModel): { readonly start: number; readonly stages: readonly Stage[] } {
  if ('stages' in model) return { start: model.start, stages: model.stages }
  const amount = model.kind === 'constant-arrival-rate' ? model.rate : model.users
  return { start: amount, stages: [{ duration: model.duration, target: amount }] }
}

/** The users outlive a run, so that warming up warms what is measured. */
export function createExecutor(openUser: OpenUser, timing: Timing, settings: Settings): Executor {
  const pool: User[] = []

  return {
    close() {
      for (const user of pool) user.close()
    },
    run: ({ model, tally, abortWhen, phase = 0, onWindow }) =>
      new Promise((resolve) => {
        const { start, stages } = ramp(model)
        const lengths = stages.map(({ duration }) => duration)
        const length = lengths.reduce((sum, each) => sum + each, 0)
        const open = isOpen(model)
        const most = open ? settings.maxConnections : Number.POSITIVE_INFINITY
        const arrivals = open ? arrivalsOf(start, stages, phase) : () => null
        const offered = open ? arrivalCount(start, stages, phase) : 0
        const isBroken = watchConditions(abortWhen)
        const waiting = createQueue()
        const idle: ((from: number) => void)[] = []
        const resting: User[] = []
        const slip = newHistogram()
        const windows: Window[] = []
        const began = timing.now()
        const until = began + length * 1000
        const counted = model.kind === 'shared-iterations' || model.kind === 'per-vu-iterations'
        let left = model.kind === 'shared-iterations' ? model.iterations : Number.POSITIVE_INFINITY
        let due = arrivals()
        let taken = 0
        let begun = 0
        let iterations = 0
        let busy = 0
        let peak = 0
        let wanted = 0
        let looping = 0
        let stage = 0
        let ending: number | null = null
        let aborted: string | null = null
        let nextSweep = sweepEvery
        let nextWindow = 1
        let settled = false

        const elapsed = () => timing.now() - began

        /** A user who has had no part in this run yet. */
        function nextUser(): User | null {
          if (taken >= most) return null
          const user = pool[taken] ?? openUser(taken)
          pool[taken] = user
          taken += 1
          return user
        }

        function begin(user: User, from: number, done: (lively: boolean) => void): void {
          begun += 1
          busy += 1
          if (busy > peak) peak = busy
          user.begin(from, stage, done)
        }

        function over(): void {
          busy -= 1
          iterations += 1
        }

        function finishWhenDone(): void {
          if (ending !== null && busy === 0 && waiting.size === 0) finish()
        }

        /** Open model: what one user does, arrival by arrival. Made once per user, because a closure per arrival shows. */
        function server(user: User | null): ((from: number) => void) | null {
          if (user === null) return null
          const done = () => {
            over()
            const from = waiting.shift()
            if (from === undefined) idle.push(serve)
            else serve(from)
            finishWhenDone()
          }
          const serve = (from: number) => begin(user, from, done)
          return serve
        }

        /** The iteration that was due at `from` begins, at once or when a user is free. */
        function arrive(from: number): void {
          const serve = idle.pop() ?? server(nextUser())
          if (serve === null) waiting.push(from)
          else serve(from)
        }

        /** Closed model: one user's loop. */
        function loop(user: User, most: number): void {
          let mine = most
          let at = 0
          const next = () => {
            at = timing.now()
            if (at >= until) end()
            if (ending === null && left > 0 && mine > 0 && looping <= wanted) {
              left -= 1
              mine -= 1
              begin(user, at, done)
              return
            }
            looping -= 1
            resting.push(user)
            if (counted && looping === 0 && ending === null) end()
          }
          const done = (lively: boolean) => {
            over()
            const pause = lively && user.pacing === 0 ? 0 : pauseAfter(lively)
            if (pause > 0 && ending === null) timing.after(pause, next)
            else next()
            finishWhenDone()
          }
          const pauseAfter = (lively: boolean) =>
            Math.max(user.pacing * 1000 - (timing.now() - at), lively ? 0 : backOff)
          next()
        }

        function adjustUsers(at: number): void {
          wanted = counted ? model.users : Math.round(levelAt(at, start, stages))
          while (looping < wanted) {
            const user = resting.pop() ?? nextUser()
            if (user === null) return
            looping += 1
            loop(user, model.kind === 'per-vu-iterations' ? model.iterations : Number.POSITIVE_INFINITY)
          }
        }

        function fireDue(at: number): void {
          while (due !== null && due <= at) {
            const from = began + due * 1000
            const now = timing.now()
            const late = now - from
            record(slip, late)
            tally.due()
            arrive(late <= timerQuantum ? now : from)
            due = arrivals()
          }
        }

        function closeWindow(at: number): void {
          const window = tally.closeWindow(at)
          windows.push(window)
          onWindow?.(window)
          if (ending !== null || aborted !== null) return
          aborted = isBroken(window)
          if (aborted === null && at >= hopeless && tally.answers === 0 && tally.requests > 0)
            aborted = 'not a single answer'
          if (aborted !== null) end()
        }

        /** No iteration begins from now on, but for those that were due already. */
        function end(): void {
          if (ending !== null) return
          ending = timing.now()
          for (const user of pool) user.stop()
          finishWhenDone()
        }

        function tick(): void {
          const at = elapsed() / 1000
          stage = stageAt(at, lengths)
          if (ending === null && open) fireDue(Math.min(at, length))
          if (at >= length) end()
          if (ending === null && !open && !counted) adjustUsers(at)
          if (elapsed() >= nextSweep) {
            nextSweep = elapsed() + sweepEvery
            const deadline = timing.now() - settings.timeout * 1000
            for (const user of pool) user.expire(deadline, 'timeout')
          }
          if (at >= nextWindow) {
            closeWindow(at)
            nextWindow = Math.floor(at) + 1
          }
          if (ending !== null && timing.now() - ending >= settings.gracefulStop * 1000) giveUp()
        }

        /** What is unanswered by now took at least as long as it was waited for. */
        function giveUp(): void {
          for (let from = waiting.shift(); from !== undefined; from = waiting.shift()) {
            const waited = timing.now() - from
            const blank = { scenario: 0, step: 0, received: 0, sent: 0 }
            tally.add({ ...blank, stage, response: waited, service: waited, error: 'unfinished' })
          }
          for (const user of pool) user.expire(Number.POSITIVE_INFINITY, 'unfinished')
        }

        const stopTicks = timing.ticks(open ? arrivalTick : userTick, tick)

        function finish(): void {
          if (settled) return
          settled = true
          stopTicks()
          const took = elapsed() / 1000
          if (tally.requests > 0 && took - (windows.at(-1)?.at ?? 0) > 0.5) closeWindow(took)
          resolve({
            duration: aborted === null && !counted ? Math.max(length, took) : took,
            offered: open ? offered : begun,
            started: begun,
            dropped: open ? Math.max(0, offered - begun) : 0,
            iterations,
            users: peak,
            slip,
            windows,
            aborted,
          })
        }

        if (!open) adjustUsers(0)
      }),
  }
}
