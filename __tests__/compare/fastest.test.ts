// Two values of one trial, one verdict: what the fastest iterations may add to the declared statistic, and what they must
// leave alone.
import { describe, expect, test } from 'vitest'
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { createDecider } from '../../src/compare/decider.ts'
import { pairsOf } from '../../src/compare/pairs.ts'
import { trialValue } from '../../src/compare/value.ts'
import { createWorseEvidence } from '../../src/compare/worse.ts'
import type { Comparison } from '../../src/model/comparison.ts'
import type { Series } from '../../src/model/series.ts'
import { createEvidence, createScale, evidenceOf } from '../../src/stats/evidence.ts'
import { median } from '../../src/stats/quantile.ts'
import { createRandom, fork, type Random } from '../../src/stats/random.ts'
import { drawPairs, type NoiseName, noises, normal } from '../stats/noise.ts'
import { runs, settings, trials, unwritable } from './runs.ts'
import { type Draw, measureAndCompare } from './simulate.ts'

const iterations = 12

/** Iterations of a trial around `level`: most are disturbed, by anything up to twice the time, and some are not. */
function disturbed(random: Random, level: number): number[] {
  const share = 0.3 + 0.4 * random.uniform()
  return Array.from({ length: iterations }, () => {
    const quiet = level * (1 + 0.004 * normal(random))
    return random.uniform() < share ? quiet * (1 + random.uniform() ** 2) : quiet
  })
}

function series(make: (round: number) => readonly number[], pairs: number, offset = 0): Series {
  const positions = Array.from({ length: pairs }, (_, round) => (round + offset) % 2)
  return trials(
    Array.from({ length: pairs }, (_, round) => make(round)),
    { positions },
  )
}

/** Both sides of a disturbed metric; head's iterations take `1 + change` times as long. */
function disturbedSides(seed: number, pairs: number, change: number) {
  const random = createRandom(seed)
  return {
    base: series(() => disturbed(random, 0.01), pairs),
    head: series(() => disturbed(random, 0.01 * (1 + change)), pairs, 1),
  }
}

/** The same trials as their declared value only. */
function reduced(full: Series): Series {
  if (full.evidence.kind !== 'trials') throw new Error('expected trials')
  return {
    ...full,
    evidence: {
      kind: 'trials',
      trials: full.evidence.trials.map((trial) => ({ ...trial, samples: [median(trial.samples)] })),
    },
  }
}

function compared(base: Series, head: Series, using = settings()): Comparison {
  const [row] = compareRuns({ ...runs([base], [head]), settings: using }).comparisons
  if (row === undefined) throw new Error('no row')
  return row
}

describe('which trials have a second value', () => {
  const samples = [8, 1, 7, 2, 6, 3, 5, 4]
  const time = { metric: 'cpu', unit: 's', better: 'lower' } as const
  test.each([
    ['processor time by its median', samples, time, 1.5],
    ['elapsed time by its lower quartile', samples, { ...time, metric: 'wall' }, 1.5],
    ['a declared mean', samples, { ...time, statistic: 'mean' }, 1.5],
    ['a time that a tool brought along', samples, { ...time, metric: 'parse-time' }, 1.5],
    ['nine samples: three of them', [...samples, 9], time, 2],
    ['too few samples', samples.slice(1), time, undefined],
    ['who asks for the slow iterations', samples, { ...time, statistic: 'p95' }, undefined],
    ['nor for the largest', samples, { ...time, statistic: 'max' }, undefined],
    ['the smallest says it already', samples, { ...time, statistic: 'min' }, undefined],
    ['memory', samples, { ...time, metric: 'memory', unit: 'B' }, undefined],
    ['counts', samples, { ...time, metric: 'allocs', unit: 'count' }, undefined],
    ['where longer is better', samples, { ...time, better: 'higher' as const }, undefined],
    ['a clock with coarse ticks', samples.map((sample) => (sample < 4 ? 0 : 4)), time, undefined],
  ])('%s', (_, list, about, expected) => {
    expect(trialValue(list, about).fastest).toBe(expected)
  })
})

describe('the evidence that head is worse', () => {
  const delta = Math.log(1.01)
  const effects = [0.03, 0.02, -0.01, 0.05, 0.04, 0.02]
  const quick = [0.04, 0.03, 0.03, -0.02, 0.05, 0.04]
  const feed = (second: readonly (number | null)[]) => {
    const worse = createWorseEvidence(delta)
    const scale = createScale()
    effects.forEach((effect, index) => {
      worse.add(effect, scale.next(), second[index] ?? null)
      scale.add(effect)
    })
    return worse
  }
  const declared = evidenceOf(effects, { delta, side: 1 })

  test('without a second value it is that of the declared one', () => {
    const worse = feed([])
    expect(worse.sup).toBe(declared.sup)
    expect(worse.declared).toBe(declared.sup)
    expect(worse.fastest).toEqual([])
  })

  test('with one it is the largest average, each with the scale of its own differences', () => {
    const fastest = evidenceOf(quick, { delta, side: 1 })
    const averages = effects.map(
      (_, index) => ((declared.values[index] as number) + (fastest.values[index] as number)) / 2,
    )
    expect(feed(quick).sup).toBeCloseTo(Math.max(...averages), 10)
    expect(feed(quick).declared).toBe(declared.sup)
    expect(feed(quick).fastest).toEqual(quick)
  })

  test('a pair without the second value is bet on by the declared one only', () => {
    const holed = quick.map((effect, index) => (index === 2 ? null : effect))
    const fastest = createEvidence({ delta, side: 1 })
    const scale = createScale()
    let largest = 1
    effects.forEach((_, index) => {
      const effect = holed[index] ?? null
      if (effect !== null) {
        fastest.add(effect, scale.next())
        scale.add(effect)
      }
      largest = Math.max(largest, ((declared.values[index] as number) + fastest.value) / 2)
    })
    expect(feed(holed).sup).toBeCloseTo(largest, 10)
  })

  test('nothing changes its mind later: where the first pair has none, none counts', () => {
    expect(feed([null, ...quick.slice(1)]).sup).toBe(declared.sup)
  })
})

describe('what it changes, and what not', () => {
  test('a slowdown that other load hides in the median is found, and the reason says by what', () => {
    const { base, head } = disturbedSides(8, 20, 0.05)
    const found = compared(base, head)
    expect(compared(reduced(base), reduced(head)).verdict).not.toBe('regression')
    expect(found.verdict).toBe('regression')
    expect(found.fastest?.ratio).toBeCloseTo(1.05, 1)
    expect(found.fastest?.agree).toBeGreaterThan(15)
    expect(found.reason).toMatch(
      /^Head is [45](\.\d)? % slower in the fastest quarter of its iterations in \d+ of 20 pairs, more than chance gives; all iterations together do not show it \(anything from .* faster to .* slower\)\.$/,
    )
    expect(unwritable(found)).toEqual([])
  })

  test('where the interval of all iterations leaves no doubt, the reason says that both agree', () => {
    const reasons = Array.from({ length: 40 }, (_, seed) => {
      const { base, head } = disturbedSides(seed, 20, 0.2)
      return compared(base, head, settings({ alpha: 0.0002 }))
    }).filter(({ fastest, interval }) => fastest !== undefined && interval !== null && interval[0] > 1)
    expect(reasons.length).toBeGreaterThan(0)
    for (const { reason } of reasons)
      expect(reason).toMatch(
        /in the fastest quarter of its iterations .*; all iterations together are .* % slower, with less certainty than the suite asks for\.$/,
      )
  })

  test('a slowdown that the median shows needs no second witness', () => {
    const random = createRandom(5)
    const quiet = (level: number) => () =>
      Array.from({ length: iterations }, () => level * (1 + 0.004 * normal(random)))
    const found = compared(series(quiet(0.01), 20), series(quiet(0.012), 20, 1))
    expect(found.verdict).toBe('regression')
    expect(found.fastest).toBeUndefined()
    expect(found.reason).toMatch(/^Head is 20 % slower in 20 of 20 pairs, more than chance gives\.$/)
  })

  test('estimate, interval and what is excluded are those of the declared statistic', () => {
    for (let seed = 0; seed < 30; seed++)
      for (const change of [-0.1, 0, 0.05]) {
        const { base, head } = disturbedSides(seed, 25, change)
        const full = compared(base, head)
        const alone = compared(reduced(base), reduced(head))
        expect(full.ratio).toBe(alone.ratio)
        expect(full.interval).toEqual(alone.interval)
        if (full.verdict === 'regression') continue
        expect(full.verdict).toBe(alone.verdict)
        expect(full.excludes).toBe(alone.excludes)
      }
  })

  test('a slowdown in every second iteration, which the fastest do not see, costs one pair more at most', () => {
    const pairsToFind = (make: (full: Series) => Series) =>
      Array.from({ length: 40 }, (_, index) => index + 1).find((pairs) => {
        const random = createRandom(9)
        const every = (slow: number) => () =>
          Array.from(
            { length: iterations },
            (_, at) => 0.01 * (at % 2 === 0 ? 1 : slow) * (1 + 0.002 * normal(random)),
          )
        const [base, head] = [series(every(1), pairs), series(every(1.3), pairs, 1)]
        return compared(make(base), make(head)).verdict === 'regression'
      }) ?? Number.POSITIVE_INFINITY
    const alone = pairsToFind(reduced)
    expect(alone).toBeLessThan(12)
    expect(pairsToFind((full) => full)).toBeLessThanOrEqual(alone + 1)
  })

  test('the stop rule sees what the comparison sees', () => {
    for (let seed = 0; seed < 30; seed++) {
      const { base, head } = disturbedSides(seed, 15, 0.08)
      const both = runs([base], [head])
      const rule = createDecider(settings())
      pairsOf(both).forEach(rule.observe)
      const { verdict } = compared(base, head)
      expect(rule.evidence('parse')[0]?.state).toBe(verdict === 'inconclusive' ? 'undecided' : verdict)
    }
  })
})

describe('the promise holds, and more is found', () => {
  const names = Object.keys(noises) as NoiseName[]
  const benchmarks = Array.from({ length: 12 }, (_, index) => `b${index}`)

  /** Trials of a kind of noise whose iterations are disturbed besides; each as its iterations, or as their median. */
  function drawFrom(noise: NoiseName, seed: number, change: number, as: 'iterations' | 'median'): Draw {
    const drawn = new Map(benchmarks.map((name) => [name, drawPairs(noise, fork(seed, name), 40)]))
    const random = new Map(benchmarks.map((name) => [name, createRandom(fork(seed + 1, name))]))
    return (benchmark, round) => {
      const pair = drawn.get(benchmark)?.[round]
      const own = random.get(benchmark)
      if (pair === undefined || own === undefined) return null
      // The trial that runs first is drawn first, whichever side it is.
      const one = disturbed(own, 0.01)
      const two = disturbed(own, 0.01)
      const [base, head] = pair.headFirst ? [two, one] : [one, two]
      const scaled = (list: readonly number[], by: number) => list.map((sample) => sample * by)
      const sides = {
        base: scaled(base, Math.exp(pair.base)),
        head: scaled(head, Math.exp(pair.head) * (1 + change)),
      }
      const first = pair.headFirst ? ('head' as const) : ('base' as const)
      return as === 'iterations'
        ? { ...sides, first }
        : { base: median(sides.base), head: median(sides.head), first }
    }
  }

  const suites = 60
  // Exactly 5 % stays below this in 999 of 1000 tests of 60 suites.
  const most = 0.05 + 3.1 * Math.sqrt((0.05 * 0.95) / suites)
  test.each(names)('at alpha 5 % and without any margin, unchanged suites under %s', (noise) => {
    const using = settings({ alpha: 0.05, maxPairs: 30, gates: () => ({ ignoreBelow: 0 }) })
    let alarmed = 0
    for (let seed = 0; seed < suites; seed++) {
      const rows = measureAndCompare(benchmarks, drawFrom(noise, 4000 + seed, 0, 'iterations'), using)
      if (rows.some(({ verdict }) => verdict === 'regression')) alarmed++
    }
    expect(alarmed / suites).toBeLessThan(most)
  })

  test('5 % under disturbed iterations: found far more often than by the median alone, at the same pairs to clear', () => {
    const found = { iterations: 0, median: 0 }
    const pairs = { iterations: 0, median: 0 }
    for (const as of ['iterations', 'median'] as const)
      for (let seed = 0; seed < 10; seed++) {
        const slower = measureAndCompare(
          benchmarks,
          drawFrom('position effect', 6000 + seed, 0.05, as),
          settings(),
        )
        found[as] += slower.filter(({ verdict }) => verdict === 'regression').length
        const unchanged = measureAndCompare(
          benchmarks,
          drawFrom('position effect', 7000 + seed, 0, as),
          settings(),
        )
        for (const row of unchanged) pairs[as] += row.pairs
      }
    expect(found.iterations).toBeGreaterThan(1.3 * found.median)
    expect(pairs.iterations).toBe(pairs.median)
  })
})
