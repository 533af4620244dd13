// CSV record by record as chunks arrive, for files that do not fit into memory.
import { parse } from 'csv-parse/sync'
import { ReadError } from '../../errors.ts'
import { lineReader } from './lines.ts'

/** Records longer than this are no CSV but a quote that was never closed. */
const longestRecord = 1_000_000

export interface RecordReader {
  write(chunk: string): void
  /** Throws `ReadError` when the last record ends inside quotes. */
  end(): void
}

export function recordReader(onRecord: (cells: readonly string[], line: number) => void): RecordReader {
  let line = 0
  let started = 1
  /** Lines of a record whose quote is still open. */
  let open: string[] = []
  let length = 0
  let isOpen = false

  const lines = lineReader((text) => {
    line += 1
    if (!isOpen && !text.includes('"')) {
      if (text !== '') onRecord(text.split(','), line)
      return
    }
    if (!isOpen) started = line
    open.push(text)
    length += text.length + 1
    // Inside quotes a line break belongs to the cell. An odd number of quotes opens one, or closes it.
    if ((text.split('"').length - 1) % 2 === 1) isOpen = !isOpen
    if (isOpen) {
      if (length > longestRecord) throw new ReadError(`line ${started}: a quote is never closed`)
      return
    }
    const cells = cellsOf(open.join('\n'), started)
    open = []
    length = 0
    if (cells !== undefined) onRecord(cells, started)
  })

  return {
    write: (chunk) => lines.write(chunk),
    end() {
      lines.end()
      if (isOpen) throw new ReadError(`line ${started}: a quote is never closed`)
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
