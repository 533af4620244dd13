// Gatling's js/stats.json, js/global_stats.json and js/assertions.json. Milliseconds; numbers are strings in some
// versions, and `-` where there is none.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { collectLoad } from '../reading/load.ts'
import { latency } from '../reading/measured.ts'
import { joinName } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, isRecord, listOf, optionalText, shaped, textOf } from '../reading/shape.ts'

const produce = 'a Gatling run  (then target/gatling/SIMULATION-TIME/js/stats.json)'
const documentation = 'https://docs.gatling.io/concepts/reports/oss/'

const SplitSchema = v.looseObject({ total: figureSchema, ok: figureSchema, ko: figureSchema })
const StatsSchema = v.looseObject({
  numberOfRequests: SplitSchema,
  minResponseTime: SplitSchema,
  maxResponseTime: SplitSchema,
  meanResponseTime: SplitSchema,
  standardDeviation: SplitSchema,
  percentiles1: SplitSchema,
  percentiles2: SplitSchema,
  percentiles3: SplitSchema,
  percentiles4: SplitSchema,
  meanNumberOfRequestsPerSecond: SplitSchema,
})

export const gatlingStats: Format = {
  name: 'gatling-stats',
  tool: 'gatling',
  title: 'Gatling, stats.json',
  produce,
  documentation,
  detect: (source) =>
    isRecord(at(source.json(), 'stats', 'numberOfRequests')) ||
    isRecord(at(source.json(), 'numberOfRequests')),
  parse(source) {
    const collect = collector()
    const json = source.json()
    if (at(json, 'stats') === undefined) readStats(collect, nameOf(json), shaped(source, StatsSchema))
    else
      for (const { path, stats } of leaves(json, [])) {
        if (path.length > 0 || !hasContents(json))
          readStats(collect, joinName(...path) || nameOf(json), shaped(source, StatsSchema, stats))
      }
    return collect.result()
  },
}

const AssertionsSchema = v.looseObject({
  assertions: v.array(
    v.looseObject({
      path: optionalText,
      target: optionalText,
      message: optionalText,
      result: v.boolean(),
      actualValue: v.optional(v.union([v.array(figureSchema), figureSchema])),
    }),
  ),
})

export const gatlingAssertions: Format = {
  name: 'gatling-assertions',
  tool: 'gatling',
  title: 'Gatling, assertions.json',
  produce: 'a Gatling run with assertions  (then js/assertions.json)',
  documentation: 'https://docs.gatling.io/concepts/assertions/',
  detect: (source) =>
    Array.isArray(at(source.json(), 'assertions')) && at(source.json(), 'simulation') !== undefined,
  parse(source) {
    const collect = collector()
    for (const { path, target, message, result, actualValue } of shaped(source, AssertionsSchema)
      .assertions) {
      const benchmark = path || 'Global'
      const metric = target || 'value'
      if (!result)
        collect.fail({
          benchmark,
          metric,
          code: 'assertion-failed',
          reason: `Gatling's own assertion failed: ${message ?? metric}`,
        })
      const value = Array.isArray(actualValue) ? actualValue[0] : actualValue
      if (figure(value) === null) continue
      const isTime = /response time/i.test(metric)
      if (isTime) collect.sample({ ...latency(benchmark, 1e-3), metric }, value)
      else
        collect.sample(
          {
            benchmark,
            metric,
            unit: 'count',
            better: /fail/i.test(metric) ? 'lower' : 'higher',
            zeroIsAnAnswer: true,
          },
          value,
        )
    }
    return collect.result()
  },
}

function readStats(collect: Collector, benchmark: string, stats: v.InferOutput<typeof StatsSchema>): void {
  // Times of answers that were as expected; failed ones are counted.
  collectLoad(collect, {
    benchmark,
    requests: stats.numberOfRequests.total,
    errors: stats.numberOfRequests.ko,
    throughput: stats.meanNumberOfRequestsPerSecond.total,
    latency: {
      kind: 'summary',
      scale: 1e-3,
      figures: {
        mean: stats.meanResponseTime.ok,
        standardDeviation: stats.standardDeviation.ok,
        n: stats.numberOfRequests.ok,
        median: stats.percentiles1.ok,
        min: stats.minResponseTime.ok,
        max: stats.maxResponseTime.ok,
        quantiles: { p75: stats.percentiles2.ok, p95: stats.percentiles3.ok, p99: stats.percentiles4.ok },
      },
    },
  })
}

interface Leaf {
  readonly path: readonly string[]
  readonly stats: unknown
}

/** Requests, with the groups they are in; groups and the whole are sums. */
function leaves(node: unknown, path: readonly string[]): Leaf[] {
  const contents = at(node, 'contents')
  const children = isRecord(contents) ? Object.values(contents) : listOf(contents)
  if (children.length === 0) return [{ path, stats: at(node, 'stats') }]
  return children.flatMap((one) => leaves(one, [...path, textOf(at(one, 'name')) ?? 'unnamed']))
}

function hasContents(node: unknown): boolean {
  return Object.keys(at(node, 'contents') ?? {}).length > 0
}

function nameOf(json: unknown): string {
  return textOf(at(json, 'name')) ?? 'Global Information'
}
