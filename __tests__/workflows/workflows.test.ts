// The workflow files are correct, and as careful as the documentation asks users to be.
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { actionlint, loadWorkflowParser, parseErrors } from './linters.ts'

interface Job {
  readonly name?: string
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly permissions?: Readonly<Record<string, string>>
  readonly 'timeout-minutes'?: number
  readonly steps?: readonly {
    readonly uses?: string
    readonly run?: string
    readonly with?: Readonly<Record<string, unknown>>
  }[]
}
interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly concurrency?: { readonly group: string }
  readonly jobs: Readonly<Record<string, Job>>
}

const root = new URL('../../', import.meta.url)
const folder = new URL('.github/workflows/', root)
const files = readdirSync(folder).filter((name) => name.endsWith('.yml'))
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const workflow = (name: string): Workflow => parse(read(name)) as Workflow

let parser: Awaited<ReturnType<typeof loadWorkflowParser>>
beforeAll(async () => {
  parser = await loadWorkflowParser()
})

describe.each(files)('%s', (name) => {
  const { on, permissions, concurrency, jobs } = workflow(name)
  const steps = Object.values(jobs).flatMap((job) => job.steps ?? [])

  test('passes actionlint', async () => {
    expect(await actionlint(`.github/workflows/${name}`, read(name))).toEqual([])
  })

  test('is accepted by GitHub', async () => {
    expect(await parseErrors(parser, 'workflow', name, read(name))).toEqual([])
  })

  test('pins actions by commit, and says which version that is', () => {
    const uses = read(name)
      .split('\n')
      .filter((line) => /^\s*(- )?uses:/.test(line))
    expect(uses.length).toBe(steps.filter((step) => step.uses !== undefined).length)
    for (const line of uses)
      expect(line).toMatch(/uses: (\.\/|[\w-]+\/[\w-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$)/)
  })

  test('reads by default, and never runs a fork with a token that writes', () => {
    expect(permissions).toEqual({ contents: 'read' })
    expect(Object.keys(on)).not.toContain('pull_request_target')
  })

  test('does not leave its token to the programs it runs', () => {
    const checkouts = steps.filter(({ uses }) => uses?.startsWith('actions/checkout@'))
    for (const { with: inputs } of checkouts) expect(inputs?.['persist-credentials']).toBe(false)
  })

  test('puts nothing that outsiders write into a script', () => {
    for (const { run = '' } of steps) expect(run).not.toContain('${'.concat('{'))
  })

  test('ends: every job has a time limit, superseded runs are stopped', () => {
    for (const job of Object.values(jobs)) expect(job['timeout-minutes']).toBeGreaterThan(0)
    expect(concurrency?.group).toContain('github.ref')
  })
})

test('the required job of CI waits for all others, also when one was skipped', () => {
  const { required, ...others } = workflow('ci.yml').jobs
  expect(required?.needs).toEqual(Object.keys(others))
  expect(required?.if).toBe('always()')
  expect(JSON.stringify(required?.steps)).toContain("contains(needs.*.result, 'skipped')")
})

test('self-gate may write its comment and read baselines, and nothing else', () => {
  expect(workflow('self-gate.yml').jobs.gate?.permissions).toEqual({
    contents: 'read',
    'pull-requests': 'write',
    actions: 'read',
  })
})

test('action.yml is accepted by GitHub', async () => {
  const file = new URL('action.yml', root)
  expect(existsSync(file)).toBe(true)
  expect(await parseErrors(parser, 'action', 'action.yml', readFileSync(file, 'utf8'))).toEqual([])
})

describe('the linters see faults', () => {
  const broken = read('ci.yml')
    .replace('runs-on: ubuntu-24.04', 'runs-om: ubuntu-24.04')
    .replace('github.ref', 'github.reff')

  test('actionlint', async () => {
    const found = (await actionlint('ci.yml', broken)).join('\n')
    expect(found).toContain('runs-om')
    expect(found).toContain('reff')
  })

  test("GitHub's parser", async () => {
    expect((await parseErrors(parser, 'workflow', 'ci.yml', broken)).join('\n')).toContain('runs-om')
    const action = 'name: x\ndescription: x\nruns:\n  using: node99\n  main: dist/action.js\n'
    expect(await parseErrors(parser, 'action', 'action.yml', action)).not.toEqual([])
  })
})
