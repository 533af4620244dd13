// Worktrees that are always given back: after the work, after a signal, and by the next run after a crash.
import { rmSync } from 'node:fs'
import { readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { dirname, join, resolve } from 'node:path'
import type { Git } from '../../ports/git.ts'
import type { GitCommand } from './git-command.ts'

/** A file in git's own record of a worktree: it is ours, and holds the id of the process that uses it. */
const ownerFile = 'perf-gate'

type Worktrees = Pick<
  Git,
  'addWorktree' | 'fillSubmodules' | 'removeWorktree' | 'removeStaleWorktrees' | 'discardWorktree'
>

export function gitWorktrees(git: GitCommand, cwd: string): Worktrees {
  /** Git's records of the worktrees added here, by directory: for a removal that git refuses or is not there for. */
  const records = new Map<string, string>()

  const removeWorktree = async (directory: string, record = records.get(directory)) => {
    await git.ask(['worktree', 'remove', '--force', '--force', directory])
    await rm(directory, { recursive: true, force: true, maxRetries: 3 })
    if (record !== undefined) await rm(record, { recursive: true, force: true })
    records.delete(directory)
  }

  return {
    async addWorktree(directory, commit) {
      await git.must('worktree', 'add', '--quiet', '--detach', '--force', directory, commit)
      const record = (await git.ask(['rev-parse', '--absolute-git-dir'], directory)).stdout
      records.set(directory, record)
      await writeFile(join(record, ownerFile), String(process.pid))
    },

    async fillSubmodules(directory) {
      const ours = await git.answer('submodule', 'status', '--recursive')
      // A line that starts with "-" is a submodule that is not filled. Both sides must have the same.
      if (ours === null || !ours.split('\n').some((line) => line !== '' && !line.startsWith('-'))) return null
      const { ok, stderr } = await git.ask(
        ['submodule', '--quiet', 'update', '--init', '--recursive'],
        directory,
      )
      return ok ? null : stderr
    },

    removeWorktree: (directory) => removeWorktree(directory),

    async removeStaleWorktrees() {
      const common = await git.answer('rev-parse', '--git-common-dir')
      if (common === null) return
      const all = resolve(cwd, common, 'worktrees')
      for (const name of await readdir(all).catch(() => [])) {
        const record = join(all, name)
        const owner = Number(await readFile(join(record, ownerFile), 'utf8').catch(() => ''))
        const gitFile = (await readFile(join(record, 'gitdir'), 'utf8').catch(() => '')).trim()
        if (owner > 0 && !isRunning(owner) && gitFile !== '')
          // One that cannot be removed is left to the next run: it must not stop this one.
          await removeWorktree(dirname(gitFile), record).catch(() => {})
      }
    },

    discardWorktree(directory) {
      const record = records.get(directory)
      git.atOnce('worktree', 'remove', '--force', '--force', directory)
      rmSync(directory, { recursive: true, force: true })
      if (record !== undefined) rmSync(record, { recursive: true, force: true })
      records.delete(directory)
    },
  }
}

function isRunning(pid: number): boolean {
  try {
    return process.kill(pid, 0)
  } catch (error) {
    // Running, but somebody else's.
    return error instanceof Error && 'code' in error && error.code === 'EPERM'
  }
}
