// The sentence that names the functions behind a regression, and when it says nothing.
import { describe, expect, it } from 'vitest'
import type { Explanation, GrownFunction } from '../../src/model/explanation.ts'
import { becauseOf } from '../../src/report/explanations.ts'
import { plain } from '../../src/report/phrase.ts'
import { explained } from './explained.ts'

const [tokenize, merge] = explained.functions as [GrownFunction, GrownFunction]
const said = (parts: Partial<Explanation>) => plain(becauseOf({ ...explained, ...parts }))
const grown = (name: string, growth: number, parts: Partial<GrownFunction> = {}): GrownFunction => ({
  ...tokenize,
  function: name,
  own: { base: 0.001, head: 0.001 + growth },
  ...parts,
})

describe('because', () => {
  it('one function that explains most of it', () => {
    expect(said({ functions: [tokenize] })).toBe('Most of it: tokenize src/lexer.ts:88 (+710 of +870 µs).')
  })

  it('at most three, until nearly all is explained', () => {
    expect(said({ functions: [tokenize, merge] })).toBe(
      'Most of it: tokenize src/lexer.ts:88 (+710 of +870 µs) and merge node_modules/lodash/merge.js:9, called by options src/options.ts:12 (+130 µs).',
    )
    const many = [grown('a', 0.0002), grown('b', 0.0002), grown('c', 0.0002), grown('d', 0.0002)]
    expect(said({ functions: many })).toContain(', b src/lexer.ts:88 (+200 µs) and c')
    expect(said({ functions: many })).not.toContain('d src')
    expect(said({ functions: [grown('a', 0.0008), grown('b', 0.00009)] })).not.toContain('b src')
  })

  it('less than half is only a part', () => {
    expect(said({ functions: [grown('a', 0.0002)] })).toMatch(/^Part of it: a /)
  })

  it('more than all, where other functions became faster', () => {
    expect(said({ functions: [grown('a', 0.001)] })).toContain('(+1.00 ms, +870 µs in all)')
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
