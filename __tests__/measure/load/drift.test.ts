import { expect, it } from 'vitest'
import { driftOf, type Point } from '../../../src/measure/load/drift.ts'
import { createRandom } from '../../../src/stats/random.ts'

const random = createRandom(5)
const series = (value: (at: number) => number): Point[] =>
  Array.from({ length: 60 }, (_, at) => [at, value(at) * (1 + 0.1 * (random.uniform() - 0.5))])

it('a series that rises by half over its length has a drift of about its share of the median', () =>
  expect(driftOf(series((at) => 1 + at / 118))).toBeCloseTo(0.4, 1))

it('one that only jitters has none, and neither has one that falls', () => {
  expect(driftOf(series(() => 1))).toBe(0)
  expect(driftOf(series((at) => 2 - at / 60))).toBe(0)
  expect(driftOf(Array.from({ length: 20 }, (_, at): Point => [at, 7]))).toBe(0)
})

it('a few outliers are no drift', () =>
  expect(driftOf(series((at) => (at > 56 ? 50 : 1)))).toBeLessThan(0.05))

it('little is said of little', () => {
  expect(driftOf([])).toBeNull()
  expect(
    driftOf([
      [0, 1],
      [1, 2],
    ]),
  ).toBeNull()
})
