// BenchmarkDotNet's JSON exporters (brief and full): nanoseconds; a failed benchmark has no statistics.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { allocated, wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, optionalText, shaped } from '../reading/shape.ts'

const nanoseconds = 1e-9

const StatisticsSchema = v.looseObject({
  OriginalValues: v.optional(v.nullable(v.array(figureSchema))),
  N: figureSchema,
  Mean: figureSchema,
  Median: figureSchema,
  Min: figureSchema,
  Max: figureSchema,
  StandardDeviation: figureSchema,
})
const MeasurementSchema = v.looseObject({
  IterationStage: optionalText,
  IterationMode: optionalText,
  LaunchIndex: figureSchema,
  Operations: figureSchema,
  Nanoseconds: figureSchema,
})
const BenchmarkSchema = v.looseObject({
  DisplayInfo: optionalText,
  FullName: optionalText,
  Namespace: optionalText,
  Type: optionalText,
  Method: optionalText,
  Parameters: optionalText,
  Statistics: v.optional(v.nullable(StatisticsSchema)),
  Memory: v.optional(v.nullable(v.looseObject({ BytesAllocatedPerOperation: figureSchema }))),
  Measurements: v.optional(v.nullable(v.array(MeasurementSchema))),
})
type Benchmark = v.InferOutput<typeof BenchmarkSchema>

export const benchmarkdotnet: Format = {
  name: 'benchmarkdotnet',
  tool: 'benchmarkdotnet',
  title: 'BenchmarkDotNet, JSON',
  produce: 'dotnet run -c Release -- --exporters json',
  documentation: 'https://benchmarkdotnet.org/articles/configs/exporters.html',
  detect: (source) =>
    Array.isArray(at(source.json(), 'Benchmarks')) && at(source.json(), 'HostEnvironmentInfo') !== undefined,
  parse(source) {
    const collect = collector()
    const { Benchmarks: benchmarks } = shaped(source, v.looseObject({ Benchmarks: v.array(BenchmarkSchema) }))
    const names = benchmarks.map((one) => nameOf(one))
    for (const [index, one] of benchmarks.entries()) {
      const name = names[index] ?? ''
      // The same method under several jobs: the job is what tells them apart.
      const several = names.indexOf(name) !== names.lastIndexOf(name)
      read(collect, several ? withParameters(name, { job: jobOf(one) }) : name, one)
    }
    return collect.result()
  },
}

function read(collect: Collector, benchmark: string, one: Benchmark): void {
  const { Statistics: statistics, Memory: memory } = one
  if (!statistics || figure(statistics.N) === 0) {
    collect.fail({ benchmark, code: 'no-samples', reason: 'It has no statistics: the benchmark failed.' })
    return
  }
  const launches = (one.Measurements ?? []).filter(
    ({ IterationStage: stage, IterationMode: mode }) =>
      (stage === 'Result' && mode !== 'Overhead') || mode === 'Result',
  )
  const values = statistics.OriginalValues ?? []
  if (launches.length > 0)
    // Each launch is a process: one trial.
    for (const { LaunchIndex: launch, Operations: operations, Nanoseconds: time } of launches) {
      const total = figure(time)
      const count = figure(operations)
      const perOperation = total !== null && count !== null && count > 0 ? total / count : time
      collect.sample(wall(benchmark, nanoseconds), perOperation, figure(launch) ?? 0)
    }
  else if (values.length > 0) collect.samples(wall(benchmark, nanoseconds), values)
  else
    collect.summary(wall(benchmark, nanoseconds), {
      mean: statistics.Mean,
      median: statistics.Median,
      standardDeviation: statistics.StandardDeviation,
      n: statistics.N,
      min: statistics.Min,
      max: statistics.Max,
    })
  const bytes = memory?.BytesAllocatedPerOperation
  if (bytes !== undefined && bytes !== null) collect.sample(allocated(benchmark), bytes)
}

/** Parameters stand in their own field as `A=1&B=2`; the brief exporter has no FullName. */
function nameOf({
  Namespace: space,
  Type: type,
  Method: method,
  Parameters: parameters,
  FullName: full,
}: Benchmark): string {
  const name = [space, type, method].filter((part) => part).join('.')
  const pairs = (parameters ?? '').split(/&|, /).flatMap((pair) => {
    const [key = '', value] = pair.split(/=(.*)/s)
    return value === undefined ? [] : [[key.trim(), value.trim()] as const]
  })
  return withParameters(name === '' ? (full ?? '') : name, Object.fromEntries(pairs))
}

/** `Memory.Alloc: Job-QZIHAA(Runtime=.NET 8.0) [N=1]` → `Runtime=.NET 8.0`; the letters of a job change from run to run. */
function jobOf({ DisplayInfo: info }: Benchmark): string {
  const job = (info ?? '').replace(/^.*?: /, '').replace(/ \[[^\]]*\]$/, '')
  return /^Job-\w+\((.*)\)$/.exec(job)?.[1] ?? (job || 'default')
}
