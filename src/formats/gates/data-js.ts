// github-action-benchmark's history, dev/bench/data.js: every suite of every commit. Read as one file it is the newest
// commit of each suite; `importHistory` reads them all.
import * as v from 'valibot'
import { ReadError } from '../../errors.ts'
import type { Format } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { parseJson } from '../reading/json.ts'
import { figureSchema, optionalText, shaped } from '../reading/shape.ts'
import type { Source } from '../reading/source.ts'
import { CustomRowSchema } from './custom-json.ts'
import { readBenches } from './data-js-rows.ts'
import type { Point } from './history.ts'

const FileSchema = v.looseObject({
  entries: v.record(
    v.string(),
    v.array(
      v.looseObject({
        commit: v.looseObject({ id: v.string(), timestamp: optionalText }),
        date: figureSchema,
        tool: optionalText,
        benches: v.array(CustomRowSchema),
      }),
    ),
  ),
})
const assignment = /^\s*(?:window\.)?BENCHMARK_DATA\s*=\s*/

export const gabDataJs: Format = {
  name: 'gab-data-js',
  tool: 'github-action-benchmark',
  title: 'github-action-benchmark, data.js',
  produce: 'git show gh-pages:dev/bench/data.js > data.js',
  documentation: 'https://github.com/benchmark-action/github-action-benchmark#charts-on-github-pages-1',
  detect: (source) =>
    assignment.test(source.head) || /^\s*\{\s*"lastUpdate":\s*\d+,\s*"repoUrl"/.test(source.head),
  parse(source) {
    const collect = collector()
    const entries = entriesOf(source)
    for (const points of Object.values(entries)) {
      const newest = points.at(-1)
      if (newest !== undefined) readBenches(collect, newest.tool, newest.benches)
    }
    const commits = Object.values(entries).reduce((sum, points) => sum + points.length, 0)
    if (commits > 1)
      collect.note({
        code: 'history',
        message: `The file holds ${commits} results; the newest of each suite was read.`,
        fix: 'Use perf-gate history import to read them all.',
      })
    return collect.result()
  },
}

/** Every result of the file, oldest first. */
export function dataJsHistory(source: Source): Point[] {
  return Object.entries(entriesOf(source)).flatMap(([suite, points]) =>
    points.map((point) => {
      const collect = collector()
      readBenches(collect, point.tool, point.benches)
      const at = Number(point.date)
      return {
        suite,
        commit: point.commit.id,
        ...(Number.isFinite(at) ? { at } : {}),
        imported: collect.result(),
      }
    }),
  )
}

function entriesOf(source: Source): v.InferOutput<typeof FileSchema>['entries'] {
  const written = source.text.replace(assignment, '').replace(/;\s*$/, '')
  const parsed = parseJson(written)
  if (!('value' in parsed)) throw new ReadError(`line ${parsed.line}: ${parsed.message}`)
  return shaped(source, FileSchema, parsed.value).entries
}
