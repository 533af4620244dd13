// Closed models have users that wait for their answers and then go on by themselves. What a tick does is to have as many
// of them as the stage says.
import type { Beginnings, Course } from './course.ts'
import type { RunnableModel } from './protocol.ts'
import type { User } from './scenarios.ts'
import type { Timing } from './timing.ts'

/** A user whose target does not even answer waits before it tries again. Milliseconds. */
const backOff = 100

/** Whether a number of iterations ends it, rather than its duration. */
export function isCounted(
  model: RunnableModel,
): model is Extract<RunnableModel, { readonly iterations: number }> {
  return model.kind === 'shared-iterations' || model.kind === 'per-vu-iterations'
}

/**
 * @param levelAt users at a time, in seconds since the run began
 * @param length seconds after which no iteration begins
 */
export function closedModel(
  course: Course,
  timing: Timing,
  model: RunnableModel,
  levelAt: (at: number) => number,
  length: number,
): Beginnings {
  const until = timing.now() + length * 1000
  const counted = isCounted(model)
  const each = model.kind === 'per-vu-iterations' ? model.iterations : Number.POSITIVE_INFINITY
  const resting: User[] = []
  let left = model.kind === 'shared-iterations' ? model.iterations : Number.POSITIVE_INFINITY
  let wanted = 0
  let looping = 0

  /** One user's iterations, until it is wanted no longer. */
  function loop(user: User): void {
    let mine = each
    let from = 0
    const next = () => {
      from = timing.now()
      if (from >= until) course.end()
      if (!course.isEnding && left > 0 && mine > 0 && looping <= wanted) {
        left -= 1
        mine -= 1
        course.begin(user, from, done)
        return
      }
      looping -= 1
      resting.push(user)
      if (counted && looping === 0) course.end()
    }
    const done = (lively: boolean) => {
      course.over()
      const pause = lively && user.pacing === 0 ? 0 : pauseAfter(lively)
      if (pause > 0 && !course.isEnding) timing.after(pause, next)
      else next()
      course.settle()
    }
    const pauseAfter = (lively: boolean) =>
      Math.max(user.pacing * 1000 - (timing.now() - from), lively ? 0 : backOff)
    next()
  }

  function haveUsers(count: number): void {
    wanted = count
    while (looping < wanted && !course.isEnding) {
      const user = resting.pop() ?? course.nextUser(Number.POSITIVE_INFINITY)
      if (user === null) return
      looping += 1
      loop(user)
    }
  }

  return {
    interval: 10,
    tick(at) {
      // Those who have done their iterations do not begin anew.
      if (!counted) haveUsers(Math.round(levelAt(at)))
      else if (wanted === 0) haveUsers(model.users)
    },
    nextWaiting: () => undefined,
    waiting: 0,
  }
}
