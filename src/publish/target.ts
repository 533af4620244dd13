// Where results go, and when a comment is written.

/** When a comment is written; one that is there already is brought up to date by all but `never`. */
export type CommentPolicy = 'always' | 'on-change' | 'on-failure' | 'never'

/** Whose results are published where, when it is not simply the event's. */
export interface Target {
  readonly pullRequest?: number
  /** Commit that checks belong to. */
  readonly commit?: string
  readonly run?: { readonly id: string; readonly attempt: number; readonly url: string }
}
