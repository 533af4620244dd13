import { expect, it } from 'vitest'
import { progressLines } from '../../../src/adapters/local/progress-lines.ts'
import { progressScreen } from '../../../src/adapters/local/progress-screen.ts'

const event = {
  kind: 'load',
  benchmark: 'checkout',
  side: 'head',
  elapsed: 7.02,
  rate: 199.4,
  errors: 0.012,
  p95: 0.0123,
} as const

it('a terminal shows how a load test goes, second by second; a log does not', () => {
  const screen = progressScreen()
  expect(screen.observe(event)).toBe(true)
  expect(screen.draw(100, 10)).toEqual(['checkout (head) 7 s: 199/s, p95 12.3 ms, 1.2 % failed'])
  expect(progressLines()(event)).toEqual([])
})
