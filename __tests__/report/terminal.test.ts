// What stays on the screen, in any width, with any alphabet.
import { describe, expect, test } from 'vitest'
import { json } from '../../src/report/renderers/json.ts'
import { terminal } from '../../src/report/renderers/terminal.ts'
import { wrapped } from '../../src/report/terminal-text.ts'
import { clipToWidth, pad, widthOf } from '../../src/report/width.ts'
import { calm, report, row, size, slow, undecided } from './samples.ts'

const lastLine = (shown: string) => shown.trimEnd().split('\n').at(-1)

test('the verdict comes last, the worst row last of the table', () => {
  const shown = terminal(report([slow, undecided, ...calm]))
  expect(lastLine(shown)).toBe('✗ FAIL  1 regression, 1 inconclusive, 10 unchanged')
  const rows = shown.split('\n').filter((line) => /^[✓✗?] \S/.test(line))
  expect(rows.at(-2)).toMatch(/^✗ parse\/large/)
  // What did not change stays in the order of the suite.
  expect(rows[0]).toMatch(/^✓ parse\/small/)
})

test.each([
  ['pass', '✓ PASS  No regressions: 10 unchanged'],
  ['warn', '! WARN  10 unchanged'],
  ['not-compared', '! NOT COMPARED  Nothing was compared: 10 unchanged'],
] as const)('%s', (outcome, expected) => {
  expect(lastLine(terminal(report(calm, { outcome })))).toBe(expected)
})

test('colours only when asked for', () => {
  const made = report([slow])
  const colourless = terminal(made)
  expect(colourless).not.toContain('\u001B')
  const coloured = terminal(made, { color: true })
  expect(coloured).toContain('\u001B[31m')
  expect(coloured.replace(/(?!\n)\p{Cc}\[\d+m/gu, '')).toBe(colourless)
})

test('names of any alphabet leave the columns aligned', () => {
  const names = ['解析/大きい', 'parse', 'e\u0301tude', '🚀 launch', '한국어', 'мера']
  const lines = terminal(report(names.map((name) => row(name)))).split('\n')
  const ends = lines.flatMap((line) => {
    const at = line.indexOf('+0.17 %')
    return /^✓ \S/.test(line) && at > 0 ? [widthOf(line.slice(0, at))] : []
  })
  expect(ends).toHaveLength(names.length)
  expect(new Set(ends).size).toBe(1)
})

test.each([60, 80, 100])('a terminal of %s columns gets no longer line', (width) => {
  const long = row(`${'long-name/'.repeat(12)}end`)
  const shown = terminal(report([slow, undecided, long, size('bundle', 240_112, 254_870)]), { width })
  // Commands to be copied stay in one piece.
  for (const line of shown.split('\n').filter((each) => !each.startsWith('Again on')))
    expect(widthOf(line)).toBeLessThanOrEqual(width)
  expect(shown).toContain('+7.2 %')
  expect(shown).toContain('13.0 ms')
})

describe('width', () => {
  test.each([
    ['abc', 3],
    ['解析', 4],
    ['e\u0301', 1],
    ['🚀', 2],
    ['👩‍👩‍👧', 2],
    ['🇩🇪', 2],
    ['☑️', 2],
    ['✓✗–→µ≤', 6],
    ['ｆｕｌｌ', 8],
    ['\u200D', 0],
    ['', 0],
  ])('of %s', (text, expected) => {
    expect(widthOf(text)).toBe(expected)
  })

  test('padding and clipping count columns, not characters', () => {
    expect(pad('解', 4, 'left')).toBe('解  ')
    expect(pad('解', 4, 'right')).toBe('  解')
    expect(clipToWidth('解析解析', 5)).toBe('解析…')
    expect(clipToWidth('abc', 3)).toBe('abc')
  })

  test('lines break at spaces, and colours take no room', () => {
    expect(wrapped('aa bb cc', 5)).toBe('aa bb\ncc')
    expect(wrapped('\u001B[1maa\u001B[22m bb cc', 5)).toBe('\u001B[1maa\u001B[22m bb\ncc')
    expect(wrapped('aaaaaaaa b', 5)).toBe('aaaaaaaa\nb')
    expect(wrapped('aa bb', Number.POSITIVE_INFINITY)).toBe('aa bb')
  })
})

test('the JSON is the report', () => {
  const made = report([slow])
  expect(JSON.parse(json(made))).toEqual(made)
})
