// The first line: the verdict in words, counted. It is all that many readers will read.
import type { Comparison } from '../model/comparison.ts'
import type { Report } from '../model/report.ts'
import type { Judged, Outcome, RowVerdict } from '../model/verdict.ts'
import { failuresOf } from './failures.ts'
import type { Phrase } from './phrase.ts'
import { nameOf, verdictCount, verdictOrder } from './words.ts'

/** Verdicts about a whole benchmark: its metrics share the fate, so benchmarks are counted. */
const perBenchmark: ReadonlySet<RowVerdict> = new Set(['failed', 'gone', 'new'])

/** Exact amounts that differ by more than is ignored have changed, although their budget allows it. */
function isWithinBudget(row: Judged | Comparison): boolean {
  if (row.mode !== 'exact' || row.ratio === null || !('terms' in row)) return false
  return Math.abs(row.ratio - 1) > row.terms.ignoreBelow
}

/** `1 regression, 1 inconclusive, 10 unchanged`; empty when there are no rows. */
export function countWords(rows: readonly (Judged | Comparison)[], failed: number): string {
  const parts = verdictOrder.flatMap((verdict) => {
    const found = rows.filter((row) => row.verdict === verdict)
    const names = new Set(found.map(({ benchmark }) => benchmark))
    const howMany = verdict === 'failed' ? failed : perBenchmark.has(verdict) ? names.size : found.length
    if (verdict !== 'no-change') return howMany === 0 ? [] : [verdictCount(verdict, howMany)]
    const within = found.filter(isWithinBudget).length
    const same = found.length - within
    return [
      ...(same === 0 ? [] : [verdictCount('no-change', same)]),
      ...(within === 0 ? [] : [`${within} within budget`]),
    ]
  })
  return parts.join(', ')
}

/** What a verdict comes to, before the counts say why. */
function opening(outcome: Outcome, rows: readonly Judged[]): string {
  if (outcome !== 'pass') return ''
  if (rows.every(({ verdict }) => verdict === 'new')) return 'Nothing to compare with yet: '
  return rows.some(({ verdict }) => verdict === 'accepted') ? 'No new regressions: ' : 'No regressions: '
}

/** The verdict of the suite in one line, without an icon. */
export function headline(report: Report): string {
  const judged = report.comparisons.filter(({ outcome }) => outcome !== 'shown')
  const fatal = failuresOf(report).fatal.filter(({ outcome }) => outcome !== 'shown')
  const failed = new Set(fatal.map(({ benchmark }) => benchmark))
  const counts = countWords(judged, failed.size)
  const suite = report.suite === defaultSuite ? '' : `${nameOf({ benchmark: report.suite })}: `
  if (report.verdict === 'not-compared')
    return `${suite}Nothing was compared${counts === '' ? '' : `: ${counts}`}`
  if (counts !== '') return `${suite}${opening(report.verdict, judged)}${counts}`
  return `${suite}${emptyWords[report.verdict]}`
}

/** What must not be taken for green. */
export const notAPass: Phrase = [
  { strong: 'This is not a pass.' },
  ' Whether the change made anything slower is not known.',
]

/** A repository with one suite need not read its name in every comment. */
const defaultSuite = 'perf-gate'

const emptyWords: Readonly<Record<Exclude<Outcome, 'not-compared'>, string>> = {
  fail: 'The gate failed',
  warn: 'The gate has something to say',
  pass: 'No budgets, so nothing to judge',
}
