// Several packages in one repository, on the built action, with the inputs that the example workflows give it.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { readSections } from '../../src/publish/sections.ts'
import { type Checkout, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens } from '../github/fake-github.ts'
import { runAction, type StepResult } from '../github/fake-runner.ts'
import { createRepository, type Repository, root } from './repository.ts'

interface Workflow {
  readonly on: {
    readonly pull_request?: { readonly paths?: readonly string[] }
    readonly workflow_call?: {
      readonly inputs: Readonly<Record<string, { readonly default: string }>>
      readonly outputs: Readonly<Record<string, { readonly value: string }>>
    }
  }
  readonly jobs: Readonly<
    Record<
      string,
      {
        readonly strategy?: { readonly matrix: Readonly<Record<string, readonly string[]>> }
        readonly outputs?: Readonly<Record<string, string>>
        readonly steps: readonly {
          readonly id?: string
          readonly uses?: string
          readonly with?: Readonly<Record<string, string>>
        }[]
      }
    >
  >
}

const suite = 'benchmarks:\n  size:\n    files: "*.js"\nbudgets:\n  - { metric: bytes, regression: 5% }\n'
const workflow = (name: string): Workflow =>
  parse(readFileSync(join(root, 'examples/workflows', name), 'utf8'))
const ourStep = ({ jobs }: Workflow) =>
  jobs.gate?.steps.find(({ uses }) => uses?.startsWith('org/perf-gate@')) ?? {}

/** What the step is given, with `${{ matrix.x }}` and `${{ inputs.x }}` filled in. */
const given = (file: Workflow, context: Readonly<Record<string, string>>) =>
  Object.fromEntries(
    Object.entries(ourStep(file).with ?? {}).map(([input, value]) => [
      input,
      value.replaceAll(/\$\{\{ (?:matrix|inputs)\.([\w-]+) \}\}/g, (_, key: string) => context[key] ?? '?'),
    ]),
  )

let github: FakeGitHub
let origin: Repository
let pullRequest: number
let runs = 100
const checkouts: Checkout[] = []

beforeAll(async () => {
  github = await fakeGitHub()
  pullRequest = await github.openPullRequest('feature')
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const of = (name: string) => ({
    [`packages/${name}/perf-gate.yml`]: suite,
    [`packages/${name}/index.js`]: 'x'.repeat(1000),
  })
  origin.commit({ ...of('parser'), ...of('renderer') }, 'first')
  origin.git('checkout', '-q', '-b', 'feature')
  origin.commit({ 'packages/renderer/index.js': 'x'.repeat(2000) }, 'one package grows')
  origin.git('checkout', '-q', 'main')
})
afterAll(async () => {
  for (const checkout of checkouts) checkout.dispose()
  origin.dispose()
  await github.close()
})

function gate(inputs: Readonly<Record<string, string>>, id: number): Promise<StepResult> {
  const checkout = checkOutPullRequest(origin, pullRequest, 'feature')
  checkouts.push(checkout)
  const { workspace, event } = checkout
  const env = { GITHUB_RUN_ID: String(id) }
  return runAction(root, { github, workspace, event, token: tokens.write, env, with: inputs })
}

describe('examples/workflows/monorepo.yml', { timeout: 120_000 }, () => {
  test('one comment with a section for each package; only the package that grew fails', async () => {
    const file = workflow('monorepo.yml')
    const packages = file.jobs.gate?.strategy?.matrix.package ?? []
    const id = runs++
    const ended: [string, number | null][] = []
    for (const name of packages) ended.push([name, (await gate(given(file, { package: name }), id)).exitCode])
    expect(ended).toEqual([
      ['parser', 0],
      ['renderer', 1],
    ])
    const bodies = (await github.comments(pullRequest)).map(({ body }) => body)
    expect(bodies).toHaveLength(1)
    const sections = readSections(bodies).map(({ key, body }) => [key, body.split('\n')[0]])
    expect(sections).toEqual([
      ['parser', expect.stringContaining('✅')],
      ['renderer', expect.stringContaining('❌')],
    ])
  })

  test('its findings are on the lines of its own suite, which is judged by its own base', async () => {
    origin.git('checkout', '-q', 'feature')
    const wider = suite.replace('5%', '100%')
    origin.commit({ 'packages/renderer/perf-gate.yml': wider }, 'a wider budget')
    origin.git('checkout', '-q', 'main')
    const file = workflow('monorepo.yml')
    const inputs = { ...given(file, { package: 'renderer' }), check: 'always' }
    const { exitCode, commands, stdout } = await gate(inputs, runs++)
    expect(exitCode, stdout).toBe(1)
    const [error] = commands.filter(({ command }) => command === 'error')
    expect(error?.properties).toMatchObject({ file: 'packages/renderer/perf-gate.yml', line: '2' })
    const [check] = github.checks
    expect(check?.annotations[0]).toMatchObject({ path: 'packages/renderer/perf-gate.yml', start_line: 2 })
    const [comment] = await github.comments(pullRequest)
    expect(comment?.body).toContain('It changes budgets in perf-gate.yml')
  })

  test('starts for all that its packages are made of, suites and acceptances among them', () => {
    const { paths = [] } = workflow('monorepo.yml').on.pull_request ?? {}
    expect(paths).toContain('packages/**')
  })

  test('a folder without a suite is an error that names the folder’s files, and writes no section', async () => {
    const { exitCode, stdout } = await gate({ 'working-directory': 'packages', name: 'all' }, runs++)
    expect(exitCode).toBe(2)
    expect(stdout).toContain('perf-gate.yml')
    const bodies = (await github.comments(pullRequest)).map(({ body }) => body)
    expect(readSections(bodies).map(({ key }) => key)).not.toContain('all')
  })
})

describe('examples/workflows/reusable.yml', { timeout: 60_000 }, () => {
  test('measures what its caller names, and hands the verdict on', async () => {
    const file = workflow('reusable.yml')
    const inputs = given(file, { 'working-directory': 'packages/renderer', name: '' })
    const { exitCode, outputs } = await gate(inputs, runs++)
    expect(exitCode).toBe(1)
    const { workflow_call: call } = file.on
    const ofJob = /jobs\.gate\.outputs\.([\w-]+)/.exec(call?.outputs.verdict?.value ?? '')?.[1] ?? ''
    const [, step, output = ''] =
      /steps\.([\w-]+)\.outputs\.([\w-]+)/.exec(file.jobs.gate?.outputs?.[ofJob] ?? '') ?? []
    expect(step).toBe(ourStep(file).id)
    expect(outputs[output]).toBe('fail')
  })

  test('a caller who names nothing gets the suite at the root', () => {
    const defaults = workflow('reusable.yml').on.workflow_call?.inputs ?? {}
    expect(Object.values(defaults).map((input) => input.default)).toEqual(['.', ''])
  })
})
