// Rows and reports to build situations from: a dozen benchmarks of one suite, unchanged unless a case says otherwise.

import type { Comparison } from '../../src/model/comparison.ts'
import type { Failure } from '../../src/model/failure.ts'
import type { Report } from '../../src/model/report.ts'
import { emptyRun } from '../../src/model/run.ts'
import type { Judged, Outcome } from '../../src/model/verdict.ts'
import { compose, type ReportInput } from '../../src/report/compose.ts'

type Terms = Judged['terms']

export const terms: Terms = { gating: true, regression: 0.05, ignoreBelow: 0.01, onRegression: 'fail' }

/** A judged row, unchanged and paired unless `parts` says otherwise. */
export function row(benchmark: string, parts: Partial<Judged> = {}): Judged {
  const { ratio = 1.0017, excludes = 0.031 } = parts
  const reach = ratio === null || excludes === null ? null : 1 + excludes - ratio
  return {
    benchmark,
    metric: 'cpu',
    unit: 's',
    better: 'lower',
    mode: 'paired',
    base: 0.0121,
    head: 0.01212,
    ratio: 1.0017,
    interval: ratio === null || reach === null ? null : [ratio - reach, ratio + reach],
    p: 1,
    pairs: 9,
    agree: 5,
    excludes: 0.031,
    reason: 'Head being 5 % slower is excluded by 9 pairs.',
    notices: [],
    verdict: 'no-change',
    terms,
    outcome: 'pass',
    ...parts,
  }
}

export function size(
  benchmark: string,
  base: number | null,
  head: number | null,
  parts: Partial<Judged> = {},
): Judged {
  const ratio = base === null || head === null ? null : head / base
  return row(benchmark, {
    metric: 'bytes',
    unit: 'B',
    mode: 'exact',
    base,
    head,
    ratio,
    interval: null,
    p: null,
    pairs: 0,
    excludes: null,
    reason: 'Exactly the same on both sides.',
    ...parts,
  })
}

export const withoutAgree = ({ agree: _, ...rest }: Judged): Judged => rest

export const calm: readonly Judged[] = [
  row('parse/small', { base: 0.000411, head: 0.000412, ratio: 1.0024, excludes: 0.018, pairs: 7 }),
  row('parse/medium', { base: 0.00298, head: 0.00297, ratio: 0.9966, excludes: 0.014, pairs: 7 }),
  row('render/list', { base: 0.0363, head: 0.0364, ratio: 1.0021, excludes: 0.0308 }),
  row('render/tree', { base: 0.0518, head: 0.0515, ratio: 0.9942, excludes: 0.012, pairs: 6 }),
  row('cold-start', { base: 0.0642, head: 0.0644, ratio: 1.0031, excludes: 0.027, pairs: 12 }),
  row('sort/numbers', { base: 0.00512, head: 0.00511, ratio: 0.998, excludes: 0.011, pairs: 6 }),
  row('sort/words', { base: 0.00888, head: 0.00889, ratio: 1.0011, excludes: 0.016, pairs: 8 }),
  row('hash', { base: 9.2e-7, head: 9.21e-7, ratio: 1.001, excludes: 0.009, pairs: 6 }),
  size('bundle', 240_112, 240_112),
  size('styles', 18_020, 18_092),
]

export const ungated: readonly Judged[] = [
  row('parse/large', {
    metric: 'wall',
    base: 0.0133,
    head: 0.0142,
    ratio: 1.067,
    interval: [1.03, 1.1],
    pairs: 11,
    verdict: 'regression',
  }),
  row('parse/large', {
    metric: 'memory',
    unit: 'B',
    base: 71_303_168,
    head: 71_565_312,
    ratio: 1.0037,
    pairs: 11,
  }),
].map((each): Judged => ({ ...each, terms: { ...terms, gating: false }, outcome: 'shown' }))

export const slow = row('parse/large', {
  base: 0.0121,
  head: 0.01297,
  ratio: 1.072,
  interval: [1.059, 1.084],
  p: 0.0004,
  pairs: 11,
  agree: 11,
  excludes: null,
  reason: 'Head is 7.2 % slower in 11 of 11 pairs, more than chance gives.',
  verdict: 'regression',
  outcome: 'fail',
})

export const undecided = row('checkout', {
  metric: 'latency.p95',
  base: 0.084,
  head: 0.086,
  ratio: 1.024,
  interval: [0.96, 1.12],
  p: 1,
  pairs: 30,
  agree: 18,
  excludes: 0.118,
  reason: 'After 30 pairs head may still be anything from 4 % faster to 12 % slower.',
  verdict: 'inconclusive',
  outcome: 'warn',
  terms: { ...terms, regression: 0.1, limit: { value: 0.15, unit: 's' }, floor: { value: 0.002, unit: 's' } },
})

export const faster = row('sort/words', {
  base: 0.00888,
  head: 0.00779,
  ratio: 0.877,
  interval: [0.869, 0.886],
  p: 0.0006,
  pairs: 10,
  agree: 10,
  excludes: 0,
  reason: 'Head is 12 % faster in 10 of 10 pairs, more than chance gives.',
  verdict: 'improvement',
})

export const environment = {
  cpu: 'AMD EPYC 7763',
  cores: 4,
  memory: 16_772_579_328,
  os: 'Linux',
  kernel: '6.8.0-1014-azure',
  runnerImage: 'ubuntu24 20260817.1',
  runtimes: { node: '24.21.0' },
}

const commits = {
  base: { commit: 'abc1234f00d5c0ffee0123456789abcdef012345', ref: 'main' },
  head: { commit: 'def56789bead1e5a5e0123456789abcdef012345', ref: 'faster-lexer' },
}

const worst: Readonly<Record<Judged['outcome'], Outcome>> = {
  fail: 'fail',
  warn: 'warn',
  pass: 'pass',
  shown: 'pass',
}

/** A report of these rows; the suite's verdict is that of the worst row unless `parts` says otherwise. */
export function report(
  rows: readonly Judged[],
  parts: Partial<Omit<ReportInput, 'verdict'>> & {
    readonly outcome?: Outcome
    /** Read from files instead of measured here. */
    readonly fromFiles?: boolean
    readonly failures?: readonly (Failure & { readonly side: 'base' | 'head' })[]
  } = {},
): Report {
  const { outcome, fromFiles = false, failures = [], ...input } = parts
  const outcomes = new Set(rows.map((each) => worst[each.outcome]))
  const verdict = outcome ?? (['fail', 'warn', 'pass'] as const).find((each) => outcomes.has(each)) ?? 'pass'
  const of = (wanted: 'base' | 'head') =>
    emptyRun({ failures: failures.flatMap(({ side, ...failure }) => (side === wanted ? [failure] : [])) })
  return compose({
    suite: 'perf-gate',
    createdAt: '2026-08-20T09:14:07.000Z',
    verdict: { verdict, comparisons: [...rows], notices: [] },
    change: { ...commits, reason: 'merge-base', distance: 3 },
    runs: { base: of('base'), head: of('head') },
    alpha: 0.01,
    ...(fromFiles ? {} : { elapsed: 192, seed: 8123, environment }),
    perfGate: '0.1.0',
    ...input,
  })
}

export function recorded(name: string, parts: Partial<Comparison>): Comparison {
  const { terms: _terms, outcome: _outcome, agree: _agree, ...comparison } = row(name)
  return {
    ...comparison,
    verdict: 'inconclusive',
    mode: 'recorded',
    interval: null,
    p: null,
    pairs: 12,
    excludes: null,
    reason: 'within the spread of 12 earlier runs',
    ...parts,
  }
}

/** What a name or a reason may be when somebody wants the comment to do something. */
export const hostileNames = [
  '</details><script>alert(1)</script>',
  'a|b`c``d`',
  '@everyone/team #1 GH-7 https://evil.example www.evil.example me@evil.example',
  '![x](https://evil.example/x.png) [y](javascript:alert(1))',
  '\u001B[31mred\u001B[0m\u0007 \u202Eevil\u202C \u200Bzero',
  '*bold* _under_ ~~gone~~ :tada: $x^2$ &copy; <!-- hidden -->',
  '# heading\n\n> quote\n- item',
  'מהירות/ניתוח',
  '解析/大きい 🚀',
]
