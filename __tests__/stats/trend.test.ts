// Theil-Sen and Mann-Kendall against scipy 1.17.1, and what they promise.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { normalCdf, normalQuantile } from '../../src/stats/distributions.ts'
import { mannKendall } from '../../src/stats/mann-kendall.ts'
import { createRandom } from '../../src/stats/random.ts'
import { theilSen } from '../../src/stats/theil-sen.ts'

const rising = [1.2, 2.9, 3.1, 4.8, 4.5, 6.7, 7.1, 8.8, 8.1, 10.4]
const tied = [5, 5, 7, 3, 5, 8, 5, 4, 6, 5, 5, 7]
const uneven: [number, number][] = [
  [0, 3],
  [1, -1],
  [2, 4],
  [4, -1],
  [8, 5],
  [16, -9],
  [17, 2],
  [20, 6],
]
const numbered = (values: readonly number[]) => values.map((value, index) => [index, value] as const)

// scipy.stats.theilslopes(y, x, confidence)
describe('theilSen as scipy computes it', () => {
  it.each([
    ['rising, 95 %', numbered(rising), 0.95, [0.95, 1.475, 0.8, 1.1]],
    ['rising, 99 %', numbered(rising), 0.99, [0.95, 1.475, 0.66, 1.2]],
    ['ties', numbered(tied), 0.95, [0, 5, -1 / 6, 1 / 3]],
    ['uneven steps', uneven, 0.95, [0.130555555555, 1.716666666667, -0.75, 0.857142857143]],
  ] as const)('%s', (_, points, confidence, [slope, intercept, low, high]) => {
    const trend = theilSen(points, confidence)
    expect(trend.slope).toBeCloseTo(slope, 9)
    expect(trend.intercept).toBeCloseTo(intercept, 9)
    expect(trend.low).toBeCloseTo(low, 9)
    expect(trend.high).toBeCloseTo(high, 9)
  })
})

// scipy.stats.kendalltau(x, y, method='asymptotic').pvalue, which has no continuity correction.
test.each([
  [rising, 0.00024526750741092027],
  [tied, 0.5546281960154005],
  [uneven.map(([, y]) => y), 0.5330356744917513],
])('mannKendall: statistic and variance as scipy computes them', (values, p) => {
  const { s, variance, p: corrected } = mannKendall(values)
  expect(2 * (1 - normalCdf(Math.abs(s) / Math.sqrt(variance)))).toBeCloseTo(p, 7)
  expect(corrected).toBeGreaterThan(p)
})

test('the quantile is the inverse of the distribution', () => {
  for (const p of [0.001, 0.025, 0.31, 0.5, 0.8, 0.975, 0.995, 0.9999])
    expect(normalCdf(normalQuantile(p))).toBeCloseTo(p, 9)
  // scipy.stats.norm.ppf
  expect(normalQuantile(0.995)).toBeCloseTo(2.5758293035489, 6)
})

test('little or nothing to go by', () => {
  expect(theilSen([], 0.95).slope).toBeNaN()
  expect(
    theilSen(
      [
        [1, 1],
        [1, 2],
      ],
      0.95,
    ).slope,
  ).toBeNaN()
  expect(mannKendall([])).toEqual({ s: 0, variance: 0, p: 1 })
  expect(mannKendall([3, 3, 3]).p).toBe(1)
})

test('a line is found exactly, whatever a fifth of the points says', () => {
  fc.assert(
    fc.property(fc.integer({ min: -50, max: 50 }), fc.integer({ min: -50, max: 50 }), (slope, start) => {
      const points = Array.from({ length: 20 }, (_, x) => [x, x % 7 === 3 ? 1e6 : start + slope * x] as const)
      const { low, high, slope: found } = theilSen(points, 0.99)
      expect(found).toBeCloseTo(slope, 9)
      expect(low).toBeLessThanOrEqual(found)
      expect(high).toBeGreaterThanOrEqual(found)
    }),
    { seed: 3 },
  )
})

test('a series without a trend is called one as rarely as promised', () => {
  const random = createRandom(11).uniform
  let alarms = 0
  const series = 2000
  for (let each = 0; each < series; each += 1)
    if (mannKendall(Array.from({ length: 20 }, () => random())).p < 0.01) alarms += 1
  expect(alarms / series).toBeLessThan(0.016)
})
