// ApacheBench as printed, its percentiles (-e) and its requests for gnuplot (-g).
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { csvHeader, csvOf } from '../reading/csv.ts'
import { collectLoad, noteClosedModel } from '../reading/load.ts'
import { latency } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { requests } from '../reading/requests.ts'

const documentation = 'https://httpd.apache.org/docs/current/programs/ab.html'

export const ab: Format = {
  name: 'ab',
  tool: 'ab',
  title: 'ApacheBench, printed',
  produce: 'ab -n 10000 -c 10 http://127.0.0.1:3000/',
  documentation,
  detect: (source) => /^This is ApacheBench, Version/m.test(source.head),
  parse(source) {
    const { text } = source
    const collect = collector()
    const field = (name: string) => new RegExp(`^${name}:[ \\t]+(.+?)[ \\t]*$`, 'm').exec(text)?.[1]
    const number = (name: string) => figure(/^[\d.]+/.exec(field(name) ?? '')?.[0])
    const host = field('Server Hostname') ?? /^Benchmarking (\S+)/m.exec(text)?.[1] ?? 'ab'
    const url = `http://${host}${field('Server Port') ? `:${field('Server Port')}` : ''}${field('Document Path') ?? ''}`
    const benchmark = withParameters(url, { concurrency: field('Concurrency Level') })
    const detail = /\(Connect: (\d+), Receive: (\d+), Length: (\d+), Exceptions: (\d+)\)/.exec(text)
    const [, connect = 0, receive = 0, length = 0, exceptions = 0] = detail?.map(Number) ?? []
    const failed = number('Failed requests') ?? 0
    // "Length" are answers of another length than the first: pages may differ, so they are noted and not counted.
    // A connection that was dropped counts as one of length 0: then nothing but whole first answers was transferred.
    const whole = (number('Document Length') ?? 0) * ((number('Complete requests') ?? 0) - length)
    const empty = length > 0 && whole > 0 && number('HTML transferred') === whole
    const broken = detail === null ? failed : connect + receive + exceptions + (empty ? length : 0)
    if (length > 0 && !empty)
      collect.note({
        code: 'differing-length',
        message: `${length} answers were not as long as the first; ab calls them failed, here they are not counted as such.`,
        where: benchmark,
        fix: 'Use ab -l when pages may differ in length.',
      })
    const [, min, , deviation, median, max] =
      /^Total:\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)\s+([\d.]+)/m.exec(text) ?? []
    const quantiles = [...text.matchAll(/^[ \t]+(\d+)%\s+([\d.]+)/gm)].map(
      ([, share, value]) => [`p${share}`, value] as const,
    )
    collectLoad(collect, {
      benchmark,
      requests: number('Complete requests'),
      errors: broken + (number('Non-2xx responses') ?? 0),
      throughput: number('Requests per second') ?? undefined,
      transfer: (number('Transfer rate') ?? 0) * 1024,
      complaint: /apr_\w+: .*$/m.exec(text)?.[0],
      latency: {
        kind: 'summary',
        scale: 1e-3,
        figures: {
          mean: number('Time per request'),
          standardDeviation: deviation,
          n: number('Complete requests'),
          median,
          min,
          max,
          quantiles: Object.fromEntries(quantiles),
        },
      },
    })
    noteClosedModel(collect, 'ab')
    return collect.result()
  },
}

export const abCsv: Format = {
  name: 'ab-csv',
  tool: 'ab',
  title: 'ApacheBench, percentiles as CSV',
  produce: 'ab -e percentiles.csv -n 10000 -c 10 http://127.0.0.1:3000/',
  documentation,
  detect: (source) => csvHeader(source.head).join() === 'Percentage served,Time in ms',
  parse(source) {
    const collect = collector()
    const rows = csvOf(source.text).rows.map(
      ({ cells }) => [Number(cells['Percentage served']), cells['Time in ms']] as const,
    )
    const value = (share: number) => rows.find(([one]) => one === share)?.[1]
    const quantiles = rows.flatMap(([share, time]) =>
      share > 0 && share < 100 ? [[`p${share}`, time] as const] : [],
    )
    collect.summary(latency('ab', 1e-3), {
      median: value(50),
      min: value(0),
      max: value(100),
      quantiles: Object.fromEntries(quantiles),
    })
    collect.note({
      code: 'errors-unknown',
      message: 'ab -e writes no errors: a run that failed cannot be told from a good one.',
      fix: 'Import what ab prints instead.',
    })
    noteClosedModel(collect, 'ab')
    return collect.result()
  },
}

export const abGnuplot: Format = {
  name: 'ab-gnuplot',
  tool: 'ab',
  title: 'ApacheBench, requests for gnuplot',
  produce: 'ab -g requests.tsv -n 10000 -c 10 http://127.0.0.1:3000/',
  documentation,
  detect: (source) =>
    /^starttime\tseconds\tctime\tdtime\tttime\twait[ \t]*$/m.test(source.head.split('\n', 1)[0] ?? ''),
  parse(source) {
    const collect = collector()
    const all = requests()
    for (const { cells } of csvOf(source.text, '\t').rows)
      all.add({
        benchmark: 'ab',
        latency: (figure(cells.ttime) ?? Number.NaN) / 1000,
        failed: false,
        // Whole seconds say too little for a rate.
        startedAt: null,
      })
    all.collectInto(collect)
    collect.note({
      code: 'errors-unknown',
      message: 'ab -g writes no errors: a run that failed cannot be told from a good one.',
      fix: 'Import what ab prints instead.',
    })
    noteClosedModel(collect, 'ab')
    return collect.result()
  },
}
