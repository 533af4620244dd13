// What a section of the Markdown page is given, and what it answers.
import type { Comparison } from '../../model/comparison.ts'
import type { Report } from '../../model/report.ts'
import type { Judged } from '../../model/verdict.ts'
import type { Failures } from '../failures.ts'
import type { Kept } from '../fit.ts'
import type { GroupTitles } from '../group-titles.ts'
import type { RenderOptions } from '../options.ts'
import type { Phrase } from '../phrase.ts'
import type { Cells, Groups } from '../rows.ts'

export interface Style {
  /** Everything in sight, for a page of its own; otherwise only what matters is. */
  readonly unfolded: boolean
  /** Sentences above the table; the table has the rest. */
  readonly findings: number
  /** Notices in sight. */
  readonly notices: number
  /** Failures whose output is shown, and how much of it. */
  readonly outputs: { readonly most: number; readonly lines: number; readonly characters: number }
}

export interface Page {
  readonly report: Report
  readonly options: RenderOptions
  readonly style: Style
  readonly failures: Failures
  readonly groups: Groups
  readonly findings: readonly Phrase[]
  readonly notices: readonly Phrase[]
  /** Escaped cells of a row. */
  readonly cells: (row: Judged | Comparison) => Cells
  readonly titles: GroupTitles
  readonly kept: Kept
}

/** Markdown of one part of the page, or nothing. */
export type Section = (page: Page) => readonly string[]
