import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type JudgeInput, judge, type SideFailure } from '../../src/judge/judge.ts'
import type { Comparison, Finding } from '../../src/model/comparison.ts'
import type { Terms } from '../../src/model/terms.ts'
import { VerdictSchema } from '../../src/model/verdict.ts'

const terms: Terms = { gating: true, regression: 0.05, ignoreBelow: 0.01, onRegression: 'fail' }

function row(verdict: Finding, overrides: Partial<Comparison> = {}): Comparison {
  return {
    benchmark: 'parse',
    metric: 'cpu',
    unit: 's',
    better: 'lower',
    mode: 'paired',
    base: verdict === 'new' || verdict === 'failed' ? null : 0.1,
    head: verdict === 'gone' || verdict === 'failed' ? null : 0.11,
    ratio: 1.1,
    interval: null,
    p: null,
    pairs: verdict === 'new' || verdict === 'gone' || verdict === 'failed' ? 0 : 10,
    excludes: null,
    reason: 'Because.',
    notices: [],
    verdict,
    ...overrides,
  }
}

function judged(
  rows: readonly Comparison[],
  given: Partial<Terms> | ((benchmark: string) => Partial<Terms>) = {},
  rest: Partial<JudgeInput> = {},
) {
  const verdict = judge({
    comparisons: rows,
    terms: ({ benchmark }) => ({ ...terms, ...(typeof given === 'function' ? given(benchmark) : given) }),
    onInconclusive: 'warn',
    failures: [],
    ...rest,
  })
  // It must survive being written and read.
  expect(v.parse(VerdictSchema, JSON.parse(JSON.stringify(verdict)))).toEqual(verdict)
  return verdict
}

const failure = (side: SideFailure['side'], more: Partial<SideFailure> = {}): SideFailure => ({
  side,
  benchmark: 'parse',
  code: 'exit-code',
  reason: 'exit code 3',
  ...more,
})

const fine = row('no-change', { benchmark: 'fine' })

describe('what a row does to the gate, beside one that passes', () => {
  test.each<[string, Comparison, Partial<Terms>, JudgeInput['onInconclusive'], string, string]>([
    ['regression', row('regression'), {}, 'warn', 'fail', 'fail'],
    ['regression that only warns', row('regression'), { onRegression: 'warn' }, 'warn', 'warn', 'warn'],
    ['regression that is ignored', row('regression'), { onRegression: 'ignore' }, 'warn', 'pass', 'pass'],
    ['regression without a budget', row('regression'), { gating: false }, 'warn', 'shown', 'pass'],
    ['improvement', row('improvement'), {}, 'warn', 'pass', 'pass'],
    ['no change', row('no-change'), {}, 'warn', 'pass', 'pass'],
    ['inconclusive', row('inconclusive'), {}, 'warn', 'warn', 'warn'],
    ['inconclusive, to pass', row('inconclusive'), {}, 'pass', 'pass', 'pass'],
    ['inconclusive, to fail', row('inconclusive'), {}, 'fail', 'fail', 'fail'],
    [
      'inconclusive under a budget that warns',
      row('inconclusive'),
      { onRegression: 'warn' },
      'fail',
      'warn',
      'warn',
    ],
    ['inconclusive without a budget', row('inconclusive'), { gating: false }, 'fail', 'shown', 'pass'],
    ['new', row('new'), {}, 'warn', 'pass', 'pass'],
    ['gone', row('gone'), {}, 'warn', 'warn', 'warn'],
    ['gone without a budget', row('gone'), { gating: false }, 'warn', 'shown', 'pass'],
    ['failed, nobody says where', row('failed'), {}, 'warn', 'fail', 'fail'],
  ])('%s', (_, comparison, given, onInconclusive, outcome, verdict) => {
    const result = judged([comparison, fine], (benchmark) => (benchmark === 'parse' ? given : {}), {
      onInconclusive,
    })
    expect(result.comparisons[0]?.outcome).toBe(outcome)
    expect(result.verdict).toBe(verdict)
  })
})

describe('failures', () => {
  test.each([
    ['head', [failure('head')], 'fail'],
    ['base alone', [failure('base')], 'warn'],
    ['both', [failure('base'), failure('head')], 'fail'],
    ['head, another benchmark', [failure('head', { benchmark: 'other' }), failure('base')], 'warn'],
  ] as const)('%s', (_, failures, verdict) => {
    expect(judged([row('failed'), fine], {}, { failures }).verdict).toBe(verdict)
  })

  test('a whole benchmark that fails is never only shown, one metric without a budget is', () => {
    const ungated = (benchmark: string) => (benchmark === 'parse' ? { gating: false } : {})
    const whole = row('failed', { metric: '*' })
    expect(judged([whole, fine], ungated, { failures: [failure('head')] }).verdict).toBe('fail')
    const memory = row('failed', { metric: 'memory' })
    const failures = [failure('head', { metric: 'memory' })]
    expect(judged([memory, fine], ungated, { failures }).verdict).toBe('pass')
    expect(judged([memory, fine], {}, { failures }).verdict).toBe('fail')
  })

  test('variants of a failed entry', () => {
    const variant = row('failed', { benchmark: 'parse/large' })
    expect(judged([variant, fine], {}, { failures: [failure('base')] }).verdict).toBe('warn')
  })
})

describe('limits', () => {
  const limit = (value: number, unit: 's' | 'B' | null = 's'): Partial<Terms> => ({ limit: { value, unit } })

  test.each<[string, Comparison, Partial<Terms>, string, string]>([
    ['kept', row('no-change'), limit(0.11), 'no-change', 'pass'],
    ['broken', row('no-change'), limit(0.1), 'over-limit', 'fail'],
    ['broken, in the metric’s own unit', row('no-change'), limit(0.1, null), 'over-limit', 'fail'],
    ['broken by an improvement', row('improvement'), limit(0.1), 'over-limit', 'fail'],
    ['broken while inconclusive', row('inconclusive'), limit(0.1), 'over-limit', 'fail'],
    ['broken by something new', row('new'), limit(0.1), 'over-limit', 'fail'],
    ['kept by something new', row('new'), limit(0.2), 'new', 'pass'],
    ['broken by a regression stays a regression', row('regression'), limit(0.1), 'regression', 'fail'],
    ['that only warns', row('no-change'), { ...limit(0.1), onRegression: 'warn' }, 'over-limit', 'warn'],
    ['that is ignored', row('no-change'), { ...limit(0.1), onRegression: 'ignore' }, 'over-limit', 'pass'],
    ['in another unit cannot be held', row('no-change'), limit(0.1, 'B'), 'no-change', 'warn'],
    ['of something gone cannot be held', row('gone'), limit(0.1), 'gone', 'warn'],
    ['not gating', row('no-change'), { ...limit(0.1), gating: false }, 'no-change', 'shown'],
  ])('%s', (_, comparison, given, verdict, outcome) => {
    expect(judged([comparison, fine], given).comparisons[0]).toMatchObject({ verdict, outcome })
  })

  test('a minimum where higher is better', () => {
    const throughput = (head: number) =>
      row('no-change', { metric: 'rps', unit: '/s', better: 'higher', head })
    const minimum: Partial<Terms> = { limit: { value: 200, unit: null } }
    expect(judged([throughput(199)], minimum).comparisons[0]?.verdict).toBe('over-limit')
    expect(judged([throughput(200)], minimum).comparisons[0]?.verdict).toBe('no-change')
    expect(judged([throughput(199)], minimum).comparisons[0]?.reason).toBe(
      'Head is below its limit. Because.',
    )
  })

  test('base failed and head went on alone: its limit is held', () => {
    const alone = row('failed', { head: 0.2 })
    const given = { failures: [failure('base')] }
    expect(judged([alone, fine], limit(0.3), given).comparisons[0]?.outcome).toBe('warn')
    expect(judged([alone, fine], limit(0.1), given).comparisons[0]).toMatchObject({
      verdict: 'failed',
      outcome: 'fail',
    })
    expect(judged([alone], limit(0.1), given).verdict).toBe('fail')
  })

  test('quantiles are metrics like others', () => {
    const p95 = row('inconclusive', { metric: 'latency.p95', head: 0.2 })
    const { comparisons } = judge({
      comparisons: [p95],
      terms: ({ metric }) => ({ ...terms, ...(metric === 'latency.p95' ? limit(0.15) : {}) }),
      onInconclusive: 'pass',
      failures: [],
    })
    expect(comparisons[0]).toMatchObject({ verdict: 'over-limit', outcome: 'fail' })
  })

  test('a limit in another unit says so', () => {
    const [first] = judged([row('no-change')], limit(1, 'B')).comparisons
    expect(first?.notices.map(({ code }) => code)).toEqual(['limit-unit'])
  })
})

describe('not compared is never green', () => {
  test.each<[string, readonly Comparison[], Partial<Terms>]>([
    ['nothing at all', [], {}],
    ['only new', [row('new'), row('new', { metric: 'wall' })], {}],
    ['only gone', [row('gone')], {}],
    ['everything failed', [row('failed'), row('failed', { benchmark: 'b' })], {}],
    ['no budget for anything', [row('no-change'), row('regression')], { gating: false }],
    ['inconclusive without a pair', [row('inconclusive', { pairs: 0, base: null })], {}],
  ])('%s', (_, rows, given) => {
    const result = judged(rows, given)
    expect(result.verdict).toBe('not-compared')
    expect(result.notices.map(({ code }) => code)).toEqual(['not-compared'])
    expect(result.notices[0]?.fix).toBeTruthy()
  })

  test('but a broken limit of something new fails', () => {
    expect(judged([row('new')], { limit: { value: 0.1, unit: null } }).verdict).toBe('fail')
  })

  test('one comparison is enough', () => {
    expect(judged([row('new'), fine]).verdict).toBe('pass')
    expect(judged([row('inconclusive')]).verdict).toBe('warn')
  })
})

test('terms travel with the row', () => {
  const [first] = judged([row('no-change')], { floor: { value: 0.002, unit: 's' } }).comparisons
  expect(first?.terms).toEqual({ ...terms, floor: { value: 0.002, unit: 's' } })
})
