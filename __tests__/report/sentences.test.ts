// Which words for which metric and which verdict: a reader must be able to act on the sentence alone.
import { describe, expect, test } from 'vitest'
import type { Judged } from '../../src/model/verdict.ts'
import { failuresOf } from '../../src/report/failures.ts'
import { findingPhrases, findingsOf } from '../../src/report/findings.ts'
import { headline } from '../../src/report/headline.ts'
import { noticesOf } from '../../src/report/notices.ts'
import { plain, shortList } from '../../src/report/phrase.ts'
import { groupsOf } from '../../src/report/rows.ts'
import { sentence, worstUnseen } from '../../src/report/sentences.ts'
import { changeWords, metricTitle, worseWord } from '../../src/report/words.ts'
import { calm, report, row, size, slow, terms, undecided } from './samples.ts'

describe('what became of a benchmark', () => {
  const metric = (name: string, unit: string, better: 'lower' | 'higher', ratio: number | null, parts = {}) =>
    row('it', { metric: name, unit, better, ratio, ...parts })
  test.each<[Judged, string]>([
    [metric('cpu', 's', 'lower', 1.072), 'is 7.2 % slower'],
    [metric('cpu', 's', 'lower', 0.9), 'is 10 % faster'],
    [metric('cpu', 's', 'lower', 2.4), 'takes 2.4 times as long'],
    [metric('throughput', '/s', 'higher', 0.93), 'is 7 % slower'],
    [metric('throughput', '/s', 'higher', 1.2), 'is 20 % faster'],
    [metric('throughput', '/s', 'higher', 3), 'is 3 times as fast'],
    [metric('memory', 'B', 'lower', 1.5), 'uses 50 % more peak memory'],
    [metric('memory', 'B', 'lower', 0.5), 'uses 50 % less peak memory'],
    [metric('heap.used', 'B', 'lower', 2.5), 'uses 2.5 times as much heap used'],
    [metric('bytes', 'B', 'lower', 1.06), 'is 6 % larger'],
    [metric('bytes', 'B', 'lower', 0.94), 'is 6 % smaller'],
    [metric('bytes', 'B', 'lower', 2), 'is 2 times as large'],
    [metric('allocs', 'count', 'lower', 1.3), 'has 30 % higher allocs'],
    [metric('hit-rate', 'ratio', 'higher', 0.9), 'has 10 % lower hit-rate'],
    [metric('errors', 'count', 'lower', null, { base: 0, head: 5 }), 'now has errors 5, base had none'],
    [metric('errors', 'count', 'lower', null), 'changed in errors'],
  ])('%#: %s', (measured, expected) => {
    expect(changeWords(measured)).toBe(expected)
  })
})

test.each([
  ['latency.p99.9', 'latency p99.9'],
  ['bytes.received', 'bytes received'],
  ['99.9.latency', '99.9 latency'],
])('%s is titled %s', (metric, title) => expect(metricTitle(metric)).toBe(title))

test('worse means what it means for the rows it is said of', () => {
  expect(worseWord([row('a')])).toBe('slower')
  expect(worseWord([row('a'), size('b', 1, 1)])).toBe('slower or larger')
  expect(worseWord([row('a'), size('b', 1, 1), row('c', { metric: 'allocs', unit: 'count' })])).toBe('worse')
})

describe('sentences', () => {
  const said = (parts: Partial<Judged>, brief = false) => plain(sentence({ ...slow, ...parts }, brief))

  test('without the number of agreeing pairs, the pairs are counted', () => {
    const { agree: _, ...rest } = slow
    expect(plain(sentence(rest))).toContain(
      'This is not noise: 11 pairs measured, p < 0.001 for the whole suite.',
    )
  })

  test('a second one does not explain its figures again', () => {
    expect(said({}, true)).toMatch(/budget 5 %\)\. 11 of 11 pairs agree, p < 0\.001\.$/)
  })

  test('a proven change below its budget says why it counts', () => {
    expect(said({ ratio: 1.023 })).toContain('proven changes count from 1 % on')
  })

  describe('a regression that only the fastest iterations show', () => {
    const fastest = { ratio: 1.034, agree: 10 }

    test('says so where the interval in the table leaves "nothing changed" open', () => {
      const sentence = said({ fastest, ratio: 1.021, agree: 7, interval: [0.996, 1.046] })
      expect(sentence).toContain('is 3.4 % slower in its fastest iterations')
      expect(sentence).toContain(
        'proven changes count from 1 % on). This is not noise: 10 of 11 pairs agree, p < 0.001 for the whole suite. All iterations together do not show it.',
      )
    })

    test('is said as any other where that interval leaves no doubt', () => {
      expect(said({ fastest })).toBe(said({}))
    })
  })

  test('a regression that also breaks its limit says both', () => {
    const limited = { ...terms, limit: { value: 0.0125, unit: 's' as const } }
    expect(said({ terms: limited })).toContain('It is also over its limit: ≤ 12.5 ms.')
  })

  test('recorded results give their own reason', () => {
    expect(said({ mode: 'recorded', reason: 'above the highest of 12 earlier runs' })).toMatch(
      /Above the highest of 12 earlier runs\.$/,
    )
  })

  test.each([
    [
      { excludes: 0.118 },
      'rule out a slowdown of 11.8 % or more, but not the 10 % of its budget. More pairs',
    ],
    [
      { excludes: 0.9 },
      'a slowdown of 90 % or more, but not the 10 % of its budget. The pairs differ too much',
    ],
    [
      { excludes: null },
      '30 pairs rule nothing out yet. More pairs would help: raise gate.max-time or gate.max-pairs.',
    ],
    [{ ratio: 1.13, excludes: 0.3 }, 'More pairs would help'],
    [{ pairs: 3, reason: '3 pairs are too few' }, '3 pairs are too few.'],
    [{ mode: 'imported' as const, reason: 'too few repetitions' }, 'Too few repetitions.'],
    [{ outcome: 'fail' as const }, 'It fails the gate: gate.on-inconclusive is fail.'],
    [
      { better: 'higher' as const, unit: '/s', metric: 'throughput', ratio: 0.98 },
      'rule out a slowdown of 11.8 % or more',
    ],
  ])('inconclusive with %j', (parts, expected) => {
    expect(plain(sentence({ ...undecided, ...parts }))).toContain(expected)
  })

  test('a limit may be broken without a base', () => {
    const fresh = { ...slow, verdict: 'over-limit' as const, base: null, ratio: null }
    const limited = { ...terms, limit: { value: 0.0125, unit: null } }
    expect(plain(sentence({ ...fresh, terms: limited }))).toBe(
      'parse/large is over its limit (CPU 13.0 ms; budget ≤ 12.5 ms).',
    )
  })

  test('a name of a thousand characters does not become the sentence', () => {
    expect(plain(sentence({ ...slow, benchmark: 'x'.repeat(1000) })).length).toBeLessThan(300)
  })
})

describe('headline', () => {
  test.each<[Judged[], string]>([
    [[slow], '1 regression'],
    [[slow, { ...slow, benchmark: 'b' }], '2 regressions'],
    [[row('a'), row('b')], 'No regressions: 2 unchanged'],
    [[size('a', 1000, 1040)], 'No regressions: 1 within budget'],
    [[size('a', 1000, 1004)], 'No regressions: 1 unchanged'],
    [
      [row('a', { verdict: 'new' }), row('a', { verdict: 'new', metric: 'wall' })],
      'Nothing to compare with yet: 1 new',
    ],
    [[row('a', { verdict: 'accepted' }), row('b')], 'No new regressions: 1 accepted, 1 unchanged'],
    [[row('a', { outcome: 'shown', verdict: 'regression' })], 'No budgets, so nothing to judge'],
  ])('%#', (rows, expected) => {
    expect(headline(report(rows))).toBe(expected)
  })

  test('names a suite that is not the only one', () => {
    expect(headline(report([row('a')], { suite: 'api' }))).toBe('api: No regressions: 1 unchanged')
  })
})

test('what unchanged is worth is unknown when it is unknown of one', () => {
  expect(worstUnseen(calm)).toBeCloseTo(0.0308, 6)
  expect(worstUnseen([...calm, row('x', { excludes: null })])).toBeNull()
  expect(worstUnseen([])).toBeNull()
  expect(worstUnseen([size('a', 100, 103), size('b', 100, 90)])).toBeCloseTo(0.03, 9)
})

describe('failures', () => {
  const failed = (benchmark: string, parts: Partial<Judged> = {}) =>
    row(benchmark, {
      verdict: 'failed',
      outcome: 'fail',
      head: null,
      ratio: null,
      reason: 'head failed: boom',
      ...parts,
    })
  const saidOf = (made: ReturnType<typeof report>) =>
    findingsOf(groupsOf(made).open, failuresOf(made)).map(({ phrase }) => plain(phrase))

  test('of a module are told once for all its tasks', () => {
    const made = report([failed('parse/a'), failed('parse/b')], {
      failures: [{ side: 'head', benchmark: 'parse', code: 'x', reason: 'cannot be loaded' }],
    })
    expect(saidOf(made)).toEqual(['parse failed on head: cannot be loaded.'])
    expect(headline(made)).toBe('1 failed')
  })

  test('of one metric name the metric', () => {
    const made = report([failed('parse', { metric: 'memory' }), row('parse')], {
      failures: [{ side: 'base', benchmark: 'parse', metric: 'memory', code: 'x', reason: 'unreadable' }],
    })
    expect(saidOf(made)).toEqual(['parse: peak memory failed on base: unreadable.'])
  })

  test('without a record fall back to the row', () => {
    expect(saidOf(report([failed('parse', { metric: '*' })]))).toEqual(['parse failed: head failed: boom.'])
  })

  test('without a row are not lost', () => {
    const made = report([row('a')], {
      outcome: 'fail',
      failures: [{ side: 'head', benchmark: 'lost', code: 'x', reason: 'boom' }],
    })
    expect(saidOf(made)).toEqual(['lost failed on head: boom.'])
    expect(headline(made)).toBe('1 failed, 1 unchanged')
  })

  test('that only warn come after what stops the gate', () => {
    const made = report([
      failed('a', { outcome: 'warn' }),
      undecided,
      { ...undecided, benchmark: 'z', outcome: 'fail' },
    ])
    expect(saidOf(made).map((text) => text.split(' ')[0])).toEqual(['z', 'a:', 'checkout'])
  })
})

describe('notices', () => {
  const notice = { code: 'short-samples', message: 'Samples are short.', fix: 'Raise `trial-time`.' }
  const said = (made: ReturnType<typeof report>) => noticesOf(made, failuresOf(made)).map(plain)

  test('that say the same are one', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map((name) => row(name, { notices: [notice] }))
    expect(said(report(rows))).toEqual([
      'a cpu, b cpu, c cpu and 3 more: Samples are short. Raise trial-time.',
    ])
  })

  test('of a benchmark are not repeated for its metrics', () => {
    const voided = { code: 'void-pairs', message: '1 pair is void.' }
    const made = report([row('a', { notices: [{ ...voided, where: 'a cpu' }] })], {
      notices: [{ ...voided, message: '1 of 9 pairs is void.', where: 'a' }],
      failures: [{ side: 'head', benchmark: 'a', code: 'x', reason: 'killed', round: 3 }],
    })
    expect(said(made)).toEqual(['a: 1 of 9 pairs is void.'])
  })

  test('a failure that a notice quotes is not told again', () => {
    const quoted = { code: 'recovered', where: 'a cpu', message: 'It failed and worked again: killed.' }
    const made = report([row('a', { notices: [quoted] })], {
      failures: [{ side: 'head', benchmark: 'a', code: 'x', reason: 'killed', round: 3 }],
    })
    expect(said(made)).toEqual(['a cpu: It failed and worked again: killed.'])
  })

  test('a failed trial that nobody mentions is mentioned', () => {
    const made = report([row('a')], {
      failures: [
        { side: 'head', benchmark: 'a', code: 'x', reason: 'killed', round: 3 },
        { side: 'head', benchmark: 'a', code: 'x', reason: 'killed', round: 4 },
      ],
    })
    expect(said(made)).toEqual(['a: 2 trials failed and their pairs were left out. Killed.'])
  })
})

test('long lists end in a count', () => {
  expect(shortList(['a'], 3)).toBe('a')
  expect(shortList(['a', 'b', 'c'], 3)).toBe('a, b and c')
  expect(shortList(['a', 'b', 'c', 'd'], 3)).toBe('a, b and 2 more')
})

test('many findings end in a count, but never for the sake of one', () => {
  const made = report(['a', 'b', 'c'].map((name) => ({ ...slow, benchmark: name })))
  const found = findingsOf(groupsOf(made).open, failuresOf(made))
  expect(findingPhrases(found, 2)).toHaveLength(3)
  expect(plain(findingPhrases(found, 1)[1] ?? [])).toBe('And 2 more in the table.')
})
