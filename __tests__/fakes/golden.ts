// Texts that a person has read, kept beside the tests. `UPDATE_GOLDEN=1` rewrites them; read the diff.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect } from 'vitest'

/** Compares with `golden/<name>` beside the test whose `import.meta.url` is given. */
export function expectGolden(testUrl: string, name: string, text: string): void {
  const file = fileURLToPath(new URL(`golden/${name}`, testUrl))
  if (process.env.UPDATE_GOLDEN === '1') {
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, text)
  }
  expect(text).toBe(readFileSync(file, 'utf8'))
}
