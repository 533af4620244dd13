// The place where pull requests live. Missing permission is an answer (a Receipt), not an exception.
import type { Annotation } from '../model/annotation.ts'
import type { Receipt } from '../model/receipt.ts'

export type { Annotation } from '../model/annotation.ts'

/** What the forge knows of the event that started us. */
export interface ForgeEvent {
  readonly kind: 'pull_request' | 'push' | 'other' | 'local'
  /** `owner/name`. */
  readonly repository?: string
  readonly pullRequest?: number
  /** Branch that a pull request targets. */
  readonly targetBranch?: string
  /** Commit a push started from; absent for a new branch. */
  readonly before?: string
  readonly branch?: string
  readonly defaultBranch?: string
  /** Head commit of the pull request or push. */
  readonly commit?: string
  readonly fromFork?: boolean
  /** The workflow run that this is part of; its page holds the job summary and the log. */
  readonly run?: { readonly id: string; readonly attempt: number; readonly url: string }
  /** The workflow run that has just ended and that this one publishes for (`workflow_run`). */
  readonly measured?: MeasuredRun
}

/** What the forge itself says of a workflow run that measured; nothing of it comes from the run. */
export interface MeasuredRun {
  readonly id: string
  readonly attempt: number
  readonly url: string
  /** The event that started it: `pull_request`. */
  readonly event: string
  readonly conclusion: string
  readonly commit: string
  readonly branch: string
  /** `owner/name` that the branch is in; absent when the fork was deleted. */
  readonly repository?: string
  readonly fromFork: boolean
}

/**
 * From the comments of ours that are there (oldest first; several only after a race) to what the one that stays says;
 * `null` leaves all as it is. Applied to its own result it changes nothing: so it is seen whether the result stayed.
 */
export type CommentEdit = (existing: readonly string[]) => string | null

/** The state of a commit as a required check shows it. */
export interface Check {
  readonly name: string
  readonly commit: string
  readonly conclusion: 'success' | 'failure' | 'neutral' | 'running'
  /** One line. */
  readonly title: string
  /** Markdown. */
  readonly summary: string
  readonly annotations: readonly Annotation[]
  readonly url?: string
}

export interface Forge {
  /** Longest texts it takes: characters of a comment, bytes of a summary. */
  readonly limits: { readonly comment: number; readonly summary: number }
  event(): Promise<ForgeEvent>
  /**
   * Creates the comment that begins with `marker`, or updates it in place; on the pull request of the event when no
   * other is named.
   */
  upsertComment(marker: string, edit: CommentEdit, pullRequest?: number): Promise<Receipt>
  /** The open pull request whose head is what was measured, or why there is none (any more). */
  findPullRequest(measured: MeasuredRun): Promise<{ readonly pullRequest: number } | { readonly why: string }>
  /** Paths that a pull request touches; `null` when they cannot be had. */
  changedFiles(pullRequest: number): Promise<readonly string[] | null>
  /** Who has put this label on the event's pull request, as far as they may write to the repository; else nobody. */
  labelledBy(label: string): Promise<readonly string[]>
  /** Creates the check, or concludes the one that was created before under its name. */
  check(check: Check): Promise<Receipt>
  writeSummary(markdown: string): Promise<Receipt>
  annotate(annotations: readonly Annotation[]): Promise<Receipt>
  setOutputs(outputs: Readonly<Record<string, string>>): Promise<Receipt>
}
