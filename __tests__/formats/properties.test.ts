// No input makes a format crash, hang, or say NaN, Infinity or a negative duration: fixtures cut, mixed and mangled.
import { createContext, Script } from 'node:vm'
import fc from 'fast-check'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { ReadError } from '../../src/errors.ts'
import { formats, type Imported, importHistory, importText } from '../../src/formats/index.ts'
import { sourceOf } from '../../src/formats/reading/source.ts'
import { FailureSchema } from '../../src/model/failure.ts'
import { NoticeSchema } from '../../src/model/notice.ts'
import { SeriesSchema, seriesKey } from '../../src/model/series.ts'
import { readFixtures } from './fixtures.ts'

const fixtures = readFixtures().map((fixture) => ({ ...fixture, text: fixture.text.slice(0, 12_000) }))

/** A line, a number or a word of a fixture, changed in one of the ways that files break. */
const mangled = fc
  .tuple(
    fc.constantFrom(...fixtures),
    fc.constantFrom(...fixtures),
    fc.nat(),
    fc.nat(),
    fc.constantFrom(
      'cut',
      'drop-line',
      'number',
      'null',
      'negative',
      'infinite',
      'zero',
      'mix',
      'word',
      'quote',
      'flip',
      'twice',
      'crlf',
      'bom',
      'huge',
      'deep',
      'prototype',
    ),
    fc.string(),
  )
  .map(([one, other, where, width, how, noise]) => {
    const { text } = one
    const at = where % Math.max(1, text.length)
    const numbers = [...text.matchAll(/-?\d+(?:\.\d+)?/g)]
    const number = numbers[where % Math.max(1, numbers.length)]
    const swapped = (value: string) =>
      number === undefined
        ? text
        : text.slice(0, number.index) + value + text.slice(number.index + number[0].length)
    switch (how) {
      case 'cut':
        return { format: one.format, text: text.slice(0, at) }
      case 'drop-line': {
        const lines = text.split('\n')
        lines.splice(where % lines.length, 1 + (width % 3))
        return { format: one.format, text: lines.join('\n') }
      }
      case 'number':
        return { format: one.format, text: swapped(String(width)) }
      case 'null':
        return { format: one.format, text: swapped('null') }
      case 'negative':
        return { format: one.format, text: swapped('-3') }
      case 'infinite':
        return { format: one.format, text: swapped(width % 2 === 0 ? '1e999' : 'Infinity') }
      case 'zero':
        return { format: one.format, text: swapped('0') }
      case 'mix':
        return { format: one.format, text: `${text}\n${other.text}` }
      case 'flip': {
        const flipped = String.fromCharCode(text.charCodeAt(at) ^ (1 << (width % 8)))
        return { format: one.format, text: text.slice(0, at) + flipped + text.slice(at + 1) }
      }
      case 'twice':
        return { format: one.format, text: text + text }
      case 'crlf':
        return { format: one.format, text: text.replaceAll('\n', '\r\n') }
      case 'bom':
        return { format: one.format, text: `\uFEFF${text}` }
      case 'huge':
        return { format: one.format, text: swapped('9'.repeat(1 + (width % 400))) }
      case 'deep':
        return { format: one.format, text: swapped(`${'['.repeat(20_000)}${']'.repeat(width % 20_000)}`) }
      case 'prototype': {
        // A name, wherever the tool writes names: keys, labels, columns.
        const words = [...text.matchAll(/[A-Za-z_][\w.]*/g)]
        const word = words[where % Math.max(1, words.length)]
        const name = ['__proto__', 'constructor', 'toString', 'hasOwnProperty'][width % 4] ?? ''
        return {
          format: one.format,
          text: word === undefined ? text : text.replaceAll(word[0], name),
        }
      }
      case 'quote':
        return { format: one.format, text: `${text.slice(0, at)}"${text.slice(at)}` }
      default:
        return { format: one.format, text: text.slice(0, at) + noise + text.slice(at + (width % 20)) }
    }
  })

const units = [
  ' ',
  '\t',
  '\n',
  ' \n',
  '1',
  'a',
  'a ',
  '1,',
  '1.',
  '| ',
  '│ ',
  '-',
  '=',
  '{',
  '[',
  '"',
  '<a>',
  '{\n',
].concat(['(', '/', ':', '\\', "'", '\r\n', '&', '\u001b[', '1 ms '])

const firstOfEach = [...new Map([...fixtures].reverse().map((one) => [one.format, one])).values()].reverse()

const runs = { numRuns: 500, seed: 8123 }

describe('whatever a file holds', () => {
  it('mangled fixtures are read soundly or refused', () => {
    fc.assert(
      fc.property(mangled, ({ format, text }) => {
        for (const word of ['auto', format])
          checkOutcome(() => importText({ text, file: 'f', format: word }).imported)
      }),
      runs,
    )
  })

  it('random text is read soundly or refused, by every format', () => {
    const text = fc.oneof(
      fc.string(),
      fc.string({ unit: 'binary' }),
      fc.json(),
      fc.lorem({ mode: 'sentences' }),
    )
    fc.assert(
      fc.property(text, fc.constantFrom(...formats), (written, format) => {
        checkOutcome(() => importText({ text: written, file: 'f', format: format.name }).imported)
      }),
      runs,
    )
  })

  it('any JSON of a known shape is read soundly or refused', () => {
    const jsons = fixtures.flatMap(({ format, text }) => {
      const json = sourceOf('f', text).json()
      return typeof json === 'object' && json !== null ? [{ format, json }] : []
    })
    const damage = fc.constantFrom<unknown>(null, 'NaN', -1, 0, {}, [], true, '', 1e308, [null], { a: 1 })
    fc.assert(
      fc.property(fc.constantFrom(...jsons), fc.nat(), damage, ({ format, json }, where, value) => {
        const text = JSON.stringify(replaced(json, where, value))
        for (const word of ['auto', format])
          checkOutcome(() => importText({ text, file: 'f', format: word }).imported)
      }),
      runs,
    )
  })

  it('every format has a fixture to be mangled', () => {
    const covered = new Set(fixtures.map(({ format }) => format))
    expect(formats.filter(({ name }) => !covered.has(name)).map(({ name }) => name)).toEqual([])
  })

  it('nothing that a file names reaches the prototypes', () => {
    for (const { format, text } of firstOfEach) {
      const named = text.replaceAll(/[A-Za-z_][\w.]*/g, (word, at: number) =>
        at % 3 === 0 ? '__proto__' : word,
      )
      checkOutcome(() => importText({ text: named, file: 'f', format }).imported)
    }
    expect(Object.keys(Object.prototype)).toEqual([])
    expect(Object.getPrototypeOf(Object.prototype)).toBeNull()
  })

  // What makes careless expressions take for ever. A quadratic one takes hours of work at this length, a sound one
  // milliseconds: the limit, which also ends an expression in its midst, is far from both.
  describe('long runs of one thing are read in time that grows with them', () => {
    it.each([...units])('%j', (unit) => {
      const run = unit.repeat(60_000 / unit.length)
      for (const start of ['', 'test a', 'name  1.5 ns '])
        inTime(() => importText({ text: start + run, file: 'f', format: 'auto' }).imported)
    })

    // Behind a beginning that its own format knows, and in the middle of one of its lines.
    it.each(firstOfEach.map(({ format, text }) => [format, text] as const))('%s', (format, text) => {
      const lines = text.slice(0, 2000).split('\n')
      for (const [at, unit] of [' ', '\n', '1', '1,', 'a', '-', '| ', '"', '{\n'].entries()) {
        const run = unit.repeat(20_000 / unit.length)
        const line = at % lines.length
        const broken = lines.map((one, index) =>
          index === line ? one.slice(0, one.length / 2) + run + one.slice(one.length / 2) : one,
        )
        inTime(() => importText({ text: broken.join('\n'), file: 'f', format }).imported)
      }
    })
  })

  it('histories are read soundly or refused', () => {
    fc.assert(
      fc.property(mangled, ({ text }) => {
        checkOutcome(() => {
          const { runs: all } = importHistory({ text, file: 'f' })
          for (const run of all.slice(1)) check(run)
          return all[0] ?? { series: [], failures: [], notices: [] }
        })
      }),
      { ...runs, numRuns: 200 },
    )
  })
})

/** Runs it where a regular expression can be stopped. */
function inTime(read: () => Imported): void {
  const context = { read: () => checkOutcome(read) }
  const script = new Script('read()')
  script.runInContext(createContext(context), { timeout: 60_000 })
}

function checkOutcome(read: () => Imported): void {
  let imported: Imported
  try {
    imported = read()
  } catch (error) {
    expect(error).toBeInstanceOf(ReadError)
    return
  }
  // Never a silent empty result.
  expect(imported.series.length + imported.failures.length).toBeGreaterThan(0)
  check(imported)
}

function check({ series, failures, notices }: Imported): void {
  for (const failure of failures) v.parse(FailureSchema, failure)
  for (const notice of notices) v.parse(NoticeSchema, notice)
  expect(new Set(series.map(seriesKey)).size).toBe(series.length)
  for (const one of series) {
    v.parse(SeriesSchema, one)
    for (const value of figures(one)) {
      expect(Number.isFinite(value)).toBe(true)
      if (one.unit === 's') expect(value).toBeGreaterThanOrEqual(0)
    }
  }
}

function figures({ evidence }: Imported['series'][number]): number[] {
  if (evidence.kind === 'trials') return evidence.trials.flatMap((trial) => trial.samples)
  if (evidence.kind === 'exact') return [evidence.value]
  if (evidence.kind === 'histogram') return []
  const { kind: _, quantiles, ...rest } = evidence
  return [...Object.values(rest), ...Object.values(quantiles ?? {})].filter((value) => value !== undefined)
}

/** A copy with the n-th value, in document order, replaced. */
function replaced(json: unknown, n: number, value: unknown): unknown {
  let count = 0
  const walk = (node: unknown): number => {
    if (typeof node !== 'object' || node === null) return 1
    return 1 + Object.values(node).reduce((sum: number, one) => sum + walk(one), 0)
  }
  const target = n % walk(json)
  const copy = (node: unknown): unknown => {
    if (count++ === target) return value
    if (Array.isArray(node)) return node.map(copy)
    if (typeof node === 'object' && node !== null)
      return Object.fromEntries(Object.entries(node).map(([key, one]) => [key, copy(one)]))
    return node
  }
  return copy(json)
}
