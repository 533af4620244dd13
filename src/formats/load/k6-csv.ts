// k6 run --out csv: one row per point. Read as a stream: real files hold gigabytes.
import { ReadError } from '../../errors.ts'
import type { Format, Imported } from '../format.ts'
import { recordReader } from '../reading/csv-records.ts'
import { figure } from '../reading/number.ts'
import { k6Points, k6Time } from './k6-points.ts'

const heading = /^metric_name,timestamp,metric_value,/

export const k6Csv: Format = {
  name: 'k6-csv',
  tool: 'k6',
  title: 'k6, CSV of all points',
  produce: 'K6_CSV_TIME_FORMAT=unix_micro k6 run --out csv=points.csv script.js',
  documentation: 'https://grafana.com/docs/k6/latest/results-output/real-time/csv/',
  detect: (source) => heading.test(source.head),
  parse(source) {
    const reading = read()
    reading.write(source.text)
    return reading.end()
  },
  async parseChunks(chunks) {
    const reading = read()
    for await (const chunk of chunks) reading.write(chunk)
    return reading.end()
  },
}

function read(): { write(chunk: string): void; end(): Imported } {
  const points = k6Points()
  let columns: Readonly<Record<string, number>> | undefined
  let rows = 0
  const records = recordReader((cells, line) => {
    if (columns === undefined) {
      columns = Object.fromEntries(cells.map((name, index) => [name, index]))
      return
    }
    const cell = (name: string) => cells[columns?.[name] ?? -1] ?? ''
    const value = figure(cell('metric_value'))
    if (value === null)
      throw new ReadError(
        `line ${line}: metric_value is ${JSON.stringify(cell('metric_value'))}; the file was cut or mixed`,
      )
    rows += 1
    points.add({
      metric: cell('metric_name'),
      value,
      scenario: cell('scenario'),
      time: k6Time(cell('timestamp')),
      complaint: cell('error') || undefined,
    })
  })
  return {
    write: (chunk) => records.write(chunk),
    end() {
      records.end()
      const imported = points.result()
      if (rows > 0) return imported
      const reason = 'The file holds no points: the test made no request.'
      return { ...imported, failures: [{ benchmark: 'k6', code: 'no-answers', reason }] }
    },
  }
}
