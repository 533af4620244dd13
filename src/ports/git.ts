// The few git verbs that decide what is compared with what.
export interface Git {
  /** `null` when the directory is in no repository. */
  root(): Promise<string | null>
  /** Where the working directory is below the root: `packages/a/`, or nothing. */
  prefix(): Promise<string>
  /** Full commit id of a name, or `null` when it is unknown here. */
  resolve(ref: string): Promise<string | null>
  /** A file as a commit has it; `path` is relative to the working directory. `null` when it has none. */
  read(commit: string, path: string): Promise<string | null>
  /** Milliseconds since 1970 at which the commit was made; `null` when it is unknown here. */
  committedAt(commit: string): Promise<number | null>
  /** Parents as the commit records them, also when a shallow clone does not have them. */
  parents(commit: string): Promise<readonly string[]>
  /** Deepens a shallow clone step by step until the answer is certain; `null` when there is no common ancestor. */
  mergeBase(a: string, b: string): Promise<string | null>
  /** Commits from `ancestor` to `descendant`; `null` when unknown. */
  distance(ancestor: string, descendant: string): Promise<number | null>
  /**
   * Commits from each candidate to `descendant`, for those that are ancestors of it (0: it itself), nearest first. A
   * shallow clone is deepened step by step until `enough` are known, and not for the rest.
   */
  ancestors(
    descendant: string,
    candidates: readonly string[],
    enough: number,
  ): Promise<ReadonlyMap<string, number>>
  /** The branch that pull requests target by default: `origin/HEAD`, else main or master. */
  defaultBranch(): Promise<string | null>
  currentBranch(): Promise<string | null>
  /** Uncommitted changes in the working tree. */
  dirty(): Promise<boolean>
  /** Brings a branch (then known as `origin/<ref>`), tag or commit of the remote here; false when that failed. */
  fetch(ref: string): Promise<boolean>
  /** A detached worktree of `commit` at `directory`, which is empty. */
  addWorktree(directory: string, commit: string): Promise<void>
  /** Fills the worktree's submodules when ours are filled; what git complained about, or `null`. */
  fillSubmodules(directory: string): Promise<string | null>
  removeWorktree(directory: string): Promise<void>
  /** Removes worktrees of ours whose process ended without doing so. */
  removeStaleWorktrees(): Promise<void>
  /** Removes it at once: for the last moments of the process, when nothing can be awaited. Never throws. */
  discardWorktree(directory: string): void
}
