// hyperfine --export-markdown: rounded, and without single runs; the JSON export says more.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import type { Source } from '../reading/source.ts'
import { cell, markdownTables } from '../reading/table.ts'
import { secondsIn } from '../reading/time.ts'

export const hyperfineMarkdown: Format = {
  name: 'hyperfine-markdown',
  tool: 'hyperfine',
  title: 'hyperfine, Markdown',
  produce: 'hyperfine --export-markdown FILE COMMAND…',
  documentation: 'https://github.com/sharkdp/hyperfine#export-results',
  detect: (source) => tablesOf(source).length > 0,
  parse(source) {
    const collect = collector()
    for (const table of tablesOf(source)) {
      const unit = /^Mean \[(.+)\]$/.exec(table.header[1] ?? '')?.[1] ?? 's'
      const scale = secondsIn(unit) ?? 1
      for (const row of table.rows) {
        const benchmark = (row.cells[0] ?? '').replace(/^`(.*)`$/, '$1')
        const [mean, standardDeviation] = (row.cells[1] ?? '').split('±')
        const min = cell(table, row, /^Min/)
        const max = cell(table, row, /^Max/)
        collect.summary(wall(benchmark, scale), { mean, standardDeviation, min, max })
      }
    }
    return collect.result()
  },
}

function tablesOf(source: Source) {
  if (!source.text.includes('| Mean [')) return []
  return markdownTables(source.lines()).filter(
    ({ header }) => header[0] === 'Command' && /^Mean \[/.test(header[1] ?? ''),
  )
}
