// Lines as chunks arrive, for files that do not fit into memory.
import { ReadError } from '../../errors.ts'

/** Characters; longer ones are no line of any tool but a file of another kind. */
const longestLine = 8 * 2 ** 20

export interface LineReader {
  /** Throws `ReadError` for a line that never ends. */
  write(chunk: string): void
  /** Hands on the last line, which need not be ended. */
  end(): void
}

/** @param onLine is given each line without its line break, `\r\n` included */
export function lineReader(onLine: (line: string) => void): LineReader {
  let rest = ''
  let count = 0
  const take = (line: string) => {
    count += 1
    onLine(line.endsWith('\r') ? line.slice(0, -1) : line)
  }
  return {
    write(chunk) {
      const lines = chunk.split('\n')
      lines[0] = rest + lines[0]
      rest = lines.pop() ?? ''
      for (const line of lines) take(line)
      if (rest.length > longestLine)
        throw new ReadError(`line ${count + 1}: it is longer than ${longestLine / 2 ** 20} MiB`)
    },
    end() {
      if (rest !== '') take(rest)
      rest = ''
    },
  }
}
