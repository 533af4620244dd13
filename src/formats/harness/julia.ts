// BenchmarkTools.save: nested groups of trials (all times) or of estimates of them. Nanoseconds and bytes.
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { allocated, allocations, wall } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { at, isRecord, listOf } from '../reading/shape.ts'

const nanoseconds = 1e-9

export const julia: Format = {
  name: 'julia',
  tool: 'julia',
  title: 'BenchmarkTools.jl, JSON',
  produce: 'BenchmarkTools.save("output.json", run(suite))',
  documentation: 'https://juliaci.github.io/BenchmarkTools.jl/stable/',
  detect: (source) => at(source.json(), 0, 'BenchmarkTools') !== undefined,
  parse(source) {
    const collect = collector()
    for (const value of listOf(at(source.json(), 1))) read(collect, [], value)
    return collect.result()
  },
}

/** Each value is a pair of its type's name and its fields. */
function read(collect: Collector, path: readonly string[], value: unknown): void {
  const [written, fields] = listOf(value)
  const type = typeof written === 'string' ? written.replace('BenchmarkTools.', '') : written
  const benchmark = joinName(...path) === 'unnamed' ? 'benchmark' : joinName(...path)
  if (type === 'BenchmarkGroup' && isRecord(at(fields, 'data')))
    for (const [key, inner] of Object.entries(at(fields, 'data') ?? {})) read(collect, [...path, key], inner)
  else if (type === 'Trial' || type === 'TrialEstimate') {
    const times = at(fields, type === 'Trial' ? 'times' : 'time')
    if (Array.isArray(times)) {
      collect.samples(wall(benchmark, nanoseconds), times)
      if (times.length === 0)
        collect.fail({ benchmark, code: 'no-samples', reason: 'The trial holds no times.' })
    } else collect.summary(wall(benchmark, nanoseconds), { mean: times })
    if (at(fields, 'memory') !== undefined) collect.sample(allocated(benchmark), at(fields, 'memory'))
    if (at(fields, 'allocs') !== undefined) collect.sample(allocations(benchmark), at(fields, 'allocs'))
  } else if (typeof type === 'string')
    collect.fail({
      benchmark,
      code: 'unknown-type',
      reason: `BenchmarkTools saved a ${type}, which holds no times.`,
    })
}
