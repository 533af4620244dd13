import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Alternative, mannWhitney, repetitionsNeeded, smallestP } from '../../src/stats/mann-whitney.ts'

const alternatives = ['two-sided', 'less', 'greater'] as const satisfies readonly Alternative[]

// Known values: scipy 1.10.1 on Python 3.11.
describe('mannWhitney', () => {
  it.each([
    ['two-sided', 0.1111111111111111],
    ['less', 0.9682539682539684],
    ['greater', 0.05555555555555555],
  ] as const)('is scipy.stats.mannwhitneyu(method="exact") without ties: %s', (alternative, p) => {
    const result = mannWhitney([19, 22, 16, 29, 24], [20, 11, 17, 12], { alternative })
    expect(result).toMatchObject({ u: 17, exact: true, shift: 7 })
    expect(result.p).toBeCloseTo(p, 12)
  })

  it('is exact up to 25 a side, as scipy.stats.mannwhitneyu(method="exact")', () => {
    const a = Array.from({ length: 25 }, (_, i) => 2 * i)
    const b = Array.from({ length: 25 }, (_, i) => 2 * i + 9)
    const result = mannWhitney(a, b)
    expect(result).toMatchObject({ u: 210, exact: true })
    expect(result.p).toBeCloseTo(0.04716170680683919, 12)
  })

  it.each([
    ['two-sided', 0.11255411255411256],
    ['less', 0.05627705627705628],
    ['greater', 0.9783549783549783],
  ] as const)('with ties is scipy.stats.permutation_test over all splits of U: %s', (alternative, p) => {
    const result = mannWhitney([1.1, 2.2, 2.2, 3.3, 4.4, 2.2], [2.2, 3.3, 5.5, 6.6, 4.4], { alternative })
    expect(result.u).toBe(5.5)
    expect(result.exact).toBe(true)
    expect(result.p).toBeCloseTo(p, 12)
    expect(result.shift).toBeCloseTo(-2.2, 12)
  })

  it.each([
    ['two-sided', 0.7100936309575712],
    ['less', 0.3550468154787856],
    ['greater', 0.6488995625624749],
  ] as const)('is scipy.stats.mannwhitneyu(method="asymptotic") for many values: %s', (alternative, p) => {
    const a = Array.from({ length: 40 }, (_, i) => (i * 37) % 101)
    const b = Array.from({ length: 35 }, (_, i) => ((i * 53) % 97) + 8)
    const result = mannWhitney(a, b, { alternative })
    expect(result).toMatchObject({ u: 664.5, exact: false, shift: -3 })
    expect(result.p).toBeCloseTo(p, 12)
  })

  it('is its own mirror image, and p stays a probability', () => {
    const sample = fc.array(fc.integer({ min: -5, max: 5 }), { minLength: 1, maxLength: 30 })
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const forth = mannWhitney(a, b, { alternative: 'greater' })
        const back = mannWhitney(b, a, { alternative: 'less' })
        expect(forth.p).toBeCloseTo(back.p, 10)
        expect(forth.u).toBeCloseTo(a.length * b.length - back.u, 10)
        expect(forth.shift).toBeCloseTo(-(back.shift ?? 0), 10)
        for (const alternative of alternatives) {
          const { p } = mannWhitney(a, b, { alternative })
          expect(p).toBeGreaterThan(0)
          expect(p).toBeLessThanOrEqual(1)
        }
      }),
      { seed: 8123, numRuns: 100 },
    )
  })

  it('estimates the shift as the median of all differences', () => {
    const sample = fc.array(fc.double({ min: -1e3, max: 1e3, noNaN: true }), { minLength: 1, maxLength: 15 })
    fc.assert(
      fc.property(sample, sample, (a, b) => {
        const differences = a.flatMap((x) => b.map((y) => x - y)).sort((x, y) => x - y)
        const middle = differences.length / 2
        const lower = differences[Math.ceil(middle) - 1] ?? 0
        const upper = differences[Math.floor(middle)] ?? 0
        expect(mannWhitney(a, b).shift).toBeCloseTo((lower + upper) / 2, 9)
      }),
      { seed: 8123, numRuns: 200 },
    )
  })

  it('decides nothing without values or without any difference', () => {
    expect(mannWhitney([], [1, 2])).toEqual({ p: 1, u: 0, exact: true, shift: null })
    const constant = Array.from({ length: 60 }, () => 3)
    expect(mannWhitney(constant, constant)).toMatchObject({ p: 1, shift: 0 })
    expect(mannWhitney([3], [3])).toMatchObject({ p: 1, shift: 0 })
  })
})

describe('what few repetitions can never show', () => {
  // 2 / C(2n, n): the p of two samples that do not overlap, scipy.stats.mannwhitneyu(range(n), range(n, 2 * n)).
  it.each([
    [3, 0.1],
    [4, 0.02857142857142857],
    [5, 0.007936507936507936],
    [6, 0.0021645021645021645],
    [7, 0.0005827505827505828],
    [10, 1.0825088224469026e-5],
  ])('smallestP(%d, %d)', (n, p) => {
    expect(smallestP(n, n)).toBeCloseTo(p, 15)
    const low = Array.from({ length: n }, (_, i) => i)
    const high = low.map((value) => value + n)
    expect(mannWhitney(low, high).p).toBeCloseTo(p, 15)
    expect(mannWhitney(low, high, { alternative: 'less' }).p).toBeCloseTo(smallestP(n, n, 'less'), 15)
  })

  it.each([
    [0.05, 'two-sided', 4],
    [0.01, 'two-sided', 5],
    [0.01 / 12, 'two-sided', 7],
    [0.01 / 12, 'greater', 7],
    [0.05 / 30, 'two-sided', 7],
    [0.05, 'greater', 3],
    [1, 'two-sided', 1],
  ] as const)('repetitionsNeeded(%d, %s) is %d', (alpha, alternative, n) => {
    expect(repetitionsNeeded(alpha, alternative)).toBe(n)
  })
})
