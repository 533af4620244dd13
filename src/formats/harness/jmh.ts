// JMH, JSON: unit and direction per row, one trial per fork, parameters in the name. Modes are metrics of their own.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { type Collector, collector, type Measured } from '../reading/collect.ts'
import { withParameters } from '../reading/name.ts'
import { anyRecord, at, figureSchema, listOf, shaped } from '../reading/shape.ts'
import { betterByName, unitMeaning } from '../reading/unit.ts'

const MetricSchema = v.looseObject({
  score: figureSchema,
  scorePercentiles: v.optional(v.nullable(v.record(v.string(), figureSchema))),
  scoreUnit: v.string(),
  rawData: v.optional(v.nullable(v.array(v.nullable(v.array(figureSchema))))),
})
const RowSchema = v.looseObject({
  benchmark: v.string(),
  mode: v.string(),
  params: v.optional(v.nullable(anyRecord)),
  primaryMetric: MetricSchema,
  secondaryMetrics: v.optional(v.nullable(v.record(v.string(), MetricSchema))),
})

/** What each mode measures; the same benchmark is often run in several. */
const metrics: Readonly<Record<string, string>> = {
  thrpt: 'throughput',
  avgt: 'wall',
  sample: 'latency',
  ss: 'single-shot',
}

export const jmh: Format = {
  name: 'jmh',
  tool: 'jmh',
  title: 'JMH, JSON',
  produce: 'java -jar benchmarks.jar -rf json -rff jmh.json',
  documentation: 'https://github.com/openjdk/jmh',
  detect: (source) =>
    listOf(source.json()).some(
      (row) => at(row, 'primaryMetric') !== undefined && at(row, 'mode') !== undefined,
    ),
  parse(source) {
    const collect = collector()
    const rows = shaped(source, v.array(RowSchema)).map((row) => ({
      ...row,
      benchmark: withParameters(row.benchmark, row.params),
    }))
    const modes = new Map<string, Set<string>>()
    for (const { benchmark, mode } of rows)
      modes.set(benchmark, (modes.get(benchmark) ?? new Set()).add(mode))
    for (const row of rows) {
      const { benchmark } = row
      const several = (modes.get(benchmark)?.size ?? 0) > 1
      read(
        collect,
        jmhMetric(benchmark, metrics[row.mode] ?? row.mode, row.primaryMetric.scoreUnit),
        row.primaryMetric,
      )
      // Profilers (`·gc.alloc.rate.norm`) and @AuxCounters, which each mode has of its own.
      for (const [written, metric] of Object.entries(row.secondaryMetrics ?? {})) {
        // Sample mode lists its percentiles once more.
        if (row.mode === 'sample' && /(?:^|[·:])p[01]\.\d+$/.test(written)) continue
        const name = `${written.replace(/^·/, '')}${several ? ` (${row.mode})` : ''}`
        read(collect, { ...jmhMetric(benchmark, name, metric.scoreUnit), zeroIsAnAnswer: true }, metric)
      }
    }
    return collect.result()
  },
}

function read(collect: Collector, measured: Measured, metric: v.InferOutput<typeof MetricSchema>): void {
  const forks = (metric.rawData ?? []).flatMap((fork) => (fork && fork.length > 0 ? [fork] : []))
  for (const [fork, iterations] of forks.entries()) collect.samples(measured, iterations, fork)
  // Sample mode keeps a histogram in `rawDataHistogram` and the score's percentiles.
  if (forks.length === 0)
    collect.summary(measured, { mean: metric.score, quantiles: metric.scorePercentiles ?? {} })
}

/** The unit decides: a row of mode thrpt in s/op is a duration, whatever its mode says. */
export function jmhMetric(benchmark: string, named: string, unit: string): Measured {
  const meaning = unitMeaning(unit === '---' || unit === '?' ? '' : unit)
  const isTime = meaning.unit === 's'
  const metric =
    named === 'throughput' && isTime ? 'wall' : named === 'wall' && !isTime ? 'throughput' : named
  const better = meaning.sure ? meaning.better : (betterByName(metric) ?? 'lower')
  // Allocation and collection rates are no achievement.
  const cost = /alloc|churn|gc\./i.test(metric)
  return { benchmark, metric, unit: meaning.unit, scale: meaning.scale, better: cost ? 'lower' : better }
}
