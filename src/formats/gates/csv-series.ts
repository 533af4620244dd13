// A CSV with one row per commit and one column per metric, as Otava (Hunter) reads it: a history.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { type CsvRow, csvHeader, csvOf } from '../reading/csv.ts'
import { guessedBetter } from '../reading/guess.ts'
import { figure } from '../reading/number.ts'
import type { Source } from '../reading/source.ts'
import type { Point } from './history.ts'

const timeColumn = /^(?:time|timestamp|date|datetime)$/i
const commitColumn = /^(?:commit|sha|revision|version|git_commit)$/i
const attribute = /^(?:branch|ref|tag|author|message)$/i

export const csvSeries: Format = {
  name: 'csv-series',
  tool: 'otava',
  title: 'CSV with a row per commit (Otava, Hunter)',
  produce: 'a file with the headings time,commit,METRIC,METRIC…',
  documentation: 'https://otava.apache.org/docs/csv',
  detect(source) {
    const header = csvHeader(source.head)
    return (
      header.some((heading) => timeColumn.test(heading)) &&
      header.some((heading) => commitColumn.test(heading)) &&
      header.length > 2
    )
  },
  parse(source) {
    const points = csvHistory(source)
    const newest = points.at(-1)
    if (newest === undefined) return { series: [], failures: [], notices: [] }
    const message = `The file holds ${points.length} commits; the newest was read.`
    return {
      ...newest.imported,
      notices: [...newest.imported.notices, ...(points.length > 1 ? [{ code: 'history', message }] : [])],
    }
  },
}

/** In the order of the file. */
export function csvHistory(source: Source): Point[] {
  const { header, rows } = csvOf(source.text)
  const metrics = header.filter(
    (heading) =>
      !timeColumn.test(heading) &&
      !commitColumn.test(heading) &&
      !attribute.test(heading) &&
      isNumeric(rows, heading),
  )
  return rows.map(({ cells }): Point => {
    const collect = collector()
    for (const metric of metrics)
      collect.sample(
        {
          benchmark: 'series',
          metric,
          unit: 'count',
          better: guessedBetter(collect, metric, 'lower'),
          zeroIsAnAnswer: true,
        },
        cells[metric],
      )
    const cell = (wanted: RegExp) => cells[header.find((heading) => wanted.test(heading)) ?? '']
    const time = timeOf(cell(timeColumn) ?? '')
    const commit = cell(commitColumn)
    return {
      ...(commit ? { commit } : {}),
      ...(time === null ? {} : { at: time }),
      imported: collect.result(),
    }
  })
}

function isNumeric(rows: readonly CsvRow[], heading: string): boolean {
  return rows.some(({ cells }) => figure(cells[heading]) !== null)
}

/** Seconds or milliseconds since 1970, ISO 8601, or `2024.01.02 3:00:00 +0100`. */
function timeOf(written: string): number | null {
  const value = figure(written)
  if (value !== null) return value > 1e11 ? value : value * 1000
  const [, year, month, day, hour = '0', rest = ''] =
    /^(\d{4})[./-](\d{2})[./-](\d{2})[ T]?(\d{1,2})?(.*)$/.exec(written) ?? []
  const parsed = Date.parse(
    year === undefined
      ? written
      : `${year}-${month}-${day}T${hour.padStart(2, '0')}${rest.replace(/ ([+-]\d{2})(\d{2})$/, '$1:$2')}`,
  )
  return Number.isNaN(parsed) ? null : parsed
}
