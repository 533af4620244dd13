// The promises of the whole decision, measured: stop rule, family, verdict and interval together. Seeded.
import { describe, expect, test } from 'vitest'
import { fork } from '../../src/stats/random.ts'
import { drawPairs, type NoiseName, noises } from '../stats/noise.ts'
import { settings } from './runs.ts'
import { type Draw, measureAndCompare } from './simulate.ts'

const names = Object.keys(noises) as NoiseName[]
const benchmarks = Array.from({ length: 12 }, (_, index) => `b${index}`)

function drawFrom(
  noise: NoiseName,
  seed: number,
  change: (benchmark: string) => number,
  pairs: number,
): Draw {
  const drawn = new Map(
    benchmarks.map((name) => [name, drawPairs(noise, fork(seed, name), pairs, Math.log1p(change(name)))]),
  )
  return (benchmark, round) => {
    const pair = drawn.get(benchmark)?.[round]
    if (pair === undefined) return null
    const first = pair.headFirst ? 'head' : 'base'
    return { base: Math.exp(pair.base), head: Math.exp(pair.head), first }
  }
}

describe('identical code: at alpha 5 % and without any margin, at most 5 % of suites of 12 alarm', () => {
  const suites = 150
  const using = settings({ alpha: 0.05, maxPairs: 30, gates: () => ({ ignoreBelow: 0 }) })
  // Exactly 5 % stays below this in 999 of 1000 tests of 150 suites.
  const most = 0.05 + 3.1 * Math.sqrt((0.05 * 0.95) / suites)

  test.each(names)('%s', (noise) => {
    let alarmed = 0
    const missed = { low: 0, high: 0 }
    let intervals = 0
    for (let seed = 0; seed < suites; seed++) {
      const rows = measureAndCompare(
        benchmarks,
        drawFrom(noise, seed, () => 0, 30),
        using,
      )
      if (rows.some(({ verdict }) => verdict === 'regression')) alarmed++
      for (const { interval } of rows) {
        if (interval === null) continue
        intervals++
        if (interval[0] > 1) missed.low++
        if (interval[1] < 1) missed.high++
      }
    }
    expect(alarmed / suites).toBeLessThan(most)
    expect(missed.low / intervals).toBeLessThan(0.05)
    expect(missed.high / intervals).toBeLessThan(0.05)
  })
})

test('at the defaults no unchanged suite of any kind of noise alarms', () => {
  const suites = 40
  for (const noise of names)
    for (let seed = 0; seed < suites; seed++) {
      const rows = measureAndCompare(
        benchmarks,
        drawFrom(noise, 1000 + seed, () => 0, 40),
        settings(),
      )
      expect(rows.filter(({ verdict }) => verdict === 'regression')).toEqual([])
    }
})

test('one slowdown of 5 % among eleven unchanged metrics is found, and the others are not blamed', () => {
  const suites = 60
  let found = 0
  let blamed = 0
  let pairsToClear = 0
  for (let seed = 0; seed < suites; seed++) {
    const draw = drawFrom('normal', 2000 + seed, (name) => (name === 'b3' ? 0.05 : 0), 40)
    for (const { benchmark, verdict, pairs } of measureAndCompare(benchmarks, draw, settings())) {
      if (verdict === 'regression' && benchmark === 'b3') found++
      if (verdict === 'regression' && benchmark !== 'b3') blamed++
      if (benchmark !== 'b3') pairsToClear += pairs
    }
  }
  // Noise of 2.8 % per pair: the research's planning table gives 95 % at 3 %, and about 8 pairs to clear.
  expect(found / suites).toBeGreaterThan(0.85)
  expect(blamed).toBe(0)
  expect(pairsToClear / (suites * 11)).toBeLessThan(11)
})

test('an improvement of 10 % is measured until it is shown', () => {
  let improved = 0
  for (let seed = 0; seed < 40; seed++) {
    const draw = drawFrom('normal', 3000 + seed, (name) => (name === 'b3' ? -0.1 : 0), 40)
    const row = measureAndCompare(benchmarks, draw, settings()).find(({ benchmark }) => benchmark === 'b3')
    if (row?.verdict === 'improvement') improved++
  }
  expect(improved).toBeGreaterThan(36)
})
