// What a rule is given and gives back.
import type { Draft } from '../draft.ts'
import type { Fault, Path } from '../fault.ts'

/**
 * `measure`: the suite says what to run, so budgets must fit its benchmarks. `compare`: results exist already, from
 * whatever tool; the suite only brings budgets, and may know none of the benchmarks.
 */
export type Purpose = 'measure' | 'compare'

export interface Subject {
  readonly draft: Draft
  readonly purpose: Purpose
  /** As it was written, for what the draft no longer shows. */
  readonly written: unknown
  readonly spelling: (path: Path) => string | undefined
}

export type Rule = (subject: Subject) => readonly Fault[]
