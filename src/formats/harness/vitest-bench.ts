// vitest bench as JSON: `--outputJson` (1 and later: files, groups, benchmarks) and the JSON reporter of 0.x.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { at, figureSchema, isRecord, listOf, optionalText, shaped } from '../reading/shape.ts'

const milliseconds = 1e-3

const BenchmarkSchema = v.looseObject({
  name: optionalText,
  mean: figureSchema,
  median: figureSchema,
  sd: figureSchema,
  min: figureSchema,
  max: figureSchema,
  sampleCount: figureSchema,
  df: figureSchema,
  samples: v.optional(v.nullable(v.array(figureSchema))),
})
const FilesSchema = v.looseObject({
  files: v.array(
    v.looseObject({
      filepath: optionalText,
      groups: v.array(v.looseObject({ fullName: optionalText, benchmarks: v.array(BenchmarkSchema) })),
    }),
  ),
})
const OldSchema = v.looseObject({ testResults: v.record(v.string(), v.array(BenchmarkSchema)) })

export const vitestBench: Format = {
  name: 'vitest-bench',
  tool: 'vitest',
  title: 'vitest bench, JSON',
  produce: 'vitest bench --run --outputJson=bench.json',
  documentation: 'https://vitest.dev/guide/features#benchmarking',
  detect(source) {
    const json = source.json()
    const old = at(json, 'testResults')
    if (isRecord(old)) return Object.values(old).some((suite) => at(suite, 0, 'rank') !== undefined)
    return listOf(at(json, 'files')).some(
      (file) => Array.isArray(at(file, 'groups')) && at(file, 'filepath') !== undefined,
    )
  },
  parse(source) {
    const collect = collector()
    if (at(source.json(), 'testResults') !== undefined) {
      const { testResults } = shaped(source, OldSchema)
      // Version 0 keeps no file names: suites of the same name in two files come as repetitions.
      for (const [suite, benchmarks] of Object.entries(testResults))
        read(collect, suite.split(' > '), benchmarks)
      return collect.result()
    }
    for (const { groups } of shaped(source, FilesSchema).files)
      for (const group of groups) read(collect, (group.fullName ?? '').split(' > '), group.benchmarks)
    return collect.result()
  },
}

function read(
  collect: Collector,
  path: readonly string[],
  rows: readonly v.InferOutput<typeof BenchmarkSchema>[],
): void {
  const seen = new Map<string, number>()
  for (const row of rows) {
    const benchmark = joinName(...path, row.name)
    const trial = seen.get(benchmark) ?? 0
    seen.set(benchmark, trial + 1)
    // A benchmark that threw keeps its rank, and vitest still exits with 0.
    if (row.mean === undefined || row.mean === null || row.sampleCount === 0) {
      collect.fail({ benchmark, code: 'no-samples', reason: 'It has no mean: it threw, or it was not run.' })
      continue
    }
    if (row.samples && row.samples.length > 0)
      collect.samples(wall(benchmark, milliseconds), row.samples, trial)
    else
      collect.summary(wall(benchmark, milliseconds), {
        mean: row.mean,
        standardDeviation: row.sd,
        n: row.sampleCount ?? (typeof row.df === 'number' ? row.df + 1 : undefined),
        median: row.median,
        min: row.min,
        max: row.max,
        quantiles: { p75: row.p75, p99: row.p99, 'p99.5': row.p995, 'p99.9': row.p999 },
      })
  }
}
