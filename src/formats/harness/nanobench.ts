// nanobench: the JSON template (every epoch), the CSV template, and the Markdown table it prints.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { csvOf } from '../reading/csv.ts'
import { wall } from '../reading/measured.ts'
import { joinName, withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, listOf, optionalText, shaped } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'
import { markdownTables, type Table } from '../reading/table.ts'
import { secondsIn } from '../reading/time.ts'

const documentation = 'https://nanobench.ankerl.com/tutorial.html#rendering-mustache-like-templates'

const FileSchema = v.looseObject({
  results: v.array(
    v.looseObject({
      title: optionalText,
      name: v.string(),
      batch: figureSchema,
      complexityN: figureSchema,
      'median(elapsed)': figureSchema,
      measurements: v.optional(v.array(v.looseObject({ elapsed: figureSchema }))),
    }),
  ),
})

export const nanobench: Format = {
  name: 'nanobench',
  tool: 'nanobench',
  title: 'nanobench, JSON template',
  produce: 'bench.render(ankerl::nanobench::templates::json(), file)',
  documentation,
  detect: (source) =>
    listOf(at(source.json(), 'results')).some((one) => at(one, 'median(elapsed)') !== undefined),
  parse(source) {
    const collect = collector()
    for (const one of shaped(source, FileSchema).results) {
      const benchmark = sized(joinName(one.title, one.name), one.complexityN)
      const measured = wall(benchmark, perUnit(one.batch))
      const epochs = one.measurements ?? []
      // Epochs of one process.
      if (epochs.length > 0)
        collect.samples(
          measured,
          epochs.map((epoch) => epoch.elapsed),
        )
      else collect.summary(measured, { median: one['median(elapsed)'] })
    }
    return collect.result()
  },
}

/** The templates write seconds per call, the table writes them per unit: a call does `batch` units. */
function perUnit(batch: unknown): number {
  const units = figure(batch) ?? 1
  return units > 0 ? 1 / units : 1
}

/** `complexityN` is -1 where none was given, and parts runs of one name. */
function sized(name: string, written: unknown): string {
  const size = figure(written) ?? -1
  return withParameters(name, { complexityN: size >= 0 ? size : undefined })
}

const csvHeading = /^"?title"?;"?name"?;"?unit"?;"?batch"?;"?elapsed"?;/

export const nanobenchCsv: Format = {
  name: 'nanobench-csv',
  tool: 'nanobench',
  title: 'nanobench, CSV template',
  produce: 'bench.render(ankerl::nanobench::templates::csv(), file)',
  documentation,
  detect: (source) => csvHeading.test(source.head),
  parse(source) {
    const collect = collector()
    for (const { cells } of csvOf(source.text, ';').rows)
      collect.summary(wall(joinName(cells.title, cells.name), perUnit(cells.batch)), {
        median: cells.elapsed,
      })
    return collect.result()
  },
}

const headingCell = /^(?:[pnµμum]?s)\/\S+$/

export const nanobenchText: Format = {
  name: 'nanobench-text',
  tool: 'nanobench',
  title: 'nanobench, printed',
  produce: './bench',
  documentation: 'https://nanobench.ankerl.com/tutorial.html',
  detect: (source) => tablesOf(source).length > 0,
  parse(source) {
    const collect = collector()
    for (const table of tablesOf(source)) {
      const column = table.header.findIndex((cell) => headingCell.test(cell))
      const scale = secondsIn((table.header[column] ?? '').split('/')[0] ?? '') ?? 1e-9
      const errors = table.header.indexOf('err%')
      const size = table.header.indexOf('complexityN')
      const width = table.header.indexOf('total')
      // The last column is open to the right: its heading is the title, and `|` may stand in it.
      const title = table.header.slice(width + 1).join(' | ')
      for (const { cells } of table.rows) {
        const written = cells.slice(width + 1).join(' | ')
        const name = /`(.*?)`(?= \(Unstable|\s*$)/.exec(written)?.[1] ?? written
        const benchmark = sized(joinName(title === 'benchmark' ? '' : title, name), cells[size])
        const median = figure(cells[column])
        const spread = figure((cells[errors] ?? '').replace('%', ''))
        collect.summary(wall(benchmark, scale), { median: cells[column] })
        if (/:wavy_dash:|Unstable/.test(written))
          collect.note({
            code: 'unstable',
            message: `nanobench calls it unstable (±${spread ?? '?'} % of ${median ?? '?'}).`,
            where: benchmark,
          })
      }
    }
    return collect.result()
  },
}

function tablesOf(source: Source): Table[] {
  if (!source.text.includes('err%')) return []
  // Rows are parted again here, because the last cell is the one that may hold `|`.
  return markdownTables(source.lines()).flatMap((table) => {
    const lines = source.lines()
    if (!table.header.includes('err%') || !table.header.some((cell) => headingCell.test(cell))) return []
    const rows = table.rows.map(({ line }) => ({
      line,
      cells: (lines[line - 1] ?? '')
        .split('|')
        .slice(1)
        .map((cell) => cell.trim()),
    }))
    return [{ ...table, rows }]
  })
}
