// A clock that moves only when told to, or when somebody sleeps.
import type { Clock } from '../../src/ports/clock.ts'

export interface FakeClock extends Clock {
  advance(seconds: number): void
}

/** Starts at 2026-01-01T00:00:00Z, with `elapsed` at 0. */
export function fakeClock({ start = Date.UTC(2026, 0, 1), seed = 1 } = {}): FakeClock {
  let elapsed = 0
  const advance = (seconds: number) => {
    elapsed += seconds
  }
  return {
    advance,
    now: () => start + Math.round(elapsed * 1000),
    elapsed: () => elapsed,
    sleep: async (seconds) => advance(seconds),
    seed: () => seed,
  }
}
