// The run of a model, as the model sees it: what an open and a closed one begin iterations in.
import type { User } from './scenarios.ts'

export interface Course {
  /** A user that has had no part in this run yet; `null` when `most` have. */
  nextUser(most: number): User | null
  /**
   * Begins an iteration.
   * @param from when it was due, in milliseconds
   * @param done made once per user: a closure per iteration would show
   */
  begin(user: User, from: number, done: (lively: boolean) => void): void
  /** To be called first when an iteration is over, and `settle` when what follows from it has begun. */
  over(): void
  settle(): void
  /** No iteration begins from now on, but for those that were due already. */
  end(): void
  readonly isEnding: boolean
}

/** How a model begins iterations. */
export interface Beginnings {
  /** Milliseconds between two ticks. */
  readonly interval: number
  /** Begins what is due. @param at seconds since the run began */
  tick(at: number): void
  /** When the next one was due that waits for a free user, which it then does no longer. Milliseconds. */
  nextWaiting(): number | undefined
  readonly waiting: number
}
