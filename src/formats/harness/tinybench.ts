// tinybench 2 to 6: what people write with `JSON.stringify(bench.tasks.map(({ name, result }) => ({ name, result })))`.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import type { SummaryFigures } from '../reading/figures.ts'
import { wall } from '../reading/measured.ts'
import { anyRecord, at, figureSchema, isRecord, listOf, shaped, textOf } from '../reading/shape.ts'

const milliseconds = 1e-3

/** Latency in milliseconds; versions before 3 keep its fields in the result itself. */
const StatisticsSchema = v.looseObject({
  mean: figureSchema,
  sd: figureSchema,
  p50: figureSchema,
  min: figureSchema,
  max: figureSchema,
  samples: v.optional(v.nullable(v.array(figureSchema))),
  samplesCount: figureSchema,
  df: figureSchema,
})
const TasksSchema = v.array(
  v.looseObject({ name: v.optional(v.string()), result: v.optional(v.nullable(anyRecord)) }),
)

export const tinybench: Format = {
  name: 'tinybench',
  tool: 'tinybench',
  title: 'tinybench, tasks as JSON',
  produce: 'console.log(JSON.stringify(bench.tasks.map(({ name, result }) => ({ name, result }))))',
  documentation: 'https://github.com/tinylibs/tinybench',
  detect: (source) =>
    tasksOf(source.json()).some((task) => looksMeasured(isRecord(task) ? (task.result ?? task) : task)),
  parse(source) {
    const collect = collector()
    const written = tasksOf(source.json()).map((task) =>
      isRecord(task) && 'result' in task ? task : { result: task },
    )
    for (const [index, task] of shaped(source, TasksSchema, written).entries()) {
      const benchmark = task.name ?? `task ${index + 1}`
      const { result } = task
      if (task.name === undefined)
        collect.note({
          code: 'no-names',
          message: 'bench.results keeps no names; its tasks are numbered.',
          fix: 'Write bench.tasks.map(({ name, result }) => ({ name, result })) instead.',
        })
      const error = result?.error
      if (
        result === null ||
        result === undefined ||
        error !== undefined ||
        /err|abort/.test(String(result.state))
      ) {
        const said = textOf(at(error, 'message')) ?? textOf(error)
        const reason = said === undefined ? 'The task did not complete.' : `The task threw: ${said}`
        collect.fail({ benchmark, code: error === undefined ? 'not-completed' : 'threw', reason })
        continue
      }
      const { samples, ...figures } = shaped(source, StatisticsSchema, result.latency ?? result)
      if (samples && samples.length > 0) collect.samples(wall(benchmark, milliseconds), samples)
      else collect.summary(wall(benchmark, milliseconds), summaryOf(figures))
    }
    return collect.result()
  },
}

function tasksOf(json: unknown): readonly unknown[] {
  return listOf(isRecord(json) ? (json.tasks ?? json.results) : json)
}

function looksMeasured(result: unknown): boolean {
  if (!isRecord(result)) return false
  const latency = result.latency
  const heirs = isRecord(latency) && isRecord(result.throughput) && 'rme' in latency
  return (
    heirs || ('hz' in result && 'rme' in result && 'critical' in result) || 'timestampProviderName' in result
  )
}

function summaryOf(figures: Omit<v.InferOutput<typeof StatisticsSchema>, 'samples'>): SummaryFigures {
  const { mean, sd, p50, min, max, samplesCount, df } = figures
  return {
    mean,
    standardDeviation: sd,
    n: samplesCount ?? (typeof df === 'number' ? df + 1 : undefined),
    median: p50,
    min,
    max,
    quantiles: { p75: figures.p75, p99: figures.p99, 'p99.5': figures.p995, 'p99.9': figures.p999 },
  }
}
