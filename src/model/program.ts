// What `setup` built of one commit, as far as `baseline.keep` names it: files to be laid over a checkout of that commit.
export interface ProgramFile {
  /** Relative to the directory that perf-gate runs in; `/` separates. */
  readonly path: string
  readonly content: Uint8Array
  readonly executable: boolean
}

export interface Program {
  readonly commit: string
  readonly files: readonly ProgramFile[]
}
