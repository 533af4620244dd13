// The workflow files that we hand out: accepted by GitHub, with no more permissions than they need, and what `init`
// writes is one of them.
import { readdirSync, readFileSync } from 'node:fs'
import { beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { measuringWorkflow, publishingWorkflow } from '../../src/config/starter.ts'
import { actionlint, loadWorkflowParser, parseErrors } from './linters.ts'

interface Workflow {
  readonly on: Readonly<Record<string, unknown>>
  readonly permissions?: Readonly<Record<string, string>>
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly if?: string
        readonly permissions?: Readonly<Record<string, string>>
        readonly 'timeout-minutes'?: number
        readonly steps: readonly {
          readonly uses?: string
          readonly run?: string
          readonly with?: Readonly<Record<string, unknown>>
        }[]
      }
    >
  >
}

const root = new URL('../../', import.meta.url)
const folder = new URL('examples/workflows/', root)
const files = readdirSync(folder)
const read = (name: string): string => readFileSync(new URL(name, folder), 'utf8')
const inputs = Object.keys(
  (parse(readFileSync(new URL('action.yml', root), 'utf8')) as { inputs: Readonly<Record<string, unknown>> })
    .inputs,
)

let parser: Awaited<ReturnType<typeof loadWorkflowParser>>
beforeAll(async () => {
  parser = await loadWorkflowParser()
})

test('init writes what is shown', () => {
  expect(measuringWorkflow('main')).toBe(read('perf-gate.yml'))
  expect(publishingWorkflow).toBe(read('perf-gate-publish.yml'))
})

describe.each(files)('%s', (name) => {
  const { on, permissions, jobs } = parse(read(name)) as Workflow
  const steps = Object.values(jobs).flatMap((job) => job.steps)

  test('passes actionlint and is accepted by GitHub', async () => {
    expect(await actionlint(`.github/workflows/${name}`, read(name))).toEqual([])
    expect(await parseErrors(parser, 'workflow', name, read(name))).toEqual([])
  })

  test('has no more permissions than it needs, and each job a time limit', () => {
    expect([{}, { contents: 'read' }]).toContainEqual(permissions)
    for (const job of Object.values(jobs)) {
      expect(job['timeout-minutes']).toBeGreaterThan(0)
      const writes = Object.entries(job.permissions ?? {}).filter(([, level]) => level === 'write')
      const allowed = ['pull-requests', 'checks']
      // To push baselines, where no pull request's code runs.
      if (job.if === "github.event_name != 'pull_request'") allowed.push('contents')
      expect(allowed).toEqual(expect.arrayContaining(writes.map(([what]) => what)))
    }
  })

  test('never runs a pull request beside a token that writes', () => {
    expect(Object.keys(on)).not.toContain('pull_request_target')
    for (const { uses = '', with: given } of steps)
      if (uses.startsWith('actions/checkout@')) expect(given?.['persist-credentials']).toBe(false)
    // What a fork can name must not get into a script.
    for (const { run = '' } of steps) expect(run).not.toContain('${'.concat('{'))
    if (Object.keys(on).includes('workflow_run'))
      expect(steps.map(({ uses }) => uses)).toEqual(['org/perf-gate@v1'])
  })

  test('pins what is not ours, and gives our action only inputs that it has', () => {
    for (const { uses, with: given = {} } of steps) {
      if (uses?.startsWith('org/perf-gate@'))
        expect(inputs).toEqual(expect.arrayContaining(Object.keys(given)))
      else if (uses !== undefined) expect(uses).toMatch(/@[0-9a-f]{40}$/)
    }
  })
})
