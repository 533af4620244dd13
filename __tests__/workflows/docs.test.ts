// People copy what the documentation shows: every workflow in it is one, and as careful as those that `init` writes. And
// what it claims names the test that holds it.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse, parseAllDocuments } from 'yaml'
import { actionlint, loadWorkflowParser, parseErrors } from './linters.ts'

interface Job {
  readonly permissions?: Readonly<Record<string, string>>
  readonly steps?: readonly { readonly uses?: string; readonly with?: Readonly<Record<string, unknown>> }[]
}

const root = new URL('../../', import.meta.url)
const read = (file: string): string => readFileSync(new URL(file, root), 'utf8')
const pages = ['README.md', ...readdirSync(new URL('docs/', root)).map((name) => `docs/${name}`)].filter(
  (name) => name.endsWith('.md'),
)
const blocks = pages.flatMap((page) =>
  [...read(page).matchAll(/^```ya?ml\n([\s\S]*?)^```/gm)].map(([, yaml = '']) => ({ page, yaml })),
)
const workflows = blocks.filter(({ yaml }) => /^jobs:/m.test(yaml))
const inputs = Object.keys(
  (parse(read('action.yml')) as { inputs: Readonly<Record<string, unknown>> }).inputs,
)

let parser: Awaited<ReturnType<typeof loadWorkflowParser>>
beforeAll(async () => {
  parser = await loadWorkflowParser()
})

test('every block is YAML', () => {
  for (const { page, yaml } of blocks)
    for (const { errors } of parseAllDocuments(yaml)) expect(errors, `${page}\n${yaml}`).toEqual([])
  expect(workflows.map(({ page }) => page)).toEqual(
    expect.arrayContaining(['README.md', 'docs/configuration.md', 'docs/recorded.md']),
  )
})

describe.each(workflows)('the workflow in $page', ({ page, yaml }) => {
  const { on, permissions, jobs } = parse(yaml) as {
    readonly on: unknown
    readonly permissions?: Readonly<Record<string, string>>
    readonly jobs: Readonly<Record<string, Job>>
  }
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? [])

  test('passes actionlint and is accepted by GitHub', async () => {
    expect(await actionlint('.github/workflows/docs.yml', yaml)).toEqual([])
    expect(await parseErrors(parser, 'workflow', `${page}.yml`, yaml)).toEqual([])
  })

  test('says what its token may, and lets it write nothing but comments and checks', () => {
    for (const job of Object.values(jobs)) {
      const given = job.permissions ?? permissions
      expect(given).toBeDefined()
      const writes = Object.entries(given ?? {}).filter(([, level]) => level === 'write')
      expect(['pull-requests', 'checks']).toEqual(expect.arrayContaining(writes.map(([what]) => what)))
    }
  })

  test('leaves no token in the checkout, and never runs a fork beside one that writes', () => {
    expect(JSON.stringify(on)).not.toContain('pull_request_target')
    for (const { uses = '', with: given } of steps)
      if (uses.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false)
  })

  test('pins what is not ours, and gives our action only inputs that it has', () => {
    for (const { uses, with: given = {} } of steps)
      if (uses?.startsWith('org/perf-gate@'))
        expect(inputs).toEqual(expect.arrayContaining(Object.keys(given)))
      else if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/)
  })
})

test('the pinned commits are those of the workflows that `init` writes', () => {
  const pins = (text: string) =>
    [...text.matchAll(/uses: (actions\/(?:checkout|setup-node|upload-artifact)@[0-9a-f]{40})/g)].map(
      ([, pin]) => pin,
    )
  const known = new Set(
    readdirSync(new URL('examples/workflows/', root)).flatMap((name) =>
      pins(read(`examples/workflows/${name}`)),
    ),
  )
  for (const { yaml } of workflows) for (const pin of pins(yaml)) expect(known).toContain(pin)
})

test('`pull_request_target` is named only to say why it is not used', () => {
  const naming = pages.filter((page) => read(page).includes('pull_request_target'))
  expect(naming).toEqual(['docs/security.md'])
  expect(read('docs/security.md')).toContain('Why not `pull_request_target`')
})

describe('what is claimed of perf-gate', () => {
  const cellsOf = (line: string) =>
    line
      .split(/(?<!\\)\|/)
      .slice(1, -1)
      .map((cell) => cell.trim())
  const named = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map(([, name = '']) => name)
  const missing = (names: readonly string[]) =>
    names.filter((name) => !existsSync(new URL(`__tests__/${name}`, root)))

  test('docs/peers.md: every pain has its threads and a test that is there', () => {
    const [, pains = ''] = read('docs/peers.md').split('## Pains')
    const rows = pains.split('\n').filter((line) => line.startsWith('| '))
    const [, , ...told] = rows.map(cellsOf)
    expect(told.length).toBeGreaterThan(15)
    for (const [pain, threads = '', here, tests = ''] of told) {
      expect(threads, pain).toMatch(/#\d+/)
      expect(here, pain).not.toBe('')
      const names = named(tests, /`([^`]+)`/g)
      expect(names, pain).not.toEqual([])
      expect(missing(names), pain).toEqual([])
    }
  })

  test('docs/peers.md: nine peers, and a cell for each in every row', () => {
    const [table = ''] = read('docs/peers.md').split('## Pains')
    const rows = table.split('\n').filter((line) => line.startsWith('|'))
    const [header = []] = rows.map(cellsOf)
    expect(header.slice(1)).toEqual([
      'perf-gate',
      'github-action-benchmark',
      'Bencher',
      'CodSpeed',
      'tachometer',
      'lighthouse-ci',
      'compressed-size-action',
      "k6's action",
      'benchstat',
      'Tachometer.jl',
    ])
    for (const row of rows) expect(cellsOf(row), row).toHaveLength(header.length)
  })

  test('docs/security.md: the tests that hold it are there', () => {
    const names = named(read('docs/security.md'), /`__tests__\/([^`]+)`/g)
    expect(names.length).toBeGreaterThan(10)
    expect(missing(names)).toEqual([])
  })
})
