// Tables with a heading line and cells between commas, by csv-parse.
import { type Info, parse } from 'csv-parse/sync'
import { ReadError } from '../../errors.ts'

export interface CsvRow {
  /** From 1. */
  readonly line: number
  /** By heading; empty cells are empty strings. */
  readonly cells: Readonly<Record<string, string>>
}

export interface Csv {
  readonly header: readonly string[]
  readonly rows: readonly CsvRow[]
}

const options = { relax_column_count: true, relax_quotes: true, skip_empty_lines: true, trim: true } as const

/** Throws `ReadError` with the line that is no CSV. Rows may be shorter or longer than the heading; blank lines are passed over. */
export function csvOf(text: string, delimiter = ','): Csv {
  try {
    const [header = []] = parse(text, { ...options, delimiter, to: 1 })
    const parsed = parse<{ record: Record<string, string>; info: Info }>(text, {
      ...options,
      delimiter,
      columns: [...header],
      from: 2,
      info: true,
    })
    return { header, rows: parsed.map(({ record, info }) => ({ line: info.lines, cells: record })) }
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error)
    throw new ReadError(`line ${/\bline (\d+)/.exec(message)?.[1] ?? 1}: it is not whole CSV (${message})`)
  }
}

/** The headings of the first line alone: enough to tell what a file is. */
export function csvHeader(text: string): readonly string[] {
  const [first = ''] = text.trimStart().split('\n', 1)
  if (!first.includes(',') || first.length > 20_000) return []
  try {
    return parse(first, options)[0] ?? []
  } catch {
    return []
  }
}

export function hasHeadings(text: string, ...headings: readonly string[]): boolean {
  const header = csvHeader(text)
  return headings.every((heading) => header.includes(heading))
}
