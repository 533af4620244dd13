// The `Clock` port on Node: the only source of time and chance outside of measured programs.
import { randomInt } from 'node:crypto'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Clock } from '../../ports/clock.ts'

export const nodeClock: Clock = {
  now: () => Date.now(),
  elapsed: () => performance.now() / 1000,
  sleep: (seconds) => pause(seconds * 1000),
  seed: () => randomInt(0, 2 ** 32),
}
