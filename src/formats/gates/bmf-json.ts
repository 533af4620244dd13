// Bencher Metric Format: benchmark → measure → value, with bounds that Bencher does not define further. And what its
// API answers for /perf, which is a whole history.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { guessedBetter } from '../reading/guess.ts'
import { at, figureSchema, isRecord, listOf, shaped } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'
import { unitMeaning } from '../reading/unit.ts'
import type { Point } from './history.ts'

const MetricSchema = v.looseObject({
  value: figureSchema,
  lower_value: figureSchema,
  upper_value: figureSchema,
})
type Metric = v.InferOutput<typeof MetricSchema>

/** Units of Bencher's built-in measures: the file itself holds none. */
const units: Readonly<Record<string, string>> = {
  latency: 'ns',
  throughput: 'ops/s',
  'build-time': 's',
  'file-size': 'B',
  allocated: 'B',
}

export const bmfJson: Format = {
  name: 'bmf-json',
  tool: 'bencher',
  title: 'Bencher Metric Format',
  produce: '{ "benchmark": { "latency": { "value": 12.3 } } }  (nanoseconds for latency)',
  documentation: 'https://bencher.dev/docs/reference/bencher-metric-format/',
  detect(source) {
    const json = source.json()
    if (!isRecord(json)) return false
    const measures = Object.values(json)
    return (
      measures.length > 0 &&
      measures.every(
        (one) => isRecord(one) && Object.values(one).length > 0 && Object.values(one).every(isMetric),
      )
    )
  },
  parse(source) {
    const collect = collector()
    const file = shaped(source, v.record(v.string(), v.record(v.string(), MetricSchema)))
    for (const [benchmark, measures] of Object.entries(file))
      for (const [measure, metric] of Object.entries(measures))
        collectMetric(collect, benchmark, measure, metric)
    return collect.result()
  },
}

const known = new Set(['value', 'lower_value', 'upper_value'])

function isMetric(one: unknown): boolean {
  return isRecord(one) && 'value' in one && Object.keys(one).every((key) => known.has(key))
}

function collectMetric(
  collect: Collector,
  benchmark: string,
  measure: string,
  { value, lower_value: min, upper_value: max }: Metric,
): void {
  const meaning = unitMeaning(units[measure] ?? '')
  const better = meaning.sure ? meaning.better : guessedBetter(collect, measure, 'lower')
  const measured = {
    benchmark,
    metric: measure,
    unit: meaning.unit,
    scale: meaning.scale,
    better,
    zeroIsAnAnswer: measure !== 'latency',
  }
  if (min === undefined && max === undefined) collect.sample(measured, value)
  else collect.summary(measured, { mean: value, min, max })
}

const PerfSchema = v.looseObject({
  results: v.array(
    v.looseObject({
      benchmark: v.looseObject({ name: v.string() }),
      measure: v.looseObject({ slug: v.string() }),
      metrics: v.array(
        v.looseObject({
          start_time: v.string(),
          version: v.looseObject({ number: figureSchema, hash: v.optional(v.nullable(v.string())) }),
          metric: MetricSchema,
        }),
      ),
    }),
  ),
})

export const bencherPerf: Format = {
  name: 'bencher-perf',
  tool: 'bencher',
  title: "Bencher's history, as its API answers",
  produce: 'bencher perf PROJECT --branches … --testbeds … --benchmarks … --measures … > perf.json',
  documentation: 'https://bencher.dev/docs/api/projects/perf/',
  detect: (source) =>
    listOf(at(source.json(), 'results')).some(
      (one) => at(one, 'testbed') !== undefined && at(one, 'measure') !== undefined,
    ),
  parse(source) {
    const points = bencherHistory(source)
    const newest = points.at(-1)
    if (newest === undefined) return { series: [], failures: [], notices: [] }
    const message = `The file holds ${points.length} results; the newest was read.`
    return {
      ...newest.imported,
      notices: [...newest.imported.notices, ...(points.length > 1 ? [{ code: 'history', message }] : [])],
    }
  },
}

/** One point per version, oldest first. */
export function bencherHistory(source: Source): Point[] {
  const versions = new Map<string, { at: number; commit: string | undefined; collect: Collector }>()
  for (const { benchmark, measure, metrics } of shaped(source, PerfSchema).results)
    for (const { start_time: started, version, metric } of metrics) {
      const key = version.hash ?? `version ${version.number}`
      const time = Date.parse(started)
      const point = versions.get(key) ?? { at: time, commit: version.hash ?? undefined, collect: collector() }
      versions.set(key, { ...point, at: Math.min(point.at, time) })
      collectMetric(point.collect, benchmark.name, measure.slug, metric)
    }
  return [...versions.values()]
    .sort((a, b) => a.at - b.at)
    .map(({ at: time, commit, collect }) => ({
      ...(commit === undefined ? {} : { commit }),
      ...(Number.isFinite(time) ? { at: time } : {}),
      imported: collect.result(),
    }))
}
