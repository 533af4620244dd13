import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  realpathSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { nodeFiles } from '../../../src/adapters/node/files.ts'
import type { Files } from '../../../src/ports/files.ts'
import { fakeFiles } from '../../fakes/files.ts'

let directory = ''
beforeEach(() => {
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'perf-gate-files-')))
})
afterEach(() => rmSync(directory, { recursive: true, force: true }))

// The fake must behave as the real one, or tests that use it prove nothing.
describe.each<[string, () => Files]>([
  ['real', () => nodeFiles(directory)],
  ['fake', () => fakeFiles({}, { cwd: directory })],
])('%s files', (_, make) => {
  test('write, read, replace, remove', async () => {
    const files = make()
    expect(await files.read('a/b.txt')).toBeNull()
    expect(await files.readBytes('a/b.txt')).toBeNull()
    expect(await files.exists('a')).toBe(false)
    await files.write('a/b.txt', 'größe')
    await files.write(join(directory, 'a/b.txt'), 'größer')
    expect(await files.read('a/b.txt')).toBe('größer')
    expect(Buffer.from((await files.readBytes('a/b.txt')) ?? []).length).toBe(8)
    expect(await files.exists('a')).toBe(true)
    expect(await files.exists('a/b.txt')).toBe(true)
    await files.remove('a')
    await files.remove('a')
    expect(await files.exists('a/b.txt')).toBe(false)
  })

  test('glob: files only, sorted, relative', async () => {
    const files = make()
    for (const path of ['dist/b.js', 'dist/a.js', 'dist/sub/c.js', 'dist/a.css', 'src/a.js'])
      await files.write(path, '')
    expect(await files.glob(['dist/*.js'], '.')).toEqual(['dist/a.js', 'dist/b.js'])
    expect(await files.glob(['**/*.js', '*.css'], 'dist')).toEqual(['a.css', 'a.js', 'b.js', 'sub/c.js'])
    expect(await files.glob(['dist'], '.')).toEqual([])
    expect(await files.glob(['*'], 'nope')).toEqual([])
  })

  test('temporary directories are fresh', async () => {
    const files = make()
    const [first, second] = [await files.temporary('x-'), await files.temporary('x-')]
    expect(first).not.toBe(second)
    expect(await files.exists(first)).toBe(true)
    await files.remove(first)
    await files.remove(second)
    expect(await files.exists(first)).toBe(false)
  })
})

describe('on disk', () => {
  test('a directory is not a file, and a file is no directory', async () => {
    const files = nodeFiles(directory)
    mkdirSync(join(directory, 'sub'))
    writeFileSync(join(directory, 'file'), '')
    expect(await files.read('sub')).toBeNull()
    expect(await files.read('file/below')).toBeNull()
  })

  test('a write that fails leaves nothing behind', async () => {
    const files = nodeFiles(directory)
    mkdirSync(join(directory, 'taken'))
    await expect(files.write('taken', 'x')).rejects.toThrow()
    expect(readdirSync(directory)).toEqual(['taken'])
  })

  test('temporary directories are made where they are asked for', async () => {
    const root = join(directory, 'temporary')
    const files = nodeFiles(directory, root)
    expect(dirname(await files.temporary('a-'))).toBe(root)
    // The same file system: no reason to go elsewhere.
    expect(dirname(await files.temporary('b-', directory))).toBe(root)
  })

  const memory = '/dev/shm'
  const elsewhere = (() => {
    try {
      return statSync(memory).dev !== statSync(tmpdir()).dev
    } catch {
      return false
    }
  })()
  test.runIf(elsewhere)('on the file system of what they belong to', async () => {
    const files = nodeFiles(directory, memory)
    const beside = join(directory, 'repository')
    mkdirSync(beside)
    expect(dirname(await files.temporary('c-', beside))).toBe(directory)
  })
})

describe('below a directory', () => {
  test('all that is named, hidden files too, links as links', async () => {
    const files = nodeFiles(directory)
    for (const path of ['out/a.js', 'out/.hidden/b', 'c.txt', 'd.md']) await files.write(path, 'text')
    await files.writeBelow(directory, 'out/tool', new Uint8Array(2), true)
    symlinkSync('a.js', join(directory, 'out/link.js'))
    symlinkSync('..', join(directory, 'out/up'))
    expect(await files.list(['./out/', '*.txt'], directory)).toEqual([
      { path: 'c.txt', bytes: 4, executable: false, link: false },
      { path: 'out/.hidden/b', bytes: 4, executable: false, link: false },
      { path: 'out/a.js', bytes: 4, executable: false, link: false },
      expect.objectContaining({ path: 'out/link.js', link: true }),
      { path: 'out/tool', bytes: 2, executable: true, link: false },
      expect.objectContaining({ path: 'out/up', link: true }),
    ])
  })

  test.each([
    ['../outside', 'lies outside of it'],
    ['/outside', 'lies outside of it'],
    ['.', 'lies outside of it'],
    ['up/outside', 'up is a link there'],
    ['file/below', 'file is a file there'],
    ['folder', 'folder is a directory there'],
  ])('nothing is written to %s', async (path, why) => {
    const inside = join(directory, 'inside')
    mkdirSync(join(inside, 'folder'), { recursive: true })
    writeFileSync(join(inside, 'file'), '')
    symlinkSync('..', join(inside, 'up'))
    await expect(nodeFiles(directory).writeBelow(inside, path, new Uint8Array(1), false)).rejects.toThrow(why)
    expect(readdirSync(directory)).toEqual(['inside'])
  })

  test('a link in the place of the file is not written through', async () => {
    writeFileSync(join(directory, 'precious'), 'kept')
    symlinkSync('precious', join(directory, 'link'))
    await expect(
      nodeFiles(directory).writeBelow(directory, 'link', new Uint8Array(1), false),
    ).rejects.toThrow('link is a link there')
    expect(readFileSync(join(directory, 'precious'), 'utf8')).toBe('kept')
  })
})
