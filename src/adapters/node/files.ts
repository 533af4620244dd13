// The `Files` port on Node. Relative paths start from `cwd`, not from wherever the process happens to be.
import { randomBytes } from 'node:crypto'
import { mkdir, mkdtemp, readFile, realpath, rename, rm, stat, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { glob } from 'tinyglobby'
import type { Files } from '../../ports/files.ts'
import { listBelow, writeBelow } from './files-below.ts'
import { textChunks } from './text-chunks.ts'

/** No such file, or a directory: both are "nothing to read here". */
const absent = new Set(['ENOENT', 'ENOTDIR', 'EISDIR'])

/** @param temporaryRoot where temporary directories go: RUNNER_TEMP on a runner; the system's place when absent */
export function nodeFiles(cwd: string, temporaryRoot: string = tmpdir()): Files {
  const at = (path: string) => resolve(cwd, path)
  const readBytes = async (path: string) => {
    try {
      return await readFile(at(path))
    } catch (error) {
      if (absent.has(codeOf(error))) return null
      throw error
    }
  }
  return {
    readBytes,
    async chunks(path) {
      try {
        return await textChunks(at(path))
      } catch (error) {
        if (absent.has(codeOf(error))) return null
        throw error
      }
    },
    read: async (path) => (await readBytes(path))?.toString('utf8') ?? null,
    async write(path, content) {
      const target = at(path)
      await mkdir(dirname(target), { recursive: true })
      const draft = `${target}.${randomBytes(4).toString('hex')}.tmp`
      try {
        await writeFile(draft, content)
        await rename(draft, target)
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
    exists: (path) =>
      stat(at(path)).then(
        () => true,
        () => false,
      ),
    modified: (path) =>
      stat(at(path)).then(
        ({ mtimeMs }) => mtimeMs,
        () => null,
      ),
    async glob(patterns, directory) {
      const found = await glob([...patterns], {
        cwd: at(directory),
        onlyFiles: true,
        expandDirectories: false,
      })
      return found.sort()
    },
    list: (patterns, directory) => listBelow(patterns, at(directory)),
    writeBelow: (directory, ...file) => writeBelow(at(directory), ...file),
    remove: (path) => rm(at(path), { recursive: true, force: true, maxRetries: 3 }),
    async temporary(prefix, beside) {
      await mkdir(temporaryRoot, { recursive: true })
      // The real path: git and programs report it, and the two must be equal as text.
      const usual = await realpath(temporaryRoot)
      if (beside !== undefined && (await device(usual)) !== (await device(at(beside)))) {
        try {
          return await mkdtemp(join(dirname(await realpath(at(beside))), prefix))
        } catch {
          // Nobody may write there: another file system is better than none.
        }
      }
      return mkdtemp(join(usual, prefix))
    },
  }
}

const device = (path: string) =>
  stat(path).then(
    ({ dev }) => dev,
    () => null,
  )

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : ''
}
