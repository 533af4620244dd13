// hey -o csv: one row per answer, in steps of 0.1 ms. Requests without an answer have no row.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { csvOf, hasHeadings } from '../reading/csv.ts'
import { noteClosedModel } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { requests } from '../reading/requests.ts'

export const heyCsv: Format = {
  name: 'hey-csv',
  tool: 'hey',
  title: 'hey, CSV',
  produce: 'hey -o csv -z 10s http://127.0.0.1:3000 > hey.csv',
  documentation: 'https://github.com/rakyll/hey',
  detect: (source) => hasHeadings(source.head, 'response-time', 'status-code', 'offset'),
  parse(source) {
    const collect = collector()
    const all = requests()
    const { rows } = csvOf(source.text)
    for (const { cells } of rows)
      all.add({
        benchmark: 'hey',
        latency: figure(cells['response-time']) ?? Number.NaN,
        failed: Number(cells['status-code']) >= 400,
        startedAt: figure(cells.offset),
        complaint: `status ${cells['status-code']}`,
      })
    all.collectInto(collect)
    if (rows.length === 0)
      collect.fail({ benchmark: 'hey', code: 'no-answers', reason: 'No request was answered.' })
    noteClosedModel(collect, 'hey')
    return collect.result()
  },
}
