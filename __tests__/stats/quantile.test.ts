import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  fastestQuarter,
  lowerQuartile,
  mad,
  madOfSorted,
  median,
  percentOf,
  quantile,
  sorted,
  statisticOf,
} from '../../src/stats/quantile.ts'

const values = [9.1, 2.5, 7.7, 3.3, 11.9, 4.4, 4.6, 8.0]

// numpy 2.4.6: numpy.quantile(values, p), method "linear", which is type 7.
test.each([
  [0, 2.5],
  [0.1, 3.06],
  [0.25, 4.125],
  [0.5, 6.15],
  [0.75, 8.275],
  [0.95, 10.92],
  [0.999, 11.8804],
  [1, 11.9],
])('quantile %f as numpy computes it', (probability, expected) => {
  expect(quantile(values, probability)).toBeCloseTo(expected, 12)
})

// By hand: two of eight, three of nine to twelve.
describe('the fastest quarter', () => {
  test('is the mean of the smallest, or of the largest where higher is better', () => {
    expect(fastestQuarter(values, 'lower')).toBeCloseTo((2.5 + 3.3) / 2, 12)
    expect(fastestQuarter(values, 'higher')).toBeCloseTo((11.9 + 9.1) / 2, 12)
    expect(fastestQuarter([...values, 1], 'lower')).toBeCloseTo((1 + 2.5 + 3.3) / 3, 12)
    expect(fastestQuarter([3], 'higher')).toBe(3)
    expect(fastestQuarter([], 'lower')).toBeNaN()
    expect(fastestQuarter([], 'higher')).toBeNaN()
  })

  // Two identical programs, one of which is disturbed in three of its twelve iterations: nothing of that is left.
  test('does not see what slows the others', () => {
    const quiet = Array.from({ length: 12 }, (_, index) => 10 + (index % 4) / 100)
    const disturbed = quiet.map((value, index) => (index % 4 === 3 ? value * 1.5 : value))
    expect(fastestQuarter(disturbed, 'lower')).toBe(fastestQuarter(quiet, 'lower'))
  })
})

// scipy 1.17.1: scipy.stats.median_abs_deviation(values).
test('mad as scipy computes it', () => {
  expect(mad(values)).toBeCloseTo(2.35, 12)
  expect(mad(values.slice(0, 7))).toBeCloseTo(2.1, 12)
})

test('one value, and none', () => {
  expect(median([3])).toBe(3)
  expect(quantile([3], 0.95)).toBe(3)
  expect(mad([3])).toBe(0)
  expect(median([])).toBeNaN()
  expect(quantile([], 0.5)).toBeNaN()
  expect(mad([])).toBeNaN()
})

const numbers = fc.array(fc.double({ noNaN: true, min: -1e6, max: 1e6 }), { minLength: 1, maxLength: 60 })

test('sorting, short and long', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      expect([...sorted(list)]).toEqual([...list].sort((a, b) => a - b).map((value) => value + 0))
    }),
    { seed: 2 },
  )
})

test('the MAD of sorted values is bit for bit the median of all deviations', () => {
  fc.assert(
    fc.property(numbers, (list) => {
      const middle = median(list)
      expect(madOfSorted(sorted(list))).toBe(median(list.map((value) => Math.abs(value - middle))))
    }),
    { seed: 3 },
  )
})

describe('statistics by name', () => {
  test.each([
    ['median', 6.15],
    ['mean', 6.4375],
    ['lower-quartile', 4.125],
    ['min', 2.5],
    ['max', 11.9],
    ['sum', 51.5],
    ['p95', 10.92],
    ['p99.9', 11.8804],
    ['p100', 11.9],
    ['p0', 2.5],
  ])('%s', (name, expected) => {
    expect(statisticOf(name, values)).toBeCloseTo(expected, 12)
  })

  test('one value is its own statistic, none has none', () => {
    for (const name of ['median', 'mean', 'lower-quartile', 'min', 'max', 'sum', 'p99']) {
      expect(statisticOf(name, [7])).toBe(7)
      expect(statisticOf(name, [])).toBeNaN()
    }
  })

  test('an unknown name is an error, also one that every object has', () => {
    expect(() => statisticOf('average', values)).toThrow('unknown statistic "average"')
    expect(() => statisticOf('toString', [])).toThrow(RangeError)
    expect(() => statisticOf('p101', values)).toThrow(RangeError)
  })

  test('percent', () => {
    expect(percentOf('p99.99')).toBe(99.99)
    expect(percentOf('p100')).toBe(100)
    expect(percentOf('p100.5')).toBeNull()
    expect(percentOf('median')).toBeNull()
  })

  test('the lower quartile ignores what noise adds', () => {
    expect(lowerQuartile([10, 10, 10, 90, 400])).toBe(10)
  })
})
