// vegeta report as JSON (whole nanoseconds) and as text. An open model: its latencies count from the intended start.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { collectLoad } from '../reading/load.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, shaped } from '../reading/shape.ts'
import { durationOf } from '../reading/time.ts'

const FileSchema = v.looseObject({
  latencies: v.record(v.string(), figureSchema),
  bytes_in: v.optional(v.looseObject({ total: figureSchema })),
  duration: figureSchema,
  requests: figureSchema,
  throughput: figureSchema,
  success: figureSchema,
  errors: v.optional(v.nullable(v.array(v.string()))),
})

export const vegetaJson: Format = {
  name: 'vegeta-json',
  tool: 'vegeta',
  title: 'vegeta report, JSON',
  produce: 'vegeta attack -rate 100 -duration 10s … | vegeta report -type json',
  documentation: 'https://github.com/tsenart/vegeta#report-command',
  detect: (source) =>
    at(source.json(), 'latencies') !== undefined && at(source.json(), 'success') !== undefined,
  parse(source) {
    const collect = collector()
    const file = shaped(source, FileSchema)
    const { mean, min, max, ...others } = file.latencies
    const requests = figure(file.requests) ?? 0
    const seconds = (figure(file.duration) ?? 0) * 1e-9
    const received = figure(file.bytes_in?.total)
    collectLoad(collect, {
      benchmark: 'vegeta',
      requests,
      errors: Math.round(requests * (1 - (figure(file.success) ?? 0))),
      throughput: file.throughput ?? (seconds > 0 ? requests / seconds : undefined),
      ...(received === null || seconds <= 0 ? {} : { transfer: received / seconds }),
      complaint: file.errors?.[0],
      latency: {
        kind: 'summary',
        scale: 1e-9,
        figures: { mean, n: requests, median: others['50th'], min, max, quantiles: others },
      },
    })
    return collect.result()
  },
}

const row = /^(Requests|Duration|Latencies|Success|Bytes In)\s+\[([^\]]*)\]\s+(.*)$/

export const vegetaText: Format = {
  name: 'vegeta-text',
  tool: 'vegeta',
  title: 'vegeta report, text',
  produce: 'vegeta attack -rate 100 -duration 10s … | vegeta report',
  documentation: 'https://github.com/tsenart/vegeta#report-command',
  detect: (source) => /^Requests\s+\[total,/m.test(source.text) && /^Latencies\s+\[/m.test(source.text),
  parse(source) {
    const collect = collector()
    // Several reports in one file are several runs.
    const starts = [...source.text.matchAll(/^Requests\s+\[total,/gm)].map((match) => match.index)
    for (const [run, start] of starts.entries()) {
      const text = source.text.slice(start, starts[run + 1])
      const rows = new Map<string, Map<string, string>>()
      for (const line of text.split('\n')) {
        const [, name = '', headings = '', values = ''] = row.exec(line) ?? []
        const cells = values.split(/,\s*/)
        if (name !== '')
          rows.set(
            name,
            new Map(headings.split(/,\s*/).map((heading, index) => [heading, cells[index] ?? ''])),
          )
      }
      const cell = (name: string, heading: string) => rows.get(name)?.get(heading) ?? ''
      const requests = figure(cell('Requests', 'total')) ?? 0
      const success = figure(cell('Success', 'ratio').replace('%', '')) ?? 0
      const latencies = [...(rows.get('Latencies') ?? [])].map(
        ([heading, written]) => [heading, durationOf(written)] as const,
      )
      const time = Object.fromEntries(latencies)
      const quantiles = Object.fromEntries(latencies.filter(([heading]) => /^\d/.test(heading)))
      collectLoad(collect, {
        benchmark: 'vegeta',
        requests,
        errors: Math.round(requests * (1 - success / 100)),
        throughput: cell('Requests', 'throughput') || cell('Requests', 'rate'),
        complaint: /^Error Set:\n(.+)$/m.exec(text)?.[1],
        latency: {
          kind: 'summary',
          figures: {
            mean: time.mean,
            n: requests,
            median: time['50'],
            min: time.min,
            max: time.max,
            quantiles,
          },
        },
      })
    }
    return collect.result()
  },
}
