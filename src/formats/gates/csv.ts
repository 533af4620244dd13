// Plain CSV: a column `name` (or `benchmark`) and a column `value`; `metric`, `unit`, `better` and `trial` where wanted.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { csvHeader, csvOf } from '../reading/csv.ts'
import { guessedBetter } from '../reading/guess.ts'
import { figure } from '../reading/number.ts'
import { unitMeaning } from '../reading/unit.ts'

const lowered = (header: readonly string[]) => header.map((heading) => heading.toLowerCase())
const nameColumns = ['name', 'benchmark']

export const csv: Format = {
  name: 'csv',
  tool: 'csv',
  title: 'CSV of names and values',
  produce: 'a file with the headings name,metric,unit,better,value (metric, unit and better may be left out)',
  documentation: 'https://www.rfc-editor.org/rfc/rfc4180',
  detect(source) {
    const header = lowered(csvHeader(source.head))
    return header.includes('value') && nameColumns.some((name) => header.includes(name))
  },
  parse(source) {
    const collect = collector()
    for (const row of csvOf(source.text).rows) {
      const cells = new Map(
        Object.entries(row.cells).map(([heading, value]) => [heading.toLowerCase(), value]),
      )
      const cell = (...names: readonly string[]) =>
        names.map((name) => cells.get(name)).find((value) => value) ?? ''
      const meaning = unitMeaning(cell('unit', 'units'))
      const metric =
        cell('metric', 'measure') ||
        (meaning.unit === 's' ? 'wall' : meaning.unit === 'B' ? 'bytes' : 'value')
      const said = cell('better', 'direction').toLowerCase()
      const told = /high|big|up|more/.test(said)
        ? 'higher'
        : /low|small|down|less/.test(said)
          ? 'lower'
          : source.better
      const better =
        told ??
        (meaning.sure
          ? meaning.better
          : guessedBetter(collect, metric, 'lower', 'Add a column "better" with higher or lower.'))
      const benchmark = cell(...nameColumns)
      const trial = figure(cell('trial', 'round', 'run')) ?? 0
      collect.sample(
        {
          benchmark,
          metric,
          unit: meaning.unit,
          scale: meaning.scale,
          better,
          zeroIsAnAnswer: meaning.unit !== 's',
        },
        cell('value'),
        trial,
      )
    }
    return collect.result()
  },
}
