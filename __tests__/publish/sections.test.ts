// Many writers, one comment: whatever order they come in and whatever they write, no section eats another.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type OwnSection, readSections, withNote, withSection } from '../../src/publish/sections.ts'

const limit = 65_536
const own = (suite: string, body: string, parts: Partial<OwnSection['stamp']> = {}): OwnSection => ({
  suite,
  stamp: { run: 5, attempt: 1, at: 100, ...parts },
  heading: suite,
  render: () => body,
})
const keys = (comment: string) => readSections([comment]).map(({ key }) => key)
const bodies = (comment: string) =>
  Object.fromEntries(readSections([comment]).map(({ key, body }) => [key, body]))

describe('a section', () => {
  test('alone has no heading; with others each has one', () => {
    const one = withSection([], own('api', '### ✅ fine'), limit)
    expect(one).not.toContain('## api')
    const two = withSection([one], own('web', '### ❌ slow'), limit)
    expect(two).toContain('## api\n')
    expect(two).toContain('## web\n')
    expect(bodies(two)).toEqual({ api: '### ✅ fine', web: '### ❌ slow' })
  })

  test('is replaced by a later run, never by an earlier one', () => {
    const first = withSection([], own('api', 'new', { run: 9 }), limit)
    expect(bodies(withSection([first], own('api', 'newer', { run: 10 }), limit))).toEqual({ api: 'newer' })
    expect(withSection([first], own('api', 'old', { run: 8, at: 999 }), limit)).toBe(first)
  })

  test('of another leg under the same name of the same run is kept beside it', () => {
    const first = withSection([], own('api', 'linux', { at: 1 }), limit)
    const both = withSection([first], own('api', 'windows', { at: 2 }), limit)
    expect(bodies(both)).toEqual({ api: 'linux', 'api (2)': 'windows' })
    const next = withSection([both], own('api', 'next', { run: 6 }), limit)
    expect(bodies(next)).toEqual({ api: 'next', 'api (2)': 'windows' })
  })

  test('duplicates of the comment are merged: the later section of each suite counts', () => {
    const a = withSection([withSection([], own('a', 'a1', { run: 1 }), limit)], own('b', 'b2'), limit)
    const b = withSection([], own('a', 'a2', { run: 2 }), limit)
    const merged = withSection([a, b], own('c', 'c1'), limit)
    expect(bodies(merged)).toEqual({ a: 'a2', b: 'b2', c: 'c1' })
  })

  test.each(['a -->', 'a" b', 'ünï (2)', '%zz', "it's", '<!-- perf-gate end -->'])(
    'of a suite called %s',
    (name) => {
      const comment = withSection([withSection([], own('other', 'x'), limit)], own(name, 'mine'), limit)
      expect(bodies(comment)).toEqual({ other: 'x', [name]: 'mine' })
    },
  )

  test('cannot be ended or forged by what a benchmark printed', () => {
    const forged = withSection([], own('victim', 'forged', { run: 99 }), limit)
    const comment = withSection([withSection([], own('victim', 'real'), limit)], own('evil', forged), limit)
    expect(bodies(comment).victim).toBe('real')
    expect(keys(comment)).toEqual(['evil', 'victim'])
  })
})

describe('out of date', () => {
  test('is marked until the new result is there', () => {
    const first = withSection([], own('api', 'old'), limit)
    const marked =
      withNote([first], { suite: 'api', stamp: own('', '', { run: 6 }).stamp }, '> ⏳ measuring') ?? ''
    expect(marked).toContain('\n> ⏳ measuring\n')
    expect(bodies(marked)).toEqual({ api: 'old' })
    const next = withSection([marked], own('api', 'new', { run: 6 }), limit)
    expect(next).not.toContain('⏳')
  })

  test('says nothing where there is nothing, of other suites, or of its own run', () => {
    const first = withSection([], own('api', 'old'), limit)
    const later = own('', '', { run: 6 }).stamp
    expect(withNote([], { suite: 'api', stamp: later }, 'note')).toBeNull()
    expect(withNote([first], { suite: 'web', stamp: later }, 'note')).toBeNull()
    expect(withNote([first], { suite: 'api', stamp: own('', '').stamp }, 'note')).toBeNull()
    expect(withNote([first], { suite: null, stamp: later }, 'note')).toContain('note')
  })
})

test('too long together: others lose their folded parts first, and the tables that fail stay', () => {
  const long = (name: string) =>
    own(
      name,
      `### ❌ ${name}\n\n| the row that fails |\n\n<details><summary>all</summary>\n\n${'x'.repeat(30_000)}\n\n</details>`,
    )
  let comment = ''
  for (const name of ['a', 'b', 'c', 'd'])
    comment = withSection(comment === '' ? [] : [comment], long(name), limit)
  expect(comment.length).toBeLessThanOrEqual(limit)
  expect(keys(comment)).toEqual(['a', 'b', 'c', 'd'])
  expect(comment.match(/the row that fails/g)).toHaveLength(4)
})

test('writing twice changes nothing, in any order of any writers', () => {
  const writer = fc.record({
    suite: fc.constantFrom('a', 'b', 'c (2)', 'd"-->'),
    run: fc.integer({ min: 1, max: 4 }),
    at: fc.integer({ min: 1, max: 3 }),
    body: fc.string({ maxLength: 80 }).filter((text) => text.trim() !== ''),
  })
  fc.assert(
    fc.property(fc.array(writer, { maxLength: 8 }), (writers) => {
      let comment: string[] = []
      for (const { suite, body, run, at } of writers) {
        const section = own(suite, body, { run, at })
        const next = withSection(comment, section, limit)
        expect(withSection([next], section, limit)).toBe(next)
        const before = comment.flatMap((text) => keys(text))
        expect(keys(next)).toEqual(expect.arrayContaining(before))
        comment = [next]
      }
    }),
    { seed: 7 },
  )
})
