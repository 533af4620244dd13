// The few git verbs that decide what is compared with what.
export interface Git {
  /** `null` when the directory is in no repository. */
  root(): Promise<string | null>
  /** Full commit id of a name, or `null` when it is unknown here. */
  resolve(ref: string): Promise<string | null>
  /** Deepens a shallow clone step by step until the answer is certain; `null` when there is no common ancestor. */
  mergeBase(a: string, b: string): Promise<string | null>
  /** Commits from `ancestor` to `descendant`; `null` when unknown. */
  distance(ancestor: string, descendant: string): Promise<number | null>
  /** The branch that pull requests target by default: `origin/HEAD`, else main or master. */
  defaultBranch(): Promise<string | null>
  currentBranch(): Promise<string | null>
  /** Uncommitted changes in the working tree. */
  dirty(): Promise<boolean>
  /** Makes sure that `ref` of the remote is known here; false when that failed. */
  fetch(ref: string): Promise<boolean>
  /** A detached worktree of `commit` at `directory`. */
  addWorktree(directory: string, commit: string): Promise<void>
  removeWorktree(directory: string): Promise<void>
}
