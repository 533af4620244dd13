// Every situation in every format, as text that a person has read. `UPDATE_GOLDEN=1` rewrites the files; read the diff.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { type Report, ReportSchema } from '../../src/model/report.ts'
import { annotations, fileNames, type RenderOptions, renderers } from '../../src/report/renderers/index.ts'
import { cases } from './cases.ts'

const folder = join(import.meta.dirname, 'golden')
const isUpdate = process.env.UPDATE_GOLDEN === '1'

/** Pages are long and much alike: these show all that the page can do. */
const pages: ReadonlySet<string> = new Set(['regression', 'explained', 'advised', 'failed', 'hostile'])

function texts(name: string, report: Report, options: RenderOptions): Readonly<Record<string, string>> {
  const located = { ...options, locate: () => ({ file: 'perf-gate.yml', line: 3 }) }
  return {
    [fileNames.json]: renderers.json(report),
    [fileNames.comment]: renderers.comment(report, options),
    [fileNames.summary]: renderers.summary(report, options),
    [fileNames.junit]: renderers.junit(report),
    'terminal.txt': renderers.terminal(report, { ...options, width: 120 }),
    'annotations.json': `${JSON.stringify(annotations(report, located), null, 2)}\n`,
    ...(pages.has(name) ? { [fileNames.html]: renderers.html(report, options) } : {}),
  }
}

describe.each(Object.entries(cases))('%s', (name, { report: compose, options = {} }) => {
  const report = compose()
  const written = texts(name, report, options)

  test.each(Object.keys(written))('%s is as it was read', (file) => {
    const path = join(folder, name, file)
    if (isUpdate) {
      mkdirSync(join(folder, name), { recursive: true })
      writeFileSync(path, written[file] ?? '')
    }
    expect(written[file]).toBe(readFileSync(path, 'utf8'))
  })

  test('the report survives being saved and read again', () => {
    const saved = v.parse(ReportSchema, JSON.parse(renderers.json(report)))
    expect(saved).toEqual(report)
    // The schema may put keys into another order; no reader sees them but of the JSON itself.
    const { [fileNames.json]: _, ...others } = written
    expect(texts(name, saved, options)).toMatchObject(others)
  })
})

test('no golden folder is left over', () => {
  const folders = readdirSync(folder, { withFileTypes: true }).filter((entry) => entry.isDirectory())
  expect(folders.map(({ name }) => name).sort()).toEqual(Object.keys(cases).sort())
})
