// CSV record by record as chunks arrive, for files that do not fit into memory.
import { parse } from 'csv-parse/sync'
import { ReadError } from '../../errors.ts'

/** Records longer than this are no CSV but a quote that was never closed. */
const longestRecord = 1_000_000

export interface RecordReader {
  write(chunk: string): void
  /** Throws `ReadError` when the last record ends inside quotes. */
  end(): void
}

export function recordReader(onRecord: (cells: readonly string[], line: number) => void): RecordReader {
  let rest = ''
  let line = 0
  let started = 1
  let quoted = ''

  function take(text: string): void {
    line += 1
    const clean = text.endsWith('\r') ? text.slice(0, -1) : text
    if (quoted === '' && !clean.includes('"')) {
      if (clean !== '') onRecord(clean.split(','), line)
      return
    }
    if (quoted === '') started = line
    quoted = quoted === '' ? clean : `${quoted}\n${clean}`
    // Inside quotes a line break belongs to the cell.
    if ((quoted.split('"').length - 1) % 2 === 1) {
      if (quoted.length > longestRecord) throw new ReadError(`line ${started}: a quote is never closed`)
      return
    }
    const cells = cellsOf(quoted, started)
    if (cells !== undefined) onRecord(cells, started)
    quoted = ''
  }

  return {
    write(chunk) {
      const lines = (rest + chunk).split('\n')
      rest = lines.pop() ?? ''
      for (const one of lines) take(one)
    },
    end() {
      if (rest !== '') take(rest)
      if (quoted !== '') throw new ReadError(`line ${started}: a quote is never closed`)
    },
  }
}

function cellsOf(record: string, line: number): readonly string[] | undefined {
  try {
    return parse(record, { relax_column_count: true, relax_quotes: true })[0]
  } catch (error) {
    throw new ReadError(
      `line ${line}: it is not CSV (${error instanceof Error ? error.message : String(error)})`,
    )
  }
}
