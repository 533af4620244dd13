// Locust: --csv NAME (NAME_stats.csv) and --json. Milliseconds. The Aggregated row is a sum, not a benchmark.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { csvOf, hasHeadings } from '../reading/csv.ts'
import { collectLoad, noteClosedModel } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, listOf, optionalText, shaped } from '../reading/shape.ts'

const documentation = 'https://docs.locust.io/en/stable/retrieving-stats.html'
const milliseconds = 1e-3

export const locustCsv: Format = {
  name: 'locust-csv',
  tool: 'locust',
  title: 'Locust, statistics as CSV',
  produce: 'locust --headless --csv NAME  (then NAME_stats.csv)',
  documentation,
  detect: (source) => hasHeadings(source.head, 'Type', 'Name', 'Request Count', 'Failure Count'),
  parse(source) {
    const collect = collector()
    const rows = csvOf(source.text).rows.map((row) => row.cells)
    const single = rows.filter((cells) => cells.Name !== 'Aggregated')
    for (const cells of single.length > 0 ? single : rows) {
      const quantiles = Object.entries(cells).filter(
        ([heading]) => /^\d+(?:\.\d+)?%$/.test(heading) && heading !== '100%',
      )
      collectLoad(collect, {
        benchmark: [cells.Type, decoded(cells.Name ?? '')].filter((part) => part).join(' '),
        requests: cells['Request Count'],
        errors: cells['Failure Count'],
        throughput: cells['Requests/s'],
        latency: {
          kind: 'summary',
          scale: milliseconds,
          figures: {
            mean: cells['Average Response Time'],
            n: cells['Request Count'],
            median: cells['Median Response Time'],
            min: cells['Min Response Time'],
            max: cells['Max Response Time'],
            quantiles: Object.fromEntries(quantiles),
          },
        },
      })
    }
    noteClosedModel(collect, 'Locust')
    return collect.result()
  },
}

const EntrySchema = v.looseObject({
  name: v.string(),
  method: optionalText,
  num_requests: figureSchema,
  num_failures: figureSchema,
  start_time: figureSchema,
  last_request_timestamp: figureSchema,
  total_response_time: figureSchema,
  min_response_time: figureSchema,
  max_response_time: figureSchema,
  response_times: v.record(v.string(), v.number()),
})

export const locustJson: Format = {
  name: 'locust-json',
  tool: 'locust',
  title: 'Locust, JSON',
  produce: 'locust --headless --json > locust.json',
  documentation,
  detect: (source) =>
    listOf(source.json()).some(
      (one) => at(one, 'num_requests') !== undefined && at(one, 'response_times') !== undefined,
    ),
  parse(source) {
    const collect = collector()
    for (const entry of shaped(source, v.array(EntrySchema))) {
      const requests = figure(entry.num_requests) ?? 0
      const elapsed = (figure(entry.last_request_timestamp) ?? 0) - (figure(entry.start_time) ?? 0)
      // Time in ms → how many requests took it; rounded to two digits by Locust.
      const times = Object.entries(entry.response_times)
        .map(([time, n]) => [Number(time), n] as const)
        .sort(([a], [b]) => a - b)
      const quantile = (share: number) => {
        let below = 0
        for (const [time, n] of times) {
          below += n
          if (below >= share * requests) return time
        }
        return undefined
      }
      collectLoad(collect, {
        benchmark: [entry.method, decoded(entry.name)].filter((part) => part).join(' '),
        requests,
        errors: entry.num_failures,
        ...(elapsed > 0 ? { throughput: requests / elapsed } : {}),
        latency: {
          kind: 'summary',
          scale: milliseconds,
          figures: {
            mean: requests > 0 ? (figure(entry.total_response_time) ?? 0) / requests : undefined,
            n: requests,
            median: quantile(0.5),
            min: entry.min_response_time,
            max: entry.max_response_time,
            quantiles: { p90: quantile(0.9), p95: quantile(0.95), p99: quantile(0.99) },
          },
        },
      })
    }
    noteClosedModel(collect, 'Locust')
    return collect.result()
  },
}

/** Names are often URLs with percent-encoded letters; what is not whole UTF-8 stays as it is. */
function decoded(name: string): string {
  try {
    return decodeURI(name)
  } catch {
    return name
  }
}
