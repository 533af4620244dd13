// Which of the Runs that were found belong to the history of a change: those of ancestors of its base, nearest first.
// Newer commits of the branch, and commits that were rewritten away, say nothing of where this change started from.
import type { FoundArtifact } from '../ports/artifacts.ts'
import type { Git } from '../ports/git.ts'

export interface History {
  readonly git: Pick<Git, 'ancestors'>
  /** The base of the change: a commit. */
  readonly base: string
}

export interface Ranked {
  readonly artifact: FoundArtifact
  /** Commits from it to the base; absent where there is no history to ask. */
  readonly distance?: number
}

/** At most `limit`; several of one commit stay in their order, newest first. */
export async function nearestFirst(
  found: readonly FoundArtifact[],
  history: History | undefined,
  limit: number,
): Promise<readonly Ranked[]> {
  if (history === undefined) return found.slice(0, limit).map((artifact) => ({ artifact }))
  const commits = [...new Set(found.flatMap(({ commit }) => (commit === undefined ? [] : [commit])))]
  const distances = await history.git.ancestors(history.base, commits, limit)
  const ranked = found.flatMap((artifact): Ranked[] => {
    const distance = artifact.commit === undefined ? undefined : distances.get(artifact.commit)
    return distance === undefined ? [] : [{ artifact, distance }]
  })
  return ranked.toSorted((a, b) => (a.distance ?? 0) - (b.distance ?? 0)).slice(0, limit)
}
