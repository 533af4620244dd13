// Whatever two Runs hold: no throw, no number that JSON cannot hold, no metric lost, no failed or missing one green.
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { compareRecorded } from '../../src/compare/recorded.ts'
import { judge } from '../../src/judge/judge.ts'
import { ComparisonSchema } from '../../src/model/comparison.ts'
import { emptyRun, type Run } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import { VerdictSchema } from '../../src/model/verdict.ts'
import { settings, unwritable } from './runs.ts'

const value = fc.oneof(
  { weight: 8, arbitrary: fc.double({ min: 1e-9, max: 1e9, noNaN: true }) },
  fc.constantFrom(0, -1, 1, Number.NaN, Number.POSITIVE_INFINITY, Number.MIN_VALUE, Number.MAX_VALUE, 1e-320),
)
const finite = fc.oneof(fc.double({ min: 0, max: 1e9, noNaN: true }), fc.constantFrom(0, 1e308, -5))

const evidence: fc.Arbitrary<Series['evidence']> = fc.oneof(
  fc.record({
    kind: fc.constant('trials' as const),
    trials: fc.array(
      fc.record({
        round: fc.nat(12),
        position: fc.constantFrom(0, 1),
        samples: fc.array(value, { maxLength: 4 }),
      }),
      { maxLength: 14 },
    ),
  }),
  fc.record({ kind: fc.constant('exact' as const), value: value }),
  fc.record(
    {
      kind: fc.constant('summary' as const),
      mean: finite,
      standardDeviation: finite,
      n: fc.nat(20),
      max: finite,
      quantiles: fc.dictionary(fc.constantFrom('p95', 'p99'), finite),
    },
    { requiredKeys: ['kind'] },
  ),
  fc.record({
    kind: fc.constant('histogram' as const),
    rounds: fc.array(fc.record({ round: fc.nat(5), histogram: fc.string() }), { maxLength: 5 }),
  }),
)

const series: fc.Arbitrary<Series> = fc.record({
  benchmark: fc.constantFrom('a', 'b', 'a/x'),
  metric: fc.constantFrom('cpu', 'wall', 'latency'),
  unit: fc.constantFrom('s', 'B'),
  better: fc.constantFrom('lower' as const, 'higher' as const),
  evidence,
})

const run: fc.Arbitrary<Run> = fc
  .record({
    measurement: fc.constantFrom('one', 'two'),
    series: fc.array(series, { maxLength: 6 }),
    failures: fc.array(
      fc.record(
        {
          benchmark: fc.constantFrom('a', 'b', 'c'),
          metric: fc.constantFrom('cpu', 'latency'),
          code: fc.constant('exit-code'),
          reason: fc.constant('it failed.'),
          round: fc.nat(12),
        },
        { requiredKeys: ['benchmark', 'code', 'reason'] },
      ),
      { maxLength: 2 },
    ),
  })
  .map((parts) => emptyRun(parts))

const using = settings({
  gates: (metric) => ({
    gating: metric !== 'wall',
    ...(metric === 'cpu'
      ? { limit: { value: 10, unit: null }, floor: { value: 1, unit: 's' as const } }
      : {}),
  }),
})

describe('any two Runs', () => {
  test('compare and judge', () => {
    fc.assert(
      fc.property(run, run, (base, head) => {
        const compared = compareRuns({ base, head, settings: using })
        expect(unwritable(compared)).toEqual([])
        for (const row of compared.comparisons) {
          v.parse(ComparisonSchema, row)
          expect(row.reason).not.toBe('')
          if (row.interval !== null) expect(row.interval[0]).toBeLessThanOrEqual(row.interval[1])
          if (row.p !== null) expect(row.p >= 0 && row.p <= 1).toBe(true)
        }

        const names = compared.comparisons.map(({ benchmark, metric }) => `${benchmark} ${metric}`)
        expect(new Set(names).size).toBe(names.length)
        for (const { benchmark, metric } of [...base.series, ...head.series])
          expect(
            names.some(
              (name) => name === `${benchmark} ${metric}` || name.startsWith(`${benchmark} ${metric}.`),
            ),
          ).toBe(true)

        const failures = [
          ...base.failures.map((failure) => ({ ...failure, side: 'base' as const })),
          ...head.failures.map((failure) => ({ ...failure, side: 'head' as const })),
        ]
        const verdict = judge({
          comparisons: compared.comparisons,
          terms: using.terms,
          onInconclusive: 'warn',
          failures,
        })
        expect(unwritable(verdict)).toEqual([])
        v.parse(VerdictSchema, verdict)
        if (verdict.verdict === 'pass')
          for (const row of verdict.comparisons)
            if (row.terms.gating) expect(['no-change', 'improvement', 'new']).toContain(row.verdict)
      }),
      { seed: 31, numRuns: 1500 },
    )
  })

  test('exchanging the sides turns ratio and verdict', () => {
    fc.assert(
      fc.property(run, run, (base, head) => {
        const bare = (from: Run, better: boolean) => ({
          ...from,
          failures: [],
          series: from.series.map((one) => (better ? one : { ...one, better: 'lower' as const })),
        })
        const plain = settings({ gates: () => ({ regression: 0.02, ignoreBelow: 0.02 }) })
        const there = compareRuns({
          base: bare(base, false),
          head: bare(head, false),
          settings: plain,
        }).comparisons
        const back = compareRuns({
          base: bare(head, false),
          head: bare(base, false),
          settings: plain,
        }).comparisons
        for (const row of there) {
          const turned = back.find(
            ({ benchmark, metric }) => benchmark === row.benchmark && metric === row.metric,
          )
          if (row.ratio !== null && row.ratio > 0 && turned?.ratio != null)
            expect(row.ratio * turned.ratio).toBeCloseTo(1, 6)
          if (row.verdict === 'new') expect(turned?.verdict).toBe('gone')
          if (row.mode === 'exact' && row.verdict === 'regression' && row.ratio !== null)
            expect(turned?.verdict).toBe('improvement')
        }
      }),
      { seed: 32, numRuns: 500 },
    )
  })

  test('recorded', () => {
    fc.assert(
      fc.property(run, fc.array(run, { maxLength: 12 }), (head, earlier) => {
        const rows = compareRecorded(head, earlier, { terms: using.terms })
        expect(unwritable(rows)).toEqual([])
        for (const row of rows) {
          v.parse(ComparisonSchema, row)
          if (row.mode === 'recorded') expect(row.verdict).not.toBe('no-change')
        }
      }),
      { seed: 33, numRuns: 500 },
    )
  })
})
