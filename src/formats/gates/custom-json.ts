// github-action-benchmark's own schema, customSmallerIsBetter and customBiggerIsBetter: the file is the same, and only
// the workflow says which. Without a word from there, unit and name decide per row, and a guess is told.
import * as v from 'valibot'
import type { Better } from '../../model/unit.ts'
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { guessedBetter } from '../reading/guess.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, listOf, shaped } from '../reading/shape.ts'
import { betterByName, unitMeaning } from '../reading/unit.ts'

export const CustomRowSchema = v.looseObject({
  name: v.string(),
  unit: v.optional(v.nullable(v.string())),
  value: figureSchema,
  range: figureSchema,
})
export type CustomRow = v.InferOutput<typeof CustomRowSchema>

export const customJson: Format = {
  name: 'custom-json',
  tool: 'custom-json',
  title: 'github-action-benchmark, custom JSON',
  produce:
    '[{ "name": "…", "unit": "ms", "value": 12.3 }]  (say customBiggerIsBetter or customSmallerIsBetter as the format)',
  documentation: 'https://github.com/benchmark-action/github-action-benchmark#examples',
  detect: (source) =>
    listOf(source.json()).some(
      (one) =>
        typeof at(one, 'name') === 'string' &&
        at(one, 'unit') !== undefined &&
        at(one, 'value') !== undefined,
    ),
  parse(source) {
    const collect = collector()
    for (const row of shaped(source, v.array(CustomRowSchema))) collectCustom(collect, row, source.better)
    return collect.result()
  },
}

/** One value with a unit; `range` is told as a deviation by most who write it, and has no number of runs. */
export function collectCustom(
  collect: Collector,
  { name, unit, value, range }: CustomRow,
  better: Better | undefined,
): void {
  const meaning = unitMeaning(unit ?? '')
  const told = betterByName(name)
  const direction =
    better ??
    (told === 'higher' ? told : meaning.sure ? meaning.better : guessedBetter(collect, name, 'lower', fix))
  const metric =
    meaning.unit === 's'
      ? 'wall'
      : meaning.unit === 'B'
        ? 'bytes'
        : ['/s', 'B/s'].includes(meaning.unit)
          ? 'throughput'
          : 'value'
  const measured = {
    benchmark: name,
    metric,
    unit: meaning.unit,
    scale: meaning.scale,
    better: direction,
    zeroIsAnAnswer: meaning.unit !== 's',
  }
  const spread = figure(typeof range === 'string' ? range.replace(/^±\s*/, '') : range)
  if (spread === null) collect.sample(measured, value)
  else collect.summary(measured, { mean: value, standardDeviation: spread })
}

const fix = 'Say --format customBiggerIsBetter or customSmallerIsBetter.'
