// sightglass: raw measurements (one per process, phase and event) as JSON or CSV, or its summary by benchmark and phase.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { type Collector, collector, type Measured } from '../reading/collect.ts'
import { csvOf, hasHeadings } from '../reading/csv.ts'
import { joinName, withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, isRecord, listOf, shaped } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'

const MeasurementSchema = v.looseObject({
  engine: v.optional(v.nullable(v.string())),
  wasm: v.string(),
  process: figureSchema,
  phase: v.string(),
  event: v.string(),
  count: figureSchema,
})
const StatsSchema = v.looseObject({
  mean: figureSchema,
  median: figureSchema,
  min: figureSchema,
  max: figureSchema,
  std_dev: figureSchema,
})
const SummarySchema = v.record(v.string(), v.record(v.string(), StatsSchema))

export const sightglass: Format = {
  name: 'sightglass',
  tool: 'sightglass',
  title: 'sightglass, raw JSON or CSV, or summarised JSON',
  produce: 'sightglass-cli benchmark --raw --output-format json …',
  documentation: 'https://github.com/bytecodealliance/sightglass',
  detect(source) {
    if (isTable(source)) return true
    const json = source.json()
    if (Array.isArray(json))
      return listOf(json).some((one) => at(one, 'wasm') !== undefined && at(one, 'phase') !== undefined)
    const [phases] = isRecord(json) ? Object.values(json) : []
    return (
      isRecord(phases) &&
      Object.values(phases).some((one) => at(one, 'std_dev') !== undefined && at(one, 'mean') !== undefined)
    )
  },
  parse(source) {
    const collect = collector()
    if (isTable(source))
      readRaw(
        collect,
        shaped(
          source,
          v.array(MeasurementSchema),
          csvOf(source.text).rows.map((row) => row.cells),
        ),
      )
    else if (Array.isArray(source.json())) readRaw(collect, shaped(source, v.array(MeasurementSchema)))
    else
      for (const [name, phases] of Object.entries(shaped(source, SummarySchema)))
        for (const [phase, { mean, median, min, max, std_dev: deviation }] of Object.entries(phases)) {
          const benchmark = joinName(name, phase)
          if (figure(mean) === 0)
            collect.fail({ benchmark, code: 'zero-count', reason: 'Its mean is 0: nothing was run.' })
          else
            collect.summary(
              { ...cycles(benchmark), metric: 'count' },
              { mean, median, min, max, standardDeviation: deviation },
            )
        }
    return collect.result()
  },
}

const isTable = (source: Source) =>
  hasHeadings(source.head, 'engine', 'wasm', 'process', 'phase', 'event', 'count')

function readRaw(collect: Collector, measurements: readonly v.InferOutput<typeof MeasurementSchema>[]): void {
  const processes = new Map<unknown, number>()
  const engines = new Set(measurements.map((one) => one.engine))
  for (const { wasm, engine, process, phase, event, count } of measurements) {
    // The process is the unit of replication: one trial each.
    const trial = processes.get(process) ?? processes.size
    processes.set(process, trial)
    const named = joinName(wasm.split(/[\\/]/).slice(-2).join('/'), phase)
    const benchmark = withParameters(named, engines.size > 1 ? { engine: engine?.split(/[\\/]/).at(-1) } : {})
    const measured: Measured =
      event === 'nanoseconds'
        ? { benchmark, metric: 'wall', unit: 's', better: 'lower', scale: 1e-9 }
        : { ...cycles(benchmark), metric: event }
    if (figure(count) === 0)
      collect.fail({
        benchmark,
        metric: measured.metric,
        code: 'zero-count',
        reason: `It counted no ${event}: nothing was run.`,
      })
    else collect.sample(measured, count, trial)
  }
}

const cycles = (benchmark: string): Measured => ({
  benchmark,
  metric: 'cycles',
  unit: 'count',
  better: 'lower',
  zeroIsAnAnswer: true,
})
