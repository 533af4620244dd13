// benchmark-ips, `x.json!`: one object per report.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { throughput } from '../reading/measured.ts'
import { at, figureSchema, listOf, shaped } from '../reading/shape.ts'

const ReportSchema = v.looseObject({
  name: v.string(),
  central_tendency: figureSchema,
  ips: figureSchema,
  error: figureSchema,
  stddev: figureSchema,
})

export const rubyIpsJson: Format = {
  name: 'ruby-ips-json',
  tool: 'ruby-ips',
  title: 'benchmark-ips, JSON',
  produce: 'ruby bench.rb  (x.json! "ips.json")',
  documentation: 'https://github.com/evanphx/benchmark-ips',
  detect: (source) =>
    listOf(source.json()).some(
      (one) =>
        at(one, 'cycles') !== undefined && (at(one, 'ips') ?? at(one, 'central_tendency')) !== undefined,
    ),
  parse(source) {
    const collect = collector()
    for (const one of shaped(source, v.array(ReportSchema)))
      collect.summary(throughput(one.name), {
        mean: one.central_tendency ?? one.ips,
        standardDeviation: one.error ?? one.stddev,
      })
    return collect.result()
  },
}
