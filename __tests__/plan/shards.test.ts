// A suite divided over jobs: every benchmark in exactly one, the same in every job, and none of them much longer than it
// must be.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSuite } from '../../src/config/load.ts'
import type { Change } from '../../src/model/change.ts'
import { describePlan } from '../../src/plan/describe.ts'
import { makePlan } from '../../src/plan/plan.ts'
import { divide, sharedSeed } from '../../src/plan/shards.ts'

const change: Change = {
  base: { commit: 'b'.repeat(40) },
  head: { commit: 'a'.repeat(40) },
  reason: 'merge-base',
  distance: 3,
}
const suiteOf = (names: readonly string[], spec = 'task: bench/x.js') =>
  parseSuite(`benchmarks:\n${names.map((name) => `  ${name}: { ${spec} }\n`).join('')}`, 'perf-gate.yml')
    .suite
const namesOf = (count: number) => Array.from({ length: count }, (_, index) => `b${index}`)

describe('division', () => {
  const seconds = fc.option(fc.double({ min: 0, max: 1000, noNaN: true }), { nil: undefined })
  const divided = fc.tuple(
    fc.array(seconds, { minLength: 1, maxLength: 30 }),
    fc.integer({ min: 1, max: 40 }),
  )

  it('has every benchmark in exactly one shard, in the order of the suite', () => {
    fc.assert(
      fc.property(divided, ([durations, count]) => {
        const names = namesOf(durations.length)
        const known = new Map(
          names.flatMap((name, at) => (durations[at] === undefined ? [] : [[name, durations[at]]])),
        )
        const { benchmarks } = suiteOf(names)
        const shards = divide(benchmarks, count, known)
        expect(shards).toHaveLength(count)
        expect(shards.flat().sort()).toEqual([...names].sort())
        for (const shard of shards)
          expect(shard).toEqual([...shard].sort((a, b) => names.indexOf(a) - names.indexOf(b)))
        // The jobs do not ask each other.
        expect(divide(benchmarks, count, new Map([...known].reverse()))).toEqual(shards)
      }),
      { numRuns: 60, seed: 8123 },
    )
  })

  it('leaves no shard longer than the mean and the longest benchmark together', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 1000, noNaN: true }), { minLength: 1, maxLength: 30 }),
        fc.integer({ min: 1, max: 8 }),
        (durations, count) => {
          const names = namesOf(durations.length)
          const took = new Map(names.map((name, at) => [name, durations[at] ?? 0]))
          const sum = (of: readonly string[]) => of.reduce((total, name) => total + (took.get(name) ?? 0), 0)
          const loads = divide(suiteOf(names).benchmarks, count, took).map(sum)
          expect(Math.max(...loads)).toBeLessThanOrEqual(sum(names) / count + Math.max(...durations) + 1e-9)
        },
      ),
      { numRuns: 60, seed: 8123 },
    )
  })

  it('goes by what they took, longest first', () => {
    const took = new Map([
      ['a', 70],
      ['b', 60],
      ['c', 50],
      ['d', 40],
      ['e', 30],
    ])
    expect(divide(suiteOf(['a', 'b', 'c', 'd', 'e']).benchmarks, 2, took)).toEqual([
      ['a', 'd', 'e'],
      ['b', 'c'],
    ])
  })

  it('estimates what nobody has measured, in proportion to what is known', () => {
    const { suite } = parseSuite(
      'benchmarks:\n  quick: { task: a.js }\n  slow: { task: b.js, trial-time: 6s }\n  also: { task: c.js }\n  size: { files: "*.js" }\n',
      'perf-gate.yml',
    )
    expect(divide(suite.benchmarks, 2)).toEqual([['slow'], ['quick', 'also', 'size']])
    // `quick` takes a hundred times what its settings say, so `slow` will too.
    expect(divide(suite.benchmarks, 2, new Map([['quick', 1440]]))).toEqual([
      ['slow'],
      ['quick', 'also', 'size'],
    ])
  })

  it('spreads what costs nothing', () => {
    const { benchmarks } = suiteOf(['a', 'b', 'c', 'd'], 'files: "*.js"')
    expect(divide(benchmarks, 2).map((names) => names.length)).toEqual([2, 2])
  })

  it('leaves shards empty when there are more than benchmarks', () => {
    expect(divide(suiteOf(['a', 'b']).benchmarks, 4).map((names) => names.length)).toEqual([1, 1, 0, 0])
  })
})

describe('the plan of a shard', () => {
  const suite = suiteOf(['a', 'b', 'c', 'd'])
  const planOf = (index: number, count: number, only: readonly string[] = []) => {
    const shard = { index, count, durations: new Map<string, number>() }
    const planned = makePlan({ suite, change, seed: 7, only, shard })
    if ('faults' in planned) throw new Error(planned.faults[0]?.message)
    return planned.plan
  }

  it('measures its own benchmarks, with the coins that the whole suite would have tossed', () => {
    const whole = makePlan({ suite, change, seed: 7 })
    const all = 'plan' in whole ? whole.plan.benchmarks : []
    const parts = [1, 2, 3].flatMap((index) => planOf(index, 3).benchmarks)
    expect(parts.map(({ benchmark }) => benchmark.name).sort()).toEqual(['a', 'b', 'c', 'd'])
    for (const part of parts)
      expect(part).toEqual(all.find(({ benchmark }) => benchmark.name === part.benchmark.name))
  })

  it('says which part it is, and tells the others', () => {
    const plan = planOf(2, 3)
    expect(plan.shard).toEqual({
      index: 2,
      division: [['a', 'd'], ['b'], ['c']],
      change: { reason: 'merge-base', distance: 3 },
    })
    expect(describePlan(plan, suite.budgets)[1]).toBe('shard  2 of 3; all of them have 4 benchmarks')
  })

  it('divides what is asked for', () => {
    expect(planOf(1, 2, ['c', 'd']).shard?.division).toEqual([['c'], ['d']])
  })

  it('keeps the part of an earlier attempt', () => {
    const shard = { index: 1, count: 2, durations: new Map([['a', 100]]), division: [['c'], ['a', 'b', 'd']] }
    const planned = makePlan({ suite, change, seed: 7, shard })
    expect('plan' in planned && planned.plan.benchmarks.map(({ benchmark }) => benchmark.name)).toEqual(['c'])
  })

  it('knows that the error rate is for the whole suite: too few pairs for it are too few for a shard', () => {
    const many = suiteOf(namesOf(64))
    const few = { ...many, gate: { ...many.gate, maxPairs: 9 } }
    const shard = { index: 1, count: 64, durations: new Map<string, number>() }
    expect(makePlan({ suite: few, change, seed: 7, shard })).toHaveProperty('faults')
  })
})

it('all shards draw one seed: of the run, the commits and the suite', () => {
  const seed = sharedSeed(change, 'h', '77')
  expect(sharedSeed({ ...change, reason: 'named' }, 'h', '77')).toBe(seed)
  expect(Number.isInteger(seed) && seed >= 0 && seed < 2 ** 32).toBe(true)
  const others = [
    sharedSeed(change, 'h', '78'),
    sharedSeed(change, 'i', '77'),
    sharedSeed({ ...change, head: { commit: 'c' } }, 'h', '77'),
  ]
  expect(new Set([seed, ...others]).size).toBe(4)
})
