import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { confidenceBound, confidenceSequence } from '../../src/stats/confidence-sequence.ts'
import { evidenceOf, scalesOf } from '../../src/stats/evidence.ts'
import { drawDifferences, type NoiseName, noises } from './noise.ts'

const interval = (differences: readonly number[], miss = 0.05) =>
  confidenceSequence(differences, scalesOf(differences), miss)

test('nothing is excluded before five pairs, something always from five on', () => {
  expect(interval([])).toBeNull()
  expect(interval([0.01, 0.01, 0.01, 0.01])).toBeNull()
  const found = interval([0.01, 0.01, 0.01, 0.01, 0.01])
  expect(found?.low).toBeLessThan(0.01)
  expect(found?.high).toBeGreaterThan(0.01)
})

test('its ends are where the evidence reaches 1 / miss', () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ noNaN: true, min: -0.3, max: 0.3 }), { minLength: 5, maxLength: 40 }),
      (differences) => {
        const found = interval(differences)
        if (found === null) throw new Error('five pairs exclude something')
        const sup = (delta: number, side: 1 | -1) => evidenceOf(differences, { delta, side }).sup
        expect(sup(found.low - 1e-9, 1)).toBeGreaterThanOrEqual(20)
        expect(sup(found.low + 2e-6, 1)).toBeLessThan(20)
        expect(sup(found.high + 1e-9, -1)).toBeGreaterThanOrEqual(20)
        expect(sup(found.high - 2e-6, -1)).toBeLessThan(20)
      },
    ),
    { seed: 8 },
  )
})

test('it only ever shrinks as pairs arrive', () => {
  for (const name of Object.keys(noises) as NoiseName[]) {
    const differences = drawDifferences(name, 5, 40)
    let low = Number.NEGATIVE_INFINITY
    let high = Number.POSITIVE_INFINITY
    for (let pairs = 5; pairs <= 40; pairs++) {
      const found = interval(differences.slice(0, pairs))
      if (found === null) throw new Error('five pairs exclude something')
      expect(found.low).toBeGreaterThanOrEqual(low - 2e-6)
      expect(found.high).toBeLessThanOrEqual(high + 2e-6)
      ;({ low, high } = found)
    }
  }
})

describe('coverage at all times at once: each end is wrong at most 5 % of the time', () => {
  const runs = 1500
  const most = 0.05 + 3.1 * Math.sqrt((0.05 * 0.95) / runs)
  const effect = Math.log(1.04)
  test.each(Object.keys(noises) as NoiseName[])('%s', (name) => {
    let lowMissed = 0
    let highMissed = 0
    for (let seed = 0; seed < runs; seed++) {
      const differences = drawDifferences(name, 10_000 + seed, 40, effect)
      const scales = scalesOf(differences)
      // The sequence is nested, so the last interval misses if any of them does.
      if ((confidenceBound(differences, scales, 0.05, 1) ?? Number.NEGATIVE_INFINITY) > effect) lowMissed++
      if ((confidenceBound(differences, scales, 0.05, -1) ?? Number.POSITIVE_INFINITY) < effect) highMissed++
    }
    expect(lowMissed / runs).toBeLessThan(most)
    expect(highMissed / runs).toBeLessThan(most)
  })
})
