// Lines and CSV records of a stream, wherever its pieces are cut, and what would grow without end.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { ReadError } from '../../src/errors.ts'
import { recordReader } from '../../src/formats/reading/csv-records.ts'
import { lineReader } from '../../src/formats/reading/lines.ts'
import { requests } from '../../src/formats/reading/requests.ts'

function linesOf(chunks: readonly string[]): string[] {
  const lines: string[] = []
  const reader = lineReader((line) => lines.push(line))
  for (const chunk of chunks) reader.write(chunk)
  reader.end()
  return lines
}

test('lines do not depend on where the pieces are cut', () => {
  const text = fc.array(fc.constantFrom('a', 'bc', '\n', '\r\n', '\n\n', ''), { maxLength: 20 })
  fc.assert(
    fc.property(text, (chunks) => {
      expect(linesOf(chunks)).toEqual(linesOf([chunks.join('')]))
    }),
    { numRuns: 200, seed: 8123 },
  )
  expect(linesOf(['a\r', '\nb', '\n', 'c'])).toEqual(['a', 'b', 'c'])
})

test('a line without end is refused, not kept', () => {
  const reader = lineReader(() => {})
  const endless = () => {
    for (let megabytes = 0; megabytes < 20; megabytes++) reader.write('x'.repeat(2 ** 20))
  }
  expect(endless).toThrow(new ReadError('line 1: it is longer than 8 MiB'))
})

function recordsOf(text: string): [string[], number][] {
  const records: [string[], number][] = []
  const reader = recordReader((cells, line) => records.push([[...cells], line]))
  reader.write(text)
  reader.end()
  return records
}

test('a line break inside quotes belongs to the cell', () => {
  expect(recordsOf('a,b\n"x\r\ny ""z""",1\n\n"p","q\n\n"\nlast,2')).toEqual([
    [['a', 'b'], 1],
    [['x\ny "z"', '1'], 2],
    [['p', 'q\n\n'], 5],
    [['last', '2'], 8],
  ])
})

test('a quote that is never closed is told by the line it is in, after a million characters at most', () => {
  expect(() => recordsOf('a,b\n"x\n1\n2')).toThrow('line 2: a quote is never closed')
  // Each line used to cost a look at all lines before it.
  expect(() => recordsOf(`a,b\n"${'\n'.repeat(1_100_000)}`)).toThrow('line 2: a quote is never closed')
})

test('a name for each request is refused before memory is full', () => {
  const all = requests()
  const each = () => {
    for (let id = 0; id < 3000; id++)
      all.add({ benchmark: `/item/${id}`, latency: 0.01, failed: false, startedAt: null })
  }
  expect(each).toThrow('more than 2000 different names, such as "/item/2000"')
})
