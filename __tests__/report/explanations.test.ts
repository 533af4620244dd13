// The sentence that names the functions behind a regression, and when it says nothing.
import { describe, expect, it } from 'vitest'
import type { Explanation, GrownFunction } from '../../src/model/explanation.ts'
import { becauseOf } from '../../src/report/explanations.ts'
import { plain } from '../../src/report/phrase.ts'
import { explained } from './explained.ts'

const [tokenize, merge] = explained.functions as [GrownFunction, GrownFunction]
const cpu = { metric: 'cpu', unit: 's', base: 0.0121, head: 0.013 } as const
const said = (parts: Partial<Explanation>, row: Parameters<typeof becauseOf>[1] = cpu) =>
  plain(becauseOf({ ...explained, ...parts }, row))
const grown = (name: string, growth: number, parts: Partial<GrownFunction> = {}): GrownFunction => ({
  ...tokenize,
  function: name,
  own: { base: 0.001, head: 0.001 + growth },
  ...parts,
})

describe('because', () => {
  it('one function that explains most of it', () => {
    expect(said({ functions: [tokenize] })).toBe(
      'Most of it: tokenize src/lexer.ts:88 (+710 of +870 µs, 82 %).',
    )
  })

  it('at most three, until nearly all is explained', () => {
    expect(said({ functions: [tokenize, merge] })).toBe(
      'Most of it: tokenize src/lexer.ts:88 (+710 of +870 µs, 82 %) and merge node_modules/lodash/merge.js:9, called by options src/options.ts:12 (+130 µs, 15 %).',
    )
    const many = [grown('a', 0.0002), grown('b', 0.0002), grown('c', 0.0002), grown('d', 0.0002)]
    expect(said({ functions: many })).toContain(', b src/lexer.ts:88 (+200 µs, 23 %) and c')
    expect(said({ functions: many })).not.toContain('d src')
    expect(said({ functions: [grown('a', 0.0008), grown('b', 0.00009)] })).not.toContain('b src')
  })

  it('a latency that grew by waiting says so, and a part that hardly grew is not explained by the whole', () => {
    const latency = (growth: number) => ({ ...cpu, metric: 'latency.p95', base: 0.01, head: 0.01 + growth })
    expect(said({}, latency(0.0055))).toBe(
      'Its CPU time grew by 870 µs only, of 5.50 ms: most of it is waiting.',
    )
    expect(said({}, latency(0.001))).toMatch(/^Most of it: tokenize/)
    expect(said({}, { ...latency(0.00001), metric: 'phase.print' })).toBe('')
  })

  it('less than half is only a part', () => {
    expect(said({ functions: [grown('a', 0.0002)] })).toMatch(/^Part of it: a /)
  })

  it('more than all, where other functions became faster', () => {
    expect(said({ functions: [grown('a', 0.001)] })).toContain('(+1.00 ms, +870 µs in all)')
  })

  it('objects of which there are more on the heap', () => {
    const constructors = [
      { name: 'Entry', count: { base: 10, head: 1510 }, bytes: { base: 560, head: 84_560 } },
      { name: '(array)', count: { base: 50, head: 60 }, bytes: { base: 1000, head: 31_000 } },
      { name: 'Small', count: { base: 1, head: 2 }, bytes: { base: 0, head: 9000 } },
      { name: 'Grown', count: { base: 5, head: 5 }, bytes: { base: 0, head: 60_000 } },
    ]
    expect(said({ functions: [], constructors })).toBe(
      'On the heap: 1,500 more Entry (+84.0 kB) and 10 more (array) (+30.0 kB).',
    )
    expect(said({ functions: [tokenize], constructors })).toMatch(/82 %\)\. On the heap: /)
  })

  it.each<[string, Partial<Explanation>]>([
    ['chance could have done it', { functions: [grown('a', 0.0005, { certain: false })] }],
    ['it is a small part', { functions: [grown('a', 0.00005)] }],
    ['nothing grew', { total: { base: 0.012, head: 0.012 } }],
    ['there is nothing', { functions: [] }],
  ])('nothing is claimed when %s', (_, parts) => {
    expect(said(parts)).toBe('')
  })
})
