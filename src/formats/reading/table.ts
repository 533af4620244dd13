// Tables as people read them: Markdown's, and the boxes of console.table.

export interface TableRow {
  /** From 1. */
  readonly line: number
  readonly cells: readonly string[]
}

export interface Table {
  readonly line: number
  readonly header: readonly string[]
  readonly rows: readonly TableRow[]
}

/** Tables whose cells `|` parts: a header, a line of dashes, rows. A `|` inside a name widens the first cell only. */
export function markdownTables(lines: readonly string[]): Table[] {
  const tables: Table[] = []
  for (let index = 0; index + 1 < lines.length; index += 1) {
    const header = cellsOf(lines[index] ?? '', '|')
    if (header === null || !/^\s*\|?[\s:|-]*-[\s:|-]*\|?\s*$/.test(lines[index + 1] ?? '')) continue
    const rows: TableRow[] = []
    let next = index + 2
    for (; next < lines.length; next += 1) {
      const cells = cellsOf(lines[next] ?? '', '|')
      if (cells === null) break
      rows.push({ line: next + 1, cells: fitted(cells, header.length) })
    }
    tables.push({ line: index + 1, header, rows })
    index = next - 1
  }
  return tables
}

/** Tables in boxes, as `console.table` draws them. */
export function boxTables(lines: readonly string[]): Table[] {
  const tables: Table[] = []
  let open: { line: number; header?: readonly string[]; rows: TableRow[] } | undefined
  for (const [index, text] of lines.entries()) {
    const line = text.trim()
    if (line.startsWith('┌')) open = { line: index + 1, rows: [] }
    else if (open !== undefined && line.startsWith('└')) {
      if (open.header !== undefined) tables.push({ line: open.line, header: open.header, rows: open.rows })
      open = undefined
    } else if (open !== undefined && line.startsWith('│')) {
      const cells = (cellsOf(line, '│') ?? []).map((cell) => cell.replace(/^'(.*)'$/s, '$1'))
      if (open.header === undefined) open.header = cells
      else open.rows.push({ line: index + 1, cells: fitted(cells, open.header.length) })
    }
  }
  return tables
}

/** The cell of the first column whose heading matches. */
export function cell(table: Table, row: TableRow, heading: RegExp): string | undefined {
  const column = table.header.findIndex((text) => heading.test(text))
  return column === -1 ? undefined : row.cells[column]
}

function cellsOf(line: string, divider: string): string[] | null {
  const trimmed = line.trim()
  if (!trimmed.startsWith(divider) || trimmed.length < 2) return null
  const inner = trimmed.endsWith(divider) ? trimmed.slice(1, -1) : trimmed.slice(1)
  // `\|` in Markdown is a `|` of the text.
  const parts = divider === '|' ? inner.split(/(?<!\\)\|/) : inner.split(divider)
  return parts.map((text) => text.trim().replaceAll('\\|', '|'))
}

function fitted(cells: readonly string[], columns: number): readonly string[] {
  const extra = cells.length - columns
  return extra > 0 && columns > 0 ? [cells.slice(0, extra + 1).join(' | '), ...cells.slice(extra + 1)] : cells
}
