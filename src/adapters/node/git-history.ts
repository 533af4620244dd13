// Questions about history that a shallow clone cannot answer as it is: history is fetched step by step until it can.
// A negative answer in a shallow clone is no answer, and a positive one may be wrong.
import { readFile } from 'node:fs/promises'
import { resolve as resolvePath } from 'node:path'
import { MeasureError } from '../../errors.ts'
import type { GitCommand } from './git-command.ts'

/** Commits that each step adds; after the last one comes the whole history. */
const steps = [50, 200, 1000]

const wholeHistory =
  'Fetch the whole history: `fetch-depth: 0` for actions/checkout, or `git fetch --unshallow`.'

export interface History {
  shallow(): Promise<boolean>
  mergeBase(a: string, b: string): Promise<string | null>
  distance(ancestor: string, descendant: string): Promise<number | null>
}

export function gitHistory(git: GitCommand, cwd: string): History {
  const shallow = async () => (await git.answer('rev-parse', '--is-shallow-repository')) === 'true'

  /** Commits whose parents are cut off. */
  const cutOff = async () => {
    if (!(await shallow())) return new Set<string>()
    const file = await git.must('rev-parse', '--git-path', 'shallow')
    return new Set((await readFile(resolvePath(cwd, file), 'utf8')).split('\n').filter((line) => line !== ''))
  }

  /**
   * Whether history is complete between `tips` and `base`: no cut commit lies above it, so that all that is hidden is
   * an ancestor of `base` and cannot change an answer about what is above.
   */
  const complete = async (tips: readonly string[], base: string | null) => {
    const cut = await cutOff()
    if (cut.size === 0) return true
    const above = await git.must('rev-list', ...tips, ...(base === null ? [] : [`^${base}`]))
    return !above.split('\n').some((commit) => cut.has(commit))
  }

  /** Adds `commits` of history behind the tips, all of it when absent. */
  const deepen = async (tips: readonly string[], commits: number | undefined) => {
    const depth = commits === undefined ? '--unshallow' : `--deepen=${commits}`
    // Only what is asked about; where the server does not know these commits, whatever it has.
    const some = await git.ask(['fetch', '--quiet', '--no-tags', depth, 'origin', ...tips])
    if (some.ok) return
    const all = await git.ask(['fetch', '--quiet', '--no-tags', depth, 'origin'])
    if (!all.ok)
      throw new MeasureError(
        `The history of this shallow clone is too short, and more could not be fetched from origin: ${all.stderr}`,
        wholeHistory,
      )
  }

  return {
    shallow,
    async mergeBase(a, b) {
      for (const commits of [...steps, undefined]) {
        const base = (await git.answer('merge-base', a, b)) || null
        if (await complete([a, b], base)) return base
        await deepen([a, b], commits)
      }
      return (await git.answer('merge-base', a, b)) || null
    },
    async distance(ancestor, descendant) {
      const isAncestor = (await git.ask(['merge-base', '--is-ancestor', ancestor, descendant])).ok
      if (!isAncestor || !(await complete([descendant], ancestor))) return null
      const count = Number(await git.answer('rev-list', '--count', `${ancestor}..${descendant}`))
      return Number.isInteger(count) ? count : null
    },
  }
}
