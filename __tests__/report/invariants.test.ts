// What holds for every report, however odd: nothing breaks out, nothing is lost that fails, no text is too long.

import fc from 'fast-check'
import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { micromark } from 'micromark'
import { gfm, gfmHtml } from 'micromark-extension-gfm'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { ReportSchema, reportFormats } from '../../src/model/report.ts'
import { fitted } from '../../src/report/fit.ts'
import { clip, harmless } from '../../src/report/foreign.ts'
import { text } from '../../src/report/markdown.ts'
import { annotations, renderers } from '../../src/report/renderers/index.ts'
import { randomReport, randomRow } from './random-reports.ts'
import { report, row, slow } from './samples.ts'

fc.configureGlobal({ seed: 8123 })

const anyReport = randomReport(fc.array(randomRow(), { maxLength: 6 }))
const numRuns = 100

const pageTags = [
  'h3',
  'h4',
  'p',
  'strong',
  'code',
  'pre',
  'ul',
  'li',
  'table',
  'thead',
  'tbody',
  'tr',
  'th',
  'td',
]
const allowed = new Set([...pageTags, 'details', 'summary', 'span'])

test('a comment is Markdown of ours, whatever the names are', () => {
  fc.assert(
    fc.property(anyReport, (made) => {
      const html = micromark(renderers.comment(made), {
        allowDangerousHtml: true,
        extensions: [gfm()],
        htmlExtensions: [gfmHtml()],
      })
      const tags = [...html.matchAll(/<(\/?)([a-z][a-z0-9]*)/gi)]
      for (const [, , name] of tags) expect(allowed).toContain(name)
      for (const name of ['details', 'summary', 'table', 'pre']) {
        const of = tags.filter(([, , tag]) => tag === name)
        expect(of.filter(([, closing]) => closing === '/')).toHaveLength(of.length / 2)
      }
    }),
    { numRuns },
  )
})

test.each(reportFormats)('%s never shows NaN, Infinity or undefined', (format) => {
  const named = randomReport(fc.array(randomRow(fc.constantFrom('parse', 'sort')), { maxLength: 6 }))
  fc.assert(
    fc.property(named, (made) => {
      const harmlessReport = JSON.parse(JSON.stringify(made).replace(/NaN|Infinity|undefined/g, 'x'))
      expect(renderers[format](v.parse(ReportSchema, harmlessReport))).not.toMatch(/NaN|Infinity|undefined/)
    }),
    { numRuns },
  )
})

test('what is composed is valid JSON of the schema', () => {
  fc.assert(
    fc.property(anyReport, (made) => {
      // JSON knows no negative zero.
      const saved = JSON.parse(renderers.json(made))
      expect(v.parse(ReportSchema, saved)).toEqual(JSON.parse(JSON.stringify(made)))
    }),
    { numRuns },
  )
})

test('JUnit is well-formed and counts what it holds; what failed is in it', () => {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' })
  fc.assert(
    fc.property(anyReport, (made) => {
      const xml = renderers.junit(made)
      expect(XMLValidator.validate(xml)).toBe(true)
      const { testsuite } = parser.parse(xml).testsuites
      const cases: readonly Record<string, unknown>[] = testsuite.testcase ?? []
      const holding = (kind: string) => cases.filter((each) => kind in each).length
      expect(Number(testsuite['@_tests'])).toBe(cases.length)
      expect(Number(testsuite['@_failures'])).toBe(holding('failure'))
      expect(Number(testsuite['@_errors'])).toBe(holding('error'))
      expect(Number(testsuite['@_skipped'])).toBe(holding('skipped'))
      const failing = made.comparisons.filter(({ outcome }) => outcome === 'fail').length
      expect(holding('failure') + holding('error')).toBeGreaterThanOrEqual(failing)
      if (made.verdict === 'not-compared') expect(holding('error') + holding('failure')).toBeGreaterThan(0)
    }),
    { numRuns },
  )
})

test('the page is closed markup that loads and runs nothing', () => {
  fc.assert(
    fc.property(anyReport, (made) => {
      const page = renderers.html(made)
      expect(XMLValidator.validate(page.replace('<!doctype html>', ''))).toBe(true)
      expect(page).not.toMatch(/<(script|img|iframe|link|object|a)\b/i)
      expect(page.replace(/"[^"]*"/g, '')).not.toMatch(/<[^>]* on[a-z]+=/i)
    }),
    { numRuns },
  )
})

test('a terminal gets no commands but colours', () => {
  fc.assert(
    fc.property(anyReport, fc.boolean(), fc.integer({ min: 20, max: 200 }), (made, color, width) => {
      const shown = renderers.terminal(made, { color, width })
      const rest = color ? shown.replace(/(?![\n\t])\p{Cc}\[(?:1|2|22|31|32|33|39)m/gu, '') : shown
      expect(rest).not.toMatch(/(?![\n\t])\p{Cc}/u)
      expect(rest.trimEnd().split('\n').at(-1)).toBeTruthy()
    }),
    { numRuns },
  )
})

test('annotations are one line each, and none fails silently', () => {
  fc.assert(
    fc.property(anyReport, (made) => {
      const all = annotations(made)
      for (const { title, message } of all) expect(title + message).not.toMatch(/\p{Cc}/u)
      const failing = made.comparisons.some(({ outcome }) => outcome === 'fail')
      if (failing) expect(all[0]?.level).toBe('error')
    }),
    { numRuns },
  )
})

describe('limits', () => {
  test.each(['comment', 'summary'] as const)(
    '%s stays within any limit above its bare skeleton',
    (format) => {
      const bytes = (shown: string) =>
        format === 'comment' ? shown.length : new TextEncoder().encode(shown).length
      fc.assert(
        fc.property(
          randomReport(fc.array(randomRow(), { maxLength: 40 })),
          fc.integer({ min: 2000, max: 70_000 }),
          (made, limit) => {
            expect(bytes(renderers[format](made, { limit }))).toBeLessThanOrEqual(limit)
          },
        ),
        { numRuns: 60 },
      )
    },
  )

  test('every failing row is in a comment that had to be shortened, as long as they fit', () => {
    fc.assert(
      fc.property(
        fc.uniqueArray(fc.integer({ min: 0, max: 1999 }), { minLength: 1, maxLength: 100 }),
        (failing) => {
          const bad = new Set(failing)
          const rows = Array.from({ length: 2000 }, (_, index) =>
            bad.has(index) ? { ...slow, benchmark: `bench/${index}.` } : row(`bench/${index}.`),
          )
          const shown = renderers.comment(report(rows))
          expect(shown.length).toBeLessThanOrEqual(65_536)
          for (const index of bad) expect(shown).toContain(`| ❌ | bench/${index}. |`)
          expect(shown).toMatch(
            /Shortened: [\d,]+ of 2,000 rows did not fit here \(no failing row is among them\)/,
          )
        },
      ),
      { numRuns: 5 },
    )
  })

  test('more failing rows than fit are counted', () => {
    const rows = Array.from({ length: 2000 }, (_, index) => ({ ...slow, benchmark: `bench/${index}` }))
    const shown = renderers.comment(report(rows), { fullReport: { label: 'the job summary' } })
    const listed = shown.match(/\| ❌ \|/g)?.length ?? 0
    expect(listed).toBeGreaterThan(300)
    const missing = (2000 - listed).toLocaleString('en-US')
    expect(shown).toContain(
      `Shortened: ${missing} of 2,000 rows did not fit here (${missing} of them failing).`,
    )
    expect(shown).toContain('The full report: the job summary.')
  })

  test('no more is dropped than must be', () => {
    const parts = Array.from({ length: 100 }, (_, index) => ({ index }))
    const render = (kept: ReadonlySet<object>) => 'x'.repeat(10 * kept.size + 5)
    for (const limit of [5, 14, 15, 500, 1004, 1005, 2000])
      expect(fitted(parts, render, limit, (shown) => shown.length)?.length).toBe(
        Math.min(1005, Math.floor((limit - 5) / 10) * 10 + 5),
      )
    expect(fitted(parts, render, 4, (shown) => shown.length)).toBeNull()
  })
})

test('a comment has every failing row by name', () => {
  fc.assert(
    fc.property(anyReport, (made) => {
      const shown = renderers.comment(made).replaceAll('\u00A0', ' ')
      for (const { benchmark, outcome } of made.comparisons)
        if (outcome === 'fail') expect(shown).toContain(text(clip(harmless(benchmark), 120), 120))
    }),
    { numRuns },
  )
})
