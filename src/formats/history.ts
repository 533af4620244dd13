// Histories of other gates → Runs, one per commit, oldest first: what `perf-gate history import` writes one Run file each.
import { ReadError } from '../errors.ts'
import { emptyRun, type Run } from '../model/run.ts'
import type { Format } from './format.ts'
import { bencherHistory, bencherPerf } from './gates/bmf-json.ts'
import { csvHistory, csvSeries } from './gates/csv-series.ts'
import { dataJsHistory, gabDataJs } from './gates/data-js.ts'
import type { Point } from './gates/history.ts'
import { nyrkioHistory, nyrkioJson } from './gates/nyrkio-json.ts'
import { mergeImported } from './merge.ts'
import { type Source, sourceOf } from './reading/source.ts'

interface HistoryFormat {
  readonly format: Format
  readonly points: (source: Source) => readonly Point[]
}

/** The formats whose files hold many commits. */
export const historyFormats: readonly HistoryFormat[] = [
  { format: gabDataJs, points: dataJsHistory },
  { format: bencherPerf, points: bencherHistory },
  { format: nyrkioJson, points: nyrkioHistory },
  { format: csvSeries, points: csvHistory },
]

export interface History {
  readonly format: Format
  /** Oldest first; results of one commit, as several suites give, are one Run. */
  readonly runs: readonly Run[]
}

/** Throws `ReadError` when the file is no history that is known, or holds no result. */
export function importHistory({ text, file }: { readonly text: string; readonly file: string }): History {
  const source = sourceOf(file, text)
  const found = historyFormats.find(({ format }) => format.detect(source))
  if (found === undefined)
    throw new ReadError(
      `${file}: it is no history that perf-gate reads.`,
      `It reads ${historyFormats.map(({ format }) => format.title).join('; ')}.`,
    )
  const runs = runsOf(found.points(source), found.format)
  if (runs.length === 0) throw new ReadError(`${file}: ${found.format.title}: it holds no results.`)
  return { format: found.format, runs }
}

function runsOf(points: readonly Point[], format: Format): Run[] {
  const runs = new Map<string, Run>()
  for (const [index, { commit, ref, at, suite, imported }] of points.entries()) {
    const key = commit ?? `${at ?? index}`
    const known = runs.get(key)
    const subject = { ...(commit === undefined ? {} : { commit }), ...(ref === undefined ? {} : { ref }) }
    const date = new Date(at ?? Number.NaN)
    const created = Number.isNaN(date.getTime()) ? {} : { createdAt: date.toISOString() }
    const notice = {
      code: 'imported-history',
      message: `Imported from ${format.title}; its machine is unknown.`,
    }
    const run = known ?? emptyRun({ subject, ...created, notices: [notice] })
    const taken = new Set(run.series.map((one) => one.benchmark))
    const series = imported.series.map((one) =>
      suite !== undefined && taken.has(one.benchmark)
        ? { ...one, benchmark: `${suite}/${one.benchmark}` }
        : one,
    )
    const merged = mergeImported([run, { ...imported, series }])
    runs.set(key, {
      ...run,
      series: [...merged.series],
      failures: [...merged.failures],
      notices: [...merged.notices],
    })
  }
  const filled = [...runs.values()].filter((run) => run.series.length > 0 || run.failures.length > 0)
  return filled.sort((a, b) => (a.createdAt ?? '').localeCompare(b.createdAt ?? ''))
}
