import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  averageEvidence,
  createEvidence,
  createScale,
  evidenceOf,
  reaches,
  scalesOf,
} from '../../src/stats/evidence.ts'
import { mad } from '../../src/stats/quantile.ts'
import { createRandom } from '../../src/stats/random.ts'
import { drawDifferences, type NoiseName, noises, normal } from './noise.ts'

const delta0 = Math.log(1.01)
const delta1 = Math.log(1.05)

describe('known values', () => {
  // Three pairs by hand: scale 2 % each, λ = (.35, .65, .9, 1), w = (.1, .2, .3, .4).
  // d − δ = +2 %, +1 %, −4 % gives ψ = 1, 0.5, −1.
  test('by hand', () => {
    const { values, sup } = evidenceOf([0.02, 0.01, -0.04], { delta: 0, side: 1 })
    const first = 0.1 * 1.35 + 0.2 * 1.65 + 0.3 * 1.9 + 0.4 * 2
    const second = 0.1 * 1.35 * 1.175 + 0.2 * 1.65 * 1.325 + 0.3 * 1.9 * 1.45 + 0.4 * 2 * 1.5
    const third = 0.1 * 1.35 * 1.175 * 0.65 + 0.2 * 1.65 * 1.325 * 0.35 + 0.3 * 1.9 * 1.45 * 0.1
    expect(values[0]).toBeCloseTo(first, 12)
    expect(values[1]).toBeCloseTo(second, 12)
    expect(values[2]).toBeCloseTo(third, 12)
    expect(sup).toBeCloseTo(second, 12)
  })

  // Cases 1 and 3 of ../shared/data/evidence-vectors.json, made by the Python reference of the research.
  const vector1 = [
    0.000595516628258963, 0.04679216150675902, -0.0030921752209200903, 0.023031982572345733,
    0.014509500634622086, -0.08656045606742424, 0.005362417092667826, 0.000348796655088357,
    -0.002283613845877497, 0.027571096120962757, -0.013719617320075095, 0.004273997844146393,
    -0.007779203840901694, -0.028149964591958287, -0.00022596316896539292, 0.07053461752289358,
    -0.011549495244475239, -0.018159994247484157, -0.011437234935877783, -0.043104736586192516,
    -0.015588628602295707, -0.0063069788118861325, 0.015528717305500983, -0.020205570018104524,
    0.012770225148096337, -0.0008118815099020793, -0.03270819195204844, -0.003161333937436339,
    0.00827359498514113, 0.01445794183799709,
  ]
  test('an unchanged metric of the recorded trials', () => {
    expect(evidenceOf(vector1, { delta: delta0, side: 1 }).value / 0.0003477657758707041).toBeCloseTo(1, 8)
    expect(evidenceOf(vector1, { delta: delta1, side: -1 }).value / 2179350.1693034945).toBeCloseTo(1, 8)
  })

  const vectorFile = join(import.meta.dirname, '../../../shared/data/evidence-vectors.json')
  test.skipIf(!existsSync(vectorFile))('every vector of the research', () => {
    const { cases } = JSON.parse(readFileSync(vectorFile, 'utf8')) as {
      cases: { d: number[]; E: number; Q: number }[]
    }
    expect(cases.length).toBeGreaterThan(5)
    for (const { d, E, Q } of cases) {
      expect(evidenceOf(d, { delta: delta0, side: 1 }).value / E).toBeCloseTo(1, 8)
      expect(evidenceOf(d, { delta: delta1, side: -1 }).value / Q).toBeCloseTo(1, 8)
    }
  })
})

describe('the scale', () => {
  test('is 2 % for three pairs, then the spread of the earlier ones, never below 0.3 %', () => {
    const differences = [0.01, 0.05, -0.02, 0.03, 0.03, 0.03]
    const scales = scalesOf(differences)
    expect(scales.slice(0, 3)).toEqual([0.02, 0.02, 0.02])
    expect(scales[3]).toBe(1.4826 * mad(differences.slice(0, 3)))
    expect(scales[5]).toBe(1.4826 * mad(differences.slice(0, 5)))
    expect(scalesOf([0, 0, 0, 0, 0])).toEqual([0.02, 0.02, 0.02, 0.003, 0.003])
  })

  test('knows nothing of the pair that it is for', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ noNaN: true, min: -1, max: 1 }), { minLength: 1, maxLength: 30 }),
        fc.double({ noNaN: true, min: -1, max: 1 }),
        (earlier, next) => {
          const scale = createScale()
          for (const difference of earlier) scale.add(difference)
          const known = scale.next()
          expect(known).toBe(scalesOf([...earlier, next]).at(-1))
        },
      ),
      { seed: 4 },
    )
  })
})

describe('properties', () => {
  const differences = fc.array(fc.double({ noNaN: true, min: -0.5, max: 0.5 }), {
    minLength: 1,
    maxLength: 40,
  })
  const effects = fc.double({ noNaN: true, min: -0.2, max: 0.2 })

  test('monotone in the effect that is bet against', () => {
    fc.assert(
      fc.property(differences, effects, effects, (list, a, b) => {
        const [low, high] = a < b ? [a, b] : [b, a]
        const up = (delta: number) => evidenceOf(list, { delta, side: 1 }).sup
        const down = (delta: number) => evidenceOf(list, { delta, side: -1 }).sup
        expect(up(low)).toBeGreaterThanOrEqual(up(high))
        expect(down(low)).toBeLessThanOrEqual(down(high))
      }),
      { seed: 5 },
    )
  })

  test('turning all signs turns the side', () => {
    fc.assert(
      fc.property(differences, effects, (list, delta) => {
        const turned = list.map((difference) => -difference)
        expect(evidenceOf(turned, { delta: -delta, side: -1 }).sup).toBeCloseTo(
          evidenceOf(list, { delta, side: 1 }).sup,
          6,
        )
      }),
      { seed: 6 },
    )
  })

  test('`reaches` agrees with the process', () => {
    fc.assert(
      fc.property(differences, effects, fc.constantFrom(1 as const, -1 as const), (list, delta, side) => {
        const { sup } = evidenceOf(list, { delta, side })
        const scales = scalesOf(list)
        if (sup > 1) expect(reaches(list, scales, { delta, side }, sup)).toBe(true)
        expect(reaches(list, scales, { delta, side }, Math.max(1, sup) * 1.000001)).toBe(false)
      }),
      { seed: 7 },
    )
  })

  test('ten thousand agreeing pairs stay finite', () => {
    const process = createEvidence({ delta: 0, side: 1 })
    for (let index = 0; index < 10_000; index++) process.add(1, 0.01)
    expect(Number.isFinite(process.sup)).toBe(true)
  })
})

describe('the promise: identical code reaches 1/a at most a of the time, whatever the noise and whenever we stop', () => {
  const runs = 3000
  const seeds = Array.from({ length: runs }, (_, index) => index)
  // A share of exactly 5 % lies below this in 999 of 1000 tests of 3000 runs.
  const mostAtFivePercent = 0.05 + 3.1 * Math.sqrt((0.05 * 0.95) / runs)
  const mostAtOnePercent = 0.01 + 3.1 * Math.sqrt((0.01 * 0.99) / runs)

  test.each(Object.keys(noises) as NoiseName[])('%s', (name) => {
    const sups = seeds.map((seed) => evidenceOf(drawDifferences(name, seed, 40), { delta: 0, side: 1 }).sup)
    const share = (a: number) => sups.filter((sup) => sup >= 1 / a).length / runs
    expect(share(0.05)).toBeLessThan(mostAtFivePercent)
    expect(share(0.01)).toBeLessThan(mostAtOnePercent)
  })

  // What the coin is for: the same noise without it breaks the promise, so this test could fail.
  test('a fixed order breaks it', () => {
    const alarms = seeds.slice(0, 200).filter((seed) => {
      const differences = drawDifferences('position effect', seed, 40).map(Math.abs)
      return evidenceOf(differences, { delta: 0, side: 1 }).sup >= 20
    })
    expect(alarms.length).toBeGreaterThan(190)
  })

  test('a real slowdown of 5 % is found in most runs of the usual noise', () => {
    const found = seeds.slice(0, 400).filter((seed) => {
      const differences = drawDifferences('normal', seed, 40, Math.log(1.05))
      return evidenceOf(differences, { delta: delta0, side: 1 }).sup >= 1200
    })
    expect(found.length / 400).toBeGreaterThan(0.85)
  })
})

describe('the average of two processes', () => {
  const up = { delta: 0, side: 1 } as const

  // The first has the values of "by hand" above; the second bets on the opposite differences.
  test('by hand: the largest mean, which is less than the mean of the largest', () => {
    const [one, other] = [createEvidence(up), createEvidence(up)]
    const average = averageEvidence([one, other])
    const first = 0.1 * 1.35 + 0.2 * 1.65 + 0.3 * 1.9 + 0.4 * 2
    const opposite = 0.1 * 0.65 + 0.2 * 0.35 + 0.3 * 0.1
    const seen = [0.02, 0.01, -0.04].map((difference) => {
      one.add(difference, 0.02)
      other.add(-difference, 0.02)
      average.update()
      return average.value
    })
    expect(seen[0]).toBeCloseTo((first + opposite) / 2, 12)
    expect(seen[2]).toBe((one.value + other.value) / 2)
    expect(average.sup).toBe(Math.max(...seen))
    expect(average.sup).toBeLessThan((one.sup + other.sup) / 2)
  })

  test('of one process is that process, of none it never moves', () => {
    const alone = createEvidence(up)
    const [average, none] = [averageEvidence([alone]), averageEvidence([])]
    for (const difference of [0.02, 0.01, -0.04]) {
      alone.add(difference, 0.02)
      average.update()
      none.update()
      expect(average.value).toBe(alone.value)
    }
    expect(average.sup).toBe(alone.sup)
    expect([none.value, none.sup]).toEqual([1, 1])
  })

  const step = fc.tuple(
    fc.double({ noNaN: true, min: -0.5, max: 0.5 }),
    fc.double({ noNaN: true, min: 0.003, max: 0.2 }),
  )
  test('costs at most a factor of two against either, and never exceeds the better', () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(step, fc.option(step)), { maxLength: 40 }), (pairs) => {
        const [one, other] = [createEvidence(up), createEvidence(up)]
        const average = averageEvidence([one, other])
        for (const [first, second] of pairs) {
          one.add(...first)
          if (second !== null) other.add(...second)
          average.update()
        }
        for (const { sup } of [one, other]) expect(average.sup).toBeGreaterThanOrEqual(sup / 2)
        expect(average.sup).toBeLessThanOrEqual(Math.max(one.sup, other.sup))
        expect(average.sup).toBeGreaterThanOrEqual(average.value)
      }),
      { seed: 8 },
    )
  })

  // How the second value of a trial may hang together with the first: each is symmetric with it under the coin.
  const dependences = {
    same: (difference) => difference,
    opposite: (difference) => -difference,
    'nearly the same': (difference, random) => difference + 0.005 * normal(random),
    independent: (_, random) => 0.02 * normal(random),
    'larger where the other is small': (difference, random) =>
      (random.coin() ? 1 : -1) * Math.max(0, 0.05 - Math.abs(difference)),
  } as const satisfies Record<string, (difference: number, random: ReturnType<typeof createRandom>) => number>

  const cells = (Object.keys(noises) as NoiseName[]).flatMap((noise) =>
    (Object.keys(dependences) as (keyof typeof dependences)[]).map(
      (dependence) => [noise, dependence] as const,
    ),
  )
  const runs = 800
  const most = (share: number) => share + 3.1 * Math.sqrt((share * (1 - share)) / runs)
  test.each(cells)('keeps the promise: %s, second value %s', (noise, dependence) => {
    const sups = Array.from({ length: runs }, (_, seed) => {
      const random = createRandom(seed)
      const first = drawDifferences(noise, seed, 40)
      const second = first.map((difference) => dependences[dependence](difference, random))
      return supOfAverage(first, second)
    })
    for (const share of [0.05, 0.01])
      expect(sups.filter((sup) => sup >= 1 / share).length / runs).toBeLessThan(most(share))
  })

  /** Each with the scale of its own differences. */
  function supOfAverage(...lists: readonly (readonly number[])[]): number {
    const bets = lists.map((differences) => ({
      differences,
      scales: scalesOf(differences),
      process: createEvidence(up),
    }))
    const average = averageEvidence(bets.map(({ process }) => process))
    for (let at = 0; at < (lists[0]?.length ?? 0); at++) {
      for (const { differences, scales, process } of bets) process.add(differences[at] ?? 0, scales[at] ?? 1)
      average.update()
    }
    return average.sup
  }
})
