// Each kind of evidence as plain figures, and what is left out of them.
import { build, encodeIntoCompressedBase64 } from 'hdr-histogram-js'
import { describe, expect, it } from 'vitest'
import { figuresOf } from '../../src/compare/figures.ts'
import type { Series } from '../../src/model/series.ts'
import { exact, runs, trials } from './runs.ts'

const saturated = { code: 'generator-saturated', message: 'inconclusive: generator saturated.' }

function histogram(milliseconds: readonly number[]): string {
  const made = build({ highestTrackableValue: 6e10, numberOfSignificantValueDigits: 3 })
  for (const each of milliseconds) made.recordValue(each * 1000)
  return encodeIntoCompressedBase64(made)
}

const latency = (rounds: readonly (readonly number[])[], voided: readonly number[] = []): Series => ({
  benchmark: 'shop',
  metric: 'latency',
  unit: 's',
  better: 'lower',
  evidence: {
    kind: 'histogram',
    rounds: rounds.map((milliseconds, round) => ({
      round,
      histogram: histogram(milliseconds),
      ...(voided.includes(round) ? { void: saturated } : {}),
    })),
  },
})

const headOf = (...series: Series[]) => figuresOf(runs([], series))[0]?.head ?? {}

describe('a figure', () => {
  it('of trials: medians over them, and how much they differ', () => {
    const { cpu } = headOf(
      trials([
        [1, 2, 3],
        [2, 3, 4],
        [3, 4, 5],
        [4, 5, 6],
        [5, 6, 7],
      ]),
    )
    expect(cpu).toMatchObject({ unit: 's', value: 4, mean: 4, p95: null, count: 3, distinct: 7 })
    expect(cpu?.variation).toBeCloseTo(1.4826 / 4)
  })

  it('of distributions: mean and tail, where there are enough for one', () => {
    const usual = Array.from({ length: 100 }, (_, index) => (index < 90 ? 10 : 200))
    const { latency: found } = headOf(latency([usual, usual, usual]))
    expect(found?.value).toBeCloseTo(0.01, 3)
    expect(found?.mean).toBeCloseTo(0.029, 3)
    expect(found?.p95).toBeCloseTo(0.2, 3)
    expect(found).toMatchObject({ count: 100, distinct: null, variation: null })
    expect(headOf(latency([[10, 20, 30]])).latency).toMatchObject({ p95: null, count: 3 })
  })

  it('of what a tool printed, and of a count', () => {
    const printed: Series = {
      ...trials([], { metric: 'latency' }),
      evidence: { kind: 'summary', mean: 2, median: 1, quantiles: { p95: 9 }, n: 500 },
    }
    expect(headOf(printed).latency).toMatchObject({ value: 1, mean: 2, p95: 9, count: 500 })
    expect(headOf(exact(96, { metric: 'leak' })).leak).toMatchObject({ value: 96, mean: 96, count: 1 })
  })

  it('is absent where there is no number', () => {
    const nothing: Series = { ...trials([]), evidence: { kind: 'summary' } }
    expect(
      headOf(trials([[]]), trials([[Number.NaN]], { metric: 'wall' }), { ...nothing, metric: 'x' }),
    ).toEqual({})
    expect(
      headOf({
        ...latency([]),
        evidence: { kind: 'histogram', rounds: [{ round: 0, histogram: 'broken' }] },
      }),
    ).toEqual({})
  })
})

describe('saturated trials', () => {
  it('are counted on both sides and left out of the figures', () => {
    const slow = Array.from({ length: 100 }, () => 500)
    const quick = Array.from({ length: 100 }, () => 10)
    const [shop] = figuresOf(runs([latency([quick, quick])], [latency([slow, quick], [0])]))
    expect(shop).toMatchObject({ benchmark: 'shop', trials: 4, saturated: 1 })
    expect(shop?.head.latency?.mean).toBeCloseTo(0.01, 3)
  })
})

it('benchmarks come in the order of the Runs, variants by themselves', () => {
  const named = (benchmark: string) => trials([1], { benchmark })
  const all = figuresOf(runs([named('gone'), named('a/x')], [named('a/x'), named('a/y')]))
  expect(all.map(({ benchmark }) => benchmark)).toEqual(['gone', 'a/x', 'a/y'])
})
