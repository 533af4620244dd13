// Colours, line breaks and aligned columns of a terminal.
import type { Comparison } from '../model/comparison.ts'
import type { Judged } from '../model/verdict.ts'
import { harmless } from './foreign.ts'
import { signOf } from './icons.ts'
import { type Column, cellsOf, columnsOf, pairsTitle } from './rows.ts'
import { clipToWidth, pad, widthOf } from './width.ts'

/** ANSI: what switches a style on, and what switches it off again. */
const styles = {
  bold: [1, 22],
  dim: [2, 22],
  bad: [31, 39],
  good: [32, 39],
  caution: [33, 39],
  calm: [39, 39],
} as const

export type Paint = (style: keyof typeof styles, text: string) => string

export const painted: Paint = (style, text) => {
  const [on, off] = styles[style]
  return `\u001B[${on}m${text}\u001B[${off}m`
}
export const unpainted: Paint = (_style, text) => text

const paintCodes = /\p{Cc}\[\d+m/gu

/** Breaks a line at spaces so that each part takes at most `width` columns; colours take none. */
export function wrapped(text: string, width: number): string {
  const lines: string[] = []
  let line = ''
  for (const word of text.split(' ')) {
    const longer = line === '' ? word : `${line} ${word}`
    if (line !== '' && widthOf(longer.replace(paintCodes, '')) > width) {
      lines.push(line)
      line = word
    } else line = longer
  }
  return [...lines, line].join('\n')
}

const narrowest = 60
const gap = '  '
const alignRight: ReadonlySet<Column> = new Set(['base', 'head', 'change', 'pairs'])

/** What a narrow terminal does without, first to last. */
const expendable: readonly Column[] = ['pairs', 'could be', 'budget', 'base']
const shortestName = 8

/** The rows as lines, aligned, with a line of titles; columns and the ends of names go where `width` is too small. */
export function terminalTable(
  rows: readonly (Judged | Comparison)[],
  width: number,
  paint: Paint,
  baseTitle = 'base',
): string[] {
  if (rows.length === 0) return []
  const cells = rows.map((row) => {
    const { benchmark, metric, ...numbers } = cellsOf(row)
    return { ...numbers, metric: harmless(metric), benchmark: harmless(benchmark) }
  })
  const titles: Partial<Record<Column, string>> = { pairs: pairsTitle(rows), base: baseTitle }
  const titleOf = (column: Column) => titles[column] ?? column
  const widest = new Map(
    columnsOf(cells).map((column) => [
      column,
      Math.max(widthOf(titleOf(column)), ...cells.map((line) => widthOf(line[column]))),
    ]),
  )
  const taken = () => [...widest.values()].reduce((sum, columns) => sum + columns + gap.length, 0)
  const room = Math.max(narrowest, width)
  for (const column of expendable) if (taken() > room) widest.delete(column)
  const name = widest.get('benchmark') ?? 0
  widest.set('benchmark', Math.max(shortestName, name - Math.max(0, taken() - room)))

  const line = (textOf: (column: Column) => string) =>
    [...widest]
      .map(([column, columns]) =>
        pad(clipToWidth(textOf(column), columns), columns, alignRight.has(column) ? 'right' : 'left'),
      )
      .join(gap)
      .trimEnd()
  return [
    paint('dim', `  ${line(titleOf)}`),
    ...rows.map((row, index) => {
      const { mark, tone } = signOf(row)
      const text = `${mark} ${line((column) => cells[index]?.[column] ?? '')}`
      if (!('outcome' in row) || row.outcome === 'shown') return paint('dim', text)
      return tone === 'calm' ? text : paint(tone, text)
    }),
  ]
}
