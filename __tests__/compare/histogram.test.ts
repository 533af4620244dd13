import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js'
import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { createDecider } from '../../src/compare/decider.ts'
import { pairsOf } from '../../src/compare/pairs.ts'
import { histogramStatistics, histogramValues } from '../../src/compare/value.ts'
import type { Series } from '../../src/model/series.ts'
import { createRandom } from '../../src/stats/random.ts'
import { normal } from '../stats/noise.ts'
import { runs, settings, unwritable } from './runs.ts'

function encode(values: readonly number[]): string {
  const histogram = build({ numberOfSignificantValueDigits: 3 })
  for (const value of values) histogram.recordValue(value)
  return encodeIntoCompressedBase64(histogram)
}

/** Latencies of `rounds` rounds in microseconds, the tail `tail` times as long. */
function latency(
  seed: number,
  tail: number,
  about: Partial<Omit<Series, 'evidence'>> = {},
  rounds = 14,
): Series {
  const random = createRandom(seed)
  return {
    benchmark: 'checkout',
    metric: 'latency',
    unit: 's',
    better: 'lower',
    ...about,
    evidence: {
      kind: 'histogram',
      rounds: Array.from({ length: rounds }, (_, round) => ({
        round,
        histogram: encode(
          Array.from({ length: 400 }, (_, index) =>
            Math.round(50_000 * Math.exp(0.01 * normal(random)) * (index % 20 === 0 ? 3 * tail : 1)),
          ),
        ),
      })),
    },
  }
}

describe('one histogram', () => {
  const encoded = encode([1000, 2000, 3000, 4000])

  test('counts microseconds when the metric is in seconds', () => {
    const values = histogramValues(encoded, 's', ['p50', 'max', 'mean', 'p99.9'])
    expect(values.get('p50')?.value).toBeCloseTo(0.002, 5)
    expect(values.get('max')?.value).toBeCloseTo(0.004, 5)
    expect(values.get('mean')?.value).toBeCloseTo(0.0025, 5)
    expect(values.get('p99.9')?.value).toBeCloseTo(0.004, 5)
    expect(histogramValues(encoded, 'B', ['p50']).get('p50')?.value).toBeCloseTo(2000, -1)
  })

  test.each([
    ['empty', encode([]), 'empty'],
    ['not base64', '%%%', 'unreadable'],
    ['base64 of something else', 'aGVsbG8gd29ybGQ=', 'unreadable'],
    ['nothing', '', 'unreadable'],
  ])('%s', (_, text, fault) => {
    expect(histogramValues(text, 's', ['p50']).get('p50')).toEqual({ fault })
  })
})

describe('paired rounds', () => {
  test('each quantile is a metric: a longer tail is a regression of p99 and not of p50', () => {
    const compared = compareRuns({
      ...runs([latency(1, 1)], [latency(2, 1.5)]),
      settings: settings(),
    })
    expect(unwritable(compared)).toEqual([])
    const verdicts = Object.fromEntries(compared.comparisons.map(({ metric, verdict }) => [metric, verdict]))
    expect(Object.keys(verdicts)).toEqual([
      ...histogramStatistics.map((name) => `latency.${name}`),
      'latency',
    ])
    expect(verdicts).toMatchObject({
      'latency.p50': 'no-change',
      latency: 'no-change',
      'latency.p99': 'regression',
    })
    const p99 = compared.comparisons.find(({ metric }) => metric === 'latency.p99')
    expect(p99?.base).toBeCloseTo(0.15, 2)
    expect(p99?.ratio).toBeCloseTo(1.5, 1)
  })

  test('only quantiles that a budget names are in the family, and further ones can be asked for', () => {
    const compared = compareRuns({
      ...runs([latency(1, 1)], [latency(2, 1)]),
      settings: settings({ quantiles: ['p75'], gates: (metric) => ({ gating: metric === 'latency.p95' }) }),
    })
    expect(compared.family).toBe(1)
    expect(compared.comparisons.map(({ metric }) => metric)).toContain('latency.p75')
    expect(compared.comparisons.map(({ metric }) => metric)).not.toContain('latency')
  })

  test('the declared statistic is the metric itself', () => {
    const about = { statistic: 'p90' }
    const compared = compareRuns({
      ...runs([latency(1, 1, about)], [latency(2, 1, about)]),
      settings: settings({ gates: () => ({ gating: false }) }),
    })
    const row = (metric: string) => compared.comparisons.find((comparison) => comparison.metric === metric)
    expect(row('latency')?.base).toBe(row('latency.p90')?.base)
  })

  test('live and final agree', () => {
    const both = runs([latency(1, 1)], [latency(2, 1.5)])
    const using = settings({ gates: (metric) => ({ gating: metric === 'latency.p99' }) })
    const rule = createDecider(using)
    pairsOf(both).forEach(rule.observe)
    expect(rule.settled('checkout')).toBe(true)
    expect(rule.evidence('checkout')).toMatchObject([
      { metric: 'latency.p99', state: 'regression', pairs: 14 },
    ])
  })

  test('a round that cannot be read voids its pair', () => {
    const head = latency(2, 1)
    if (head.evidence.kind !== 'histogram') throw new Error('histogram')
    const rounds = head.evidence.rounds.map((round, index) =>
      index === 0 ? { ...round, histogram: 'x' } : round,
    )
    const compared = compareRuns({
      ...runs([latency(1, 1)], [{ ...head, evidence: { kind: 'histogram', rounds } }]),
      settings: settings(),
    })
    expect(compared.comparisons[0]).toMatchObject({ pairs: 13, notices: [{ code: 'unreadable-values' }] })
  })

  test('one side only: every quantile has its row, so that limits hold', () => {
    const compared = compareRuns({ ...runs([], [latency(1, 1)]), settings: settings() })
    const p95 = compared.comparisons.find(({ metric }) => metric === 'latency.p95')
    expect(p95).toMatchObject({ verdict: 'new', base: null })
    expect(p95?.head).toBeGreaterThan(0.04)
  })
})
