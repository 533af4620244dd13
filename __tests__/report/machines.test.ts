// What other programs read: JUnit and annotations.
import { XMLParser } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import type { Judged } from '../../src/model/verdict.ts'
import { annotations } from '../../src/report/renderers/annotations.ts'
import { junit } from '../../src/report/renderers/junit.ts'
import { element, escapeXml, joined } from '../../src/report/xml.ts'
import { report, row, slow, undecided } from './samples.ts'

interface Case {
  readonly '@_classname': string
  readonly '@_name': string
  readonly [kind: string]: unknown
}

function casesOf(rows: readonly Judged[], parts: Parameters<typeof report>[1] = {}): readonly Case[] {
  const parser = new XMLParser({ ignoreAttributes: false, isArray: (name) => name === 'testcase' })
  return parser.parse(junit(report(rows, parts))).testsuites.testsuite.testcase ?? []
}

const kindOf = (only: Case | undefined) =>
  ['failure', 'error', 'skipped', 'system-out'].find((kind) => only !== undefined && kind in only)

describe('JUnit', () => {
  test.each<[Partial<Judged>, string]>([
    [{ verdict: 'regression', outcome: 'fail' }, 'failure'],
    [{ verdict: 'regression', outcome: 'warn' }, 'system-out'],
    [{ verdict: 'over-limit', outcome: 'fail' }, 'failure'],
    [{ verdict: 'inconclusive', outcome: 'fail' }, 'failure'],
    [{ verdict: 'inconclusive', outcome: 'warn' }, 'system-out'],
    [{ verdict: 'failed', outcome: 'fail' }, 'error'],
    [{ verdict: 'failed', outcome: 'warn' }, 'error'],
    [{ verdict: 'gone', outcome: 'warn' }, 'skipped'],
    [{ verdict: 'gone', outcome: 'fail' }, 'failure'],
    [{ verdict: 'new', outcome: 'pass' }, 'skipped'],
    [{ verdict: 'accepted', outcome: 'pass' }, 'system-out'],
    [{ verdict: 'improvement', outcome: 'pass' }, 'system-out'],
    [{ verdict: 'no-change', outcome: 'pass' }, 'system-out'],
  ])('%j is %s', (parts, expected) => {
    const cases = casesOf([row('a', parts)])
    expect(cases).toHaveLength(1)
    expect(kindOf(cases[0])).toBe(expected)
    expect(cases[0]).toMatchObject({ '@_classname': 'a', '@_name': 'cpu' })
  })

  test('has no cases for what is only shown', () => {
    expect(casesOf([row('a', { outcome: 'shown' }), row('b')])).toHaveLength(1)
  })

  test('is never green when nothing was compared', () => {
    const cases = casesOf([row('a', { verdict: 'new' })], { outcome: 'not-compared' })
    expect(cases.map(kindOf)).toEqual(['skipped', 'error'])
    expect(casesOf([], { outcome: 'not-compared' }).map(kindOf)).toEqual(['error'])
  })

  test('has failures that no row is there for', () => {
    const failures = [
      { side: 'head' as const, benchmark: 'lost', code: 'x', reason: 'boom', output: 'trace' },
    ]
    const cases = casesOf([row('a')], { failures })
    expect(cases.map(kindOf)).toEqual(['system-out', 'error'])
    expect(JSON.stringify(cases[1])).toContain('trace')
  })
})

describe('annotations', () => {
  test('stop or warn as the gate does, and stand where they belong', () => {
    const made = report([undecided, slow, row('calm')])
    const found = annotations(made, {
      locate: ({ benchmark, metric }) => ({ file: `${benchmark} ${metric}.yml`, line: 7 }),
    })
    expect(found).toMatchObject([
      { level: 'error', title: 'parse/large: regression', file: 'parse/large cpu.yml', line: 7 },
      { level: 'warning', title: 'checkout: inconclusive' },
    ])
  })

  test('have no place when none is known', () => {
    expect(annotations(report([slow]))[0]).not.toHaveProperty('file')
  })

  test('say when nothing was compared', () => {
    expect(annotations(report([], { outcome: 'not-compared' }))).toMatchObject([
      { level: 'error', title: 'Nothing was compared' },
    ])
  })

  test('are silent about a pass', () => {
    expect(annotations(report([row('a'), row('b', { verdict: 'improvement' })]))).toEqual([])
  })
})

describe('XML', () => {
  test('escapes text and attributes, and only those', () => {
    expect(element('a', { b: '"<&\'>\n', c: undefined, d: 1 }, ['<x>', element('br')]).markup).toBe(
      '<a b="&quot;&lt;&amp;&#39;&gt; " d="1">&lt;x&gt;<br/></a>',
    )
  })

  test('has no character that XML forbids', () => {
    expect(escapeXml('a\u0000b\u0008c\uFFFEd\uD800e')).toBe('a\uFFFDb\uFFFDc\uFFFDd\uFFFDe')
  })

  test('joins pieces', () => {
    expect(joined(['<', element('b', {}, [])], '\n').markup).toBe('&lt;\n<b></b>')
  })
})
