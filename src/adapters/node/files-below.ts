// Files of a directory that must not lead out of it: listed with their links as links, written never through one.
import { chmod, lstat, mkdir, rm, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve, sep } from 'node:path'
import { glob } from 'tinyglobby'
import { ReadError } from '../../errors.ts'
import type { ListedFile } from '../../ports/files.ts'

/** @param directory absolute */
export async function listBelow(
  patterns: readonly string[],
  directory: string,
): Promise<readonly ListedFile[]> {
  const found = await glob([...patterns], {
    cwd: directory,
    dot: true,
    onlyFiles: true,
    expandDirectories: true,
    followSymbolicLinks: false,
  })
  return Promise.all(
    found.sort().map(async (path): Promise<ListedFile> => {
      const entry = await lstat(join(directory, path))
      return {
        path,
        bytes: entry.size,
        executable: (entry.mode & 0o100) !== 0,
        link: entry.isSymbolicLink(),
      }
    }),
  )
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
