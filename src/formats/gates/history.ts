// Files that hold many commits: each becomes a Run, oldest first, so that a history moves in from another gate.
import type { Imported } from '../format.ts'

export interface Point {
  readonly commit?: string
  readonly ref?: string
  /** Milliseconds since 1970. */
  readonly at?: number
  /** Put before names that another suite of the same commit uses too. */
  readonly suite?: string
  readonly imported: Imported
}
