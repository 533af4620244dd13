// oha as JSON and as printed. When nothing answers, figures are null while requestsPerSec stays positive.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { collectLoad } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { anyRecord, at, figureSchema, shaped } from '../reading/shape.ts'
import { readSummaryReport } from './summary-report.ts'

const FileSchema = v.looseObject({
  summary: v.looseObject({
    average: figureSchema,
    fastest: figureSchema,
    slowest: figureSchema,
    requestsPerSec: figureSchema,
    sizePerSec: figureSchema,
  }),
  latencyPercentiles: v.optional(v.nullable(anyRecord)),
  statusCodeDistribution: v.optional(v.nullable(v.record(v.string(), v.number())), {}),
  errorDistribution: v.optional(v.nullable(v.record(v.string(), v.number())), {}),
})

export const oha: Format = {
  name: 'oha',
  tool: 'oha',
  title: 'oha, JSON',
  produce: 'oha --no-tui --output-format json -q 100 --latency-correction -z 10s http://127.0.0.1:3000',
  documentation: 'https://github.com/hatoo/oha',
  detect: (source) =>
    at(source.json(), 'latencyPercentiles') !== undefined && at(source.json(), 'summary') !== undefined,
  parse(source) {
    const collect = collector()
    const {
      summary,
      latencyPercentiles: quantiles,
      statusCodeDistribution,
      errorDistribution,
    } = shaped(source, FileSchema)
    const statuses = Object.entries(statusCodeDistribution ?? {})
    const errors = Object.entries(errorDistribution ?? {})
    const sum = (rows: readonly (readonly [string, number])[]) => rows.reduce((total, [, n]) => total + n, 0)
    const answered = sum(statuses)
    // Requests on their way when the time is up are no errors, unless there is nothing else.
    const broken = sum(errors.filter(([said]) => answered === 0 || !/aborted due to deadline/.test(said)))
    collectLoad(collect, {
      benchmark: 'oha',
      requests: answered + broken,
      errors: broken + sum(statuses.filter(([status]) => Number(status) >= 400)),
      throughput: summary.requestsPerSec,
      ...(figure(summary.sizePerSec) === null ? {} : { transfer: summary.sizePerSec }),
      complaint: errors[0]?.[0],
      latency: {
        kind: 'summary',
        figures: {
          mean: summary.average,
          n: answered,
          median: quantiles?.p50,
          min: summary.fastest,
          max: summary.slowest,
          quantiles: quantiles ?? {},
        },
      },
    })
    return collect.result()
  },
}

export const ohaText: Format = {
  name: 'oha-text',
  tool: 'oha',
  title: 'oha, printed',
  produce: 'oha --no-tui -q 100 --latency-correction -z 10s http://127.0.0.1:3000',
  documentation: 'https://github.com/hatoo/oha',
  detect: (source) => /^Summary:\n\s+Success rate:\s.*\n\s+Total:/m.test(source.text),
  parse(source) {
    const collect = collector()
    readSummaryReport(collect, 'oha', source.text)
    return collect.result()
  },
}
