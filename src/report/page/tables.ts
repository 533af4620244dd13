// The sections that are tables: what matters in sight, the rest behind one line that says what it holds.
import type { Comparison } from '../../model/comparison.ts'
import type { Judged } from '../../model/verdict.ts'
import type { Kept } from '../fit.ts'
import { signOf } from '../icons.ts'
import { fold, table, text, unbroken } from '../markdown.ts'
import { type Column, cellsOf, columnsOf, decisiveColumn, pairsTitle } from '../rows.ts'
import type { Section } from './section.ts'

const alignments: Readonly<Record<Column, 'left' | 'right' | 'center'>> = {
  benchmark: 'left',
  metric: 'left',
  base: 'right',
  head: 'right',
  change: 'right',
  'could be': 'center',
  budget: 'right',
  pairs: 'right',
}
const longestCell = 120

function tableOf(rows: readonly (Judged | Comparison)[], kept: Kept, baseTitle = 'base'): string[] {
  const shown = rows.filter((row) => kept.has(row))
  if (shown.length === 0) return []
  const cells = shown.map(cellsOf)
  const columns = columnsOf(cells)
  const titles: Partial<Record<Column, string>> = { pairs: pairsTitle(shown), base: baseTitle }
  return [
    table(
      [
        { title: '', align: 'center' },
        ...columns.map((column) => ({ title: titles[column] ?? column, align: alignments[column] })),
      ],
      shown.map((row, index) => [
        signOf(row).emoji,
        ...columns.map((column) => {
          const escaped = text(cells[index]?.[column] ?? '', longestCell)
          const cell = column === 'benchmark' ? escaped : unbroken(escaped)
          return decisiveColumn(row) === column ? `**${cell}**` : cell
        }),
      ]),
    ),
  ]
}

export const openTable: Section = ({ groups, kept, style }) =>
  style.unfolded
    ? tableOf([...groups.open, ...groups.improved, ...groups.fresh, ...groups.unchanged], kept)
    : tableOf(groups.open, kept)

function foldedTable(
  summary: string,
  rows: readonly (Judged | Comparison)[],
  kept: Kept,
  baseTitle?: string,
): string[] {
  return tableOf(rows, kept, baseTitle).map((body) => fold(summary, body))
}

export const improved: Section = ({ groups, titles, kept, style }) =>
  style.unfolded ? [] : foldedTable(titles.improved, groups.improved, kept)

export const unchanged: Section = ({ groups, titles, kept, style }) =>
  style.unfolded ? [] : foldedTable(titles.unchanged, groups.unchanged, kept)

export const fresh: Section = ({ groups, titles, kept, style }) =>
  style.unfolded ? [] : foldedTable(titles.fresh, groups.fresh, kept)

export const ungated: Section = ({ groups, titles, kept, style }) =>
  style.unfolded
    ? titledTable(titles.ungated, groups.ungated, kept)
    : foldedTable(titles.ungated, groups.ungated, kept)

export const recorded: Section = ({ report, titles, kept, style }) =>
  style.unfolded
    ? titledTable(titles.recorded, report.recorded, kept, 'earlier')
    : foldedTable(titles.recorded, report.recorded, kept, 'earlier')

function titledTable(
  title: string,
  rows: readonly (Judged | Comparison)[],
  kept: Kept,
  baseTitle?: string,
): string[] {
  return tableOf(rows, kept, baseTitle).flatMap((body) => [`#### ${text(title)}`, body])
}
