// Globs against a second implementation, and suggestions that help without guessing wildly.
import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { couldMatchBelow, matchesBenchmark, matchesGlob } from '../../src/model/glob.ts'
import { distance, nearest } from '../../src/model/nearest.ts'

const asRegExp = (pattern: string) =>
  new RegExp(
    `^${pattern.replace(/\*\*|\*|\?|[^*?]/g, (part) =>
      part === '**' ? '.*' : part === '*' ? '[^/]*' : part === '?' ? '[^/]' : part.replace(/[./]/, '\\$&'),
    )}$`,
  )
const name = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.'), maxLength: 6 })
const pattern = fc.string({ unit: fc.constantFrom('a', 'b', '/', '.', '*', '**', '?'), maxLength: 6 })

test('globs match what the regular expression matches', () => {
  fc.assert(
    fc.property(pattern, name, (glob, text) => matchesGlob(glob, text) === asRegExp(glob).test(text)),
    { seed: 2, numRuns: 2000 },
  )
})

test('a glob could match below a name when it matches some name there', () => {
  const rests = ['', 'a', 'b', 'ab', 'a/b', '.a', 'b/a/a', 'a.', '/', 'bb', 'aa', '.', '/b', 'a/', 'b.', '..']
  fc.assert(
    fc.property(pattern, name, (glob, text) => {
      const found = rests.some((rest) => rest !== '' && matchesGlob(glob, `${text}/${rest}`))
      if (found) expect(couldMatchBelow(glob, text)).toBe(true)
    }),
    { seed: 3, numRuns: 2000 },
  )
})

it.each([
  ['parse/large', 'parse', true],
  ['parse/*', 'parse', true],
  ['p*/**', 'parse', true],
  ['**/large', 'parse', true],
  ['parse', 'parse', false],
  ['parser/large', 'parse', false],
  ['*', 'parse', false],
])('%s below %s: %s', (glob, text, expected) => expect(couldMatchBelow(glob, text)).toBe(expected))

it('no pattern takes long', () => {
  expect(matchesGlob(`${'**a'.repeat(40)}b`, 'a'.repeat(400))).toBe(false)
})

it.each([
  ['parse', 'parse', true],
  ['parse', 'parse/large', true],
  ['par*', 'parse/large', true],
  ['parse/large', 'parse/large', true],
  ['parse/large', 'parse', false],
  ['pars', 'parse/large', false],
  ['**', 'parse/large', true],
])('benchmark %s stands for %s: %s', (glob, text, expected) =>
  expect(matchesBenchmark(glob, text)).toBe(expected),
)

describe('the nearest name', () => {
  it.each([
    ['', '', 0],
    ['kitten', 'sitting', 3],
    ['ca', 'ac', 1],
    ['CPU', 'cpu', 0.75],
    ['a', '', 1],
  ])('from %s to %s: %d edits', (a, b, edits) => expect(distance(a, b)).toBe(edits))

  it.each([
    ['regresion', 'regression'],
    ['comand', 'command'],
    ['metirc', 'metric'],
    ['CPU', 'cpu'],
    ['xyzzy', undefined],
    ['', undefined],
  ])('%s → %s', (written, expected) =>
    expect(nearest(written, ['regression', 'command', 'metric', 'cpu'])).toBe(expected),
  )
})
