// The plan: order, selection, hash, reach, and what `perf-gate plan` prints.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { parseSuite } from '../../src/config/load.ts'
import type { Change } from '../../src/model/change.ts'
import type { Plan } from '../../src/model/plan.ts'
import { describePlan } from '../../src/plan/describe.ts'
import { fnv1a, suiteHash } from '../../src/plan/hash.ts'
import { makePlan, type PlanRequest } from '../../src/plan/plan.ts'
import { fewestPairs } from '../../src/plan/reach.ts'
import { isWanted } from '../../src/plan/select.ts'
import { expectGolden } from '../fakes/golden.ts'

const yaml = `setup: npm ci
benchmarks:
  parse: { task: bench/parse.js }
  render: { task: bench/render.js, trial-time: 1s, timeout: 10s }
  cold-start: { command: node cli.js --version, timeout: 5s }
  bundle: { files: dist/*.js, compress: gzip }
budgets:
  - metric: cpu
  - { benchmark: parse/large, metric: wall, limit: 150ms }
  - { benchmark: bundle, metric: bytes, limit: 250kB, on-regression: warn }
`
const suiteOf = (text: string) => parseSuite(text, 'perf-gate.yml').suite
const suite = suiteOf(yaml)
const change: Change = {
  base: { commit: '0123456789abcdef0123456789abcdef01234567', ref: 'origin/main' },
  head: { commit: 'fedcba9876543210fedcba9876543210fedcba98', ref: 'feature', dirty: true },
  reason: 'merge-base',
  distance: 3,
}

function planOf(request: Partial<PlanRequest> = {}): Plan {
  const planned = makePlan({ suite, change, seed: 7, ...request })
  if ('faults' in planned) throw new Error(planned.faults.map(({ message }) => message).join('\n'))
  return planned.plan
}
const faultsOf = (request: Partial<PlanRequest>) => {
  const planned = makePlan({ suite, change, seed: 7, ...request })
  return 'faults' in planned ? planned.faults.map(({ message }) => message) : []
}
const names = (plan: Plan) => plan.benchmarks.map(({ benchmark }) => benchmark.name)
const orderOf = (plan: Plan, name: string) =>
  plan.benchmarks.find(({ benchmark }) => benchmark.name === name)?.first

it('takes what the suite says', () => {
  expect(planOf()).toMatchObject({
    suite: 'perf-gate',
    seed: 7,
    change,
    setup: ['npm ci'],
    minPairs: 5,
    maxPairs: 40,
    maxTime: 480,
    firstRound: 0,
  })
  expect(names(planOf())).toEqual(['parse', 'render', 'cold-start', 'bundle'])
  expect(planOf()).not.toHaveProperty('only')
  expect(planOf({ maxTime: 30 }).maxTime).toBe(30)
  // A plan is saved and read again.
  expect(JSON.parse(JSON.stringify(planOf()))).toEqual(JSON.parse(JSON.stringify(planOf())))
})

describe('which side runs first', () => {
  it('is the same for the same seed, and another for another seed or benchmark', () => {
    expect(orderOf(planOf(), 'parse')).toHaveLength(40)
    expect(orderOf(planOf(), 'parse')).toEqual(orderOf(planOf(), 'parse'))
    expect(orderOf(planOf(), 'parse')).not.toEqual(orderOf(planOf({ seed: 8 }), 'parse'))
    expect(orderOf(planOf(), 'parse')).not.toEqual(orderOf(planOf(), 'render'))
  })

  it('does not depend on the other benchmarks', () => {
    expect(orderOf(planOf({ only: ['render'] }), 'render')).toEqual(orderOf(planOf(), 'render'))
  })

  it('goes on where an earlier attempt ended', () => {
    const continued = orderOf(planOf({ firstRound: 10 }), 'parse')
    expect(continued).toHaveLength(40)
    expect(continued?.slice(0, 30)).toEqual(orderOf(planOf(), 'parse')?.slice(10))
  })

  it('is a fair coin, independent from pair to pair', () => {
    // 200 seeds × 40 pairs: 8000 coins, standard deviation 44.7 and, for agreeing neighbours, 44.2.
    let heads = 0
    let agreeing = 0
    for (let seed = 0; seed < 200; seed += 1) {
      const order = orderOf(planOf({ seed }), 'parse') ?? []
      heads += order.filter((side) => side === 'head').length
      agreeing += order.filter((side, index) => index > 0 && side === order[index - 1]).length
    }
    expect(Math.abs(heads - 4000)).toBeLessThan(4 * 44.7)
    expect(Math.abs(agreeing - 3900)).toBeLessThan(4 * 44.2)
  })
})

describe('--only', () => {
  it.each([
    [['parse'], ['parse']],
    [
      ['parse', 'bundle'],
      ['parse', 'bundle'],
    ],
    [['*r*'], ['parse', 'render', 'cold-start']],
    [['parse/large'], ['parse']],
    [['*/large'], ['parse', 'render']],
    [['**'], ['parse', 'render', 'cold-start', 'bundle']],
    [[], ['parse', 'render', 'cold-start', 'bundle']],
  ])('%j selects %j', (only, expected) => expect(names(planOf({ only }))).toEqual(expected))

  it('names what is unknown, all of it, with a suggestion', () => {
    expect(faultsOf({ only: ['prase', 'bundle', 'cold-start/x', 'xyz'] })).toEqual([
      'only: no benchmark is called "prase"; did you mean "parse"?',
      'only: no benchmark is called "cold-start/x"; did you mean "cold-start"?',
      'only: no benchmark is called "xyz"; there are parse, render, cold-start, bundle',
    ])
  })

  it('lets measure pick the rows', () => {
    const plan = planOf({ only: ['parse/large', 'render'] })
    expect(['parse/large', 'parse/small', 'render/a', 'bundle'].map((name) => isWanted(plan, name))).toEqual([
      true,
      false,
      true,
      false,
    ])
    expect(isWanted(planOf(), 'anything')).toBe(true)
  })
})

describe('the suite hash', () => {
  const hash = (text: string) => suiteHash(suiteOf(text))

  it('is FNV-1a of 64 bits', () => {
    // Vectors of the reference implementation: isthe.com/chongo/src/fnv/test_fnv.c.
    expect(fnv1a('')).toBe('cbf29ce484222325')
    expect(fnv1a('a')).toBe('af63dc4c8601ec8c')
    expect(fnv1a('foobar')).toBe('85944171f73967e8')
    expect(fnv1a('\ud800')).toHaveLength(16)
  })

  it.each([
    ['budgets', yaml.replace('150ms', '151ms')],
    ['the gate', `${yaml}gate: { max-time: 1m }\n`],
    ['the name', `name: other\n${yaml}`],
    ['comments and spelling', `# same\n${yaml.replace('timeout: 5s', 'timeout: 5000ms')}`],
    [
      'the order of benchmarks',
      yaml.replace(/ {2}parse.*\n/, '').replace('budgets:', '  parse: { task: bench/parse.js }\nbudgets:'),
    ],
    ['the order of keys', yaml.replace('trial-time: 1s, timeout: 10s', 'timeout: 10s, trial-time: 1s')],
    ['a default that is written out', yaml.replace('timeout: 5s', 'timeout: 5s, exit-code: 0')],
  ])('is the same whatever happens to %s', (_, changed) => expect(hash(changed)).toBe(hash(yaml)))

  it.each([
    ['setup', yaml.replace('npm ci', 'npm install')],
    ['a benchmark', yaml.replace('bench/parse.js', 'bench/parse2.js')],
    ['how it is measured', yaml.replace('trial-time: 1s', 'trial-time: 2s')],
    ['a name', yaml.replace('  render:', '  renders:')],
  ])('changes with %s', (_, changed) => expect(hash(changed)).not.toBe(hash(yaml)))

  it('is that of the whole suite under --only', () => {
    expect(planOf({ only: ['bundle'] }).suiteHash).toBe(planOf().suiteHash)
  })
})

describe('reach', () => {
  it.each([
    // Wealth after n agreeing pairs: .1·1.35ⁿ + .2·1.65ⁿ + .3·1.9ⁿ + .4·2ⁿ.
    [1, 0.01, 8],
    [12, 0.01, 11],
    [1, 0.05, 5],
    [0, 0.01, 0],
  ])('%d metrics at alpha %d take %d pairs', (metrics, alpha, pairs) => {
    const wealth = (n: number) => 0.1 * 1.35 ** n + 0.2 * 1.65 ** n + 0.3 * 1.9 ** n + 0.4 * 2 ** n
    expect(fewestPairs(metrics, alpha)).toBe(pairs)
    if (pairs === 0) return
    expect(wealth(pairs)).toBeGreaterThanOrEqual(metrics / alpha)
    expect(wealth(pairs - 1)).toBeLessThan(metrics / alpha)
  })

  it('a plan that can find nothing is refused', () => {
    const few = suiteOf(`${yaml}gate: { max-pairs: 5 }\n`)
    expect(faultsOf({ suite: few })).toEqual([
      'gate.max-pairs: 5 pairs can never show a regression at alpha 0.01 with 3 metrics to decide; it takes 9',
    ])
    expect(faultsOf({ suite: few, only: ['bundle'] })).toEqual([])
    expect(faultsOf({ suite: few, firstRound: 5 })).toEqual([])
  })

  it('any plan that is made can find something', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 5, max: 60 }),
        fc.double({ min: 1e-6, max: 0.2, noNaN: true }),
        (maxPairs, alpha) => {
          const planned = makePlan({
            suite: { ...suite, gate: { ...suite.gate, maxPairs, alpha } },
            change,
            seed: 1,
          })
          return 'faults' in planned === maxPairs < fewestPairs(3, alpha)
        },
      ),
      { seed: 9 },
    )
  })
})

describe('what `perf-gate plan` prints', () => {
  it.each<[string, Partial<PlanRequest>]>([
    ['all', {}],
    ['some', { only: ['parse/large', 'bundle'], maxTime: 90 }],
    [
      'folders',
      {
        only: ['bundle'],
        change: { base: { directory: 'before' }, head: { directory: 'after' }, reason: 'folders' },
      },
    ],
    [
      'laptop',
      {
        only: ['cold-start'],
        change: { base: { commit: 'abcdef0123' }, head: { dirty: true }, reason: 'last-commit', distance: 1 },
      },
    ],
  ])('%s', (name, request) => {
    expectGolden(
      import.meta.url,
      `plan-${name}.txt`,
      `${describePlan(planOf(request), suite.budgets).join('\n')}\n`,
    )
  })
})
