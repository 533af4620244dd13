// Base against base: the noise that was put in is found, the rule's own pace is simulated, and each thing that can be
// wrong with a metric is said.
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { calibrateRuns } from '../../src/compare/calibrate.ts'
import { type PowerSettings, paceOf, smallestSlowdown } from '../../src/compare/power.ts'
import type { MetricCalibration } from '../../src/model/calibration.ts'
import { emptyRun } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import { type Benchmark, SuiteSchema } from '../../src/model/suite/index.ts'
import { fewestPairs } from '../../src/plan/reach.ts'
import { createRandom } from '../../src/stats/random.ts'
import { normal } from '../stats/noise.ts'
import { exact, settings, trials, unwritable } from './runs.ts'
import { measureAndCompare } from './simulate.ts'

const power = (parts: Partial<PowerSettings> = {}): PowerSettings => ({
  alpha: 0.01,
  beta: 0.05,
  minPairs: 5,
  maxPairs: 40,
  family: 1,
  terms: { regression: 0.05, ignoreBelow: 0.01 },
  seed: 8123,
  repeats: 200,
  ...parts,
})
const gauss = (sd: number, count: number, seed = 1): number[] => {
  const random = createRandom(seed)
  return Array.from({ length: count }, () => sd * normal(random))
}
const [parse] = v.parse(SuiteSchema, {
  benchmarks: { parse: { task: 'bench/parse.js', trials: 'plain' } },
}).benchmarks

function calibrate(
  base: Series[],
  head: Series[],
  benchmarks: readonly Benchmark[] = parse === undefined ? [] : [parse],
) {
  const run = (series: Series[]) => emptyRun({ measurement: 'one', series })
  const request = {
    base: run(base),
    head: run(head),
    suite: 'perf-gate',
    settings: settings(),
    benchmarks,
    seed: 7,
  }
  const calibration = calibrateRuns({ ...request, repeats: 60 })
  expect(unwritable(calibration)).toEqual([])
  return calibration
}

function only(base: Series, head: Series): MetricCalibration {
  const [metric, ...others] = calibrate([base], [head]).metrics
  expect(others).toEqual([])
  if (metric === undefined) throw new Error('no metric')
  return metric
}
const codes = ({ notices }: MetricCalibration) => notices.map(({ code }) => code)

describe('the pace of the rule', () => {
  test('a difference beyond all noise takes the fewest pairs that any can', () => {
    for (const family of [1, 12, 200]) {
      const found = paceOf(gauss(0.001, 20), Math.log(2), 'regression', power({ family }))
      expect(found).toEqual({ pairs: fewestPairs(family, 0.01), share: 1 })
    }
  })

  test('is that of the gate: the same noise, measured and compared as the gate does it', () => {
    const effects = gauss(0.02, 400)
    const measured = Array.from({ length: 150 }, (_, seed) => {
      const random = createRandom(seed)
      const [row] = measureAndCompare(
        ['a'],
        () => ({ base: 1, head: Math.exp(0.02 * normal(random) + Math.log(1.05)) }),
        settings(),
      )
      return { found: row?.verdict === 'regression', pairs: row?.pairs ?? 0 }
    })
    const share = measured.filter(({ found }) => found).length / measured.length
    const pairs = measured.reduce((sum, each) => sum + each.pairs, 0) / measured.length
    const simulated = paceOf(effects, Math.log(1.05), 'regression', power({ repeats: 400 }))
    expect(Math.abs(simulated.share - share)).toBeLessThan(0.08)
    expect(Math.abs(simulated.pairs - pairs)).toBeLessThan(1.5)
  })

  test('more noise takes more pairs, and hides more', () => {
    const at = (sd: number) => ({
      toClear: paceOf(gauss(sd, 30), 0, 'no-change', power()),
      toCatch: paceOf(gauss(sd, 30), Math.log(1.05), 'regression', power()),
      smallest: smallestSlowdown(gauss(sd, 30), power()) ?? Number.NaN,
    })
    const [quiet, loud] = [at(0.005), at(0.05)]
    expect(quiet.toClear.pairs).toBeLessThan(loud.toClear.pairs)
    expect(quiet.toCatch.pairs).toBeLessThan(loud.toCatch.pairs)
    expect(quiet.toCatch.share).toBeGreaterThan(0.95)
    expect(loud.toCatch.share).toBeLessThan(0.85)
    expect(quiet.smallest).toBeLessThan(0.02)
    expect(loud.smallest).toBeGreaterThan(0.05)
  })

  test('no slowdown can be found where too few pairs are allowed', () => {
    expect(smallestSlowdown(gauss(0.01, 20), power({ maxPairs: 5, family: 12 }))).toBeNull()
  })
})

describe('a metric against itself', () => {
  /** Trials of 20 samples around 10 ms: level and shape of each trial are drawn by `trial`. */
  const series = (
    seed: number,
    trial: (random: ReturnType<typeof createRandom>, round: number) => number[],
  ) => {
    const random = createRandom(seed)
    return trials(Array.from({ length: 24 }, (_, round) => trial(random, round)))
  }
  const steady = (seed: number, sd = 0.01) =>
    series(seed, (random) => {
      const level = 0.01 * Math.exp(sd * normal(random))
      return Array.from({ length: 20 }, () => level * (1 + 0.0001 * normal(random)))
    })

  test('the noise that was put in comes out, for every statistic', () => {
    const found = only(steady(1), steady(2))
    expect(found).toMatchObject({
      pairs: 24,
      samples: 20,
      exact: false,
      inUse: 'median',
      recommended: 'median',
    })
    expect(found.statistics.map(({ statistic }) => statistic)).toEqual([
      'median',
      'mean',
      'lower-quartile',
      'min',
    ])
    for (const { noise, deviation } of found.statistics) {
      // Two sides of 1 % each; the estimate of 24 pairs is known to about a quarter.
      expect(noise).toBeGreaterThan(0.007)
      expect(noise).toBeLessThan(0.024)
      expect(deviation).toBeGreaterThan(0.009)
      expect(deviation).toBeLessThan(0.021)
    }
    expect(codes(found)).toEqual([])
    expect(found.smallest).toBeGreaterThan(0.005)
    expect(found.smallest).toBeLessThan(0.05)
  })

  test('the same Runs and the same seed give the same calibration', () => {
    expect(only(steady(1), steady(2))).toEqual(only(steady(1), steady(2)))
  })

  test('a statistic that needs clearly fewer pairs is recommended, for all rows of an entry', () => {
    // Half of each trial is hit by something, by a different amount each time: the least of it is steady.
    const hit = (seed: number) =>
      series(seed, (random) => {
        const extra = 0.2 * random.uniform()
        return Array.from({ length: 20 }, (_, index) => 0.01 * (1 + (index % 8 === 0 ? 0 : extra)))
      })
    const found = only(hit(1), hit(2))
    expect(found.recommended).toBe('min')
    expect(codes(found)).toContain('noisy-metric')
    const [notice] = found.notices
    expect(notice?.fix).toContain('take the min')
    expect(notice?.fix).toContain('trial-time')
    expect(notice?.fix).toContain('ping-pong')
    const named = (one: Series, benchmark: string) => ({ ...one, benchmark })
    const rows = calibrate(
      [named(hit(1), 'parse/a'), named(steady(3, 0.001), 'parse/b')],
      [named(hit(2), 'parse/a'), named(steady(4, 0.001), 'parse/b')],
    ).metrics
    expect(rows.map(({ entry, recommended }) => [entry, recommended])).toEqual([
      ['parse', 'min'],
      ['parse', 'min'],
    ])
  })

  test('a place that costs something shows as a bias, and is set against ignore-below', () => {
    const slower = (factor: number) => {
      const { evidence, ...about } = steady(2, 0.001)
      if (evidence.kind !== 'trials') throw new Error('trials')
      return trials(
        evidence.trials.map(({ samples }) => samples.map((sample) => sample * factor)),
        about,
      )
    }
    const found = only(steady(1, 0.001), slower(1.02))
    expect(found.bias?.change).toBeCloseTo(0.02, 2)
    expect(codes(found)).toEqual(['same-program-differs'])
    expect(found.notices[0]?.fix).toContain('Raise `ignore-below` above 2')
    const small = only(steady(1, 0.001), slower(1.005))
    expect(small.notices[0]?.fix).toContain('there to absorb it')
  })

  test('a trial that is still warming up is too short', () => {
    const warming = (seed: number) =>
      series(seed, (random) =>
        Array.from({ length: 20 }, (_, index) => 0.01 * (1.2 - 0.01 * index) * (1 + 0.001 * normal(random))),
      )
    const found = only(warming(1), warming(2))
    expect(codes(found)).toEqual(['short-trials'])
    expect(found.notices[0]?.message).toMatch(/The median of a whole trial is 4\.\d % below/)
  })

  test('a clock with few steps is too coarse', () => {
    const ticks = (seed: number) =>
      trials(gauss(0.3, 24, seed).map((value) => 0.01 * Math.round(10 + 2 * value)))
    expect(codes(only(ticks(1), ticks(2)))).toContain('coarse-clock')
  })

  test('what never varies has no noise; what has too few pairs says so', () => {
    expect(only(exact(5), exact(5))).toMatchObject({
      exact: true,
      statistics: [],
      notices: [],
      smallest: null,
    })
    expect(only(trials([1, 1, 1, 1, 1, 1]), trials([1, 1, 1, 1, 1, 1]))).toMatchObject({ exact: true })
    const few = only(trials([1, 1.1, 1]), trials([1, 1, 1.2]))
    expect(few).toMatchObject({ exact: false, statistics: [], smallest: null, bias: null })
    expect(codes(few)).toEqual(['few-pairs'])
  })

  test('only metrics that can fail and vary share alpha', () => {
    const about = (metric: string) => ({ ...steady(1), metric })
    const base = [about('cpu'), about('wall'), exact(5)]
    expect(calibrate(base, [{ ...steady(2) }, { ...steady(3), metric: 'wall' }, exact(5)]).family).toBe(2)
  })
})
