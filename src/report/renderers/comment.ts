// The comment on a pull request: the verdict, what to look at next, and everything else one click away.
import type { Report } from '../../model/report.ts'
import { inCharacters } from '../fit.ts'
import type { RenderOptions } from '../options.ts'
import { page } from '../page/page.ts'
import type { Style } from '../page/section.ts'

const style: Style = {
  unfolded: false,
  findings: 5,
  notices: 3,
  outputs: { most: 3, lines: 12, characters: 1200 },
}

/** GitHub's limit; what publish adds must be taken off by `limit`. */
const longestComment = 65_536

export function comment(report: Report, options: RenderOptions = {}): string {
  return page(report, options, style, options.limit ?? longestComment, inCharacters)
}
