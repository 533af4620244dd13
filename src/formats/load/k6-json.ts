// k6 run --out json: one JSON object per line, a metric's definition or a point of it. Read as a stream.
import * as v from 'valibot'
import type { Format, Imported } from '../format.ts'
import { parseJson } from '../reading/json.ts'
import { lineReader } from '../reading/lines.ts'
import { figure } from '../reading/number.ts'
import { figureSchema } from '../reading/shape.ts'
import { k6Points, k6Time } from './k6-points.ts'

const PointSchema = v.looseObject({
  type: v.literal('Point'),
  metric: v.string(),
  data: v.looseObject({
    time: v.string(),
    value: figureSchema,
    tags: v.optional(v.nullable(v.record(v.string(), v.string()))),
  }),
})

const DefinitionSchema = v.looseObject({
  type: v.literal('Metric'),
  metric: v.string(),
  data: v.looseObject({ type: v.string(), contains: v.optional(v.string()) }),
})

export const k6Json: Format = {
  name: 'k6-json',
  tool: 'k6',
  title: 'k6, JSON lines of all points',
  produce: 'k6 run --out json=points.json script.js',
  documentation: 'https://grafana.com/docs/k6/latest/results-output/real-time/json/',
  detect(source) {
    const [first = ''] = source.head.trimStart().split('\n', 1)
    return /^\{.*"type":\s*"(?:Point|Metric)"/.test(first) && /"metric":\s*"/.test(first)
  },
  parse(source) {
    const reading = read()
    reading.write(source.text)
    return reading.end()
  },
  async parseChunks(chunks) {
    const reading = read()
    for await (const chunk of chunks) reading.write(chunk)
    return reading.end()
  },
}

function read(): { write(chunk: string): void; end(): Imported } {
  const points = k6Points()
  const lines = lineReader((line) => {
    if (!line.startsWith('{')) return
    const parsed = parseJson(line)
    if (!('value' in parsed)) return
    if (v.is(DefinitionSchema, parsed.value))
      points.define(parsed.value.metric, parsed.value.data.type, parsed.value.data.contains)
    if (!v.is(PointSchema, parsed.value)) return
    const { metric, data } = parsed.value
    points.add({
      metric,
      value: figure(data.value) ?? Number.NaN,
      scenario: data.tags?.scenario ?? '',
      time: k6Time(data.time),
      complaint: data.tags?.error,
    })
  })
  return {
    write: (chunk) => lines.write(chunk),
    end() {
      lines.end()
      return points.result()
    },
  }
}
