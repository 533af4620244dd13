// A file system in memory. Paths are joined to `cwd` when relative; `.` and `..` are understood.
import { posix } from 'node:path'
import picomatch from 'picomatch'
import type { Files } from '../../src/ports/files.ts'

export interface FakeFiles extends Files {
  /** Absolute path → content. */
  readonly all: Map<string, string | Uint8Array>
  /** Absolute path → how often it was written. */
  readonly versions: Map<string, number>
  /** Directories made by `temporary` and not removed since. */
  readonly temporaries: Set<string>
}

export function fakeFiles(
  content: Readonly<Record<string, string | Uint8Array>> = {},
  { cwd = '/repository' } = {},
): FakeFiles {
  const at = (path: string) => posix.resolve(cwd, path)
  const all = new Map(Object.entries(content).map(([path, text]) => [at(path), text]))
  const versions = new Map<string, number>()
  const temporaries = new Set<string>()
  let made = 0
  const below = (directory: string) => (path: string) => path.startsWith(`${directory.replace(/\/$/, '')}/`)
  return {
    all,
    versions,
    temporaries,
    async read(path) {
      const found = all.get(at(path))
      return found === undefined ? null : Buffer.from(found).toString('utf8')
    },
    async chunks(path) {
      const found = all.get(at(path))
      if (found === undefined) return null
      return (async function* () {
        yield Buffer.from(found).toString('utf8')
      })()
    },
    async readBytes(path) {
      const found = all.get(at(path))
      return found === undefined ? null : Buffer.from(found)
    },
    async write(path, text) {
      all.set(at(path), text)
      versions.set(at(path), (versions.get(at(path)) ?? 0) + 1)
    },
    async modified(path) {
      return all.has(at(path)) ? (versions.get(at(path)) ?? 0) : null
    },
    async exists(path) {
      const target = at(path)
      return (
        all.has(target) || temporaries.has(target) || target === cwd || [...all.keys()].some(below(target))
      )
    },
    async glob(patterns, directory) {
      const root = at(directory)
      const matches = picomatch([...patterns])
      return [...all.keys()]
        .filter(below(root))
        .map((path) => posix.relative(root, path))
        .filter((path) => matches(path))
        .sort()
    },
    async list(patterns, directory) {
      const root = at(directory)
      const matches = picomatch(patterns.flatMap((pattern) => [pattern, `${pattern}/**`]))
      return [...all.entries()]
        .map(([path, content]) => ({ path: posix.relative(root, path), bytes: Buffer.from(content).length }))
        .filter(({ path }) => matches(path))
        .map((file) => ({ ...file, executable: false, link: false }))
    },
    async writeBelow(directory, path, content) {
      all.set(posix.join(at(directory), path), content)
    },
    async remove(path) {
      const target = at(path)
      temporaries.delete(target)
      for (const file of [...all.keys()]) if (file === target || below(target)(file)) all.delete(file)
    },
    async temporary(prefix) {
      made += 1
      const directory = `/tmp/${prefix}${String(made).padStart(6, '0')}`
      temporaries.add(directory)
      return directory
    },
  }
}
