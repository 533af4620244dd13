// Google Benchmark, JSON.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { at, figureSchema, isRecord, listOf, optionalText, shaped } from '../reading/shape.ts'
import { type GoogleRow, importGoogle, markAggregates } from './google-benchmark-rows.ts'

const RowSchema = v.looseObject({
  name: v.string(),
  run_type: optionalText,
  aggregate_name: optionalText,
  repetitions: figureSchema,
  real_time: figureSchema,
  cpu_time: figureSchema,
  time_unit: optionalText,
  error_occurred: v.optional(v.union([v.boolean(), v.string()])),
  error_message: optionalText,
  skipped: v.optional(v.unknown()),
  skip_message: optionalText,
})

/** Numbers in a row that are not counters of the user's. */
const known = new Set([
  'family_index',
  'per_family_instance_index',
  'repetitions',
  'repetition_index',
  'threads',
  'iterations',
  'real_time',
  'cpu_time',
  'cpu_coefficient',
  'real_coefficient',
  'rms',
])

export const googleBenchmark: Format = {
  name: 'google-benchmark',
  tool: 'google-benchmark',
  title: 'Google Benchmark, JSON',
  produce: './bench --benchmark_out=bench.json --benchmark_out_format=json',
  documentation: 'https://google.github.io/benchmark/user_guide.html#output-formats',
  detect(source) {
    const json = source.json()
    const rows = listOf(at(json, 'benchmarks'))
    const context = at(json, 'context')
    const described = isRecord(context) && ('library_build_type' in context || 'num_cpus' in context)
    return (
      described ||
      rows.some((row) => at(row, 'real_time') !== undefined && at(row, 'time_unit') !== undefined)
    )
  },
  parse(source) {
    const { benchmarks } = shaped(source, v.looseObject({ benchmarks: v.array(RowSchema) }))
    const rows = benchmarks.map(rowOf)
    const marked = benchmarks.some((row) => typeof row.run_type === 'string')
    return importGoogle(marked ? rows : markAggregates(rows))
  },
}

function rowOf(row: v.InferOutput<typeof RowSchema>): GoogleRow {
  const counters = Object.entries(row).filter(
    ([key, value]) =>
      !known.has(key) &&
      (typeof value === 'number' || ['NaN', 'Infinity', '-Infinity'].includes(String(value))),
  )
  const broken = row.error_occurred === true || row.error_occurred === 'true' || Boolean(row.skipped)
  return {
    name: row.name,
    ...(row.run_type === 'aggregate' ? { aggregate: row.aggregate_name ?? true } : {}),
    realTime: row.real_time,
    cpuTime: row.cpu_time,
    timeUnit: row.time_unit ?? 'ns',
    repetitions: row.repetitions,
    ...(broken ? { error: row.error_message ?? row.skip_message ?? 'it gave no message' } : {}),
    counters: Object.fromEntries(counters),
  }
}
