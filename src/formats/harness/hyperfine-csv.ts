// hyperfine --export-csv: seconds, one row per command, no single runs.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { csvOf, hasHeadings } from '../reading/csv.ts'
import { cpu, wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'

export const hyperfineCsv: Format = {
  name: 'hyperfine-csv',
  tool: 'hyperfine',
  title: 'hyperfine, CSV',
  produce: 'hyperfine --export-csv FILE COMMAND…',
  documentation: 'https://github.com/sharkdp/hyperfine#export-results',
  detect: (source) => hasHeadings(source.head, 'command', 'mean', 'stddev', 'user', 'system'),
  parse(source) {
    const collect = collector()
    for (const { cells } of csvOf(source.text).rows) {
      const parameters = Object.entries(cells).flatMap(([heading, value]) =>
        heading.startsWith('parameter_') ? [[heading.slice('parameter_'.length), value] as const] : [],
      )
      const benchmark = withParameters(cells.command ?? '', Object.fromEntries(parameters))
      const { mean, stddev, median, min, max } = cells
      collect.summary(wall(benchmark), { mean, standardDeviation: stddev, median, min, max })
      const processor = (figure(cells.user) ?? 0) + (figure(cells.system) ?? 0)
      if (processor > 0) collect.summary(cpu(benchmark), { mean: processor })
    }
    return collect.result()
  },
}
