// What may be said about where and when a report is published.

/** When a comment is written; one that is there already is brought up to date by all but `never`. */
export type CommentPolicy = 'always' | 'on-change' | 'on-failure' | 'never'

export interface PublishOptions {
  readonly comment: CommentPolicy
  /** Whether the commit gets a check run (or a status) of its own. */
  readonly check?: 'always' | 'never'
}

/** Whose results are published where, when it is not simply the event's. */
export interface Target {
  readonly pullRequest?: number
  /** Commit that checks belong to. */
  readonly commit?: string
  readonly run?: { readonly id: string; readonly attempt: number; readonly url: string }
}
