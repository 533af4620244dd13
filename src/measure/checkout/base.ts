// The commit that a change starts from, by the event that asks for the comparison.
import { MeasureError } from '../../errors.ts'
import type { Change, ChangeSide } from '../../model/change.ts'
import type { Notice } from '../../model/notice.ts'
import type { ForgeEvent } from '../../ports/forge.ts'
import type { Git } from '../../ports/git.ts'

/** A side whose commit is known. */
export type Committed = ChangeSide & { readonly commit: string }

export interface Base {
  readonly commit: string
  readonly ref?: string
  readonly reason: Change['reason']
  readonly notices?: readonly Notice[]
}

const nameIt = 'Name the commit to compare with: `--base REF`.'

/** See `resolveChange`. */
export async function eventBase(git: Git, event: ForgeEvent, head: Committed): Promise<Base> {
  if (event.targetBranch !== undefined) return pullRequestBase(git, event.targetBranch, event.commit, head)
  if (event.kind === 'push') {
    const before = await commitHere(git, event.before)
    if (before !== null && before !== head.commit) return { commit: before, reason: 'previous-commit' }
  }
  const branch = event.defaultBranch ?? (await git.defaultBranch())
  const onIt = branch !== null && head.ref === branch
  const base = branch === null || onIt ? null : await branchBase(git, branch, head)
  if (base !== null && base.commit !== head.commit) return base
  if (head.dirty) return { commit: head.commit, reason: 'last-commit' }
  return firstParent(git, head)
}

/** The commit if it can be had: fetched when this shallow clone does not have it. */
async function commitHere(git: Git, commit: string | undefined): Promise<string | null> {
  if (commit === undefined) return null
  return (await git.resolve(commit)) ?? ((await git.fetch(commit)) ? git.resolve(commit) : null)
}

/**
 * GitHub checks out a test merge by default: a commit that it made of the target branch (first parent) and the head of
 * the pull request (second parent). What is measured then holds all that the target branch had at that moment, so
 * that very commit is the base. Where the branch has got to since does not matter, even when it was rewritten.
 */
async function pullRequestBase(
  git: Git,
  target: string,
  headOfPullRequest: string | undefined,
  head: Committed,
): Promise<Base> {
  const [into, merged, ...others] = await git.parents(head.commit)
  if (into !== undefined && merged !== undefined && merged === headOfPullRequest && others.length === 0) {
    const commit = await commitHere(git, into)
    if (commit !== null) return { commit, ref: target, reason: 'merge-base' }
  }
  const fetched = await git.fetch(target)
  const base = await mergeBaseWith(git, head, [`origin/${target}`, ...(fetched ? [] : [target])])
  if (base === null)
    throw new MeasureError(
      `The target branch ${target} is not known here and could not be fetched from origin.`,
      `Check out with the repository's credentials (actions/checkout), run \`git fetch origin ${target}\`, or name the commit: \`--base REF\`.`,
    )
  const stale: Notice = {
    code: 'target-not-fetched',
    message: `${target} could not be fetched: the base is the merge-base with ${target} as it was last seen here.`,
    fix: 'Let the job read the repository: `permissions: { contents: read }`, and keep the credentials of actions/checkout.',
  }
  return { ...base, ref: target, ...(fetched ? {} : { notices: [stale] }) }
}

/** The merge-base with a branch as this clone and its origin know it; `null` when neither does. */
async function branchBase(git: Git, branch: string, head: Committed): Promise<Base | null> {
  const names = [`origin/${branch}`, branch]
  const base = await mergeBaseWith(git, head, names)
  if (base !== null || !(await git.fetch(branch))) return base === null ? null : { ...base, ref: branch }
  const fetched = await mergeBaseWith(git, head, names)
  return fetched === null ? null : { ...fetched, ref: branch }
}

/**
 * The nearest merge-base of `head` with any of the names that are known; `null` when none is known.
 * @throws MeasureError when there is no common ancestor
 */
async function mergeBaseWith(git: Git, head: Committed, names: readonly string[]): Promise<Base | null> {
  let nearest: { commit: string; distance: number } | null = null
  const unrelated: string[] = []
  for (const name of names) {
    const tip = await git.resolve(name)
    if (tip === null) continue
    const commit = await git.mergeBase(head.commit, tip)
    if (commit === null) {
      unrelated.push(name)
      continue
    }
    const distance = (await git.distance(commit, head.commit)) ?? Number.POSITIVE_INFINITY
    if (nearest === null || distance < nearest.distance) nearest = { commit, distance }
  }
  if (nearest !== null) return { commit: nearest.commit, reason: 'merge-base' }
  if (unrelated.length === 0) return null
  throw new MeasureError(
    `${head.ref ?? head.commit.slice(0, 7)} and ${unrelated.join(', ')} have no common ancestor, so there is no base.`,
    nameIt,
  )
}

async function firstParent(git: Git, head: Committed): Promise<Base> {
  const [parent] = await git.parents(head.commit)
  if (parent === undefined)
    throw new MeasureError(
      `${head.commit.slice(0, 7)} is the first commit of the repository and nothing was changed since: there is nothing to compare with.`,
      `Change something, or give two folders: \`--base-dir DIR --head-dir DIR\`.`,
    )
  const commit = await commitHere(git, parent)
  if (commit === null)
    throw new MeasureError(
      `The commit before ${head.commit.slice(0, 7)} is not in this shallow clone and could not be fetched from origin.`,
      'Fetch more history: `fetch-depth: 2` for actions/checkout, or `git fetch --deepen=1`.',
    )
  return { commit, reason: 'previous-commit' }
}
