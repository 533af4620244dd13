// Access to the fixture folders: fixtures/FORMAT/CASE/input.* and expected.json.
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gunzipSync } from 'node:zlib'

const root = fileURLToPath(new URL('fixtures/', import.meta.url))

export interface Fixture {
  readonly format: string
  readonly name: string
  readonly directory: string
  readonly text: string
}

export function readFixtures(): Fixture[] {
  return readdirSync(root).flatMap((format) =>
    readdirSync(`${root}${format}`).map((name) => {
      const directory = `${root}${format}/${name}`
      const input = readdirSync(directory).find((file) => file.startsWith('input.'))
      if (input === undefined) throw new Error(`${directory} has no input file`)
      return { format, name, directory, text: readText(`${directory}/${input}`) }
    }),
  )
}

export function readText(file: string): string {
  const bytes = readFileSync(file)
  return (file.endsWith('.gz') ? gunzipSync(bytes) : bytes).toString('utf8')
}

/** The committed expectation; `UPDATE_GOLDEN=1` rewrites it from `actual`. */
export function readGolden({ directory }: Fixture, actual: unknown): unknown {
  const file = `${directory}/expected.json`
  if (process.env.UPDATE_GOLDEN === '1') writeFileSync(file, `${JSON.stringify(actual, null, 1)}\n`)
  if (!existsSync(file))
    throw new Error(`${file} is missing: look at the result, then write it with UPDATE_GOLDEN=1`)
  return JSON.parse(readFileSync(file, 'utf8'))
}
