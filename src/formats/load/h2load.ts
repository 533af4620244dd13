// h2load as printed. The columns of its table changed over the years, so they are read by their headings.
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { collectLoad, noteClosedModel } from '../reading/load.ts'
import { sizeOf } from '../reading/size.ts'
import { durationOf } from '../reading/time.ts'

export const h2load: Format = {
  name: 'h2load',
  tool: 'h2load',
  title: 'h2load, printed',
  produce: 'h2load -n 10000 -c 10 http://127.0.0.1:3000',
  documentation: 'https://nghttp2.org/documentation/h2load.1.html',
  detect: (source) =>
    /^finished in \S+, [\d.]+ req\/s/m.test(source.text) && /^requests: \d+ total/m.test(source.text),
  parse(source) {
    const { text } = source
    const collect = collector()
    const [, rate, size = ''] = /^finished in \S+, ([\d.]+) req\/s, (\S+)\/s/m.exec(text) ?? []
    const [, total = 0, , done = 0, , failed = 0, errored = 0, timeouts = 0] =
      /^requests: (\d+) total, (\d+) started, (\d+) done, (\d+) succeeded, (\d+) failed, (\d+) errored, (\d+) timeout/m
        .exec(text)
        ?.map(Number) ?? []
    const [, bad4 = 0, bad5 = 0] = /\b(\d+) 4xx, (\d+) 5xx/.exec(text)?.map(Number) ?? []
    const headings = /^[ \t]+(min\s+max\s+.*)$/m.exec(text)?.[1]?.split(/\s{2,}/) ?? []
    const cells = /^(?:time for request|request\s*):\s+(.*)$/m.exec(text)?.[1]?.trim().split(/\s+/) ?? []
    const time = (name: string) => durationOf(cells[headings.indexOf(name)] ?? '')
    collectLoad(collect, {
      benchmark: 'h2load',
      requests: Math.max(total, done),
      errors: Math.max(failed, bad4 + bad5, errored + timeouts),
      throughput: rate,
      transfer: sizeOf(size, 1024) ?? undefined,
      latency: {
        kind: 'summary',
        figures: {
          mean: time('mean'),
          standardDeviation: time('sd'),
          n: done,
          median: time('median') ?? undefined,
          min: time('min'),
          max: time('max'),
          quantiles: { p95: time('95th') ?? time('p95'), p99: time('99th') ?? time('p99') },
        },
      },
    })
    noteClosedModel(collect, 'h2load')
    return collect.result()
  },
}
