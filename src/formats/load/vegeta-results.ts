// vegeta encode: every request, as JSON lines or as CSV without headings. Nanoseconds.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { recordReader } from '../reading/csv-records.ts'
import { figure } from '../reading/number.ts'
import { requests } from '../reading/requests.ts'
import { at, optionalText } from '../reading/shape.ts'

const ResultSchema = v.looseObject({
  attack: optionalText,
  code: v.number(),
  timestamp: v.string(),
  latency: v.number(),
  error: optionalText,
})
const csvRow = /^\d{18,19},\d{1,3},\d+,\d+,\d+,/

export const vegetaResults: Format = {
  name: 'vegeta-results',
  tool: 'vegeta',
  title: 'vegeta encode, JSON lines or CSV',
  produce: 'vegeta attack -rate 100 -duration 10s … | vegeta encode --to json',
  documentation: 'https://github.com/tsenart/vegeta#encode-command',
  detect: (source) =>
    csvRow.test(source.head) ||
    (source.head.includes('"bytes_out"') &&
      source
        .jsonLines()
        .some(({ value }) => at(value, 'seq') !== undefined && at(value, 'latency') !== undefined)),
  parse(source) {
    const collect = collector()
    const all = requests()
    const add = (attack: string, code: number, startedAt: number, latency: number, error: string) =>
      all.add({
        benchmark: attack || 'vegeta',
        latency: latency * 1e-9,
        failed: code < 200 || code >= 400,
        startedAt,
        complaint: error || `status ${code}`,
      })
    if (csvRow.test(source.head)) {
      const reader = recordReader(([time = '', code = '', latency = '', , , error = '', , attack = '']) =>
        add(
          attack,
          figure(code) ?? 0,
          (figure(time) ?? Number.NaN) * 1e-9,
          figure(latency) ?? Number.NaN,
          error,
        ),
      )
      reader.write(source.text)
      reader.end()
    } else
      for (const { value } of source.jsonLines())
        if (v.is(ResultSchema, value))
          add(
            value.attack ?? '',
            value.code,
            Date.parse(value.timestamp) / 1000,
            value.latency,
            value.error ?? '',
          )
    all.collectInto(collect)
    return collect.result()
  },
}
