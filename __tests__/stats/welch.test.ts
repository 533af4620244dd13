import { describe, expect, it } from 'vitest'
import { welchOnLogs } from '../../src/stats/welch.ts'

// Known values: scipy 1.10.1 on Python 3.11,
// scipy.stats.ttest_ind_from_stats(ln m1, s1/m1, n1, ln m2, s2/m2, n2, equal_var=False, alternative=…);
// the interval from scipy.stats.t.ppf(0.975, df).
describe('welchOnLogs', () => {
  it.each([
    [
      { mean: 105, standardDeviation: 4, n: 10 },
      { mean: 100, standardDeviation: 5, n: 12 },
      { ratio: 1.05, low: 1.009603079966864, high: 1.0920133088700412, degrees: 19.875246865675766 },
      { 'two-sided': 0.01736201805995149, less: 0.9913189909700243, greater: 0.008681009029975746 },
    ],
    [
      { mean: 2, standardDeviation: 0.9, n: 3 },
      { mean: 1, standardDeviation: 0.1, n: 30 },
      { ratio: 2, low: 0.6590138646985206, high: 6.069675031541075, degrees: 2.0197984625161856 },
      { 'two-sided': 0.11574458769558207, less: 0.942127706152209, greater: 0.05787229384779104 },
    ],
  ])('is scipy.stats.ttest_ind_from_stats on logarithms: %j %j', (a, b, expected, p) => {
    const result = welchOnLogs(a, b)
    expect(result?.ratio).toBeCloseTo(expected.ratio, 12)
    expect(result?.interval[0]).toBeCloseTo(expected.low, 10)
    expect(result?.interval[1]).toBeCloseTo(expected.high, 8)
    expect(result?.degrees).toBeCloseTo(expected.degrees, 9)
    for (const alternative of ['two-sided', 'less', 'greater'] as const) {
      expect(welchOnLogs(a, b, { alternative })?.p).toBeCloseTo(p[alternative], 12)
    }
  })

  it('widens the interval with the confidence', () => {
    const a = { mean: 105, standardDeviation: 4, n: 10 }
    const b = { mean: 100, standardDeviation: 5, n: 12 }
    const [low, high] = welchOnLogs(a, b, { confidence: 0.99 })?.interval ?? [1, 1]
    expect(low).toBeLessThan(1.0096)
    expect(high).toBeGreaterThan(1.092)
  })

  it('needs spread on one side only', () => {
    const result = welchOnLogs(
      { mean: 1.2, standardDeviation: 0.1, n: 10 },
      { mean: 1, standardDeviation: 0, n: 10 },
    )
    expect(result?.degrees).toBeCloseTo(9, 12)
  })

  it('stays a number where the interval is beyond all doubles', () => {
    const wild = { mean: 1, standardDeviation: 1e6, n: 2 }
    const result = welchOnLogs(wild, wild)
    expect(result).not.toBeNull()
    expect(result?.interval.every(Number.isFinite)).toBe(true)
    expect(result?.p).toBe(1)
  })

  const sound = { mean: 1, standardDeviation: 0.1, n: 10 }
  it.each([
    ['one repetition', { ...sound, n: 1 }],
    ['a mean of zero', { ...sound, mean: 0 }],
    ['a negative mean', { ...sound, mean: -1 }],
    ['no number', { ...sound, mean: Number.NaN }],
    ['an infinite spread', { ...sound, standardDeviation: Number.POSITIVE_INFINITY }],
    ['a negative spread', { ...sound, standardDeviation: -0.1 }],
  ])('says nothing about %s', (_, bad) => {
    expect(welchOnLogs(bad, sound)).toBeNull()
    expect(welchOnLogs(sound, bad)).toBeNull()
  })

  it('says nothing without any spread', () => {
    const constant = { ...sound, standardDeviation: 0 }
    expect(welchOnLogs(constant, { ...constant, mean: 2 })).toBeNull()
  })
})
