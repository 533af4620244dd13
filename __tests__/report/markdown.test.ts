// Text of others stays text: checked with a parser of GitHub's Markdown, which knows more tricks than we do.
import fc from 'fast-check'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import { describe, expect, test } from 'vitest'
import { clip, harmless, tail } from '../../src/report/foreign.ts'
import { code, codeBlock, fold, link, markdown, table, text } from '../../src/report/markdown.ts'
import { asSentence, plain } from '../../src/report/phrase.ts'
import { hostileText } from './hostile.ts'

fc.configureGlobal({ seed: 8123 })

/** As GitHub reads it, before it removes what it does not allow. */
function parsed(source: string): string {
  return micromark(source, { allowDangerousHtml: true, extensions: [gfm()], htmlExtensions: [gfmHtml()] })
}

const entities: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"' }

/** What a reader sees, without the characters that take no room. */
function seen(html: string): string {
  return html
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot);/g, (_, name: string) => entities[name] ?? '')
    .replace(/[\u2060\u2068\u2069]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim()
}

const tagsIn = (html: string) => [...html.matchAll(/<\/?([a-z][a-z0-9]*)/gi)].map(([, name]) => name)

/** What GitHub would turn into a notification, a reference, a link or a picture. */
const live = /@[a-z0-9]|#\d|GH-\d|:\/\/|www\.|:[a-z0-9_+-]+:/i

describe('text', () => {
  test('shows every character and nothing else', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const html = parsed(`It is ${text(raw)} here`)
        expect(new Set(tagsIn(html.replaceAll('<span>$</span>', '')))).toEqual(new Set(['p']))
        expect(seen(html)).toBe(`It is ${clip(harmless(raw), 400)} here`.replace(/ {2,}/g, ' '))
      }),
      { numRuns: 300 },
    )
  })

  test('opens no block at the beginning of a line', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        const html = parsed(`above\n\n${text(raw)}\n\nbelow`)
        expect(new Set(tagsIn(html.replaceAll('<span>$</span>', '')))).toEqual(new Set(['p']))
      }),
      { numRuns: 300 },
    )
  })

  test('calls nobody and refers to nothing', () => {
    fc.assert(
      fc.property(hostileText, (raw) => {
        expect(parsed(text(raw)).replace(/<[^>]*>/g, '')).not.toMatch(live)
      }),
      { numRuns: 300 },
    )
  })

  test('keeps ordinary names as they are', () => {
    for (const name of [
      'parse/large',
      'sort_by_key',
      'BenchmarkX-8',
      'a (b)',
      'x < y',
      'R&D',
      'C++',
      '3.5 kB',
      '解析',
    ])
      expect(text(name)).toBe(name)
  })

  test('keeps right-to-left names from reordering the numbers beside them', () => {
    expect(text('מהירות')).toBe('\u2068מהירות\u2069')
  })
})

test('a table keeps its cells, whatever is in them', () => {
  fc.assert(
    fc.property(hostileText, hostileText, (name, other) => {
      const columns = ['a', 'b', 'c'].map((title) => ({ title, align: 'left' as const }))
      const html = parsed(table(columns, [[text(name), text(other), 'end']]))
      const cells = [...html.matchAll(/<td[^>]*>(.*?)<\/td>/gs)].map(([, cell]) => seen(cell ?? ''))
      expect(cells).toEqual([clip(harmless(name), 400), clip(harmless(other), 400), 'end'])
    }),
    { numRuns: 300 },
  )
})

test('a code block ends where we end it', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      const html = parsed(`${codeBlock(raw)}\n\nafter`)
      expect(html).toMatch(/<\/code><\/pre>\n<p>after<\/p>$/)
      expect(tagsIn(html)).toEqual(['pre', 'code', 'code', 'pre', 'p', 'p'])
    }),
    { numRuns: 300 },
  )
})

test('a code span ends where we end it', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      const html = parsed(`Run ${code(raw)} now`)
      expect(seen(html)).toBe(`Run ${harmless(raw)} now`.replace(/ {2,}/g, ' '))
      expect(tagsIn(html).filter((tag) => tag !== 'p' && tag !== 'code')).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('a folded part has one summary and closes', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      const html = parsed(`${fold(raw, 'body')}\n\nafter`)
      expect(tagsIn(html)).toEqual(['details', 'summary', 'summary', 'p', 'p', 'details', 'p', 'p'])
      expect(html.replace(/<[^>]*>/g, '')).not.toMatch(live)
    }),
    { numRuns: 300 },
  )
})

test('sentences of other stages stay sentences', () => {
  fc.assert(
    fc.property(hostileText, (raw) => {
      const html = parsed(`- ${markdown(asSentence(raw))}\n`).replaceAll('<span>$</span>', '')
      expect(tagsIn(html).filter((tag) => !['ul', 'li', 'code'].includes(tag ?? ''))).toEqual([])
    }),
    { numRuns: 300 },
  )
})

test('only web addresses become links', () => {
  expect(link('here', 'https://github.com/o/r/commit/abc')).toBe('[here](https://github.com/o/r/commit/abc)')
  expect(link('here', 'javascript:alert(1)')).toBe('here')
  expect(link('here', 'https://x.example/) [y](https://evil.example')).toBe('here')
})

test('the middle of a long text goes, its ends stay', () => {
  expect(clip('abcdefghij', 5)).toBe('ab…ij')
  expect(clip('abc', 5)).toBe('abc')
  expect([...clip('🚀'.repeat(50), 7)]).toHaveLength(7)
})

test('the end of an output is kept, and says that it is only the end', () => {
  expect(tail('one\ntwo\nthree\n', 2, 100)).toBe('…\ntwo\nthree')
  expect(tail('one\ntwo', 5, 100)).toBe('one\ntwo')
  expect(tail('abcdef', 5, 3)).toBe('…\ndef')
  expect(tail('\u001B[31mred\u001B[0m\r\nline', 5, 100)).toBe('red\nline')
})

test('backticks in messages become code, and a sentence gets its full stop', () => {
  expect(asSentence('raise `gate.max-time`')).toEqual(['Raise ', { code: 'gate.max-time' }, '.'])
  expect(plain(asSentence('done.'))).toBe('Done.')
  expect(asSentence('')).toEqual([])
})
