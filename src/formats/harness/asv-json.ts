// asv's result files, version 1 (`results: { name: value }`) and 2 (`result_columns`). null is a failure, NaN a skip.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { type Collector, collector, type Measured } from '../reading/collect.ts'
import { memory, wall } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { anyRecord, at, isRecord, listOf, shaped } from '../reading/shape.ts'

const FileSchema = v.looseObject({ results: anyRecord, result_columns: v.optional(v.array(v.string())) })

interface AsvResult {
  readonly values: readonly unknown[]
  readonly parameters: readonly (readonly unknown[])[]
  readonly samples: readonly unknown[]
}

export const asvJson: Format = {
  name: 'asv-json',
  tool: 'asv',
  title: 'airspeed velocity, result file',
  produce: 'asv run  (then .asv/results/MACHINE/COMMIT-ENVIRONMENT.json)',
  documentation: 'https://asv.readthedocs.io/en/stable/dev.html#benchmark-result-file',
  detect: (source) =>
    isRecord(at(source.json(), 'results')) &&
    at(source.json(), 'commit_hash') !== undefined &&
    at(source.json(), 'python') !== undefined,
  parse(source) {
    const collect = collector()
    const { results, result_columns: columns } = shaped(source, FileSchema)
    for (const [name, written] of Object.entries(results)) {
      const { values, parameters, samples } = resultOf(written, columns)
      const combinations = product(parameters)
      for (const [index, value] of values.entries()) {
        const named =
          combinations[index]?.map((one, place) => [`param${place + 1}`, unquoted(one)] as const) ?? []
        const benchmark = withParameters(name, Object.fromEntries(named))
        read(collect, asvMetric(name, benchmark), value, listOf(samples[index]))
      }
      if (values.length === 0)
        collect.fail({
          benchmark: name,
          code: 'failed',
          reason: 'asv recorded no result: the benchmark failed.',
        })
    }
    return collect.result()
  },
}

/** What a benchmark measures follows from the start of its function's name. */
export function asvMetric(name: string, benchmark: string): Measured {
  const kind = /(?:^|\.)(time|timeraw|mem|peakmem|track)_?[^.]*$/.exec(name)?.[1] ?? 'time'
  if (kind === 'mem') return { ...memory(benchmark), metric: 'size' }
  if (kind === 'peakmem') return memory(benchmark)
  if (kind === 'track')
    return { benchmark, metric: 'value', unit: 'count', better: 'lower', zeroIsAnAnswer: true }
  return wall(benchmark)
}

function read(collect: Collector, measured: Measured, value: unknown, samples: readonly unknown[]): void {
  const { benchmark } = measured
  if (value === null)
    collect.fail({ benchmark, code: 'failed', reason: 'asv recorded null: the benchmark failed.' })
  else if (value === 'NaN')
    collect.fail({ benchmark, code: 'skipped', reason: 'asv recorded NaN: the benchmark was skipped.' })
  else if (samples.length > 0) collect.samples(measured, samples)
  else collect.sample(measured, value)
}

function resultOf(written: unknown, columns: readonly string[] | undefined): AsvResult {
  if (columns !== undefined) {
    const column = (name: string) => listOf(written)[columns.indexOf(name)]
    const list = (value: unknown) => (value === undefined || value === null ? [] : listOf(value))
    return {
      values: list(column('result')),
      parameters: list(column('params')).map(listOf),
      samples: list(column('samples')),
    }
  }
  if (!isRecord(written)) return { values: [written], parameters: [], samples: [] }
  const result = written.result
  const values = Array.isArray(result) ? result : [result ?? null]
  const samples = listOf(written.samples)
  // With one value the samples are a plain list of numbers.
  const nested = samples.length > 0 && !Array.isArray(samples[0]) && samples[0] !== null ? [samples] : samples
  return { values, parameters: listOf(written.params).map(listOf), samples: nested }
}

/** All combinations, the last parameter turning fastest, as in Python's itertools.product. */
function product(lists: readonly (readonly unknown[])[]): unknown[][] {
  if (lists.length === 0) return []
  const total = lists.reduce((count, list) => count * list.length, 1)
  if (total > 1_000_000) return []
  return lists.reduce<unknown[][]>(
    (rows, list) => rows.flatMap((row) => list.map((one) => [...row, one])),
    [[]],
  )
}

/** asv keeps parameters as Python writes them: a text in quotes. */
function unquoted(parameter: unknown): unknown {
  return typeof parameter === 'string' ? parameter.replace(/^(['"])(.*)\1$/s, '$2') : parameter
}
