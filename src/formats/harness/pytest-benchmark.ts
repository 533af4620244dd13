// pytest-benchmark, every version: seconds. `data` holds the rounds unless --benchmark-save-data was left out.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { anyRecord, at, figureSchema, isRecord, listOf, optionalText, shaped } from '../reading/shape.ts'

const StatsSchema = v.looseObject({
  mean: figureSchema,
  stddev: figureSchema,
  median: figureSchema,
  min: figureSchema,
  max: figureSchema,
  rounds: figureSchema,
  q1: figureSchema,
  q3: figureSchema,
  data: v.optional(v.nullable(v.array(v.unknown()))),
})
const FileSchema = v.looseObject({
  benchmarks: v.array(
    v.looseObject({
      fullname: optionalText,
      name: optionalText,
      param: optionalText,
      params: v.optional(v.nullable(anyRecord)),
      stats: v.optional(v.nullable(StatsSchema)),
    }),
  ),
})

export const pytestBenchmark: Format = {
  name: 'pytest-benchmark',
  tool: 'pytest-benchmark',
  title: 'pytest-benchmark, JSON',
  produce: 'pytest --benchmark-json=bench.json',
  documentation: 'https://pytest-benchmark.readthedocs.io/',
  detect(source) {
    const json = source.json()
    const first = listOf(at(json, 'benchmarks'))[0]
    return isRecord(at(json, 'machine_info')) && (first === undefined || at(first, 'fullname') !== undefined)
  },
  parse(source) {
    const collect = collector()
    for (const { fullname, name, param, params, stats } of shaped(source, FileSchema).benchmarks) {
      const benchmark = named(fullname ?? name ?? '', param, params)
      if (!stats || figure(stats.rounds) === 0) {
        collect.fail({
          benchmark,
          code: 'no-samples',
          reason: 'It has no statistics: the test failed before it was measured.',
        })
        continue
      }
      const { data, mean, stddev, median, min, max, rounds, q1, q3 } = stats
      const whole = data?.every((value) => typeof value === 'number') === true && data.length > 0
      if (whole) collect.samples(wall(benchmark), data)
      else
        collect.summary(wall(benchmark), {
          mean,
          standardDeviation: stddev,
          n: rounds,
          median,
          min,
          max,
          quantiles: { p25: q1, p75: q3 },
        })
    }
    return collect.result()
  },
}

/** `test_sort[10-fast]` with its parameters spelled out; what pytest could not write down is called as it calls it. */
function named(
  written: string,
  id: string | null | undefined,
  parameters: Readonly<Record<string, unknown>> | null | undefined,
): string {
  if (id === null || id === undefined || !written.endsWith(`[${id}]`)) return written
  const values = Object.values(parameters ?? {})
  const plain =
    values.length > 0 &&
    values.every(
      (value) =>
        ['number', 'boolean'].includes(typeof value) ||
        (typeof value === 'string' && value.length <= 100 && !/^UNSERIALIZABLE\[/.test(value)),
    )
  return withParameters(written.slice(0, -id.length - 2), plain ? parameters : { id })
}
