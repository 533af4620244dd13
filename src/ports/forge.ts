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
}

export interface Forge {
  /** Longest texts it takes: characters of a comment, bytes of a summary. */
  readonly limits: { readonly comment: number; readonly summary: number }
  event(): Promise<ForgeEvent>
  /** Creates the comment that carries `marker`, or updates it in place. */
  upsertComment(marker: string, body: string): Promise<Receipt>
  writeSummary(markdown: string): Promise<Receipt>
  annotate(annotations: readonly Annotation[]): Promise<Receipt>
  setOutputs(outputs: Readonly<Record<string, string>>): Promise<Receipt>
}
