// Reports as no stage would make them on a good day: any verdict with any numbers, and names that mean harm.
import fc from 'fast-check'
import type { Advice } from '../../src/model/advice.ts'
import { modes } from '../../src/model/comparison.ts'
import type { Explanation } from '../../src/model/explanation.ts'
import type { Report } from '../../src/model/report.ts'
import type { Judged, RowVerdict } from '../../src/model/verdict.ts'
import { verdictOrder } from '../../src/report/words.ts'
import { hostileText } from './hostile.ts'
import { report } from './samples.ts'

const odd = fc.oneof(
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.double({ min: 0, max: 1e4, noNaN: true }),
  fc.constantFrom(0, 1, 1e-12, Number.NaN, Number.POSITIVE_INFINITY),
)
const nullable = fc.option(odd, { nil: null })
const unit = fc.constantFrom('s', 'B', 'count', 'ratio', '/s', 'B/s', 'ops', '')

const outcomes: Readonly<Record<RowVerdict, readonly Judged['outcome'][]>> = {
  regression: ['fail', 'warn', 'pass', 'shown'],
  'over-limit': ['fail', 'warn'],
  failed: ['fail', 'warn', 'shown'],
  gone: ['warn', 'fail'],
  inconclusive: ['warn', 'pass', 'fail', 'shown'],
  accepted: ['pass'],
  improvement: ['pass', 'shown'],
  'no-change': ['pass', 'shown'],
  new: ['pass', 'shown'],
}

const quantity = fc.record({ value: fc.double({ min: 0, max: 1e6, noNaN: true }), unit: fc.constant(null) })

export function randomRow(name: fc.Arbitrary<string> = hostileText): fc.Arbitrary<Judged> {
  return fc.constantFrom(...verdictOrder).chain((verdict) =>
    fc.record({
      verdict: fc.constant(verdict),
      outcome: fc.constantFrom(...outcomes[verdict]),
      benchmark: name,
      metric: fc.oneof(fc.constantFrom('cpu', 'wall', 'memory', 'bytes', 'latency.p95', '*'), name),
      unit,
      better: fc.constantFrom('lower' as const, 'higher' as const),
      mode: fc.constantFrom(...modes),
      base: nullable,
      head: nullable,
      ratio: nullable,
      interval: fc.option(fc.tuple(odd, odd), { nil: null }),
      p: nullable,
      pairs: fc.nat(100),
      agree: fc.nat(100),
      fastest: fc.option(
        fc.record({ ratio: fc.double({ min: 0, max: 1e4, noNaN: true }), agree: fc.nat(100) }),
        { nil: undefined },
      ),
      excludes: nullable,
      reason: hostileText,
      notices: fc.array(
        fc.record({ code: fc.constant('noise'), message: hostileText, where: hostileText, fix: hostileText }),
        { maxLength: 2 },
      ),
      terms: fc.record(
        {
          gating: fc.boolean(),
          regression: fc.double({ min: 0, max: 2, noNaN: true }),
          ignoreBelow: fc.double({ min: 0, max: 1, noNaN: true }),
          onRegression: fc.constantFrom('fail' as const, 'warn' as const, 'ignore' as const),
          limit: quantity,
          floor: quantity,
        },
        { requiredKeys: ['gating', 'regression', 'ignoreBelow', 'onRegression'] },
      ),
    }),
  )
}

const failure = fc.record({
  side: fc.constantFrom('base' as const, 'head' as const),
  benchmark: hostileText,
  code: fc.constant('exit-code'),
  reason: hostileText,
  output: hostileText,
})

const amount = fc.double({ min: 0, max: 1e6, noNaN: true })
const both = fc.record({ base: amount, head: amount })
const place = { function: hostileText, file: hostileText, line: fc.nat() }

const randomExplanation: fc.Arbitrary<Explanation> = fc.record({
  benchmark: hostileText,
  kind: fc.constantFrom('cpu' as const, 'heap' as const),
  unit: fc.constantFrom('s' as const, 'B' as const),
  total: both,
  functions: fc.array(
    fc.record({
      ...place,
      self: both,
      total: both,
      own: both,
      certain: fc.boolean(),
      caller: fc.record(place),
    }),
    { maxLength: 4 },
  ),
  flame: fc.array(
    fc.record({ parent: fc.integer({ min: -2, max: 9 }), ...place, base: amount, head: amount }),
    {
      maxLength: 9,
    },
  ),
})

const randomAdvice: fc.Arbitrary<Advice> = fc.record({
  rule: hostileText,
  title: hostileText,
  seen: fc.array(
    fc.record({
      benchmark: hostileText,
      words: fc.array(
        fc.oneof(
          hostileText,
          fc.record({ amount, unit }),
          fc.record({ times: amount }),
          fc.record({ code: hostileText }),
        ),
        { maxLength: 5 },
      ),
    }),
    { maxLength: 6 },
  ),
  why: hostileText,
  attempt: hostileText,
  look: hostileText,
})

export function randomReport(rows: fc.Arbitrary<readonly Judged[]>): fc.Arbitrary<Report> {
  return fc
    .record({
      rows,
      failures: fc.array(failure, { maxLength: 4 }),
      suite: hostileText,
      ref: hostileText,
      notices: fc.array(fc.record({ code: fc.constant('x'), message: hostileText }), { maxLength: 3 }),
      recorded: fc.array(randomRow(), { maxLength: 3 }),
      explanations: fc.array(randomExplanation, { maxLength: 2 }),
      advice: fc.array(randomAdvice, { maxLength: 7 }),
      isCompared: fc.boolean(),
    })
    .map(({ rows, failures, suite, ref, notices, recorded, explanations, advice, isCompared }) =>
      report(rows, {
        failures,
        suite,
        notices,
        advice,
        explanations: explanations.map((each, index) => ({
          ...each,
          benchmark: rows[index]?.benchmark ?? each.benchmark,
        })),
        recorded: recorded.flatMap(({ terms: _, outcome: __, verdict, ...row }) =>
          verdict === 'over-limit' || verdict === 'accepted' ? [] : [{ ...row, verdict }],
        ),
        change: { base: { ref, directory: ref }, head: { directory: ref }, reason: 'folders' },
        ...(isCompared ? {} : { outcome: 'not-compared' as const }),
      }),
    )
}
