// k6 run --summary-export: flat metrics. A threshold that is `true` here was CROSSED, the opposite of handleSummary.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { anyRecord, at, isRecord, shaped } from '../reading/shape.ts'
import { importK6, type K6Metric } from './k6-metrics.ts'

export const k6SummaryExport: Format = {
  name: 'k6-summary-export',
  tool: 'k6',
  title: 'k6, --summary-export',
  produce: 'k6 run --summary-export=summary.json script.js',
  documentation: 'https://grafana.com/docs/k6/latest/results-output/end-of-test/',
  detect(source) {
    const metrics = at(source.json(), 'metrics')
    if (!isRecord(metrics) || at(source.json(), 'root_group') === undefined) return false
    return Object.values(metrics).every((metric) => isRecord(metric) && at(metric, 'values') === undefined)
  },
  parse(source) {
    const { metrics } = shaped(source, v.looseObject({ metrics: v.record(v.string(), anyRecord) }))
    return importK6(
      Object.entries(metrics).map(([name, values]) => metricOf(name, values)),
      null,
    )
  },
}

function metricOf(name: string, values: Readonly<Record<string, unknown>>): K6Metric {
  const type =
    'avg' in values ? 'trend' : 'passes' in values ? 'rate' : 'count' in values ? 'counter' : 'gauge'
  const thresholds = isRecord(values.thresholds) ? values.thresholds : {}
  const crossed = Object.entries(thresholds).flatMap(([expression, failed]) =>
    failed === true ? [expression] : [],
  )
  return { name, type, contains: undefined, values, crossed }
}
