// hey, as printed.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { noteClosedModel } from '../reading/load.ts'
import { readSummaryReport } from './summary-report.ts'

export const hey: Format = {
  name: 'hey',
  tool: 'hey',
  title: 'hey, printed',
  produce: 'hey -z 10s http://127.0.0.1:3000',
  documentation: 'https://github.com/rakyll/hey',
  detect: (source) =>
    /^Summary:\n\s+Total:\s.*\n\s+Slowest:/m.test(source.text) && /^[ \t]+Requests\/sec:/m.test(source.text),
  parse(source) {
    const collect = collector()
    readSummaryReport(collect, 'hey', source.text)
    noteClosedModel(collect, 'hey')
    return collect.result()
  },
}
