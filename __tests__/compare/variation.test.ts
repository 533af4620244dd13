// Consistency as a budget: the spread of trials, and the rows that come of it.

import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { variationRows } from '../../src/compare/variation.ts'
import { judge } from '../../src/judge/judge.ts'
import { emptyRun, type Run } from '../../src/model/run.ts'
import { BudgetSchema } from '../../src/model/suite/budget.ts'
import { termsOf } from '../../src/model/terms.ts'
import { variation } from '../../src/stats/variation.ts'

// numpy 2.4.6: std(ddof=1) / mean; scipy.stats.median_abs_deviation(scale='normal') / median.
it('as numpy and scipy compute it', () => {
  const found = variation([1, 2, 3, 4, 100])
  expect(found?.coefficient).toBeCloseTo(1.98262, 5)
  expect(found?.robust).toBeCloseTo(0.4942, 4)
})

it.each([[[1, 2, 3, 4]], [[0, 0, 0, 0, 0]], [[-1, -2, -3, -1, -2]], [[1, 2, 3, 4, Number.NaN]]])(
  'has no meaning for %j',
  (values) => expect(variation(values)).toBeNull(),
)

const run = (values: readonly number[], metric = 'cpu'): Run =>
  emptyRun({
    series: [
      {
        benchmark: 'parse',
        metric,
        unit: 's',
        better: 'lower',
        evidence: { kind: 'trials', trials: values.map((value, round) => ({ round, samples: [value] })) },
      },
    ],
  })
const steady = run([1, 1.01, 0.99, 1, 1.02])
const wild = run([1, 2, 0.5, 3, 1.2])
const budgets = (written: Record<string, unknown>) => [v.parse(BudgetSchema, { metric: 'cpu', ...written })]

function judged(head: Run, written: Record<string, unknown>) {
  const terms = (series: { readonly benchmark: string; readonly metric: string }) =>
    termsOf(budgets(written), series)
  const comparisons = variationRows({ base: steady, head }, { terms })
  return judge({ comparisons, terms, onInconclusive: 'warn', failures: [] })
}

describe('max-variation', () => {
  it('exceeded: over its limit, and the reason has both figures', () => {
    const { verdict, comparisons } = judged(wild, { 'max-variation': '50%' })
    expect(verdict).toBe('fail')
    expect(comparisons).toMatchObject([
      {
        metric: 'cpu.variation',
        verdict: 'over-limit',
        reason: expect.stringMatching(/vary by 6\d.*coefficient of variation.*without outliers/),
      },
    ])
  })
  it('kept: a row that passes', () => {
    expect(judged(steady, { 'max-variation': '50%' })).toMatchObject({
      verdict: 'pass',
      comparisons: [{ verdict: 'no-change' }],
    })
  })
  it('a wilder base is no excuse, and a spread that doubled within it no regression', () => {
    expect(judged(run([1, 1.1, 0.9, 1, 1.2]), { 'max-variation': '50%' }).verdict).toBe('pass')
  })
  it('warns where its budget only warns', () => {
    expect(judged(wild, { 'max-variation': '50%', 'on-regression': 'warn' }).verdict).toBe('warn')
  })
  it('unknown is not kept: too few trials fail', () => {
    expect(judged(run([1, 2]), { 'max-variation': '50%' }).comparisons).toMatchObject([{ verdict: 'failed' }])
  })
  it('says whether a few trials stand out or all of them differ', () => {
    const fixOf = (head: Run) => judged(head, { 'max-variation': '50%' }).comparisons[0]?.notices[0]?.fix
    expect(fixOf(run([1, 1.01, 0.99, 1, 1.02, 9]))).toMatch(/^A few of them stand out/)
    expect(fixOf(wild)).toMatch(/^They differ throughout/)
    expect(fixOf(steady)).toBeUndefined()
  })
  it('of a count: it is the same each time', () => {
    const counted = emptyRun({
      series: [
        {
          benchmark: 'parse',
          metric: 'cpu',
          unit: 's',
          better: 'lower',
          evidence: { kind: 'exact', value: 3 },
        },
      ],
    })
    expect(judged(counted, { 'max-variation': '1%' }).comparisons).toMatchObject([
      { head: 0, verdict: 'no-change' },
    ])
  })
  it('of a quantile: from round to round, without those in which the generator was the bottleneck', () => {
    const rounds = [10, 10, 10, 40, 10, 10, 900].map((milliseconds, round) => {
      const histogram = build({ highestTrackableValue: 6e10 })
      for (let index = 0; index < 100; index += 1) histogram.recordValue(milliseconds * 1000)
      const why = round === 6 ? { void: { code: 'generator-saturated', message: 'void' } } : {}
      return { round, histogram: encodeIntoCompressedBase64(histogram), ...why }
    })
    const load = emptyRun({
      series: [
        {
          benchmark: 'shop',
          metric: 'latency',
          unit: 's',
          better: 'lower',
          evidence: { kind: 'histogram', rounds },
        },
      ],
    })
    const { comparisons } = judged(load, { metric: 'latency.p95', 'max-variation': '50%' })
    expect(comparisons).toMatchObject([{ metric: 'latency.p95.variation', verdict: 'over-limit' }])
    expect(comparisons[0]?.head).toBeCloseTo(0.816, 2)
  })
  it('nobody asked: no row', () => expect(judged(wild, { regression: '5%' }).comparisons).toEqual([]))
})
