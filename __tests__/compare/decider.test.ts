import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { createDecider, type DeciderSettings } from '../../src/compare/decider.ts'
import { pairsOf } from '../../src/compare/pairs.ts'
import type { Observation, Pair } from '../../src/model/observation.ts'
import type { Run } from '../../src/model/run.ts'
import type { StopRule } from '../../src/model/stop-rule.ts'
import { type NoiseName, noises } from '../stats/noise.ts'
import { exact, noisy, runs, settings, trials } from './runs.ts'

const samples = (benchmark: string, metric: string, value: number): Observation => ({
  benchmark,
  metric,
  unit: 's',
  better: 'lower',
  value: { kind: 'samples', samples: [value] },
})

/** A pair of one benchmark whose head takes `ratio` times as long; `jitter` keeps it from being constant. */
function pair(benchmark: string, round: number, ratio = 1, metrics: readonly string[] = ['cpu']): Pair {
  const jitter = 1 + round * 1e-5
  return {
    round,
    first: round % 2 === 0 ? 'base' : 'head',
    base: metrics.map((metric) => samples(benchmark, metric, jitter)),
    head: metrics.map((metric) => samples(benchmark, metric, jitter * ratio)),
  }
}

function feed(rule: StopRule, benchmark: string, from: number, to: number, ratio = 1): void {
  for (let round = from; round < to; round++) rule.observe(pair(benchmark, round, ratio))
}

/** How many pairs it takes to settle a benchmark whose head takes `ratio` times as long. */
function pairsUntilSettled(
  ratio: number,
  { elsewhere, ...overrides }: Parameters<typeof settings>[0] & Pick<DeciderSettings, 'elsewhere'> = {},
): number {
  const rule = createDecider({ ...settings(overrides), ...(elsewhere === undefined ? {} : { elsewhere }) })
  for (let round = 0; round < 100; round++) {
    if (rule.settled('parse')) return round
    rule.observe(pair('parse', round, ratio))
  }
  return 100
}

describe('when it stops', () => {
  test('the fewest pairs: five to clear, eight for one metric to alarm at 1 %', () => {
    expect(pairsUntilSettled(1)).toBe(5)
    expect(pairsUntilSettled(1.3)).toBe(8)
    expect(pairsUntilSettled(1.3, { alpha: 0.05 })).toBe(5)
  })

  test('does not wait for a row that only base has', () => {
    const rule = createDecider({ ...settings(), expected: ['go'] })
    for (let round = 0; round < 6; round++) {
      const both = pair('go/A', round)
      rule.observe({ ...both, base: [...both.base, samples('go/Gone', 'cpu', 1)] })
    }
    expect(['go', 'go/A', 'go/Gone'].map(rule.settled)).toEqual([true, true, true])
  })

  test('at the pair limit, whatever is known', () => {
    const rule = createDecider(settings({ maxPairs: 12 }))
    const { base, head } = noisy('bimodal', { seed: 1, pairs: 12 })
    const pairs = pairsOf(runs([base], [head]))
    pairs.slice(0, 11).forEach(rule.observe)
    expect(rule.settled('parse')).toBe(false)
    pairs.slice(11).forEach(rule.observe)
    expect(rule.settled('parse')).toBe(true)
    expect(rule.evidence('parse')[0]).toMatchObject({ state: 'undecided', pairs: 12 })
  })

  test('a count is settled by one pair, constant trials by five', () => {
    const rule = createDecider(settings())
    rule.observe(pairsOf(runs([exact(100)], [exact(200)]))[0] as Pair)
    expect(rule.settled('bundle')).toBe(true)
    expect(rule.evidence('bundle')).toEqual([
      { metric: 'bytes', pairs: 1, state: 'regression', progress: 1, ratio: 2 },
    ])
    const constant = pairsOf(runs([trials([1, 1, 1, 1, 1])], [trials([1, 1, 1, 1, 1])]))
    constant.slice(0, 4).forEach(rule.observe)
    expect(rule.settled('parse')).toBe(false)
    constant.slice(4).forEach(rule.observe)
    expect(rule.settled('parse')).toBe(true)
  })

  test('metrics without a budget do not keep it going', () => {
    const rule = createDecider(settings({ gates: (metric) => ({ gating: metric === 'cpu' }) }))
    for (let round = 0; round < 5; round++) {
      const { base, head } = pair('parse', round)
      const wall = (scale: number) => samples('parse', 'wall', 1 + (round % 2) * scale)
      rule.observe({ round, base: [...base, wall(1)], head: [...head, wall(-0.5)] })
    }
    expect(rule.settled('parse')).toBe(true)
    expect(rule.evidence('parse').map(({ metric }) => metric)).toEqual(['cpu'])
  })

  test('one that looks improved by what would matter for the worse is measured until that is shown', () => {
    expect(pairsUntilSettled(0.98)).toBe(5)
    expect(pairsUntilSettled(0.9)).toBe(8)
  })

  test('what cannot be paired is given up after five rounds', () => {
    const rule = createDecider(settings())
    for (let round = 0; round < 5; round++) {
      expect(rule.settled('parse')).toBe(false)
      const { base, head } = pair('parse', round)
      rule.observe({ round, base, head: head.map((observation) => ({ ...observation, unit: 'B' })) })
    }
    expect(rule.settled('parse')).toBe(true)
    const broken = createDecider(settings())
    for (let round = 0; round < 5; round++) broken.observe(pair('parse', round, Number.NaN))
    expect(broken.settled('parse')).toBe(true)
  })
})

describe('the family while it grows', () => {
  test('nothing is settled before every expected benchmark has a pair', () => {
    const rule = createDecider({ ...settings(), expected: ['parse', 'render'] })
    feed(rule, 'parse', 0, 5)
    expect(rule.settled('parse')).toBe(false)
    rule.observe(pair('render', 4))
    expect(rule.settled('parse')).toBe(true)
    expect(rule.settled('render')).toBe(false)
  })

  test('one that has failed is not waited for longer than five rounds', () => {
    const rule = createDecider({ ...settings(), expected: ['parse', 'render'] })
    feed(rule, 'parse', 0, 5)
    expect(rule.settled('parse')).toBe(false)
    feed(rule, 'parse', 5, 6)
    expect(rule.settled('parse')).toBe(true)
  })

  test('more metrics ask for more evidence', () => {
    const rule = createDecider(settings())
    feed(rule, 'parse', 0, 8, 1.3)
    expect(rule.settled('parse')).toBe(true)
    for (let index = 0; index < 50; index++) rule.observe(pair(`b${index}`, 0))
    expect(rule.settled('parse')).toBe(false)
    feed(rule, 'parse', 8, 14, 1.3)
    expect(rule.settled('parse')).toBe(true)
  })

  test('a rejection eases the next one (Holm)', () => {
    const settledAfter = (others: number) => {
      const rule = createDecider(settings())
      for (let index = 0; index < 3; index++) feed(rule, `slow${index}`, 0, others, 1.3)
      for (let round = 0; round < 40; round++) {
        if (rule.settled('parse')) return round
        rule.observe(pair('parse', round, 1.3))
      }
      return 40
    }
    // Four metrics: alone against 4/0.01, after three rejections against 1/0.01.
    expect(settledAfter(1)).toBe(10)
    expect(settledAfter(20)).toBe(8)
  })

  test('an entry of the suite stands for its variants, the longest name first', () => {
    const rule = createDecider({ ...settings(), expected: ['parse', 'parse/large'] })
    feed(rule, 'parse/small', 0, 5)
    feed(rule, 'parse/large', 0, 2)
    expect(rule.settled('parse')).toBe(true)
    expect(rule.settled('parse/large')).toBe(false)
    expect(rule.evidence('parse')).toHaveLength(1)
  })
})

describe('progress', () => {
  test('grows to 1 and is 1 only when decided', () => {
    const rule = createDecider(settings())
    expect(rule.evidence('parse')).toEqual([])
    let last = 0
    for (let round = 0; round < 8; round++) {
      rule.observe(pair('parse', round, 1.3))
      const [evidence] = rule.evidence('parse')
      expect(evidence?.progress).toBeGreaterThanOrEqual(last)
      last = evidence?.progress ?? 0
      expect(last === 1).toBe(evidence?.state !== 'undecided')
    }
    expect(last).toBe(1)
  })
})

describe('live and final are one', () => {
  // Whatever the noise: the state after all pairs is the verdict of the comparison of the same pairs.
  test.each(Object.keys(noises) as NoiseName[])('%s', (noise) => {
    for (let seed = 0; seed < 20; seed++) {
      const metrics = [0, 0, 0.03, 0.1, -0.1].map((change, index) =>
        noisy(noise, { seed: seed * 10 + index, pairs: 15, change, about: { benchmark: `b${index}` } }),
      )
      const both = runs(
        metrics.map(({ base }) => base),
        metrics.map(({ head }) => head),
      )
      const rule = createDecider(settings())
      pairsOf(both).forEach(rule.observe)
      const live = metrics.flatMap((_, index) => rule.evidence(`b${index}`))
      const final = compareRuns({ ...both, settings: settings() }).comparisons
      expect(live.map(({ state }) => (state === 'undecided' ? 'inconclusive' : state))).toEqual(
        final.map(({ verdict }) => verdict),
      )
      expect(live.map(({ ratio }) => ratio)).toEqual(final.map(({ ratio }) => ratio))
    }
  })

  test('an earlier attempt is continued, not restarted', () => {
    const { base, head } = noisy('normal', { seed: 3, pairs: 20, change: 0.1 })
    const all = runs([base], [head])
    const cut = (run: Run, from: number, to: number): Run => ({
      ...run,
      series: run.series.map((series) =>
        series.evidence.kind === 'trials'
          ? { ...series, evidence: { kind: 'trials', trials: series.evidence.trials.slice(from, to) } }
          : series,
      ),
    })
    const part = (from: number, to: number) =>
      pairsOf({ base: cut(all.base, from, to), head: cut(all.head, from, to) })
    const whole = createDecider(settings())
    pairsOf(all).forEach(whole.observe)
    const continued = createDecider(settings())
    part(0, 8).forEach(continued.observe)
    part(8, 20).forEach(continued.observe)
    expect(continued.evidence('parse')).toEqual(whole.evidence('parse'))
  })
})

describe('a shard', () => {
  /** Pairs until a benchmark twice as slow is settled as a regression, with others measured elsewhere. */
  const pairsWith = (elsewhere: { readonly metrics: number; readonly unknown: number }) =>
    pairsUntilSettled(2, { elsewhere })

  test('asks for the evidence that the whole suite needs: one more pair for each doubling of its metrics', () => {
    const alone = pairsUntilSettled(2)
    expect(pairsWith({ metrics: 0, unknown: 0 })).toBe(alone)
    expect(pairsWith({ metrics: 63, unknown: 0 })).toBe(alone + 6)
    // Nobody knows how large they are: as large as the largest one here.
    expect(pairsWith({ metrics: 0, unknown: 63 })).toBe(alone + 6)
  })

  test('clears a benchmark without waiting for the others', () => {
    const alone = pairsUntilSettled(1)
    expect(pairsUntilSettled(1, { elsewhere: { metrics: 1000, unknown: 0 } })).toBe(alone)
  })

  test('takes a benchmark that nobody knows to be as large as its own largest', () => {
    const rule = createDecider({ ...settings(), elsewhere: { metrics: 0, unknown: 1 } })
    const metrics = ['cpu', 'wall', 'memory', 'user']
    for (let round = 0; round < 8; round++) rule.observe(pair('parse', round, 2, metrics))
    const alone = createDecider(settings())
    for (let round = 0; round < 8; round++) alone.observe(pair('parse', round, 2, metrics))
    const progress = (of: StopRule) => of.evidence('parse').map((one) => one.progress)[0] ?? 0
    // Eight metrics instead of four share the error rate.
    expect(progress(rule)).toBeLessThan(progress(alone))
  })
})
