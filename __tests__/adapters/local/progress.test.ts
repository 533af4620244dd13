import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { change, harmless, minutes, progressLines } from '../../../src/adapters/local/progress-lines.ts'
import { bar, progressScreen } from '../../../src/adapters/local/progress-screen.ts'
import type { Progress } from '../../../src/model/progress.ts'
import type { Evidence } from '../../../src/model/stop-rule.ts'

const names = Array.from({ length: 12 }, (_, i) => `benchmark-${String(i + 1).padStart(2, '0')}`)

/** A run of 12 benchmarks and 40 laps; the first is a regression at pair 9, the last is never decided. */
function* run(): Generator<Progress> {
  yield { kind: 'setup', side: 'head', command: 'npm ci\nnpm run build' }
  yield { kind: 'setup', side: 'base', command: 'npm ci\nnpm run build' }
  for (const benchmark of names) yield { kind: 'calibrating', benchmark }
  yield { kind: 'failed', benchmark: 'benchmark-07', side: 'head', reason: 'exit code 1:\n::error::boom' }
  let elapsed = 0
  for (let round = 0; round < 40; round += 1)
    for (const [i, benchmark] of names.entries()) {
      elapsed += 0.9
      const decidedAt = i === names.length - 1 ? Number.POSITIVE_INFINITY : 8 + 2 * i
      if (round > decidedAt || i === 6) continue
      const decided = round === decidedAt
      const open = names.length - names.filter((_, k) => 8 + 2 * k < round).length
      const state = decided ? (i === 0 ? 'regression' : 'no-change') : 'undecided'
      const cpu: Evidence = {
        metric: 'cpu',
        pairs: round + 1,
        state,
        progress: decided ? 1 : Math.min(0.9, round / decidedAt),
        ratio: i === 0 ? 1.072 : 0.9971,
      }
      yield { kind: 'pair', benchmark, round, evidence: [cpu], open, of: 12, elapsed, maxTime: 480 }
    }
  yield { kind: 'note', message: 'the time budget ended' }
}

function golden(name: string, text: string) {
  const file = join(dirname(fileURLToPath(import.meta.url)), 'golden', name)
  if (process.env.UPDATE_GOLDEN) writeFileSync(file, text)
  expect(text).toBe(readFileSync(file, 'utf8'))
}

describe('plain lines', () => {
  test('a log of 12 benchmarks and 40 pairs', () => {
    const events = [...run()]
    const lines = progressLines()
    const printed = events.flatMap(lines)
    expect(events.filter(({ kind }) => kind === 'pair').length).toBeGreaterThan(200)
    expect(printed.length).toBeLessThan(50)
    golden('plain.txt', `${printed.join('\n')}\n`)
  })

  test('each decision is said once', () => {
    const lines = progressLines()
    const found = { metric: 'cpu', pairs: 5, state: 'regression', progress: 1, ratio: 1.2 } as const
    const event: Progress = {
      kind: 'pair',
      benchmark: 'a',
      round: 4,
      evidence: [found],
      open: 0,
      of: 1,
      elapsed: 3,
      maxTime: 60,
    }
    expect(lines(event)).toEqual([
      'a cpu: regression, +20.0 % after 5 pairs',
      'pair 5: 0 of 1 benchmarks open, 0:03 of at most 1:00',
    ])
    expect(lines({ ...event, round: 5, elapsed: 4 })).toEqual([])
  })

  test.each([
    [1.072, '+7.2 %'],
    [0.9971, '−0.3 %'],
    [1, '±0.0 %'],
    [1.0001, '±0.0 %'],
    [0.99999, '±0.0 %'],
    [3.5, '+250 %'],
    [null, '?'],
    [Number.NaN, '?'],
    [Number.POSITIVE_INFINITY, '?'],
  ])('a ratio of %j is %s', (ratio, text) => {
    expect(change(ratio)).toBe(text)
  })

  test.each([
    [0, '0:00'],
    [65.4, '1:05'],
    [59.6, '1:00'],
    [3600, '60:00'],
    [-3, '0:00'],
  ])('%d seconds are %s', (seconds, text) => {
    expect(minutes(seconds)).toBe(text)
  })

  test.each([
    ['::error::x', ': :error::x'],
    ['ok\n  ::add-mask::x', 'ok\n  : :add-mask::x'],
    ['a ##[error]x', 'a # #[error]x'],
    ['\u001b[2Jgone', '[2Jgone'],
    ['seen\rhidden', 'seen\nhidden'],
    ['a\u202egnp.exe', 'agnp.exe'],
    ['a::b', 'a::b'],
    ['Größe: 3 µs', 'Größe: 3 µs'],
  ])('%j is harmless as %j', (text, expected) => {
    expect(harmless(text)).toBe(expected)
  })
})

describe('the picture', () => {
  test('while it measures', () => {
    const screen = progressScreen()
    const frames: string[] = []
    let count = 0
    for (const event of run()) {
      screen.observe(event)
      count += 1
      if ([1, 5, 40, 120, 200].includes(count)) frames.push(screen.draw(80, 12).join('\n'))
    }
    frames.push(screen.draw(40, 5).join('\n'))
    golden('screen.txt', `${frames.join('\n----\n')}\n`)
  })

  test('fits any terminal, whatever happens', () => {
    const evidence = fc.record({
      metric: fc.string(),
      pairs: fc.nat(),
      state: fc.constantFrom('undecided', 'regression', 'improvement', 'no-change'),
      progress: fc.double(),
      ratio: fc.option(fc.double()),
    })
    const pair = fc.record({
      kind: fc.constant('pair' as const),
      benchmark: fc.string({ unit: 'binary', maxLength: 60 }),
      round: fc.nat(100),
      evidence: fc.array(evidence, { maxLength: 3 }),
      open: fc.nat(12),
      of: fc.nat(12),
      elapsed: fc.nat(1000),
      maxTime: fc.nat(1000),
    })
    fc.assert(
      fc.property(
        fc.array(pair),
        fc.integer({ min: 1, max: 120 }),
        fc.integer({ min: 0, max: 30 }),
        (events, columns, rows) => {
          const screen = progressScreen()
          for (const event of events) screen.observe(event)
          const lines = screen.draw(columns, rows)
          expect(lines.length).toBeLessThanOrEqual(rows)
          for (const line of lines) {
            expect(line.length).toBeLessThanOrEqual(columns)
            expect(line).not.toMatch(/\p{Cc}|NaN|Infinity|undefined/u)
          }
        },
      ),
      { seed: 1 },
    )
  })

  test('nothing to show is nothing drawn', () => {
    expect(progressScreen().draw(80, 24)).toEqual([])
  })

  test.each([
    [0, '░░░░░░░░░░'],
    [0.7, '███████░░░'],
    [0.99, '█████████░'],
    [1, '██████████'],
    [7, '██████████'],
    [-1, '░░░░░░░░░░'],
    [Number.NaN, '░░░░░░░░░░'],
  ])('%d of the way: %s', (progress, text) => {
    expect(bar(progress)).toBe(text)
  })
})
