// The job summary: the comment's page with every row in sight.
import type { Report } from '../../model/report.ts'
import { inBytes } from '../fit.ts'
import type { RenderOptions } from '../options.ts'
import { page } from '../page/page.ts'
import type { Style } from '../page/section.ts'

const style: Style = {
  unfolded: true,
  findings: 20,
  notices: 30,
  outputs: { most: 20, lines: 60, characters: 8000 },
}

/** GitHub takes 1 MiB per step; the difference is for what publish adds. */
const largestSummary = 1_000_000

export function summary(report: Report, options: RenderOptions = {}): string {
  return page(report, options, style, options.limit ?? largestSummary, inBytes)
}
