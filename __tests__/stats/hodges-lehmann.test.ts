import fc from 'fast-check'
import { expect, test } from 'vitest'
import { hodgesLehmann } from '../../src/stats/hodges-lehmann.ts'
import { median } from '../../src/stats/quantile.ts'

// numpy 2.4.6: numpy.median of all pairwise means, i ≤ j.
test('as numpy computes it', () => {
  const differences = [0.031, -0.012, 0.044, 0.02, 0.19, 0.013, 0.027]
  expect(hodgesLehmann(differences)).toBeCloseTo(0.02775, 12)
  expect(hodgesLehmann(differences.slice(0, 6))).toBeCloseTo(0.0285, 12)
})

test('one difference, and none', () => {
  expect(hodgesLehmann([0.5])).toBe(0.5)
  expect(hodgesLehmann([])).toBeNaN()
})

const numbers = fc.array(fc.double({ noNaN: true, min: -10, max: 10 }), { minLength: 1, maxLength: 25 })

test('selection finds what sorting would', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      const averages = list.flatMap((a, i) => list.slice(i).map((b) => (a + b) / 2))
      expect(hodgesLehmann(list)).toBeCloseTo(median(averages), 12)
    }),
    { seed: 9 },
  )
})

test('it moves with the data, and one outlier moves it little', () => {
  fc.assert(
    fc.property(numbers, fc.double({ noNaN: true, min: -5, max: 5 }), (list, shift) => {
      expect(hodgesLehmann(list.map((value) => value + shift))).toBeCloseTo(hodgesLehmann(list) + shift, 9)
    }),
    { seed: 10 },
  )
  const quiet = [0.01, 0.012, 0.009, 0.011, 0.01, 0.012, 0.01]
  expect(Math.abs(hodgesLehmann([...quiet, 5]) - hodgesLehmann(quiet))).toBeLessThan(0.003)
})
