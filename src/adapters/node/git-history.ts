// Questions about history that a shallow clone cannot answer as it is: history is fetched step by step until it can.
// A negative answer in a shallow clone is no answer, and a positive one may be wrong.
import { readFile } from 'node:fs/promises'
import { resolve as resolvePath } from 'node:path'
import { MeasureError } from '../../errors.ts'
import type { Git } from '../../ports/git.ts'
import type { GitCommand } from './git-command.ts'

/** Commits that each step adds; after the last one comes the whole history. */
const steps = [50, 200, 1000]

const wholeHistory =
  'Fetch the whole history: `fetch-depth: 0` for actions/checkout, or `git fetch --unshallow`.'

/** Commits that are looked through for ancestors: what lies further back says nothing of a change. */
const lookedThrough = 20_000

export interface History {
  shallow(): Promise<boolean>
  mergeBase(a: string, b: string): Promise<string | null>
  distance(ancestor: string, descendant: string): Promise<number | null>
  ancestors: Git['ancestors']
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

  const distance = async (ancestor: string, descendant: string) => {
    const isAncestor = (await git.ask(['merge-base', '--is-ancestor', ancestor, descendant])).ok
    if (!isAncestor || !(await complete([descendant], ancestor))) return null
    const count = Number(await git.answer('rev-list', '--count', `${ancestor}..${descendant}`))
    return Number.isInteger(count) ? count : null
  }

  /** Those of the candidates that are known to be ancestors, as far as history is here. */
  const ranked = async (descendant: string, candidates: ReadonlySet<string>, enough: number) => {
    const args = ['rev-list', `--max-count=${lookedThrough}`, descendant]
    const past = ((await git.answer(...args)) ?? '').split('\n')
    const distances: [commit: string, distance: number][] = []
    for (const commit of past.filter((one) => candidates.has(one)).slice(0, enough)) {
      const known = await distance(commit, descendant)
      if (known !== null) distances.push([commit, known])
    }
    return new Map(distances.sort(([, a], [, b]) => a - b))
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
    distance,
    async ancestors(descendant, candidates, enough) {
      const wanted = new Set(candidates)
      const most = Math.min(enough, wanted.size)
      let found = await ranked(descendant, wanted, enough)
      for (const commits of steps) {
        if (found.size >= most || !(await shallow())) return found
        try {
          await deepen([descendant], commits)
        } catch (error) {
          // No credentials, no network: what is known is the answer.
          if (error instanceof MeasureError) return found
          throw error
        }
        const before = found.size
        found = await ranked(descendant, wanted, enough)
        // The others are of another history, or too far back to be worth a step ten times as long.
        if (before > 0 && found.size === before) return found
      }
      return found
    },
  }
}
