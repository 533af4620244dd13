// Remarks for the lines of the suite or the benchmark, worst first: hosts show only the first few.
import type { Annotation } from '../../model/annotation.ts'
import type { Report } from '../../model/report.ts'
import { failuresOf } from '../failures.ts'
import { type Finding, findingsOf } from '../findings.ts'
import { clip, harmless } from '../foreign.ts'
import { headline, notAPass } from '../headline.ts'
import { noticesOf } from '../notices.ts'
import type { RenderOptions } from '../options.ts'
import { plain } from '../phrase.ts'
import { groupsOf } from '../rows.ts'
import { nameOf, verdictWord } from '../words.ts'

const longestMessage = 2000

export function annotations(report: Report, options: RenderOptions = {}): readonly Annotation[] {
  const findings = findingsOf(groupsOf(report).open, failuresOf(report))
  return [
    ...notCompared(report),
    ...findings
      .filter(({ outcome }) => outcome === 'fail' || outcome === 'warn')
      .map((finding) => annotation(finding, options)),
  ]
}

function notCompared(report: Report): Annotation[] {
  if (report.verdict !== 'not-compared') return []
  const [why = []] = noticesOf(report, failuresOf(report))
  const message = clip(plain([...notAPass, ' ', ...why]).trim(), longestMessage)
  return [{ level: 'error', title: harmless(headline(report)), message: harmless(message) }]
}

function annotation(finding: Finding, { locate }: RenderOptions): Annotation {
  return {
    level: finding.outcome === 'fail' ? 'error' : 'warning',
    title: `${nameOf(finding)}: ${verdictWord(finding.verdict)}`,
    message: clip(harmless(plain(finding.phrase)), longestMessage),
    ...locate?.(finding),
  }
}
