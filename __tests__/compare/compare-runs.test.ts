import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { ComparisonSchema } from '../../src/model/comparison.ts'
import type { Series } from '../../src/model/series.ts'
import type { NoiseName } from '../stats/noise.ts'
import { exact, noisy, runs, settings, trials, unwritable } from './runs.ts'

const normal: NoiseName = 'normal'

/** The one row of a comparison with one metric on each side; checked to be writable as JSON. */
function row(
  base: Series | null,
  head: Series | null,
  parts: Parameters<typeof runs>[2] = {},
  using = settings(),
) {
  const compared = compareRuns({
    ...runs(base === null ? [] : [base], head === null ? [] : [head], parts),
    settings: using,
  })
  expect(unwritable(compared)).toEqual([])
  for (const comparison of compared.comparisons) v.parse(ComparisonSchema, comparison)
  expect(compared.comparisons).toHaveLength(1)
  const [only] = compared.comparisons
  if (only === undefined) throw new Error('one row')
  return only
}

const codes = (comparison: { readonly notices: readonly { readonly code: string }[] }) =>
  comparison.notices.map(({ code }) => code)

describe('paired', () => {
  test('a slowdown of 20 % is a regression, with estimate, interval and p', () => {
    const { base, head } = noisy(normal, { seed: 1, pairs: 20, change: 0.2 })
    const found = row(base, head)
    expect(found).toMatchObject({
      verdict: 'regression',
      mode: 'paired',
      pairs: 20,
      unit: 's',
      better: 'lower',
    })
    expect(found.ratio).toBeCloseTo(1.2, 1)
    expect(found.interval?.[0]).toBeGreaterThan(1.1)
    expect(found.interval?.[0]).toBeLessThan(found.ratio ?? 0)
    expect(found.interval?.[1]).toBeGreaterThan(found.ratio ?? 0)
    expect(found.p).toBeLessThan(0.01)
    expect(found.reason).toMatch(/^Head is .* % slower in \d+ of 20 pairs/)
  })

  test('identical code clears, and says what it excludes', () => {
    const { base, head } = noisy(normal, { seed: 2, pairs: 12 })
    const found = row(base, head)
    expect(found.verdict).toBe('no-change')
    expect(found.excludes).toBeGreaterThan(0)
    expect(found.excludes).toBeLessThanOrEqual(0.05)
    expect((found.interval?.[1] ?? 9) - 1).toBeLessThanOrEqual(0.0501)
    expect(found.p).toBe(1)
  })

  test('half the time is an improvement', () => {
    const { base, head } = noisy(normal, { seed: 3, pairs: 20, change: -0.5 })
    const found = row(base, head)
    expect(found.verdict).toBe('improvement')
    expect(found.excludes).toBe(0)
    expect(found.reason).toMatch(/faster in 20 of 20 pairs/)
  })

  test('where higher is better, the ratio is still head over base', () => {
    const { base, head } = noisy(normal, { seed: 1, pairs: 20, change: 0.25 })
    const about = { metric: 'throughput', unit: '/s', better: 'higher' } as const
    const found = row({ ...head, ...about }, { ...base, ...about })
    expect(found.verdict).toBe('regression')
    expect(found.ratio).toBeCloseTo(0.8, 1)
    expect(found.interval?.[0]).toBeLessThan(found.interval?.[1] ?? 0)
    expect(found.interval?.[1]).toBeLessThan(1)
    expect(found.reason).toMatch(/% lower in 20 of 20/)
  })

  test('pairs that agree are those that point where the estimate does', () => {
    const ones = trials([1, 1, 1, 1, 1, 1, 1])
    const heads = trials([1.2, 1.3, 1.25, 0.9, 1, 1.2, 1.22])
    expect(row(ones, heads)).toMatchObject({ pairs: 7, agree: 5 })
    // The same numbers read the other way round: one pair points up, one is level.
    expect(row(heads, ones)).toMatchObject({ pairs: 7, agree: 5 })
    const higher = { metric: 'throughput', unit: '/s', better: 'higher' } as const
    expect(row({ ...ones, ...higher }, { ...heads, ...higher })).toMatchObject({ agree: 5 })
    // Trials without any spread are compared exactly, and all of them agree; a size has no pairs.
    expect(row(ones, ones)).toMatchObject({ mode: 'exact', agree: 7 })
    expect(row(exact(1), exact(2))).not.toHaveProperty('agree')
    expect(row(trials([Number.NaN]), trials([1]))).not.toHaveProperty('agree')
  })

  test('a noisy metric stays inconclusive and says what it could be', () => {
    const { base, head } = noisy('bimodal', { seed: 4, pairs: 8 })
    const found = row(base, head)
    expect(found.verdict).toBe('inconclusive')
    expect(found.reason).toMatch(/^After 8 pairs head may still be anything from .* faster to .* slower\.$/)
    expect(found.excludes).toBeGreaterThan(0.05)
  })

  test('the declared statistic makes a trial its value; the metric has a default', () => {
    const base = Array.from({ length: 12 }, (_, round) => [1, 2, 3, 100 + round])
    const head = base.map((samples) => samples.map((sample, index) => (index === 3 ? sample * 2 : sample)))
    expect(row(trials(base), trials(head)).base).toBe(2.5)
    expect(row(trials(base), trials(head)).verdict).toBe('no-change')
    const wall = { metric: 'wall' }
    expect(row(trials(base, wall), trials(head, wall)).base).toBe(1.75)
    const max = { statistic: 'max' }
    expect(row(trials(base, max), trials(head, max)).verdict).toBe('regression')
  })

  test('pairs are matched by round, whatever their order in the file', () => {
    const { base, head } = noisy(normal, { seed: 5, pairs: 20, change: 0.2 })
    if (head.evidence.kind !== 'trials') throw new Error('trials')
    const reversed: Series = {
      ...head,
      evidence: { kind: 'trials', trials: head.evidence.trials.toReversed() },
    }
    expect(row(base, reversed)).toEqual(row(base, head))
  })
})

describe('exact', () => {
  test.each([
    [100, 100, 'no-change', 1, 0],
    [100, 105, 'no-change', 1.05, 0.05],
    [100, 105.01, 'regression', 1.0501, 0.0501],
    [100, 99, 'improvement', 0.99, 0],
    [100, 99.5, 'no-change', 0.995, 0],
    [100, 120, 'regression', 1.2, 0.2],
  ] as const)('%d → %d bytes is %s', (base, head, verdict, ratio, excludes) => {
    const found = row(exact(base), exact(head))
    expect(found).toMatchObject({ verdict, mode: 'exact', pairs: 1, p: null, base, head })
    expect(found.ratio).toBeCloseTo(ratio, 12)
    expect(found.excludes).toBeCloseTo(excludes, 12)
    expect(found.interval).toEqual([found.ratio, found.ratio])
  })

  test.each([
    [0, 0, 'no-change', 1],
    [0, 5, 'regression', null],
    [5, 0, 'improvement', 0],
    [-5, -4, 'regression', null],
    [-5, -6, 'improvement', null],
  ] as const)('zero and negative: %d → %d is %s', (base, head, verdict, ratio) => {
    expect(row(exact(base), exact(head))).toMatchObject({ verdict, ratio })
  })

  test('higher is better', () => {
    const about = { metric: 'score', unit: 'count', better: 'higher' } as const
    expect(row(exact(100, about), exact(90, about))).toMatchObject({ verdict: 'regression', ratio: 0.9 })
    expect(row(exact(100, about), exact(110, about))).toMatchObject({ verdict: 'improvement', ratio: 1.1 })
  })

  test('exact values need no measurement in common, and stay outside the family', () => {
    const { base, head } = noisy(normal, { seed: 6, pairs: 12 })
    const compared = compareRuns({ ...runs([base, exact(100)], [head, exact(120)]), settings: settings() })
    expect(compared.family).toBe(1)
    const apart = runs([exact(100)], [exact(120)], {
      base: { measurement: 'one' },
      head: { measurement: 'two' },
    })
    expect(compareRuns({ ...apart, settings: settings() }).comparisons[0]).toMatchObject({
      verdict: 'regression',
      mode: 'exact',
    })
  })

  test('trials that never vary are compared exactly from five pairs on', () => {
    const constant = (value: number, pairs: number) => trials(Array.from({ length: pairs }, () => value))
    expect(row(constant(10, 5), constant(10, 5))).toMatchObject({
      verdict: 'no-change',
      mode: 'exact',
      pairs: 5,
    })
    const counts = (value: number, pairs: number): Series => ({ ...constant(value, pairs), unit: '1' })
    expect(row(counts(10, 5), counts(11, 5))).toMatchObject({
      verdict: 'regression',
      mode: 'exact',
      ratio: 1.1,
    })
    // Times that never vary were rounded: that takes the test.
    expect(row(constant(10, 5), constant(11, 5)).mode).toBe('paired')
    expect(row(constant(10, 4), constant(11, 4))).toMatchObject({ verdict: 'inconclusive', mode: 'paired' })
    expect(codes(row(constant(10, 5), constant(10, 5)))).toEqual(['constant'])
    const compared = compareRuns({ ...runs([counts(10, 5)], [counts(11, 5)]), settings: settings() })
    expect(compared.family).toBe(0)
  })

  test('constant but different in one order only could be the order: that takes the test', () => {
    const inOrder = (head: number, positions: readonly number[]) =>
      row(
        {
          ...trials(
            Array.from(positions, () => 10),
            { positions },
          ),
          unit: '1',
        },
        {
          ...trials(
            Array.from(positions, () => head),
            { positions: positions.map((position) => 1 - position) },
          ),
          unit: '1',
        },
      )
    expect(inOrder(11, [0, 0, 0, 0, 0])).toMatchObject({ verdict: 'inconclusive', mode: 'paired' })
    expect(inOrder(11, [0, 0, 1, 0, 0])).toMatchObject({ verdict: 'regression', mode: 'exact' })
    expect(inOrder(10, [0, 0, 0, 0, 0])).toMatchObject({ verdict: 'no-change', mode: 'exact' })
  })
})

describe('bad input has a defined verdict and a Notice', () => {
  const good = Array.from({ length: 12 }, (_, round) => 0.01 + round * 1e-5)

  test.each([
    ['NaN', Number.NaN],
    ['infinite', Number.POSITIVE_INFINITY],
  ])('%s samples void their pair', (_, bad) => {
    const found = row(trials(good), trials([bad, ...good.slice(1)]))
    expect(found).toMatchObject({ verdict: 'no-change', pairs: 11 })
    expect(codes(found)).toEqual(['not-finite-values'])
    expect(found.notices[0]?.message).toBe(
      '1 trial of head had a value that is no finite number and was left out.',
    )
  })

  test('nothing but NaN', () => {
    const found = row(trials(good), trials(good.map(() => Number.NaN)))
    expect(found).toMatchObject({ verdict: 'inconclusive', pairs: 0, ratio: null, interval: null, p: null })
    expect(codes(found)).toContain('not-finite-values')
  })

  test('trials without samples', () => {
    const found = row(trials(good.map(() => [])), trials(good))
    expect(found).toMatchObject({ verdict: 'inconclusive', pairs: 0 })
    expect(codes(found)).toContain('empty-values')
  })

  test('negative values have no ratio', () => {
    const found = row(trials(good), trials([-1, ...good.slice(1)]))
    expect(found.verdict).toBe('no-change')
    expect(codes(found)).toEqual(['negative-values'])
    expect(row(trials(good.map((x) => -x)), trials(good))).toMatchObject({
      verdict: 'inconclusive',
      ratio: null,
    })
  })

  test('zeros: from zero to something is worse without end, and no percentage is made up', () => {
    const found = row(trials(good.map(() => 0)), trials(good))
    expect(found).toMatchObject({ verdict: 'regression', ratio: null, interval: null, excludes: null })
    expect(codes(found)).toEqual(['zero-values'])
    expect(row(trials(good), trials(good.map(() => 0))).verdict).toBe('improvement')
    const some = row(trials(good), trials([0, ...good.slice(1)]))
    expect(some.ratio).toBeCloseTo(1, 5)
  })

  test('a single pair', () => {
    const found = row(trials([1]), trials([2]))
    expect(found).toMatchObject({
      verdict: 'inconclusive',
      pairs: 1,
      ratio: 2,
      interval: null,
      excludes: null,
    })
    expect(codes(found)).toEqual(['few-pairs'])
  })

  test('no trial at all', () => {
    expect(row(trials([]), trials([]))).toMatchObject({ verdict: 'inconclusive', pairs: 0 })
  })

  test('one side missing is new or gone', () => {
    expect(row(null, trials(good))).toMatchObject({ verdict: 'new', base: null, head: 0.010055 })
    expect(row(trials(good), null)).toMatchObject({ verdict: 'gone', head: null, base: 0.010055 })
    expect(codes(row(null, trials(good)))).toEqual(['new'])
  })

  test('a unit that changes', () => {
    const found = row(trials(good), trials(good, { unit: 'B' }))
    expect(found).toMatchObject({ verdict: 'inconclusive', base: null, ratio: null, unit: 'B' })
    expect(codes(found)).toEqual(['unit-changed'])
  })

  test('a statistic, a kind of evidence or a direction that changes', () => {
    expect(codes(row(trials(good), trials(good, { statistic: 'p95' })))).toEqual(['statistic-changed'])
    expect(codes(row(trials(good), exact(1, { benchmark: 'parse', metric: 'cpu', unit: 's' })))).toEqual([
      'evidence-changed',
    ])
    const turned = row(trials(good), trials(good, { better: 'higher' }))
    expect(turned.better).toBe('higher')
    expect(codes(turned)).toEqual(['direction-changed'])
  })

  test('rounds of one side only, and rounds twice', () => {
    const found = row(trials(good), trials(good.slice(0, 10)))
    expect(found).toMatchObject({ pairs: 10, verdict: 'no-change' })
    expect(codes(found)).toEqual(['unpaired-rounds'])
    const twice = trials(good)
    if (twice.evidence.kind !== 'trials') throw new Error('trials')
    const doubled: Series = {
      ...twice,
      evidence: { kind: 'trials', trials: [...twice.evidence.trials, ...twice.evidence.trials] },
    }
    const repeated = row(twice, doubled)
    expect(repeated.pairs).toBe(12)
    expect(codes(repeated)).toEqual(['repeated-rounds'])
  })

  test('no round in common', () => {
    const base = trials(good)
    const head = trials(good)
    if (head.evidence.kind !== 'trials') throw new Error('trials')
    const later: Series = {
      ...head,
      evidence: {
        kind: 'trials',
        trials: head.evidence.trials.map((trial) => ({ ...trial, round: trial.round + 100 })),
      },
    }
    expect(row(base, later)).toMatchObject({
      verdict: 'inconclusive',
      pairs: 0,
      reason: 'No round has both sides.',
    })
  })

  test('one name twice', () => {
    const compared = compareRuns({
      ...runs([trials(good)], [trials(good), trials(good)]),
      settings: settings(),
    })
    expect(compared.comparisons).toHaveLength(1)
    expect(codes(compared)).toEqual(['duplicate-series'])
  })

  test('an order that is no chance', () => {
    const positions = good.map(() => 0)
    const found = row(trials(good, { positions }), trials(good, { positions: positions.map(() => 1) }))
    expect(codes(found)).toEqual(['fixed-order'])
  })
})

describe('failures are rows', () => {
  const good = Array.from({ length: 12 }, (_, round) => 0.01 + round * 1e-5)
  const failure = { benchmark: 'parse', code: 'exit-code', reason: 'exit code 3.' }

  test('head gave up: failed, with what was measured still in the row', () => {
    const found = row(trials(good), trials(good), { head: { failures: [failure] } })
    expect(found).toMatchObject({ verdict: 'failed', reason: 'head failed: exit code 3.', p: null })
    expect(found.base).not.toBeNull()
  })

  test('neither side has a series', () => {
    const found = row(null, null, { head: { failures: [failure] }, base: { failures: [failure] } })
    expect(found).toMatchObject({ benchmark: 'parse', metric: '*', verdict: 'failed' })
    expect(found.reason).toBe('head failed: exit code 3. base failed: exit code 3.')
  })

  test('base failed, so head is not new', () => {
    expect(row(null, trials(good), { base: { failures: [failure] } })).toMatchObject({
      verdict: 'failed',
      reason: 'base failed: exit code 3.',
    })
  })

  test('a failed entry concerns all its variants, a failed metric only itself', () => {
    const variant = trials(good, { benchmark: 'parse/large' })
    expect(row(variant, variant, { head: { failures: [failure] } }).verdict).toBe('failed')
    const memory = { ...failure, metric: 'memory' }
    const compared = compareRuns({
      ...runs([variant], [variant], { head: { failures: [memory] } }),
      settings: settings(),
    })
    expect(compared.comparisons.map(({ metric, verdict }) => [metric, verdict])).toEqual([
      ['cpu', 'no-change'],
      ['memory', 'failed'],
    ])
  })

  test('given up in a round is a failure, unless later rounds worked again', () => {
    const inRound = (round: number) => ({ head: { failures: [{ ...failure, round }] } })
    expect(row(trials(good), trials(good), inRound(12)).verdict).toBe('failed')
    const again = row(trials(good), trials(good), inRound(5))
    expect(again.verdict).toBe('no-change')
    expect(codes(again)).toEqual(['recovered'])
  })

  test('base was given up, and head went on alone: its value is known', () => {
    const found = row(trials(good.slice(0, 3)), trials(good), {
      base: { failures: [{ ...failure, round: 3 }] },
    })
    expect(found).toMatchObject({ verdict: 'failed', pairs: 3 })
    expect(found.head).not.toBeNull()
  })
})

describe('floor', () => {
  const { base, head } = noisy(normal, { seed: 1, pairs: 20, change: 0.2 })
  const using = (value: number, unit: 's' | 'B' | null) =>
    settings({ gates: () => ({ floor: { value, unit } }) })

  test('a regression smaller than the floor does not count', () => {
    const found = row(base, head, {}, using(0.005, 's'))
    expect(found.verdict).toBe('no-change')
    expect(found.reason).toMatch(/less than its floor/)
    expect(row(base, head, {}, using(0.001, 's')).verdict).toBe('regression')
    expect(row(base, head, {}, using(0.005, null)).verdict).toBe('no-change')
  })

  test('a floor in another unit is not applied, and says so', () => {
    const found = row(base, head, {}, using(5000, 'B'))
    expect(found.verdict).toBe('regression')
    expect(codes(found)).toEqual(['floor-unit'])
  })
})

describe('the family', () => {
  const suite = (changed: number, of: number, change: number) => {
    const metrics = Array.from({ length: of }, (_, index) =>
      noisy(normal, {
        seed: 100 + index,
        pairs: 14,
        change: index < changed ? change : 0,
        about: { benchmark: `b${index}` },
      }),
    )
    return compareRuns({
      ...runs(
        metrics.map(({ base }) => base),
        metrics.map(({ head }) => head),
      ),
      settings: settings(),
    })
  }

  test('p is for the whole suite: m times larger in a suite of m', () => {
    const alone = suite(1, 1, 0.2).comparisons[0]?.p ?? 1
    const among = suite(1, 12, 0.2).comparisons[0]?.p ?? 1
    expect(among / alone).toBeCloseTo(12, 9)
    expect(suite(1, 12, 0.2).family).toBe(12)
  })

  test('metrics without a budget are shown, and take nothing from the family', () => {
    const { base, head } = noisy(normal, { seed: 1, pairs: 20, change: 0.2 })
    const wall = { metric: 'wall' }
    const compared = compareRuns({
      ...runs([base, { ...base, ...wall }], [head, { ...head, ...wall }]),
      settings: settings({ gates: (metric) => ({ gating: metric === 'cpu' }) }),
    })
    expect(compared.family).toBe(1)
    expect(compared.comparisons.map(({ verdict }) => verdict)).toEqual(['regression', 'regression'])
  })
})
