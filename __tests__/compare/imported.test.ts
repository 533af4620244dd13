import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { designOf, methodFor, methods } from '../../src/compare/method.ts'
import { compareMoments, compareRanks, momentsOf } from '../../src/compare/unpaired.ts'
import { ComparisonSchema } from '../../src/model/comparison.ts'
import { emptyRun } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import { createRandom } from '../../src/stats/random.ts'
import { normal } from '../stats/noise.ts'
import { exact, settings, trials, unwritable } from './runs.ts'

const margins = { regression: 0.05, ignoreBelow: 0.01 }
const base = [10.1, 9.8, 10.4, 10.0, 10.2, 9.9, 10.3, 10.05]
const head = [10.9, 10.6, 11.8, 10.7, 11.1, 10.45, 10.95, 10.35]

function compare(from: readonly Series[], to: readonly Series[], using = settings()) {
  const compared = compareRuns({
    base: emptyRun({ series: [...from] }),
    head: emptyRun({ series: [...to] }),
    settings: using,
  })
  expect(unwritable(compared)).toEqual([])
  for (const row of compared.comparisons) v.parse(ComparisonSchema, row)
  return compared
}

function only(from: Series, to: Series, using = settings()) {
  const [row, ...more] = compare([from], [to], using).comparisons
  expect(more).toEqual([])
  if (row === undefined) throw new Error('one row')
  return row
}

function summary(
  evidence: Omit<Extract<Series['evidence'], { kind: 'summary' }>, 'kind'>,
  metric = 'latency',
): Series {
  return { benchmark: 'api', metric, unit: 's', better: 'lower', evidence: { kind: 'summary', ...evidence } }
}

const codes = (row: { readonly notices: readonly { readonly code: string }[] }) =>
  row.notices.map(({ code }) => code)

describe('the table of methods', () => {
  test('two Runs of one measurement are paired, others are not', () => {
    const run = (measurement?: string) => emptyRun(measurement === undefined ? {} : { measurement })
    expect(designOf(run('a'), run('a'))).toBe('paired')
    expect(designOf(run('a'), run('b'))).toBe('unpaired')
    expect(designOf(run(), run())).toBe('unpaired')
  })

  test('kinds that differ', () => {
    expect(methodFor('unpaired', 'trials', 'summary')).toBe('moments')
    expect(methodFor('paired', 'histogram', 'trials')).toBeNull()
    expect(methodFor('unpaired', 'exact', 'trials')).toBeNull()
    for (const kind of ['trials', 'histogram', 'summary', 'exact'] as const)
      expect(methodFor('paired', kind, kind)).toBe(methods.paired[kind])
  })
})

describe('known values', () => {
  // scipy 1.17.1: mannwhitneyu(ln head, ln base + ln(1 + margin), alternative, method='exact'); numpy.median of all
  // pairwise differences of the logarithms.
  test('ranks', () => {
    const { tested, effect, ends } = compareRanks(base, head, 'lower', margins, 0.05)
    expect(tested.worse).toBeCloseTo(0.0005439005439005439, 10)
    expect(tested.equivalent).toBeCloseTo(0.8827505827505828, 10)
    expect(tested.better).toBeCloseTo(1, 10)
    expect(effect).toBeCloseTo(0.0657571855579171, 10)
    expect(ends?.low).toBeLessThan(effect)
    expect(ends?.high).toBeGreaterThan(effect)
  })

  test('where higher is better the sides change places', () => {
    const lower = compareRanks(base, head, 'lower', margins, 0.05)
    const higher = compareRanks(head, base, 'higher', margins, 0.05)
    expect(higher.effect).toBeCloseTo(lower.effect, 10)
    expect(higher.tested.worse).toBeCloseTo(lower.tested.worse, 10)
    const moments = (values: readonly number[]) => momentsOf(values)
    const one = compareMoments(moments(base), moments(head), 'lower', margins, 0.05)
    const other = compareMoments(moments(head), moments(base), 'higher', margins, 0.05)
    expect(other).toEqual(one)
  })

  // scipy 1.17.1: t.sf and t.cdf of Welch's statistic of the logarithms of the means, by the delta method.
  test('moments', () => {
    const found = compareMoments(
      { mean: 10, standardDeviation: 0.4, n: 12 },
      { mean: 10.6, standardDeviation: 0.5, n: 10 },
      'lower',
      margins,
      0.05,
    )
    expect(found?.tested.worse).toBeCloseTo(0.00987127030403513, 8)
    expect(found?.tested.equivalent).toBeCloseTo(0.6892574023492672, 8)
    expect(found?.tested.better).toBeCloseTo(0.9989977518620059, 8)
    expect(Math.exp(found?.ends?.low ?? 0)).toBeCloseTo(1.0258664299445814, 8)
    expect(Math.exp(found?.ends?.high ?? 0)).toBeCloseTo(1.09526929354799, 8)
  })
})

describe('samples', () => {
  test('one value per trial where there are several trials', () => {
    const row = only(trials(base), trials(head))
    expect(row).toMatchObject({ mode: 'imported', verdict: 'regression', pairs: 8, base: 10.075, head: 10.8 })
    expect(row.ratio).toBeCloseTo(1.07, 1)
    expect(row.interval?.[0]).toBeGreaterThan(1.01)
    expect(row.reason).toMatch(/^Head is .* slower over 8 repetitions a side/)
    expect(codes(row)).toEqual([])
  })

  test('the samples of the single trial, which is said', () => {
    const row = only(trials([base]), trials([head]))
    expect(row).toMatchObject({ verdict: 'regression', pairs: 8 })
    expect(codes(row)).toEqual(['one-process'])
  })

  test('identical samples clear when there are enough', () => {
    expect(only(trials(base), trials(base))).toMatchObject({ verdict: 'no-change', ratio: 1 })
    expect(only(trials(head), trials(base)).verdict).toBe('improvement')
  })

  test('too few to decide: how many are needed is said', () => {
    const row = only(trials(base.slice(0, 3)), trials(head.slice(0, 3)))
    expect(row.verdict).toBe('inconclusive')
    // 1/C(10, 5) = 0.4 % is the first that reaches 1 %; 1/C(8, 4) is 1.4 %.
    expect(row.reason).toBe(
      '3 repetitions a side cannot show a regression at this alpha: at least 5 a side are needed.',
    )
    expect(codes(row)).toEqual(['few-repetitions'])
  })

  test('more metrics need more repetitions', () => {
    const named = (values: readonly number[], benchmark: string) => trials(values, { benchmark })
    const many = Array.from({ length: 40 }, (_, index) => `b${index}`)
    const compared = compare(
      many.map((name) => named(base.slice(0, 5), name)),
      many.map((name) => named(head.slice(0, 5), name)),
    )
    expect(compared.family).toBe(40)
    expect(compared.comparisons[0]?.reason).toContain('at least 8 a side')
  })

  test('constant on both sides: compared exactly, as allocations per operation are', () => {
    const constant = (value: number, n: number) => trials(Array.from({ length: n }, () => value))
    const counts = (value: number, n: number): Series => ({ ...constant(value, n), unit: '1' })
    expect(only(counts(100, 5), counts(110, 5))).toMatchObject({
      mode: 'exact',
      verdict: 'regression',
      ratio: 1.1,
      p: null,
    })
    expect(only(constant(100, 5), constant(100, 5))).toMatchObject({ mode: 'exact', verdict: 'no-change' })
    expect(only(counts(100, 4), counts(110, 4)).mode).toBe('imported')
    // Times that never vary were rounded, or are one result given several times: no proof of anything.
    expect(only(constant(100, 6), constant(110, 6))).toMatchObject({
      mode: 'imported',
      verdict: 'inconclusive',
      reason: expect.stringContaining('very same time'),
    })
  })

  test('bad values', () => {
    const row = only(trials([Number.NaN, ...base]), trials(head))
    expect(row).toMatchObject({ verdict: 'regression', pairs: 8 })
    expect(codes(row)).toEqual(['not-finite-values'])
    expect(only(trials(base.map((x) => -x)), trials(head))).toMatchObject({
      verdict: 'inconclusive',
      p: null,
    })
    expect(only(trials([]), trials(head))).toMatchObject({ verdict: 'inconclusive', pairs: 0 })
    const zero = only(trials(base.map(() => 0)), trials(head))
    expect(zero).toMatchObject({ verdict: 'regression', ratio: null, interval: null, excludes: null })
    expect(only(trials([1]), trials([2]))).toMatchObject({ verdict: 'inconclusive', pairs: 1, ratio: 2 })
  })
})

describe('summaries', () => {
  const of = (mean: number, standardDeviation: number, n: number) => summary({ mean, standardDeviation, n })

  test('Welch on logarithms', () => {
    const slower = only(of(10, 0.1, 20), of(11, 0.1, 20))
    expect(slower).toMatchObject({ verdict: 'regression', mode: 'imported', pairs: 20 })
    expect(slower.ratio).toBeCloseTo(1.1, 12)
    expect(only(of(10, 0.1, 20), of(10, 0.1, 20)).verdict).toBe('no-change')
    expect(only(of(10, 0.1, 20), of(9, 0.1, 20)).verdict).toBe('improvement')
    expect(only(of(10, 3, 5), of(11, 3, 5)).verdict).toBe('inconclusive')
  })

  test('without a spread nothing is decided, and the values are still there', () => {
    const row = only(summary({ mean: 10 }), summary({ mean: 20 }))
    expect(row).toMatchObject({
      verdict: 'inconclusive',
      base: 10,
      head: 20,
      ratio: 2,
      interval: null,
      p: null,
    })
    expect(row.reason).toMatch(/^The tool printed no spread/)
    expect(only(of(10, 0, 3), of(20, 0, 3)).verdict).toBe('inconclusive')
  })

  test('quantiles are rows of their own, for limits', () => {
    const from = summary({ mean: 10, standardDeviation: 0.1, n: 20, quantiles: { p95: 12 }, max: 14 })
    const compared = compare([from], [from])
    expect(compared.comparisons.map(({ metric, verdict, head: value }) => [metric, verdict, value])).toEqual([
      ['latency', 'no-change', 10],
      ['latency.p95', 'inconclusive', 12],
      ['latency.max', 'inconclusive', 14],
    ])
    expect(compared.family).toBe(1)
  })

  test('samples against a summary', () => {
    const about = { benchmark: 'api', metric: 'latency' }
    expect(only(trials(base, about), of(12, 0.2, 8)).verdict).toBe('regression')
  })
})

describe('what concerns all', () => {
  test('position in time is not controlled', () => {
    expect(codes(compare([trials(base)], [trials(head)]))).toEqual(['uncontrolled-time'])
    expect(codes(compare([exact(1)], [exact(1)]))).toEqual([])
    const machines = compareRuns({
      base: emptyRun({ series: [trials(base)], environment: { cpu: 'a' } }),
      head: emptyRun({ series: [trials(head)], environment: { cpu: 'b' } }),
      settings: settings(),
    })
    expect(codes(machines)).toEqual(['uncontrolled-time', 'different-machines'])
  })

  test('floors hold here too', () => {
    const using = settings({ gates: () => ({ floor: { value: 5, unit: 's' } }) })
    expect(only(trials(base), trials(head), using).verdict).toBe('no-change')
  })
})

describe('error rates when only chance differs', () => {
  const random = createRandom(5)
  const draw = (n: number) => Array.from({ length: n }, () => 10 * Math.exp(0.03 * normal(random)))

  test('ranks and moments alarm in at most alpha of suites of 12, and their intervals hold', () => {
    const suites = 120
    let byRanks = 0
    let byMoments = 0
    let missed = 0
    const using = settings({ alpha: 0.05, gates: () => ({ ignoreBelow: 0 }) })
    for (let index = 0; index < suites; index++) {
      const sides = Array.from({ length: 12 }, (_, name) => ({
        name: `b${name}`,
        from: draw(10),
        to: draw(10),
      }))
      const ranks = compare(
        sides.map(({ name, from }) => trials(from, { benchmark: name })),
        sides.map(({ name, to }) => trials(to, { benchmark: name })),
        using,
      ).comparisons
      if (ranks.some(({ verdict }) => verdict === 'regression')) byRanks++
      missed += ranks.filter(
        ({ interval }) => interval !== null && (interval[0] > 1 || interval[1] < 1),
      ).length
      const summed = (values: readonly number[], benchmark: string) => ({
        ...summary(momentsOf(values)),
        benchmark,
      })
      const moments = compare(
        sides.map(({ name, from }) => summed(from, name)),
        sides.map(({ name, to }) => summed(to, name)),
        using,
      ).comparisons
      if (moments.some(({ verdict }) => verdict === 'regression')) byMoments++
    }
    const most = 0.05 + 3.1 * Math.sqrt((0.05 * 0.95) / suites)
    expect(byRanks / suites).toBeLessThan(most)
    expect(byMoments / suites).toBeLessThan(most)
    // Each end may miss 5 % of the time.
    expect(missed / (suites * 12)).toBeLessThan(0.12)
    expect(missed / (suites * 12)).toBeGreaterThan(0.05)
  })
})
