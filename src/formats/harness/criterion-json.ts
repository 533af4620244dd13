// Files under target/criterion/NAME/new: sample.json (times and iteration counts) and estimates.json. Neither holds
// the benchmark's name: it is in the path, or in the benchmark.json beside it.
import * as v from 'valibot'
import { ReadError } from '../../errors.ts'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { wall } from '../reading/measured.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, isRecord, shaped } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'

const nanoseconds = 1e-9
const figures = v.array(figureSchema)
const SampleSchema = v.union([
  v.looseObject({ iters: figures, times: figures }),
  v.pipe(
    v.tuple([figures, figures]),
    v.transform(([iters, times]) => ({ iters, times })),
  ),
])
const EstimateSchema = v.looseObject({ point_estimate: figureSchema })
const EstimatesSchema = v.looseObject({
  mean: EstimateSchema,
  median: EstimateSchema,
  std_dev: v.optional(EstimateSchema),
})

export const criterionJson: Format = {
  name: 'criterion-json',
  tool: 'criterion',
  title: 'Criterion.rs, sample.json and estimates.json',
  produce: 'cargo bench  (then target/criterion/NAME/new/sample.json)',
  documentation: 'https://bheisler.github.io/criterion.rs/book/user_guide/user_guide.html',
  detect(source) {
    const json = source.json()
    return v.is(SampleSchema, json) || isEstimates(json) || isNameOnly(json)
  },
  parse(source) {
    const collect = collector()
    const json = source.json()
    const benchmark = criterionName(source.file)
    if (isNameOnly(json))
      throw new ReadError(
        `it names ${JSON.stringify(at(json, 'full_id'))} and holds no times; import sample.json beside it`,
      )
    if (isEstimates(json)) {
      const { mean, median, std_dev: deviation } = shaped(source, EstimatesSchema)
      collect.summary(wall(benchmark, nanoseconds), {
        mean: mean.point_estimate,
        median: median.point_estimate,
        standardDeviation: deviation?.point_estimate,
      })
      return collect.result()
    }
    const { iters, times } = shaped(source, SampleSchema)
    for (const [index, time] of times.entries()) {
      const iterations = figure(iters[index])
      const total = figure(time)
      const perIteration = iterations !== null && total !== null && iterations > 0 ? total / iterations : time
      collect.sample(wall(benchmark, nanoseconds), perIteration)
    }
    if (times.length === 0) collect.fail({ benchmark, code: 'no-samples', reason: 'The sample is empty.' })
    return collect.result()
  },
}

function isEstimates(json: unknown): boolean {
  return (
    at(json, 'median_abs_dev', 'point_estimate') !== undefined &&
    at(json, 'mean', 'confidence_interval') !== undefined
  )
}

function isNameOnly(json: unknown): boolean {
  return isRecord(json) && 'group_id' in json && 'full_id' in json && 'directory_name' in json
}

/** What a benchmark.json names; `null` for any other file. */
export function criterionId(source: Source): string | null {
  if (!source.head.includes('"full_id"')) return null
  const id = at(source.json(), 'full_id')
  return isNameOnly(source.json()) && typeof id === 'string' ? id : null
}

/** `…/criterion/GROUP/FUNCTION/new/sample.json` → `GROUP/FUNCTION`. */
export function criterionName(file: string): string {
  const parts = file.split(/[\\/]/)
  const root = parts.lastIndexOf('criterion')
  const end = /^(?:new|base|change)$/.test(parts.at(-2) ?? '') ? -2 : -1
  const name = root === -1 ? '' : parts.slice(root + 1, end).join('/')
  return name === '' ? 'criterion' : name
}
