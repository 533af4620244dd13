// The tree of a commit as `Files`: read from git's objects and written as new ones, so that neither the working tree
// nor its index is ever touched.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import picomatch from 'picomatch'
import { MeasureError } from '../../errors.ts'
import type { Files } from '../../ports/files.ts'
import type { GitCommand } from './git-command.ts'

export interface TreeFiles extends Pick<Files, 'read' | 'readBytes' | 'write' | 'glob' | 'remove'> {
  /** Writes all that is there now as a tree; its id. */
  writeTree(): Promise<string>
}

/**
 * @param commit whose text files are there at first; `null` for none
 * @throws MeasureError with git's words when an object cannot be read or written
 */
export async function treeFiles(git: GitCommand, commit: string | null): Promise<TreeFiles> {
  /** Path → id of the blob. */
  const blobs = new Map<string, string>()
  const listing = commit === null ? '' : await git.must('ls-tree', '-r', '-z', '--full-tree', commit)
  for (const entry of listing.split('\0')) {
    const [, type, id, path] = /^\d+ (\w+) (\w+)\t([\s\S]+)$/.exec(entry) ?? []
    if (type === 'blob' && id !== undefined && path !== undefined) blobs.set(path, id)
  }
  const read = async (path: string) => {
    const id = blobs.get(path)
    return id === undefined ? null : git.must('cat-file', 'blob', id)
  }
  return {
    read,
    readBytes: async (path) => {
      const text = await read(path)
      return text === null ? null : new TextEncoder().encode(text)
    },
    async write(path, content) {
      const input = typeof content === 'string' ? content : new TextDecoder().decode(content)
      const { ok, stdout, stderr } = await git.ask(
        ['hash-object', '-w', '--no-filters', '--stdin'],
        undefined,
        { input },
      )
      if (!ok) throw new MeasureError(`git could not store ${path}: ${stderr}`)
      blobs.set(path, stdout)
    },
    async glob(patterns, directory) {
      const matches = picomatch([...patterns])
      const below = `${directory}/`
      return [...blobs.keys()]
        .filter((path) => path.startsWith(below) && matches(path.slice(below.length)))
        .map((path) => path.slice(below.length))
        .sort()
    },
    async remove(path) {
      for (const known of [...blobs.keys()])
        if (known === path || known.startsWith(`${path}/`)) blobs.delete(known)
    },
    async writeTree() {
      const directory = await mkdtemp(join(tmpdir(), 'perf-gate-index-'))
      const env = { GIT_INDEX_FILE: join(directory, 'index') }
      try {
        const input = [...blobs].map(([path, id]) => `100644 blob ${id}\t${path}\0`).join('')
        const filled = await git.ask(['update-index', '-z', '--index-info'], undefined, { env, input })
        const written = await git.ask(['write-tree'], undefined, { env })
        if (filled.ok && written.ok) return written.stdout
        throw new MeasureError(`git could not write a tree: ${filled.stderr || written.stderr}`)
      } finally {
        await rm(directory, { recursive: true, force: true })
      }
    },
  }
}
