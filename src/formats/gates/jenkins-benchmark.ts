// The schema of Jenkins' benchmark plugin: groups, tests, parameters, results with thresholds of their own.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { type Collector, collector } from '../reading/collect.ts'
import { guessedBetter } from '../reading/guess.ts'
import { joinName, withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { at, figureSchema, listOf, optionalText, shaped } from '../reading/shape.ts'
import { unitMeaning } from '../reading/unit.ts'

const ResultSchema = v.looseObject({
  name: v.string(),
  unit: optionalText,
  dblValue: figureSchema,
  intValue: figureSchema,
  boolValue: v.optional(v.nullable(v.boolean())),
  thresholds: v.optional(
    v.array(v.looseObject({ method: optionalText, minimum: figureSchema, maximum: figureSchema })),
  ),
})
const TestSchema = v.looseObject({
  name: v.string(),
  parameters: v.optional(v.array(v.looseObject({ name: v.string(), value: v.optional(v.unknown()) })), []),
  results: v.array(ResultSchema),
})
const FileSchema = v.looseObject({
  groups: v.array(
    v.looseObject({
      name: v.string(),
      tests: v.optional(v.array(TestSchema), []),
      results: v.optional(v.array(ResultSchema), []),
    }),
  ),
})

export const jenkinsBenchmark: Format = {
  name: 'jenkins-benchmark',
  tool: 'jenkins-benchmark',
  title: "Jenkins' benchmark plugin, JSON",
  produce: 'a file by the schema of the plugin',
  documentation: 'https://plugins.jenkins.io/benchmark/',
  detect: (source) =>
    listOf(at(source.json(), 'groups')).some(
      (one) => Array.isArray(at(one, 'tests')) || Array.isArray(at(one, 'results')),
    ),
  parse(source) {
    const collect = collector()
    for (const { name: group, tests, results } of shaped(source, FileSchema).groups) {
      readResults(collect, group, results)
      for (const test of tests) {
        const parameters = Object.fromEntries(test.parameters.map(({ name, value }) => [name, value]))
        readResults(collect, withParameters(joinName(group, test.name), parameters), test.results)
      }
    }
    return collect.result()
  },
}

function readResults(
  collect: Collector,
  benchmark: string,
  results: readonly v.InferOutput<typeof ResultSchema>[],
): void {
  for (const { name: metric, unit, dblValue, intValue, boolValue, thresholds } of results) {
    const value = dblValue ?? intValue
    if (value === undefined || value === null) {
      // A yes or no has no size to compare.
      if (boolValue === false)
        collect.fail({ benchmark, metric, code: 'failed', reason: 'The result is false.' })
      else if (boolValue === true)
        collect.note({
          code: 'no-figure',
          message: `${metric} is true or false, which is not compared.`,
          where: benchmark,
        })
      else collect.fail({ benchmark, metric, code: 'not-a-number', reason: 'The result holds no number.' })
      continue
    }
    const meaning = unitMeaning(unit ?? '')
    const better = meaning.sure ? meaning.better : guessedBetter(collect, metric, 'lower')
    collect.sample(
      { benchmark, metric, unit: meaning.unit, scale: meaning.scale, better, zeroIsAnAnswer: true },
      value,
    )
    const number = figure(value) ?? 0
    for (const { method, minimum, maximum } of thresholds ?? [])
      if (
        method === 'absolute' &&
        (number < (figure(minimum) ?? -Infinity) || number > (figure(maximum) ?? Infinity))
      )
        collect.fail({
          benchmark,
          metric,
          code: 'limit-exceeded',
          reason: `${number} is outside its own threshold.`,
        })
  }
}
