// Luau's bench.py: the table at the end, whose total row is a sum. What failed has no row there.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { durationOf } from '../reading/time.ts'

const line1 = /^(SUCCESS|FAILED|ERROR|TIMEOUT|FAIL): (.+?)\s+:\s+(.*)$/
const row = /^(.+?)\s*\|\s*([\d.]+m?s)\s*\|\s*([\d.]+m?s)\s*\|\s*([\d.]+|-+)%?\s*\|\s*(.+?)\s*$/

export const luau: Format = {
  name: 'luau',
  tool: 'luau',
  title: 'Luau bench.py, printed',
  produce: 'python bench/bench.py --vm luau',
  documentation: 'https://github.com/luau-lang/luau/tree/master/bench',
  detect: (source) => /^Test\s*\|\s*Min\s*\|\s*Average\s*\|\s*StdDev%\s*\|/m.test(source.text),
  parse(source) {
    const collect = collector()
    const rows = source.lines().flatMap((line) => {
      const found = row.exec(line)
      return found === null || found[1] === 'Total' ? [] : [found]
    })
    const drivers = new Set(rows.map((found) => found[5]))
    for (const found of rows) {
      const [, name = '', min = '', average = '', percent, driver] = found
      const mean = durationOf(average)
      const spread = figure(percent)
      collect.summary(wall(withParameters(name, drivers.size > 1 ? { driver } : {})), {
        mean,
        min: durationOf(min),
        standardDeviation: mean === null || spread === null ? undefined : (mean * spread) / 100,
      })
    }
    const measured = new Set(rows.map((found) => found[1]))
    for (const line of source.lines()) {
      const [, outcome, name = '', reason = ''] = line1.exec(line) ?? []
      if (outcome !== undefined && outcome !== 'SUCCESS' && !measured.has(name))
        collect.fail({ benchmark: name, code: 'failed', reason: `bench.py printed ${outcome}: ${reason}` })
    }
    return collect.result()
  },
}
