// Archives from outside: read when they are what they say, refused when they are more.
import { strToU8, zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { readZip } from '../../../src/adapters/node/zip.ts'

const limits = { bytes: 10_000, files: 3 }

test('files by name, directories left out', () => {
  const archive = zipSync({
    'run.json': strToU8('{"µ":1}'),
    'more/note.txt': strToU8(''),
    'empty/': new Uint8Array(),
  })
  expect(readZip(archive, limits)).toEqual({ 'run.json': '{"µ":1}', 'more/note.txt': '' })
})

describe('refused', () => {
  test('more content than allowed, before it is unpacked', () => {
    const bomb = zipSync({ 'run.json': new Uint8Array(50_000_000) }, { level: 9 })
    expect(bomb.length).toBeLessThan(100_000)
    expect(() => readZip(bomb, limits)).toThrow('more than 3 files or 10000 bytes')
  })

  test('content of all files together', () => {
    const archive = zipSync({ a: new Uint8Array(6000), b: new Uint8Array(6000) })
    expect(() => readZip(archive, limits)).toThrow('10000 bytes')
  })

  test('too many files', () => {
    const archive = zipSync(Object.fromEntries(['a', 'b', 'c', 'd'].map((name) => [name, strToU8(name)])))
    expect(() => readZip(archive, limits)).toThrow('more than 3 files')
  })

  test('a size that is a lie does not unpack to more', () => {
    const archive = zipSync({ 'run.json': new Uint8Array(1_000_000) })
    const view = new DataView(archive.buffer, archive.byteOffset)
    const offsets = Array.from({ length: archive.length - 4 }, (_, at) => at)
    const entry = offsets.find((at) => view.getUint32(at, true) === 0x02014b50) ?? 0
    // Uncompressed size in the central directory: APPNOTE.TXT 4.3.12, offset 24.
    view.setUint32(entry + 24, 100, true)
    expect(readZip(archive, limits)['run.json']).toHaveLength(100)
  })

  test.each([
    ['text', strToU8('<html>not found</html>')],
    ['nothing', new Uint8Array()],
    ['half an archive', zipSync({ a: strToU8('abc') }).slice(0, 40)],
  ])('%s', (_, archive) => {
    expect(() => readZip(archive, limits)).toThrow('not a readable zip archive')
  })
})
