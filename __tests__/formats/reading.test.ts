// The grammar that formats share: numbers, units, names, tables, CSV, JSON between banners.
import { decodeFromCompressedBase64 } from 'hdr-histogram-js'
import { describe, expect, it } from 'vitest'
import { assetName } from '../../src/formats/pages/asset-name.ts'
import { recordReader } from '../../src/formats/reading/csv-records.ts'
import { quantileName } from '../../src/formats/reading/figures.ts'
import { recorder } from '../../src/formats/reading/histogram.ts'
import { findJson } from '../../src/formats/reading/json.ts'
import { cleanName, joinName, withParameters } from '../../src/formats/reading/name.ts'
import { figure, scaledFigure } from '../../src/formats/reading/number.ts'
import { plainText } from '../../src/formats/reading/plain-text.ts'
import { sizeOf } from '../../src/formats/reading/size.ts'
import { deviationOfMargin, summarize } from '../../src/formats/reading/summarize.ts'
import { boxTables, markdownTables } from '../../src/formats/reading/table.ts'
import { durationOf, secondsIn } from '../../src/formats/reading/time.ts'
import { betterByName, unitMeaning } from '../../src/formats/reading/unit.ts'

describe('numbers', () => {
  it.each([
    ['1,234.5', 1234.5],
    ["24'980", 24980],
    ['1_000', 1000],
    ['1e-3', 0.001],
    ['.5', 0.5],
    [7, 7],
    ['NaN', null],
    ['', null],
    ['12 ms', null],
    [Number.POSITIVE_INFINITY, null],
    [null, null],
    [true, null],
    ['1e999', null],
  ])('%j is %j', (written, value) => expect(figure(written)).toBe(value))

  it.each([
    ['1.346M', 1_346_000],
    ['30.995k', 30_995],
    ['42', 42],
    ['2G', 2e9],
    ['x', null],
  ])('%s is %j', (written, value) => expect(scaledFigure(written)).toBe(value))
  it('counts suffixes in 1024s where a tool does', () => expect(scaledFigure('2G', 1024)).toBe(2 * 2 ** 30))
})

describe('durations', () => {
  it.each([
    ['42.78ms', 0.04278],
    ['415us', 415e-6],
    ['1.5 µs', 1.5e-6],
    ['1.5μs', 1.5e-6],
    ['1m2.5s', 62.5],
    ['1.41m', 84.6],
    ['2h', 7200],
    ['320.62 ps', 320.62e-12],
    ['7', null],
    ['7 parsecs', null],
  ])('%s', (written, seconds) => {
    if (seconds === null) expect(durationOf(written)).toBeNull()
    else expect(durationOf(written)).toBeCloseTo(seconds, 15)
  })
  it.each(['µs', 'μs', 'us', 'usec', 'microseconds'])('%s', (unit) => expect(secondsIn(unit)).toBe(1e-6))
})

describe('sizes', () => {
  it.each([
    ['7.45MB', 1000, 7_450_000],
    ['756.66KB', 1024, 774_819.84],
    ['512 B', 1000, 512],
    ['2KiB', 1000, 2048],
    ['9 lives', 1000, null],
  ] as const)('%s in %i', (written, thousand, bytes) => expect(sizeOf(written, thousand)).toBe(bytes))
})

describe('units', () => {
  it.each([
    ['ns/op', 's', 1e-9, 'lower'],
    ['s/op', 's', 1, 'lower'],
    ['ops/ms', '/s', 1000, 'higher'],
    ['ops/min', '/s', 1 / 60, 'higher'],
    ['iter/sec', '/s', 1, 'higher'],
    ['req/s', '/s', 1, 'higher'],
    ['requests per second', '/s', 1, 'higher'],
    ['fps', '/s', 1, 'higher'],
    ['MB/s', 'B/s', 1e6, 'higher'],
    ['MB/sec', 'B/s', 1e6, 'higher'],
    ['Megabytes', 'B', 1e6, 'lower'],
    ['B/op', 'B', 1, 'lower'],
    ['allocs/op', 'count', 1, 'lower'],
    ['%', 'ratio', 0.01, 'lower'],
    ['m', 'm', 1, 'lower'],
    ['widgets', 'widgets', 1, 'lower'],
    ['widgets/op', 'widgets/op', 1, 'lower'],
  ] as const)('%s', (written, unit, scale, better) =>
    expect(unitMeaning(written)).toMatchObject({ unit, scale, better }),
  )

  it.each([
    ['cache_hits', 'higher'],
    ['http_req_failed', 'lower'],
    ['requests per second', 'higher'],
    ['free memory', 'higher'],
    ['p99 latency', 'lower'],
    ['widgets', null],
  ] as const)('the name %s', (name, better) => expect(betterByName(name)).toBe(better))
})

describe('names', () => {
  it('are one line and never empty', () => {
    expect(cleanName(' a\n\tb\u0007 ')).toBe('a b')
    expect(cleanName(' \n ')).toBe('unnamed')
    expect(joinName('a', '', null, 'b')).toBe('a/b')
  })
  it('carry parameters in one way', () => {
    expect(withParameters('fill', { size: 10, kind: 'a/b' })).toBe('fill/size=10/kind=a/b')
    expect(withParameters('http://host/', { connections: 5 })).toBe('http://host/connections=5')
    expect(withParameters('plain', {})).toBe('plain')
    expect(withParameters('plain', { empty: '', none: null })).toBe('plain')
  })
  it.each(['p99', 'p(99)', '99', '99th', '99%', '99.0'])('of the percentile %s', (written) =>
    expect(quantileName(written)).toBe('p99'),
  )
  it.each([
    ['p99_9', 'p99.9'],
    ['p(99.95)', 'p99.95'],
    ['p101', null],
    ['max', null],
  ] as const)('of the percentile %s', (written, name) => expect(quantileName(written)).toBe(name))
})

describe('names of built files lose the hash of their contents', () => {
  it.each([
    ['assets/index-BxYz12_9.js', 'assets/index-[hash].js'],
    ['main.7abac3cd1b4e75786d75.js', 'main.[hash].js'],
    ['a-FV37WTVX.js', 'a-[hash].js'],
    ['vendor-analysis.js', 'vendor-analysis.js'],
    ['polyfills-Standard.js', 'polyfills-Standard.js'],
    ['main.js', 'main.js'],
  ])('%s', (file, name) => expect(assetName(file)).toBe(name))
})

describe('text', () => {
  it('loses what is for terminals only', () => {
    expect(plainText('\ufeff\u001b[32mgreen\u001b[0m\r\nnext\rlast\u001b]0;title\u0007')).toBe(
      'green\nnext\nlast',
    )
  })
  it('holds JSON between banners, with NaN apart from null', () => {
    expect(
      findJson('> npm run bench\n[INFO] started\n{"a": NaN, "b": [null, -Infinity, "NaN"]}\nbye'),
    ).toEqual({
      value: { a: 'NaN', b: [null, '-Infinity', 'NaN'] },
    })
    expect(findJson('{"a": 1,\n"b": }')).toMatchObject({ line: 2 })
    expect(findJson('nothing')).toMatchObject({ message: 'it holds no JSON' })
  })
  it('is not searched for ever', () => {
    const started = 200_000
    expect(findJson('{"a":\n'.repeat(started))).not.toHaveProperty('value')
  })
})

describe('tables', () => {
  it('Markdown, with | in names', () => {
    const [table] = markdownTables([
      '| Name | Time |',
      '|:--|--:|',
      '| a \\| b | 1 |',
      '| c | d | 2 |',
      'end',
    ])
    expect(table?.rows.map((row) => row.cells)).toEqual([
      ['a | b', '1'],
      ['c | d', '2'],
    ])
  })
  it('boxes', () => {
    const [table] = boxTables(['┌──┐', '│ (index) │ Task │', '├──┤', "│ 0 │ 'it''s' │", '└──┘'])
    expect(table).toMatchObject({ header: ['(index)', 'Task'], rows: [{ cells: ['0', "it''s"] }] })
  })
})

describe('CSV records', () => {
  const read = (chunks: readonly string[]) => {
    const records: [readonly string[], number][] = []
    const reader = recordReader((cells, line) => records.push([[...cells], line]))
    for (const chunk of chunks) reader.write(chunk)
    reader.end()
    return records
  }
  const text = 'a,b\n"x, ""y""","two\nlines"\r\n\nlast,1'
  const expected = [
    [['a', 'b'], 1],
    [['x, "y"', 'two\nlines'], 2],
    [['last', '1'], 5],
  ]
  it('are the same however the text is cut', () => {
    for (let size = 1; size < text.length; size += 1)
      expect(read(text.match(new RegExp(`[\\s\\S]{1,${size}}`, 'g')) ?? [])).toEqual(expected)
  })
  it('name the line of a quote that is never closed', () => {
    expect(() => read(['a,b\n1,"2\n3'])).toThrow(/line 2/)
    expect(() => read(['a,b\n1,"2 3\\","4'])).toThrow(/line 2/)
  })
})

describe('histograms', () => {
  it('refuse what is no duration, or too much to count', () => {
    const histogram = recorder()
    histogram.record(0.001)
    for (const [seconds, times] of [
      [-1, 1],
      [Number.NaN, 1],
      [0.001, Number.POSITIVE_INFINITY],
      [0.001, 0.5],
      [0.001, 2 ** 31],
    ] as const)
      histogram.record(seconds, times)
    expect(histogram.count).toBe(1)
    expect(decodeFromCompressedBase64(histogram.encode()).getValueAtPercentile(100)).toBe(1000)
    expect(histogram.max).toBe(0.001)
  })
})

describe('samples', () => {
  it('summed up: known values', () => {
    // Mean 5, population variance 4; the sample deviation of these eight is the square root of 32/7.
    expect(summarize([2, 4, 4, 4, 5, 5, 7, 9])).toMatchObject({ mean: 5, n: 8, min: 2, max: 9, median: 4 })
    expect(summarize([2, 4, 4, 4, 5, 5, 7, 9]).standardDeviation).toBeCloseTo(Math.sqrt(32 / 7), 12)
  })
  it('the deviation behind a relative margin of error', () => {
    // n = 4: the 95 % half-width is 3.182 standard errors.
    expect(deviationOfMargin(100, 10, 4)).toBeCloseTo((10 * 2) / 3.182, 12)
    expect(deviationOfMargin(100, Number.NaN, 4)).toBeUndefined()
    expect(deviationOfMargin(100, 10, 1)).toBeUndefined()
  })
})
