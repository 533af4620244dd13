// What became of one way of publishing. A missing permission is an answer, not a crash.
export interface Receipt {
  /** `comment`, `summary`, `annotations`, `artifact`, `files`, … */
  readonly publisher: string
  readonly status: 'done' | 'skipped' | 'failed'
  /** Why it was skipped or failed: one sentence. */
  readonly why?: string
  /** What to change, word for word: the YAML line to add. */
  readonly fix?: string
  readonly url?: string
  /** It was wanted and possible but for the token: somebody else may do it. */
  readonly refused?: true
}
