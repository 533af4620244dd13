// k6 1.5 and later, --new-machine-readable-summary: a list in random order, counters without rates, no thresholds.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { figure } from '../reading/number.ts'
import { anyRecord, at, optionalText, shaped } from '../reading/shape.ts'
import { importK6 } from './k6-metrics.ts'

const FileSchema = v.looseObject({
  results: v.looseObject({
    metrics: v.array(
      v.looseObject({
        name: v.string(),
        type: v.picklist(['trend', 'counter', 'rate', 'gauge']),
        contains: optionalText,
        values: anyRecord,
      }),
    ),
    checks: v.optional(v.unknown()),
  }),
})

export const k6MachineReadable: Format = {
  name: 'k6-machine-readable',
  tool: 'k6',
  title: 'k6, machine-readable summary',
  produce: 'k6 run --new-machine-readable-summary --summary-export=summary.json script.js',
  documentation: 'https://grafana.com/docs/k6/latest/results-output/end-of-test/',
  detect: (source) =>
    Array.isArray(at(source.json(), 'results', 'metrics')) &&
    at(source.json(), 'metadata', 'k6_version') !== undefined,
  parse(source) {
    const { metrics, checks } = shaped(source, FileSchema).results
    const succeeded = at(checks, 'metrics')
    const rate = Array.isArray(succeeded)
      ? succeeded.find((one) => at(one, 'name') === 'checks_succeeded')
      : undefined
    const values = at(rate, 'values')
    const all = metrics.map(({ name, type, contains, values: own }) => ({
      name,
      type,
      contains: contains ?? undefined,
      values: own,
      crossed: [],
    }))
    const fails = (figure(at(values, 'total')) ?? 0) - (figure(at(values, 'matches')) ?? 0)
    const checked =
      values === undefined
        ? []
        : [
            {
              name: 'checks',
              type: 'rate' as const,
              contains: 'default',
              values: { rate: at(values, 'rate'), fails },
              crossed: [],
            },
          ]
    return importK6([...all, ...checked], figure(at(source.json(), 'config', 'duration')))
  },
}
