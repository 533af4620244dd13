// The report as one Markdown page, made of sections in reading order. Comment and job summary are this page, with more
// or less of it folded away. A new kind of content is one more section.

import type { Comparison } from '../../model/comparison.ts'
import type { Report } from '../../model/report.ts'
import type { Judged } from '../../model/verdict.ts'
import { type Failures, failuresOf } from '../failures.ts'
import { findingPhrases, findingsOf } from '../findings.ts'
import { type Droppable, fitted, type Kept } from '../fit.ts'
import { groupTitles } from '../group-titles.ts'
import { noticesOf } from '../notices.ts'
import type { RenderOptions } from '../options.ts'
import { byImportance, type Cells, groupsOf } from '../rows.ts'
import { advice } from './advice.ts'
import { explanations } from './explanations.ts'
import { edits, findings, howItWasMeasured, leftOut, notices, outputs, title } from './prose.ts'
import type { Section, Style } from './section.ts'
import { escapedCells, fresh, improved, openTable, recorded, unchanged, ungated } from './tables.ts'

const sections: readonly Section[] = [
  title,
  edits,
  findings,
  openTable,
  explanations,
  advice,
  outputs,
  notices,
  improved,
  unchanged,
  fresh,
  ungated,
  recorded,
  howItWasMeasured,
  leftOut,
]

/** The page, shortened to `limit` as `sizeOf` counts. The host's marker and footer are publish's matter. */
export function page(
  report: Report,
  options: RenderOptions,
  style: Style,
  limit: number,
  sizeOf: (text: string) => number,
): string {
  const failures = failuresOf(report)
  const groups = groupsOf(report)
  const page = {
    report,
    options,
    style,
    failures,
    groups,
    titles: groupTitles(report, groups),
    findings: findingPhrases(findingsOf(groups.open, failures, report.explanations), style.findings),
    notices: noticesOf(report, failures),
    cells: rememberedCells(),
  }
  const render = (chosen: readonly Section[], kept: Kept) => {
    const parts = chosen.flatMap((section) => section({ ...page, kept }))
    return `${parts.join('\n\n')}\n`
  }
  const whole = fitted(byWorth(report, failures), (kept) => render(sections, kept), limit, sizeOf)
  // A limit below the bare skeleton leaves the verdict and the way to the rest.
  return whole ?? render([title, leftOut], new Set())
}

/** Fitting renders the page a dozen times: each row is formatted and escaped once. */
function rememberedCells(): (row: Judged | Comparison) => Cells {
  const known = new Map<Judged | Comparison, Cells>()
  return (row) => {
    const cells = known.get(row) ?? escapedCells(row)
    known.set(row, cells)
    return cells
  }
}

/** What can be left out, most important first. */
function byWorth(report: Report, failures: Failures): Droppable[] {
  const rows = byImportance(report.comparisons)
  const failing = rows.filter(({ outcome }) => outcome === 'fail')
  const others = rows.filter(({ outcome }) => outcome !== 'fail')
  return [
    ...failing,
    ...failures.fatal,
    ...report.explanations,
    ...report.advice,
    ...others,
    ...report.recorded,
  ]
}
