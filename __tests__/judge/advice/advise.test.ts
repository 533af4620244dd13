// Every rule fires and stays silent where it must; together they fold, order and change nothing.
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { advise } from '../../../src/judge/advice/advise.ts'
import { rules } from '../../../src/judge/advice/registry.ts'
import { AdviceSchema, adviceRules } from '../../../src/model/advice.ts'
import { advicePhrases } from '../../../src/report/advice.ts'
import { plain } from '../../../src/report/phrase.ts'
import { cases } from './cases.ts'
import { type Case, observed } from './observed.ts'

function adviceFor(one: Case, benchmark = 'checkout') {
  const { rows, machine, ...figures } = observed(one)
  return advise({ figures: [{ ...figures, benchmark }], rows, machine })
}

describe.each(adviceRules)('%s', (rule) => {
  const { fires, silent } = cases[rule]

  it('has cases of both kinds', () => {
    expect(fires.length).toBeGreaterThan(0)
    expect(silent.length).toBeGreaterThan(0)
  })

  it.each(fires)('fires: $title', (one) => {
    const all = adviceFor(one)
    const mine = all.filter((each) => each.rule === rule)
    expect(mine).toHaveLength(1)
    expect(v.parse(v.array(AdviceSchema), JSON.parse(JSON.stringify(mine)))).toEqual(mine)
    expect(plain(advicePhrases(mine)[0] ?? [])).toContain(`${rules[rule].title}. checkout: ${one.seen}. `)
  })

  it.each(silent)('is silent: $title', (one) => {
    expect(adviceFor(one).map((each) => each.rule)).not.toContain(rule)
  })

  it('says why, what to try and where to look, in whole sentences', () => {
    const { why, attempt, look, when, title } = rules[rule]
    for (const sentence of [why, attempt]) expect(sentence).toMatch(/^\p{Lu}.*\.$/u)
    expect(look).toMatch(/^.{10,}$/)
    expect(when).toMatch(/^[\p{Ll}].*[^.]$/u)
    expect(title.length).toBeLessThan(30)
  })
})

describe('all rules together', () => {
  const slow = (mean: number): Case => ({ title: '', head: { latency: { mean, count: 500 } } })
  const figuresOf = (benchmark: string, one: Case) => ({ ...observed(one), benchmark })

  it('fold: one entry per rule, the clearest benchmark first', () => {
    const [only, ...others] = advise({
      figures: [figuresOf('a', slow(2)), figuresOf('b', slow(9)), figuresOf('c', slow(0.1))],
      rows: [],
      machine: {},
    })
    expect(others).toEqual([])
    expect(only?.seen.map(({ benchmark }) => benchmark)).toEqual(['b', 'a'])
    expect(plain(advicePhrases(only === undefined ? [] : [only])[0] ?? [])).toContain(
      'b: the mean latency is 9.00 s; likewise a. After a second',
    )
  })

  it('leave out steps and stages of a benchmark that is told itself', () => {
    const [only] = advise({
      figures: [figuresOf('shop/pay', slow(5)), figuresOf('shop', slow(2)), figuresOf('shopping', slow(3))],
      rows: [],
      machine: {},
    })
    expect(only?.seen.map(({ benchmark }) => benchmark)).toEqual(['shopping', 'shop'])
  })

  it('come in the order of their urgency', () => {
    const head = { requests: 1000, 'error-rate': 0.1, memory: 2e9, 'achieved-rate': 0.2 }
    expect(adviceFor({ title: '', head }).map(({ rule }) => rule)).toEqual([
      'errors',
      'low-throughput',
      'high-memory',
    ])
  })

  it('see nothing in figures that are odd', () => {
    const head = {
      latency: { mean: 0, p95: 0, count: 1000 },
      requests: 0,
      'error-rate': 0,
      'load-time': 0,
      cpu: 0,
    }
    expect(adviceFor({ title: '', head, trials: 0 })).toEqual([])
    expect(advise({ figures: [], rows: [], machine: {} })).toEqual([])
  })

  it('take `__proto__` for the name that it is', () => {
    expect(adviceFor(slow(2), '__proto__')[0]?.seen[0]?.benchmark).toBe('__proto__')
  })
})
