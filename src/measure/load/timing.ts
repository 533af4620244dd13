// Time as the executor sees it, so that a test can own it. Milliseconds, monotonic.
export interface Timing {
  now(): number
  /** Calls `work` after `delay`; the answer calls it off. */
  after(delay: number, work: () => void): () => void
  /** Calls `work` about every `interval`; the answer ends it. */
  ticks(interval: number, work: () => void): () => void
}
