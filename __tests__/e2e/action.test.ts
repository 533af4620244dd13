// The built action, started as the runner starts it, on a real shallow checkout, against GitHub as far as it can be had
// without GitHub: from the first run to the fixed regression.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readZip } from '../../src/adapters/node/zip.ts'
import { readRun } from '../../src/model/saved-file.ts'
import { type Checkout, checkOutMain, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction, type Step, type StepResult } from '../github/fake-runner.ts'
import { createRepository, type Repository, root } from './repository.ts'

/** A benchmark that says what a hostile one would, and fails when it is trusted with a secret. */
const work = (iterations: number): string => `
const secrets = Object.keys(process.env).filter((name) => /^(GITHUB_TOKEN|ACTIONS_|INPUT_)/.test(name))
if (secrets.length > 0) throw new Error('the benchmark can read ' + secrets)
console.log('::error::printed by a benchmark')
let sink = 0
export function spin() { for (let i = 0; i < ${iterations}; i++) sink = (sink * 31 + i) | 0 }
`
const suite = `benchmarks:
  work:
    task: bench/work.mjs
    trial-time: 20ms
    warm-up: 10ms
    metrics: [cpu]
  size:
    files: bench/*.mjs
budgets:
  # Far from any noise on either side: half as slow again must be noticed, a fifth does not count.
  - { metric: cpu, regression: 50%, ignore-below: 20% }
  - { metric: bytes }
gate: { max-time: 60s }
`

let origin: Repository
let github: FakeGitHub
let pullRequest: number
let runs = 100
const checkouts: Checkout[] = []

beforeAll(async () => {
  github = await fakeGitHub()
  origin = createRepository()
  // What a bare repository on a server allows: fetching any commit by its id.
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.commit({ 'perf-gate.yml': suite, 'bench/work.mjs': work(20_000) }, 'first')
  origin.commit({ 'README.md': 'one' }, 'second')
  origin.git('checkout', '-q', '-b', 'feature')
  origin.commit({ 'README.md': 'two' }, 'docs only')
  origin.git('checkout', '-q', 'main')
  // The base branch moves on: the merge-base is what counts, not the tip, not the stale base of the event.
  origin.commit({ 'NEWS.md': 'news' }, 'third')
  pullRequest = await github.openPullRequest('feature')
})
afterAll(async () => {
  for (const checkout of checkouts) checkout.dispose()
  origin.dispose()
  await github.close()
})

const push = (iterations: number): void => {
  origin.git('checkout', '-q', 'feature')
  origin.commit({ 'bench/work.mjs': work(iterations) }, `work ${iterations}`)
  origin.git('checkout', '-q', 'main')
}

async function run(checkout: Checkout, options: Partial<Step> = {}): Promise<StepResult> {
  checkouts.push(checkout)
  const { workspace, event } = checkout
  // Each push has a run of its own.
  const env = { GITHUB_RUN_ID: String(options.run?.id ?? runs++), ...options.env }
  const result = await runAction(root, { github, workspace, event, token: tokens.write, ...options, env })
  // What the benchmark prints is data, never a command, and never a reason to fail.
  expect(result.commands.map(({ message }) => message)).not.toContain('printed by a benchmark')
  return result
}
const onPullRequest = (options: Partial<Step> = {}): Promise<StepResult> =>
  run(checkOutPullRequest(origin, pullRequest, 'feature'), options)

const comments = () => github.comments(pullRequest)
const errors = ({ commands }: StepResult) => commands.filter(({ command }) => command === 'error')

describe('the built action', { timeout: 180_000 }, () => {
  test('first run without a baseline: passes, comments, and says how baselines come about', async () => {
    const result = await onPullRequest()
    expect(result.exitCode, result.stdout + result.stderr).toBe(0)
    expect(result.outputs.verdict).toBe('pass')
    const [comment, ...others] = await comments()
    expect(others).toEqual([])
    expect(comment?.body).toMatch(/^<!-- perf-gate -->\n<!-- perf-gate section perf%2Dgate /)
    expect(result.summary).toContain('There is no recorded baseline')
    expect(result.summary).toContain('Let the gate also run on pushes to main.')
    // A pull request never stores one.
    expect(github.artifacts.artifacts).toEqual([])
  })

  test('a run of main stores the baseline, which the next pull request finds', async () => {
    const checkout = checkOutMain(origin)
    const result = await run(checkout, { run: workflowRun({ id: 11, head_sha: checkout.event.sha }) })
    expect(result.exitCode, result.stdout + result.stderr).toBe(0)
    const artifact = github.artifacts.artifacts.find(({ name }) => name === 'perf-gate-baseline-perf-gate')
    expect(artifact).toMatchObject({ finalized: true })
    const stored = readZip(artifact?.content ?? new Uint8Array(), { bytes: 10_000_000, files: 10 })
    const read = readRun(stored['run.json'] ?? '')
    expect(read).toMatchObject({
      value: { series: expect.arrayContaining([expect.objectContaining({ benchmark: 'size' })]) },
    })
    const next = await onPullRequest()
    expect(next.exitCode, next.stdout + next.stderr).toBe(0)
    expect(next.summary).not.toContain('There is no recorded baseline')
  })

  test('a regression fails, says so in the comment, and keeps nothing back', async () => {
    push(40_000)
    const result = await onPullRequest()
    expect(result.exitCode, result.stdout + result.stderr).toBe(1)
    expect(result.outputs.verdict).toBe('fail')
    expect(
      errors(result)
        .map(({ message }) => message)
        .join('\n'),
    ).toContain('work/spin')
    const all = await comments()
    expect(all).toHaveLength(1)
    expect(all[0]?.body).toContain('work/spin')
    expect(all[0]?.body).toContain('❌')
    expect(result.summary).toContain('work/spin')
  })

  test('a second push updates the same comment', async () => {
    const [before] = await comments()
    push(60_000)
    const result = await onPullRequest()
    expect(result.exitCode, result.stdout + result.stderr).toBe(1)
    const all = await comments()
    expect(all.map(({ id }) => id)).toEqual([before?.id])
    expect(all[0]?.body).not.toBe(before?.body)
  })

  test('a read-only token: the verdict stands, and the summary names the lines to add', async () => {
    const before = await comments()
    const result = await onPullRequest({ token: tokens.readOnly })
    expect(result.exitCode, result.stdout + result.stderr).toBe(1)
    expect(result.outputs.verdict).toBe('fail')
    expect(await comments()).toEqual(before)
    for (const text of [result.summary, result.stdout])
      expect(text).toMatch(/permissions:\n\s+pull-requests: write\n/)
  })

  test('fixed: passes, and the comment says so', async () => {
    const [before] = await comments()
    push(20_000)
    const result = await onPullRequest()
    expect(result.exitCode, result.stdout + result.stderr).toBe(0)
    const all = await comments()
    expect(all.map(({ id }) => id)).toEqual([before?.id])
    expect(all[0]?.body).not.toContain('❌')
    expect(errors(result)).toEqual([])
  })
})
