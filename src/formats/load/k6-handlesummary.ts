// The data of handleSummary(), written as JSON: `thresholds: { "p(95)<500": { ok: true } }` means it was kept.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { figure } from '../reading/number.ts'
import { anyRecord, at, isRecord, optionalText, shaped } from '../reading/shape.ts'
import { importK6, type K6Metric } from './k6-metrics.ts'

const MetricSchema = v.looseObject({
  type: v.picklist(['trend', 'counter', 'rate', 'gauge']),
  contains: optionalText,
  values: anyRecord,
  thresholds: v.optional(v.nullable(anyRecord)),
})

export const k6Handlesummary: Format = {
  name: 'k6-handlesummary',
  tool: 'k6',
  title: 'k6, handleSummary()',
  produce: "export function handleSummary(data) { return { 'summary.json': JSON.stringify(data) } }",
  documentation: 'https://grafana.com/docs/k6/latest/results-output/end-of-test/custom-summary/',
  detect(source) {
    const metrics = at(source.json(), 'metrics')
    return (
      isRecord(metrics) &&
      Object.values(metrics).some(
        (metric) => isRecord(at(metric, 'values')) && typeof at(metric, 'type') === 'string',
      )
    )
  },
  parse(source) {
    const { metrics } = shaped(source, v.looseObject({ metrics: v.record(v.string(), MetricSchema) }))
    const milliseconds = figure(at(source.json(), 'state', 'testRunDurationMs'))
    return importK6(
      Object.entries(metrics).map(([name, metric]) => metricOf(name, metric)),
      milliseconds === null ? null : milliseconds / 1000,
    )
  },
}

function metricOf(name: string, metric: v.InferOutput<typeof MetricSchema>): K6Metric {
  const crossed = Object.entries(metric.thresholds ?? {}).flatMap(([expression, state]) =>
    at(state, 'ok') === false ? [expression] : [],
  )
  return { name, type: metric.type, contains: metric.contains ?? undefined, values: metric.values, crossed }
}
