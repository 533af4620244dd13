// Files of a directory that must not lead out of it: listed with their links as links, written never through one.
import { chmod, lstat, mkdir, readdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import picomatch from 'picomatch'
import { ReadError } from '../../errors.ts'
import type { ListedFile } from '../../ports/files.ts'

/** @param directory absolute */
export async function listBelow(
  patterns: readonly string[],
  directory: string,
): Promise<readonly ListedFile[]> {
  const found = new Map<string, ListedFile>()
  for (const pattern of patterns) {
    const plain = pattern.replace(/^\.\//, '').replace(/\/+$/, '')
    const matches = picomatch([plain, `${plain}/**`], { dot: true })
    // Nothing beside the fixed beginning of a pattern can match: the rest of a large tree is not walked.
    for (const path of await walk(directory, picomatch.scan(plain).base)) {
      if (!matches(path)) continue
      const entry = await lstat(join(directory, path))
      const link = entry.isSymbolicLink()
      found.set(path, { path, bytes: entry.size, executable: (entry.mode & 0o100) !== 0, link })
    }
  }
  return [...found.values()].sort((a, b) => (a.path < b.path ? -1 : 1))
}

/** Files and links at and below `path`; links are not followed, what git keeps for itself is not entered. */
async function walk(directory: string, path: string): Promise<readonly string[]> {
  const at = path === '.' || path === '' ? '' : path
  const entry = await lstat(join(directory, at)).catch(() => null)
  if (entry === null) return []
  if (!entry.isDirectory()) return entry.isFile() || entry.isSymbolicLink() ? [at] : []
  const names = await readdir(join(directory, at))
  const below = names.filter((name) => name !== '.git').map((name) => (at === '' ? name : `${at}/${name}`))
  return (await Promise.all(below.map((name) => walk(directory, name)))).flat()
}

/**
 * @param directory absolute
 * @throws ReadError when the path leads out, or over a link
 */
export async function writeBelow(
  directory: string,
  path: string,
  content: Uint8Array,
  executable: boolean,
): Promise<void> {
  const target = resolve(directory, path)
  const parts = relative(directory, target).split(sep)
  if (parts[0] === '..' || parts[0] === '' || resolve(directory, parts.join(sep)) !== target)
    throw new ReadError(`${path} lies outside of it`)
  let at = directory
  for (const part of parts) {
    at = join(at, part)
    const entry = await lstat(at).catch(() => null)
    if (entry?.isSymbolicLink()) throw new ReadError(`${relative(directory, at)} is a link there`)
    if (entry !== null && at !== target && !entry.isDirectory())
      throw new ReadError(`${relative(directory, at)} is a file there`)
    if (at === target && entry?.isDirectory()) throw new ReadError(`${path} is a directory there`)
  }
  await mkdir(dirname(target), { recursive: true })
  // A new file: another name for the same one must not change with it.
  await rm(target, { force: true })
  await writeFile(target, content, { flag: 'wx' })
  if (executable) await chmod(target, 0o755)
}
