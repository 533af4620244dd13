// `data:` items for the virtual users, from a CSV or JSON file of the side, or from the suite itself.
import { ReadError } from '../../errors.ts'
import { recordReader } from '../../formats/reading/csv-records.ts'
import type { LoadSpec } from '../../model/suite/index.ts'
import type { Files } from '../../ports/files.ts'

export type Item = Readonly<Record<string, unknown>>

/** @throws ReadError when the file is missing, empty, or holds no items */
export async function readItems(
  data: LoadSpec['data'],
  pathOf: (file: string) => string,
  files: Pick<Files, 'read'>,
): Promise<readonly Item[]> {
  if (data === undefined) return []
  if (typeof data !== 'string') return data
  const text = await files.read(pathOf(data))
  if (text === null) throw new ReadError(`there is no file ${data} ("data")`)
  const items = /\.csv$/i.test(data) ? fromCsv(text) : fromJson(text, data)
  if (items.length === 0) throw new ReadError(`${data} ("data") holds no items`)
  return items
}

/** The first record names the fields. */
export function fromCsv(text: string): Item[] {
  const items: Item[] = []
  let names: readonly string[] | null = null
  const reader = recordReader((cells) => {
    if (names === null) names = cells.map((cell) => cell.trim())
    else items.push(Object.fromEntries(names.map((name, index) => [name, cells[index] ?? ''])))
  })
  reader.write(text.replace(/^\uFEFF/, ''))
  reader.end()
  return items
}

function fromJson(text: string, file: string): Item[] {
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch (error) {
    throw new ReadError(
      `${file} ("data") is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    )
  }
  if (!Array.isArray(value)) throw new ReadError(`${file} ("data") must hold a list of items`)
  return value.map((item: unknown) =>
    typeof item === 'object' && item !== null ? { ...item } : { value: item },
  )
}
