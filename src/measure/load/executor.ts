// Runs a model: its users and clock, the end of each second, the end of it all. When iterations begin is the model's own
// affair, open or closed.
import { arrivalCount, arrivalsOf, levelAt, type Stage, stageAt } from './arrivals.ts'
import { closedModel, isCounted } from './closed-model.ts'
import { watchConditions } from './conditions.ts'
import type { Course } from './course.ts'
import { type Histogram, newHistogram } from './histogram.ts'
import { openModel } from './open-model.ts'
import type { LoadPlan, RunnableModel, Window } from './protocol.ts'
import type { OpenUser, User } from './scenarios.ts'
import type { Tally } from './tally.ts'
import type { Timing } from './timing.ts'

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
        const offered = open ? arrivalCount(start, stages, phase) : 0
        const isBroken = watchConditions(abortWhen)
        const slip = newHistogram()
        const windows: Window[] = []
        const began = timing.now()
        let taken = 0
        let begun = 0
        let iterations = 0
        let busy = 0
        let peak = 0
        let stage = 0
        let ending: number | null = null
        let aborted: string | null = null
        let nextSweep = sweepEvery
        let nextWindow = 1
        let settled = false

        const elapsed = () => timing.now() - began

        const course: Course = {
          nextUser(most) {
            if (taken >= most) return null
            const user = pool[taken] ?? openUser(taken)
            pool[taken] = user
            taken += 1
            return user
          },
          begin(user, from, done) {
            begun += 1
            busy += 1
            if (busy > peak) peak = busy
            user.begin(from, stage, done)
          },
          over() {
            busy -= 1
            iterations += 1
          },
          settle() {
            if (ending !== null && busy === 0 && beginnings.waiting === 0) finish()
          },
          end,
          get isEnding() {
            return ending !== null
          },
        }
        const beginnings = open
          ? openModel(course, timing, {
              arrivals: arrivalsOf(start, stages, phase),
              most: settings.maxConnections,
              tally,
              slip,
            })
          : closedModel(course, timing, model, (at) => levelAt(at, start, stages), length)

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

        function end(): void {
          if (ending !== null) return
          ending = timing.now()
          for (const user of pool) user.stop()
          course.settle()
        }

        function tick(): void {
          const at = elapsed() / 1000
          stage = stageAt(at, lengths)
          if (ending === null) beginnings.tick(Math.min(at, length))
          if (at >= length) end()
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
          const { nextWaiting } = beginnings
          for (let from = nextWaiting(); from !== undefined; from = nextWaiting()) {
            const waited = timing.now() - from
            const blank = { scenario: 0, step: 0, received: 0, sent: 0 }
            tally.add({ ...blank, stage, response: waited, service: waited, error: 'unfinished' })
          }
          for (const user of pool) user.expire(Number.POSITIVE_INFINITY, 'unfinished')
        }

        const stopTicks = timing.ticks(beginnings.interval, tick)

        function finish(): void {
          if (settled) return
          settled = true
          stopTicks()
          const took = elapsed() / 1000
          if (tally.requests > 0 && took - (windows.at(-1)?.at ?? 0) > 0.5) closeWindow(took)
          resolve({
            duration: aborted === null && !isCounted(model) ? Math.max(length, took) : took,
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

        if (!open) beginnings.tick(0)
      }),
  }
}
