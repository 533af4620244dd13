// Nyrkiö's JSON: a list of points in time, each with metrics and the commit it belongs to. The test's name is in the
// address it is sent to, not in the file.
import * as v from 'valibot'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { guessedBetter } from '../reading/guess.ts'
import { at, figureSchema, listOf, optionalText, shaped } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'
import { unitMeaning } from '../reading/unit.ts'
import type { Point } from './history.ts'

const PointSchema = v.looseObject({
  timestamp: figureSchema,
  metrics: v.array(
    v.looseObject({ name: v.string(), unit: optionalText, value: figureSchema, direction: optionalText }),
  ),
  attributes: v.optional(
    v.nullable(v.looseObject({ git_commit: optionalText, branch: optionalText, test_name: optionalText })),
  ),
  passed: v.optional(v.nullable(v.boolean())),
})

export const nyrkioJson: Format = {
  name: 'nyrkio-json',
  tool: 'nyrkio',
  title: 'Nyrkiö, JSON',
  produce:
    '[{ "timestamp": 1706220908, "metrics": [{ "name": "p50", "unit": "us", "value": 56 }], "attributes": { … } }]',
  documentation: 'https://nyrkio.com/docs/getting-started-http',
  detect: (source) =>
    listOf(pointsIn(source)).some(
      (one) => Array.isArray(at(one, 'metrics')) && at(one, 'timestamp') !== undefined,
    ),
  parse(source) {
    const points = nyrkioHistory(source)
    const newest = points.at(-1)
    if (newest === undefined) return { series: [], failures: [], notices: [] }
    const message = `The file holds ${points.length} results; the newest was read.`
    return {
      ...newest.imported,
      notices: [...newest.imported.notices, ...(points.length > 1 ? [{ code: 'history', message }] : [])],
    }
  },
}

/** Oldest first. */
export function nyrkioHistory(source: Source): Point[] {
  const points = shaped(source, v.array(PointSchema), pointsIn(source))
  return points
    .map((point) => ({ point, seconds: Number(point.timestamp ?? Number.NaN) }))
    .sort((a, b) => a.seconds - b.seconds)
    .map(({ point, seconds }) => {
      const collect = collector()
      const benchmark = point.attributes?.test_name ?? 'nyrkio'
      for (const { name, unit, value, direction } of point.metrics) {
        const meaning = unitMeaning(unit ?? '')
        const told = /higher/i.test(direction ?? '')
          ? 'higher'
          : /lower/i.test(direction ?? '')
            ? 'lower'
            : undefined
        const better =
          told ??
          (meaning.sure
            ? meaning.better
            : guessedBetter(collect, name, 'lower', 'Add "direction": "higher_is_better" to the metric.'))
        collect.sample(
          {
            benchmark,
            metric: name,
            unit: meaning.unit,
            scale: meaning.scale,
            better,
            zeroIsAnAnswer: meaning.unit !== 's',
          },
          value,
        )
      }
      if (point.passed === false)
        collect.fail({ benchmark, code: 'failed', reason: 'The point says that its test did not pass.' })
      return {
        ...(point.attributes?.git_commit ? { commit: point.attributes.git_commit } : {}),
        ...(point.attributes?.branch ? { ref: point.attributes.branch } : {}),
        ...(Number.isFinite(seconds) ? { at: seconds * 1000 } : {}),
        imported: collect.result(),
      }
    })
}

function pointsIn(source: Source): unknown {
  const json = source.json()
  return Array.isArray(json) ? json : [json]
}
