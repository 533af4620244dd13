// What is compared with what: resolved from the event, the repository or two folders before anything is measured.
import type { Notice } from './notice.ts'
import type { Side } from './side.ts'

export interface ChangeSide {
  /** Full commit id; absent for a bare folder. */
  readonly commit?: string
  /** Branch, tag or what the user wrote. */
  readonly ref?: string
  /** Where the side's files are, when they need no checkout. */
  readonly directory?: string
  /** The working tree holds changes that no commit has. */
  readonly dirty?: boolean
}

export interface Change extends Readonly<Record<Side, ChangeSide>> {
  /** Why this base: shown in the report. */
  readonly reason: 'merge-base' | 'previous-commit' | 'last-commit' | 'named' | 'folders'
  /** Commits between base and head, when it is known. */
  readonly distance?: number
  /** What could not be made sure of. */
  readonly notices?: readonly Notice[]
}
