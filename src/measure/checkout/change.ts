// Which two programs are compared, when nobody says: the question a reviewer has in mind.
import { ConfigError, MeasureError } from '../../errors.ts'
import type { Change } from '../../model/change.ts'
import type { Notice } from '../../model/notice.ts'
import type { ForgeEvent } from '../../ports/forge.ts'
import type { Git } from '../../ports/git.ts'
import { type Base, type Committed, eventBase } from './base.ts'

export interface ChangeOptions {
  readonly git: Git
  readonly event: ForgeEvent
  /** `--base`: a branch, tag or commit. */
  readonly base?: string | undefined
  /** `--head`: likewise; the working tree when absent. */
  readonly head?: string | undefined
  /** `--base-dir`, `--head-dir`: folders that need no repository. */
  readonly baseDir?: string | undefined
  readonly headDir?: string | undefined
  /** Absolute; the working directory. */
  readonly cwd: string
}

/**
 * What is compared with what.
 *
 * - Two folders: those. One folder for the base: it and the working directory.
 * - `base` named: that commit and the working tree (or `head`).
 * - A pull request: the merge-base of what is checked out with the target branch; for GitHub's test merge that is the
 *   commit of the target branch it was merged into.
 * - A push: what the branch was before; for a new branch the merge-base with the default branch; else the first parent.
 * - Anything else, a laptop too: the merge-base with the default branch. On the default branch itself the last commit
 *   when tracked files were changed, else the first parent of the last commit.
 *
 * @throws ConfigError when what was asked for does not exist
 * @throws MeasureError when there is nothing to compare with
 */
export async function resolveChange(options: ChangeOptions): Promise<Change> {
  const { git, event, cwd } = options
  if (options.baseDir !== undefined || options.headDir !== undefined) return folders(options)
  if ((await git.root()) === null)
    throw new ConfigError(
      `${cwd} is in no git repository, so there is no commit to compare with.`,
      [],
      'Run perf-gate inside a clone, or give two folders: `--base-dir DIR --head-dir DIR`.',
    )
  const head =
    options.head === undefined ? await workingTree(options) : await named(git, '--head', options.head)
  const base: Base =
    options.base === undefined
      ? await eventBase(git, event, head)
      : { ...(await named(git, '--base', options.base)), reason: 'named' }
  const distance = await git.distance(base.commit, head.commit)
  const notices = [...(base.notices ?? []), ...sameProgram(base, head)]
  return {
    base: { commit: base.commit, ...(base.ref === undefined ? {} : { ref: base.ref }) },
    head,
    reason: base.reason,
    ...(distance === null ? {} : { distance }),
    ...(notices.length === 0 ? {} : { notices }),
  }
}

function folders({ base, head, baseDir, headDir, cwd }: ChangeOptions): Change {
  if (base !== undefined || head !== undefined)
    throw new ConfigError(
      '`--base` and `--head` name commits, `--base-dir` and `--head-dir` folders: give one kind.',
    )
  if (baseDir === undefined)
    throw new ConfigError('`--head-dir` needs a folder to compare it with.', [], 'Add `--base-dir DIR`.')
  return { base: { directory: baseDir }, head: { directory: headDir ?? cwd }, reason: 'folders' }
}

async function workingTree({ git, event, cwd }: ChangeOptions): Promise<Committed> {
  const commit = await git.resolve('HEAD')
  if (commit === null)
    throw new MeasureError(
      'The repository has no commit yet, so there is nothing to compare with.',
      'Commit first, or give two folders: `--base-dir DIR --head-dir DIR`.',
    )
  const ref = (await git.currentBranch()) ?? event.branch
  const dirty = await git.dirty()
  return { commit, directory: cwd, ...(ref === undefined ? {} : { ref }), ...(dirty ? { dirty } : {}) }
}

async function named(git: Git, option: string, ref: string): Promise<Committed> {
  const here = async () => (await git.resolve(ref)) ?? (await git.resolve(`origin/${ref}`))
  const commit = (await here()) ?? ((await git.fetch(ref)) ? await here() : null)
  if (commit === null)
    throw new ConfigError(
      `${option} ${ref}: neither this clone nor its origin has such a branch, tag or commit.`,
      [],
      'Check the spelling, or fetch it: `git fetch origin NAME`.',
    )
  return { commit, ref }
}

function sameProgram(base: { readonly commit: string }, head: Committed): Notice[] {
  if (base.commit !== head.commit || head.dirty) return []
  return [
    {
      code: 'same-commit',
      message: `Base and head are the same commit, ${head.commit.slice(0, 7)}: nothing changed, so nothing can be found.`,
      fix: 'Name what to compare with: `--base REF`.',
    },
  ]
}
