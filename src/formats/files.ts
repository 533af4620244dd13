// Several files at once: a folder of results, the runners of one load test. Criterion keeps a benchmark's name in
// another file than its times; they are brought together here.
import { ReadError } from '../errors.ts'
import type { Better } from '../model/unit.ts'
import type { Format, Imported } from './format.ts'
import { criterionId, criterionJson } from './harness/criterion-json.ts'
import { type Import, importChunks } from './import.ts'
import { mergeImported } from './merge.ts'
import { sourceOf } from './reading/source.ts'

export interface ImportFile {
  readonly file: string
  /** Decoded and unzipped text. */
  readonly chunks: AsyncIterable<string>
}

export interface FilesImport {
  /** Per file that held results. */
  readonly read: readonly (Import & { readonly file: string })[]
  /** All of them together. */
  readonly imported: Imported
}

/** What Criterion writes beside sample.json: worked out from it, or its name. */
const besideSample = /(?:^|[\\/])(?:benchmark|estimates|tukey)\.json$/

/** Reads each file and puts the results together. Throws `ReadError` for the first file that cannot be read. */
export async function importFiles(
  files: readonly ImportFile[],
  format: string,
  better?: Better,
): Promise<FilesImport> {
  const sampled = new Set(
    files.flatMap(({ file }) => (/(?:^|[\\/])sample\.json$/.test(file) ? [folderOf(file)] : [])),
  )
  const names = new Map<string, string>()
  const rest: ImportFile[] = []
  for (const one of files) {
    if (!besideSample.test(one.file) || !sampled.has(folderOf(one.file))) {
      rest.push(one)
      continue
    }
    const id = criterionId(sourceOf(one.file, await wholeText(one.chunks)))
    if (id !== null) names.set(folderOf(one.file), id)
  }
  const read: (Import & { file: string })[] = []
  for (const { file, chunks } of rest) {
    const found = await importChunks({ chunks, file, format, ...(better === undefined ? {} : { better }) })
    const id = found.format === criterionJson ? names.get(folderOf(file)) : undefined
    read.push({ ...found, file, imported: id === undefined ? found.imported : renamed(found.imported, id) })
  }
  if (read.length === 0)
    throw new ReadError('no file holds a result', 'Name the files that the benchmark tool wrote.')
  return { read, imported: mergeImported(read.map((one) => one.imported)) }
}

/** The formats that were met, each once. */
export function formatsMet({ read }: FilesImport): readonly Format[] {
  return [...new Set(read.map((one) => one.format))]
}

async function wholeText(chunks: AsyncIterable<string>): Promise<string> {
  let text = ''
  for await (const chunk of chunks) text += chunk
  return text
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
