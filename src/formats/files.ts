// Several files at once: a folder of results, the runners of one load test. Criterion keeps a benchmark's name in
// another file than its times; they are brought together here.
import { ReadError } from '../errors.ts'
import type { Better } from '../model/unit.ts'
import type { Format, Imported } from './format.ts'
import { criterionId, criterionJson } from './harness/criterion-json.ts'
import { importText } from './import.ts'
import { mergeImported } from './merge.ts'
import { sourceOf } from './reading/source.ts'

export interface ImportFile {
  readonly file: string
  readonly text: string
}

export interface FilesImport {
  /** The formats that were met, in order, each once. */
  readonly formats: readonly Format[]
  readonly imported: Imported
}

/** Reads each file and puts the results together. Throws `ReadError` for the first file that cannot be read. */
export function importFiles(files: readonly ImportFile[], format: string, better?: Better): FilesImport {
  const names = new Map<string, string>()
  for (const { file, text } of files) {
    const id = criterionId(sourceOf(file, text))
    if (id !== null) names.set(folderOf(file), id)
  }
  const measured = new Set(
    files.filter(({ file }) => /sample\.json$/.test(file)).map(({ file }) => folderOf(file)),
  )
  const read = files.flatMap(({ file, text }) => {
    const folder = folderOf(file)
    const id = names.get(folder)
    // Names alone, and figures that are worked out from the times beside them, hold nothing further.
    const beside = measured.has(folder) && /(?:benchmark|estimates|tukey)\.json$/.test(file)
    if (beside && (id !== undefined || /[\\/]criterion[\\/]/.test(file))) return []
    const found = importText({ text, file, format, ...(better === undefined ? {} : { better }) })
    return [
      found.format === criterionJson && id !== undefined
        ? { ...found, imported: renamed(found.imported, id) }
        : found,
    ]
  })
  if (read.length === 0)
    throw new ReadError('no file holds a result', 'Name the files that the benchmark tool wrote.')
  return {
    formats: [...new Set(read.map((one) => one.format))],
    imported: mergeImported(read.map((one) => one.imported)),
  }
}

function renamed(imported: Imported, benchmark: string): Imported {
  return {
    ...imported,
    series: imported.series.map((one) => ({ ...one, benchmark })),
    failures: imported.failures.map((one) => ({ ...one, benchmark })),
  }
}

function folderOf(file: string): string {
  return file.replace(/[^\\/]*$/, '')
}
