// pyperf: each run is a process with values per loop; one trial per run. Calibration runs hold no values.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector, type Measured } from '../reading/collect.ts'
import { memory, wall } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'
import { anyRecord, at, figureSchema, isRecord, listOf, shaped } from '../reading/shape.ts'

const Metadata = v.optional(v.nullable(anyRecord))
const FileSchema = v.looseObject({
  metadata: Metadata,
  benchmarks: v.array(
    v.looseObject({
      metadata: Metadata,
      runs: v.array(
        v.looseObject({ metadata: Metadata, values: v.optional(v.nullable(v.array(figureSchema))) }),
      ),
    }),
  ),
})

export const pyperf: Format = {
  name: 'pyperf',
  tool: 'pyperf',
  title: 'pyperf, JSON',
  produce: 'python bench.py -o bench.json  (pyperf)',
  documentation: 'https://pyperf.readthedocs.io/',
  detect: (source) => {
    const first = listOf(at(source.json(), 'benchmarks'))[0]
    return (
      Array.isArray(at(first, 'runs')) &&
      at(source.json(), 'version') !== undefined &&
      at(first, 'alias') === undefined
    )
  },
  parse(source) {
    const collect = collector()
    const file = shaped(source, FileSchema)
    for (const [index, one] of file.benchmarks.entries()) {
      // Metadata that all runs share stands outside them.
      const shared = { ...file.metadata, ...one.metadata, ...(one.runs[0]?.metadata ?? {}) }
      const benchmark = typeof shared.name === 'string' ? shared.name : `benchmark ${index + 1}`
      const measured = measuredOf(benchmark, shared.unit)
      const runs = one.runs.filter(({ values }) => values && values.length > 0)
      if (runs.length === 0)
        collect.fail({ benchmark, code: 'no-samples', reason: 'It holds calibration runs only.' })
      for (const [trial, run] of runs.entries()) {
        collect.samples(measured, run.values ?? [], trial)
        const peak = isRecord(run.metadata) ? figure(run.metadata.mem_max_rss) : null
        if (peak !== null) collect.sample(memory(benchmark), peak, trial)
      }
    }
    return collect.result()
  },
}

function measuredOf(benchmark: string, unit: unknown): Measured {
  if (unit === 'byte') return { ...memory(benchmark), metric: 'bytes' }
  if (unit === 'integer')
    return { benchmark, metric: 'value', unit: 'count', better: 'lower', zeroIsAnAnswer: true }
  return wall(benchmark)
}
