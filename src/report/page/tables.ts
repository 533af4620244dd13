// The sections that are tables: what matters in sight, the rest behind one line that says what it holds.
import type { Comparison } from '../../model/comparison.ts'
import type { Judged } from '../../model/verdict.ts'
import { signOf } from '../icons.ts'
import { fold, table, text, unbroken } from '../markdown.ts'
import { type Cells, type Column, cellsOf, columnsOf, decisiveColumn, pairsTitle } from '../rows.ts'
import type { Page, Section } from './section.ts'

type Row = Judged | Comparison

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

/** Cells as Markdown. Numbers do not wrap between digits and unit. */
export function escapedCells(row: Row): Cells {
  const { benchmark, ...others } = cellsOf(row)
  const cell = (column: Exclude<Column, 'benchmark'>) => unbroken(text(others[column], longestCell))
  return {
    benchmark: text(benchmark, longestCell),
    metric: cell('metric'),
    base: cell('base'),
    head: cell('head'),
    change: cell('change'),
    'could be': cell('could be'),
    budget: cell('budget'),
    pairs: cell('pairs'),
  }
}

function tableOf(rows: readonly Row[], { kept, cells }: Page, baseTitle = 'base'): string[] {
  const shown = rows.filter((row) => kept.has(row))
  if (shown.length === 0) return []
  const columns = columnsOf(shown.map(cells))
  const titles: Partial<Record<Column, string>> = { pairs: pairsTitle(shown), base: baseTitle }
  const heads = columns.map((column) => ({ title: titles[column] ?? column, align: alignments[column] }))
  const lines = shown.map((row) => [
    signOf(row).emoji,
    ...columns.map((column) =>
      decisiveColumn(row) === column ? `**${cells(row)[column]}**` : cells(row)[column],
    ),
  ])
  return [table([{ title: '', align: 'center' }, ...heads], lines)]
}

function foldedTable(title: string, rows: readonly Row[], page: Page, baseTitle?: string): string[] {
  return tableOf(rows, page, baseTitle).map((body) => fold(title, body))
}

function titledTable(title: string, rows: readonly Row[], page: Page, baseTitle?: string): string[] {
  return tableOf(rows, page, baseTitle).flatMap((body) => [`#### ${text(title)}`, body])
}

export const openTable: Section = (page) => {
  const { open, improved, fresh, unchanged } = page.groups
  return tableOf(page.style.unfolded ? [...open, ...improved, ...fresh, ...unchanged] : open, page)
}

export const improved: Section = (page) =>
  page.style.unfolded ? [] : foldedTable(page.titles.improved, page.groups.improved, page)

export const unchanged: Section = (page) =>
  page.style.unfolded ? [] : foldedTable(page.titles.unchanged, page.groups.unchanged, page)

export const fresh: Section = (page) =>
  page.style.unfolded ? [] : foldedTable(page.titles.fresh, page.groups.fresh, page)

export const ungated: Section = (page) =>
  (page.style.unfolded ? titledTable : foldedTable)(page.titles.ungated, page.groups.ungated, page)

export const recorded: Section = (page) =>
  (page.style.unfolded ? titledTable : foldedTable)(
    page.titles.recorded,
    page.report.recorded,
    page,
    'earlier',
  )
