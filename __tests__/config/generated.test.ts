// What is generated from the schema: that the files are fresh, and that the JSON schema and the loader agree.
import { readdirSync, readFileSync } from 'node:fs'
import { Ajv } from 'ajv'
import * as v from 'valibot'
import { beforeAll, describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { parseAccepted } from '../../src/config/accepted.ts'
import { exampleSuite, parseSuite } from '../../src/config/load.ts'
import { RunSchema } from '../../src/model/run.ts'

interface Generator {
  readonly generatedFiles: readonly string[]
  regenerated(file: string): Promise<string>
}
interface Schemas {
  jsonSchemas(): Readonly<Record<'perf-gate' | 'run' | 'report', object>>
}

let generator: Generator
let schemas: ReturnType<Schemas['jsonSchemas']>
beforeAll(async () => {
  // Plain JavaScript, which the type checker does not read.
  generator = await import(new URL('../../scripts/generate.mjs', import.meta.url).href)
  const { jsonSchemas }: Schemas = await import(
    new URL('../../scripts/generate/json-schemas.mjs', import.meta.url).href
  )
  schemas = jsonSchemas()
})

const read = (file: string) => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8')

it('docs and action.yml are what `node scripts/generate.mjs --docs` writes', async () => {
  for (const file of generator.generatedFiles)
    expect(read(file), file).toBe(await generator.regenerated(file))
})

describe('every suite in the docs', () => {
  const others = readdirSync(new URL('../../docs/', import.meta.url)).filter((name) => name.endsWith('.md'))
  const pages = ['docs/configuration.md', 'README.md', ...others.map((name) => `docs/${name}`)]
  const text = [...new Set(pages)].map(read).join('\n')
  const blocks = [...text.matchAll(/^```yaml\n([\s\S]*?)^```/gm)].map(([, yaml = '']) => yaml)
  const suites = blocks.filter((yaml) => /^benchmarks:/m.test(yaml))
  const accepted = blocks.filter((yaml) => /^accepted:/m.test(yaml))

  it('is there', () => expect(suites.length).toBeGreaterThan(10))
  it('begins with four lines that are the example for people who have none', () =>
    expect(suites[0]).toBe(exampleSuite))
  it.each(suites)('loads without a warning: %s', (yaml) => {
    expect(parseSuite(yaml, 'perf-gate.yml').notices).toEqual([])
    expect(isValid('perf-gate', parse(yaml))).toBe(true)
  })
  it('and what is accepted beside it', () => {
    expect(accepted.length).toBeGreaterThan(0)
    for (const yaml of accepted)
      expect(parseAccepted(yaml, 'perf-gate.accepted.yml', 0).acceptances).toHaveLength(1)
  })
})

function isValid(schema: 'perf-gate' | 'run' | 'report', data: unknown): boolean {
  const check = new Ajv({ strict: false }).compile(schemas[schema])
  return check(data)
}

const loads = (yaml: string): boolean => {
  try {
    parseSuite(yaml, 'perf-gate.yml')
    return true
  } catch {
    return false
  }
}

describe('the editor and the loader agree', () => {
  it.each([
    ['benchmarks: { a: { task: x } }', true],
    ['benchmarks: { a: { task: x, warm-up: 1s } }', true],
    ['benchmarks: { a: { command: x, warm-up: 3 } }', true],
    ['benchmarks: { a: { command: x, env: { A: 1, B: true, C: c } } }', true],
    ['benchmarks: { a: { files: [x, y] } }', true],
    ['benchmarks: { a: { task: x, statistic: { cpu: p99.9 } } }', true],
    ['setup: [a, b]\nbenchmarks: { a: { task: x } }', true],
    ['benchmarks: { a: { task: x } }\nbudgets: [{ metric: memory, limit: 5 }]', true],
    ['benchmarks: { a: { task: x, warm-up: 3 } }', false],
    ['benchmarks: { a: { command: x, warm-up: 1s } }', false],
    ['benchmarks: { a: { task: x, command: y } }', false],
    ['benchmarks: { a: { } }', false],
    ['benchmarks: { a: { task: x, timeout: 5 } }', false],
    ['benchmarks: { a: { task: x, timeout: 5 minutes } }', false],
    ['benchmarks: { a: { task: x, metrics: [cpus] } }', false],
    ['benchmarks: { a: { task: x, statistic: { cpus: mean } } }', false],
    ['benchmarks: { a: { task: x, statistic: { cpu: meen } } }', false],
    ['benchmarks: { "a*": { task: x } }', false],
    ['benchmark: { a: { task: x } }', false],
    ['benchmarks: { a: { task: x } }\nbudgets: [{ metric: cpu, regression: 5 }]', false],
    ['benchmarks: { a: { task: x } }\nbudgets: [{ regression: 5% }]', false],
    ['benchmarks: { a: { task: x } }\ngate: { alpha: 0.5 }', false],
  ])('%s: %s', (yaml, valid) => {
    expect(loads(yaml)).toBe(valid)
    expect(isValid('perf-gate', parse(yaml))).toBe(valid)
  })
})

it('every key of the suite is described', () => {
  const bare: string[] = []
  const walk = (schema: unknown, path: string): void => {
    if (typeof schema !== 'object' || schema === null) return
    for (const [key, value] of Object.entries(schema)) {
      if (key === 'properties')
        for (const [name, property] of Object.entries(value as Record<string, Record<string, unknown>>))
          if (!('$ref' in property) && !('description' in property)) bare.push(`${path}.${name}`)
      walk(value, `${path}.${key}`)
    }
  }
  walk(schemas['perf-gate'], '')
  expect(bare).toEqual([])
})

it('a Run file is checked as the code checks it', () => {
  const run = {
    format: 'perf-gate/run',
    version: 1,
    series: [
      {
        benchmark: 'parse/large',
        metric: 'cpu',
        unit: 's',
        better: 'lower',
        evidence: { kind: 'trials', trials: [{ round: 0, position: 1, samples: [0.0121, 0.0119] }] },
      },
    ],
  }
  const wrong = { ...run, series: [{ ...run.series[0], better: 'faster' }] }
  for (const data of [run, wrong, { ...run, version: 2 }])
    expect(isValid('run', data)).toBe(v.is(RunSchema, data))
  expect(isValid('run', run)).toBe(true)
  expect(isValid('report', run)).toBe(false)
})
