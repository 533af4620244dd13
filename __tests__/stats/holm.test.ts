import fc from 'fast-check'
import { expect, test } from 'vitest'
import { holm } from '../../src/stats/holm.ts'
import { createRandom } from '../../src/stats/random.ts'

// By hand: at 5 % the thresholds of four tests are 1.25 %, 1.67 %, 2.5 % and 5 %. R: p.adjust(c(.01,.04,.03,.005),
// "holm") is 0.03, 0.06, 0.06, 0.02, so the first and the last are rejected.
test('the textbook case', () => {
  expect(holm([0.01, 0.04, 0.03, 0.005], 0.05)).toEqual(new Set([3, 0]))
})

test('each rejection eases the next one, and the first that fails ends it', () => {
  expect(holm([0.02, 0.02], 0.05)).toEqual(new Set([0, 1]))
  expect(holm([0.026, 0.026], 0.05)).toEqual(new Set())
  expect(holm([0.025, 0.05], 0.05)).toEqual(new Set([0, 1]))
  expect(holm([], 0.05)).toEqual(new Set())
})

test('tests that were not made still count', () => {
  expect(holm([0.02], 0.05, 2)).toEqual(new Set([0]))
  expect(holm([0.02], 0.05, 3)).toEqual(new Set())
})

test('between Bonferroni and no correction', () => {
  fc.assert(
    fc.property(fc.array(fc.double({ noNaN: true, min: 0, max: 1 }), { maxLength: 30 }), (pValues) => {
      const rejected = holm(pValues, 0.05)
      pValues.forEach((p, index) => {
        if (p <= 0.05 / pValues.length) expect(rejected.has(index)).toBe(true)
        if (p > 0.05) expect(rejected.has(index)).toBe(false)
      })
    }),
    { seed: 11 },
  )
})

test('at most 5 % of families without any effect have a rejection', () => {
  const random = createRandom(12)
  const families = 4000
  let alarmed = 0
  for (let index = 0; index < families; index++)
    if (
      holm(
        Array.from({ length: 12 }, () => random.uniform()),
        0.05,
      ).size > 0
    )
      alarmed++
  expect(alarmed / families).toBeLessThan(0.05 + 3.1 * Math.sqrt((0.05 * 0.95) / families))
  expect(alarmed / families).toBeGreaterThan(0.03)
})
