// The budget table as HTML: the same cells as everywhere, and a drawing of each change.
import type { Comparison } from '../../../model/comparison.ts'
import type { Judged } from '../../../model/verdict.ts'
import { signOf } from '../../icons.ts'
import { none } from '../../numbers.ts'
import { type Column, cellsOf, decisiveColumn, pairsTitle } from '../../rows.ts'
import { verdictWord } from '../../words.ts'
import { element, joined, type Markup } from '../../xml.ts'
import { axis, type PlotScale, plot } from './plot.ts'

type Row = Judged | Comparison

/** What all tables of a page share, so that their columns stand below each other. */
export interface Looks {
  readonly scale: PlotScale
  readonly columns: readonly Column[]
}

const classes: Readonly<Record<Column, string>> = {
  benchmark: 'benchmark',
  metric: 'metric',
  base: 'base number',
  head: 'head number',
  change: 'change number',
  'could be': 'could-be-cell',
  budget: 'budget-cell',
  pairs: 'pairs number',
}

/** A table with one line per row; `null` when there are none. */
export function rowTable(rows: readonly Row[], looks: Looks, baseTitle = 'base'): Markup | null {
  if (rows.length === 0) return null
  const titles: Partial<Record<Column, string>> = { pairs: pairsTitle(rows), base: baseTitle }
  const heads = looks.columns.flatMap((column) => [
    element('th', { scope: 'col', class: classes[column] }, [titles[column] ?? column]),
    ...(column === 'change' ? [element('th', { class: 'drawing' }, [axis(looks.scale)])] : []),
  ])
  const head = element('thead', {}, [element('tr', {}, [element('th', { class: 'sign' }, ['']), ...heads])])
  const body = rows.map((row) => lineOf(row, looks))
  const table = element('table', {}, [head, '\n', element('tbody', {}, [joined(body, '\n')])])
  return element('div', { class: 'rows' }, [table])
}

function lineOf(row: Row, { scale, columns }: Looks): Markup {
  const cells = cellsOf(row)
  const { mark, tone } = signOf(row)
  const word = verdictWord(row.verdict)
  const stops = 'outcome' in row && row.outcome === 'fail'
  const sign = element('span', { role: 'img', 'aria-label': word, title: word }, [mark])
  return element('tr', { class: stops ? `${tone} stops` : tone, title: row.reason }, [
    element('td', { class: 'sign' }, [sign]),
    ...columns.flatMap((column) => [
      cellOf(column, cells[column], decisiveColumn(row) === column),
      ...(column === 'change' ? [element('td', { class: 'drawing' }, [plot(row, tone, scale) ?? ''])] : []),
    ]),
  ])
}

function cellOf(column: Column, text: string, decisive: boolean): Markup {
  // A name may read from right to left; the numbers beside it do not.
  if (column === 'benchmark') return element('th', { scope: 'row' }, [element('bdi', {}, [text])])
  const more = `${decisive ? ' decisive' : ''}${text === none ? ' quiet' : ''}`
  return element('td', { class: `${classes[column]}${more}` }, [breaking(text)])
}

/** Lines break between amounts, never between a number and its unit. */
function breaking(text: string): string {
  return text
    .replaceAll(' ', '\u00A0')
    .replace(/,\u00A0/g, ', ')
    .replace('\u00A0(', ' (')
}
