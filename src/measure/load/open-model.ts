// Open models have a schedule that was known beforehand: every iteration has a time at which it is due, and whatever
// delays it counts (Gil Tene's coordinated omission does not happen). A tick of one millisecond begins all that is due:
// exact in number at every rate, for 4 % of a core.
import type { Arrivals } from './arrivals.ts'
import type { Beginnings, Course } from './course.ts'
import { type Histogram, record } from './histogram.ts'
import { createQueue } from './queue.ts'
import type { User } from './scenarios.ts'
import type { Tally } from './tally.ts'
import type { Timing } from './timing.ts'

/** Up to this late the timer is to blame, not the load: latency then counts from the sending. Milliseconds. */
const timerQuantum = 2

type Serve = (from: number) => void

export function openModel(
  course: Course,
  timing: Timing,
  settings: {
    readonly arrivals: Arrivals
    /** Users at most: arrivals wait for a free one. */
    readonly most: number
    readonly tally: Pick<Tally, 'due'>
    readonly slip: Histogram
  },
): Beginnings {
  const { arrivals, most, tally, slip } = settings
  const began = timing.now()
  const queue = createQueue()
  const idle: Serve[] = []
  let due = arrivals()

  /** What a user does with one arrival after the other. */
  function serving(user: User): Serve {
    const done = () => {
      course.over()
      const from = queue.shift()
      if (from === undefined) idle.push(serve)
      else serve(from)
      course.settle()
    }
    const serve: Serve = (from) => course.begin(user, from, done)
    return serve
  }

  /** The iteration that was due at `from` begins, at once or when a user is free. */
  function arrive(from: number): void {
    const serve = idle.pop()
    if (serve !== undefined) {
      serve(from)
      return
    }
    const user = course.nextUser(most)
    if (user === null) queue.push(from)
    else serving(user)(from)
  }

  return {
    interval: 1,
    tick(at) {
      while (due !== null && due <= at) {
        const from = began + due * 1000
        const now = timing.now()
        record(slip, now - from)
        tally.due()
        arrive(now - from <= timerQuantum ? now : from)
        due = arrivals()
      }
    },
    nextWaiting: () => queue.shift(),
    get waiting() {
      return queue.size
    },
  }
}
