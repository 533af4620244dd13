// The budget table without its language: which rows a reader must see, in which order, and what each cell says.
import type { Comparison } from '../model/comparison.ts'
import type { Report } from '../model/report.ts'
import type { Judged } from '../model/verdict.ts'
import { amounts, difference, writtenAmount } from './amounts.ts'
import { change, count, interval, none, writtenPercent } from './numbers.ts'
import { harm, metricTitle, verdictOrder, verdictWord } from './words.ts'

export interface Groups {
  /** What a reader must look at, worst first. */
  readonly open: readonly Judged[]
  /** Improvements, when there are too many to be news. */
  readonly improved: readonly Judged[]
  readonly unchanged: readonly Judged[]
  /** Nothing to compare with. */
  readonly fresh: readonly Judged[]
  /** Measured, and in no budget. */
  readonly ungated: readonly Judged[]
}

/** Up to this many improvements are shown one by one. */
const improvementsShown = 5

const gravity: Readonly<Record<Judged['outcome'], number>> = { fail: 0, warn: 1, pass: 2, shown: 3 }

/** Orders what stops the gate before what warns, and each of them as a headline counts them. */
export function byGravity(
  a: Pick<Judged, 'verdict' | 'outcome'>,
  b: Pick<Judged, 'verdict' | 'outcome'>,
): number {
  return (
    gravity[a.outcome] - gravity[b.outcome] ||
    verdictOrder.indexOf(a.verdict) - verdictOrder.indexOf(b.verdict)
  )
}

/** All rows, worst first; what did not change stays in the order of the suite. */
export function byImportance(rows: readonly Judged[]): Judged[] {
  return [...rows].sort(
    (a, b) =>
      byGravity(a, b) || (b.verdict === 'no-change' ? 0 : Math.abs(harm(b) ?? 0) - Math.abs(harm(a) ?? 0)),
  )
}

export function groupsOf(report: Report): Groups {
  const rows = byImportance(report.comparisons)
  const judged = rows.filter(({ outcome }) => outcome !== 'shown')
  const calm = judged.filter(({ outcome }) => outcome === 'pass')
  const improved = calm.filter(({ verdict }) => verdict === 'improvement')
  const unchanged = calm.filter(({ verdict }) => verdict === 'no-change')
  const fresh = calm.filter(({ verdict }) => verdict === 'new')
  const folded = new Set([...unchanged, ...fresh, ...(improved.length > improvementsShown ? improved : [])])
  return {
    open: judged.filter((row) => !folded.has(row)),
    improved: improved.filter((row) => folded.has(row)),
    unchanged,
    fresh,
    ungated: rows.filter(({ outcome }) => outcome === 'shown'),
  }
}

export const columns = [
  'benchmark',
  'metric',
  'base',
  'head',
  'change',
  'could be',
  'budget',
  'pairs',
] as const
export type Column = (typeof columns)[number]
export type Cells = Readonly<Record<Column, string>>

/** `10 %, ≤ 150 ms`; `5 % and 2 ms` where a change must be larger than both. */
export function budgetWords({ terms, unit, better }: Judged): string {
  if (!terms.gating) return none
  const { limit, floor } = terms
  const relative = writtenPercent(terms.regression)
  const least = floor === undefined ? '' : ` and ${writtenAmount(floor.value, floor.unit ?? unit)}`
  return `${relative}${least}${limit === undefined ? '' : `, ${limitWords({ terms, unit, better })}`}`
}

/** `≤ 150 ms`, or `≥ 200/s` where more is better. */
export function limitWords({ terms, unit, better }: Pick<Judged, 'terms' | 'unit' | 'better'>): string {
  if (terms.limit === undefined) return ''
  return `${better === 'lower' ? '≤' : '≥'} ${writtenAmount(terms.limit.value, terms.limit.unit ?? unit)}`
}

function changeCell(row: Comparison | Judged): string {
  const { verdict, ratio, base, head, unit, mode } = row
  if (verdict === 'failed' || verdict === 'gone' || verdict === 'new') return verdictWord(verdict)
  if (ratio === null || mode !== 'exact') return change(ratio)
  if (base === null || head === null || base === head) return change(ratio)
  return `${change(ratio)} (${difference(base, head, unit)})`
}

/** What each column says of a row; texts are unescaped. */
export function cellsOf(row: Comparison | Judged): Cells {
  const { base, head } = amounts(row.base, row.head, row.unit, { exact: row.mode === 'exact' })
  const exact = row.mode === 'exact'
  return {
    benchmark: row.benchmark,
    metric: metricTitle(row.metric),
    base,
    head,
    change: changeCell(row),
    'could be': exact && row.ratio !== null ? 'exact' : interval(row.interval),
    budget: 'terms' in row ? budgetWords(row) : none,
    pairs: exact || row.pairs === 0 ? none : count(row.pairs),
  }
}

/** Columns in which at least one of these rows says something. */
export function columnsOf(rows: readonly Cells[]): Column[] {
  const always: readonly Column[] = ['benchmark', 'metric', 'base', 'head', 'change']
  return columns.filter(
    (column) =>
      always.includes(column) ||
      rows.some((cells) => cells[column] !== none && (column !== 'could be' || cells[column] !== 'exact')),
  )
}

/** The cell that made the verdict what it is, where the verdict is a bad one. */
export function decisiveColumn(row: Judged | Comparison): Column | null {
  if (!('outcome' in row) || (row.outcome !== 'fail' && row.outcome !== 'warn')) return null
  if (row.verdict === 'inconclusive') return null
  return row.verdict === 'over-limit' ? 'head' : 'change'
}

/** What the last column counts, for these rows. */
export function pairsTitle(rows: readonly (Comparison | Judged)[]): string {
  const titles = { paired: 'pairs', recorded: 'runs', imported: 'repeats' } as const
  const modes = new Set(rows.map(({ mode }) => mode).filter((mode) => mode !== 'exact'))
  const [only] = modes
  return modes.size === 1 && only !== undefined ? titles[only] : modes.size === 0 ? 'pairs' : 'n'
}
