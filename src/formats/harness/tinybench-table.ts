// tinybench's `bench.table()`, as console.table draws it or as JSON.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'
import { isRecord, listOf } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'
import { deviationOfMargin } from '../reading/summarize.ts'
import { boxTables } from '../reading/table.ts'

type Row = Readonly<Record<string, unknown>>

export const tinybenchTable: Format = {
  name: 'tinybench-table',
  tool: 'tinybench',
  title: 'tinybench, bench.table()',
  produce: 'console.table(bench.table())',
  documentation: 'https://github.com/tinylibs/tinybench',
  detect: (source) =>
    rowsOf(source).some((row) => nameOf(row) !== undefined && under(row, timeHeading) !== undefined),
  parse(source) {
    const collect = collector()
    for (const row of rowsOf(source)) {
      const benchmark = nameOf(row)
      if (benchmark === undefined) continue
      const error = under(row, /^error$/i)
      const [mean, margin] = String(under(row, timeHeading) ?? '').split('±')
      if (error !== undefined || mean === undefined || mean.trim() === '') {
        collect.fail({
          benchmark,
          code: 'threw',
          reason: `The task threw${error === undefined ? '.' : `: ${error}`}`,
        })
        continue
      }
      const n = figure(under(row, /^samples$/i)) ?? 0
      const percent = figure(String(margin ?? under(row, /^margin$/i) ?? '').replace(/[±%\s]/g, ''))
      const deviation = percent === null ? undefined : deviationOfMargin(figure(mean) ?? 0, percent, n)
      const median = String(under(row, /(?:latency|time) med/i) ?? '').split('±')[0]
      const nanoseconds = 1e-9
      collect.summary(wall(benchmark, nanoseconds), { mean, standardDeviation: deviation, n, median })
    }
    return collect.result()
  },
}

const timeHeading = /(?:latency (?:avg|average)|average time) \(ns\)/i

function rowsOf(source: Source): Row[] {
  const json = listOf(source.json()).filter(isRecord)
  if (json.length > 0) return json
  return boxTables(source.lines()).flatMap((table) =>
    table.rows.map((row) =>
      Object.fromEntries(table.header.map((heading, index) => [heading, row.cells[index]])),
    ),
  )
}

function nameOf(row: Row): string | undefined {
  const name = under(row, /^task name$/i)
  return name === undefined ? undefined : String(name)
}

/** The value under the heading; an empty cell is no value. */
function under(row: Row, heading: RegExp): unknown {
  const key = Object.keys(row).find((text) => heading.test(text))
  const value = key === undefined ? undefined : row[key]
  return value === '' || value === null || value === 'N/A' ? undefined : value
}
