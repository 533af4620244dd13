// mitata 0.1 and 1 as JSON. Times are nanoseconds, heap is bytes, errors stand where figures would.
import * as v from 'valibot'
import type { Format, Imported } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { allocated, wall } from '../reading/measured.ts'
import { joinName, withParameters } from '../reading/name.ts'
import { anyRecord, at, figureSchema, listOf, optionalText, shaped, textOf } from '../reading/shape.ts'

const nanoseconds = 1e-9

const StatsSchema = v.looseObject({
  samples: v.optional(v.nullable(v.array(figureSchema))),
  min: figureSchema,
  max: figureSchema,
  avg: figureSchema,
  p50: figureSchema,
  heap: v.optional(
    v.nullable(v.looseObject({ _: figureSchema, min: figureSchema, max: figureSchema, avg: figureSchema })),
  ),
})
const RunSchema = v.looseObject({
  name: optionalText,
  args: v.optional(v.nullable(anyRecord)),
  stats: v.optional(v.nullable(StatsSchema)),
  error: v.optional(v.unknown()),
})
const FileSchema = v.looseObject({
  layout: v.optional(v.array(v.looseObject({ name: optionalText }))),
  benchmarks: v.array(
    v.looseObject({
      alias: optionalText,
      group: v.optional(v.nullable(v.union([v.number(), v.string()]))),
      runs: v.optional(v.array(RunSchema)),
      ...RunSchema.entries,
    }),
  ),
})

export const mitata: Format = {
  name: 'mitata',
  tool: 'mitata',
  title: 'mitata, JSON',
  produce: "await run({ format: 'json' })",
  documentation: 'https://github.com/evanwashere/mitata',
  detect: (source) =>
    listOf(at(source.json(), 'benchmarks')).some((one) => {
      const run = at(one, 'runs', 0) ?? one
      return (
        at(run, 'stats', 'ticks') !== undefined ||
        at(run, 'stats', 'debug') !== undefined ||
        isMitataError(one)
      )
    }),
  parse(source): Imported {
    const collect = collector()
    const file = shaped(source, FileSchema)
    for (const entry of file.benchmarks) {
      const group = typeof entry.group === 'number' ? file.layout?.[entry.group]?.name : entry.group
      for (const run of entry.runs ?? [entry]) {
        const named = run.name ?? entry.alias ?? ''
        // `$size` in the alias puts the argument into each run's name.
        const benchmark = joinName(
          group,
          entry.alias?.includes('$') ? named : withParameters(named, run.args),
        )
        if (!run.stats) {
          const said = textOf(at(run.error, 'message')) ?? textOf(run.error) ?? 'it gave no statistics'
          collect.fail({ benchmark, code: 'threw', reason: `The benchmark failed: ${said}` })
          continue
        }
        const { samples, heap, ...stats } = run.stats
        if (samples && samples.length > 0) collect.samples(wall(benchmark, nanoseconds), samples)
        else
          collect.summary(wall(benchmark, nanoseconds), {
            mean: stats.avg,
            median: stats.p50,
            min: stats.min,
            max: stats.max,
            quantiles: { p25: stats.p25, p75: stats.p75, p99: stats.p99, 'p99.9': stats.p999 },
          })
        if (heap?.avg !== undefined && typeof heap.avg === 'number')
          collect.summary(allocated(benchmark), { mean: heap.avg, min: heap.min, max: heap.max, n: heap._ })
      }
    }
    return collect.result()
  },
}

function isMitataError(entry: unknown): boolean {
  return (
    (at(entry, 'runs', 0, 'error') ?? (at(entry, 'time') === undefined ? undefined : at(entry, 'error'))) !==
    undefined
  )
}
