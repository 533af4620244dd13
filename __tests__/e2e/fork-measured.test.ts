// What a fork's jobs measure with a token that only reads and the second workflow publishes, on the built action: a suite
// in shards, and a check that is required although nobody wants a comment.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { endedRun } from '../github/ended-run.ts'
import { type Checkout, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction } from '../github/fake-runner.ts'
import { createRepository, type Repository, root } from './repository.ts'

type Inputs = Readonly<Record<string, string>>
const fork = { id: 77, name: 'mallory/app' } as const
const suite = `benchmarks:
  one: { files: one.js }
  two: { files: two.js }
budgets:
  - { metric: bytes, regression: 5% }
`

let github: FakeGitHub
let origin: Repository
let empty: string
let pullRequest: number
let checkout: Checkout | undefined
beforeEach(async () => {
  github = await fakeGitHub()
  origin = createRepository()
  empty = realpathSync(mkdtempSync(join(tmpdir(), 'empty-')))
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.commit({ 'perf-gate.yml': suite, 'one.js': 'x'.repeat(1000), 'two.js': 'x'.repeat(1000) }, 'first')
  pullRequest = await github.openPullRequest('feature')
})
afterEach(async () => {
  checkout?.dispose()
  origin.dispose()
  rmSync(empty, { recursive: true, force: true })
  await github.close()
})

/** The two workflows of a pull request whose head has `bytes` in two.js. */
function workflowsOf(bytes: number) {
  origin.git('checkout', '-q', '-b', 'feature')
  const sha = origin.commit({ 'two.js': 'x'.repeat(bytes) }, 'change')
  origin.git('checkout', '-q', 'main')
  github.setHead(pullRequest, { ref: 'feature', sha, repository: fork.name, repositoryId: fork.id })
  const checkedOut = checkOutPullRequest(origin, pullRequest, 'feature', fork.id)
  checkout = checkedOut
  const run = workflowRun({ id: 41, head_repository_id: fork.id, head_branch: 'feature', head_sha: sha })
  const measure = (inputs: Inputs) =>
    runAction(root, { github, ...checkedOut, run, token: tokens.readOnly, with: inputs })
  const publish = (conclusion: string, inputs: Inputs) => {
    const event = endedRun(run, fork.name, conclusion)
    const given = { command: 'publish', ...inputs }
    return runAction(root, { github, workspace: empty, token: tokens.write, event, with: given })
  }
  return { sha, measure, publish }
}
const reports = () =>
  github.artifacts.artifacts.map(({ name }) => name).filter((name) => name.startsWith('perf-gate-report-'))

test('shards: one report, one comment, one check', { timeout: 120_000 }, async () => {
  const { sha, measure, publish } = workflowsOf(2000)
  for (const shard of ['1/2', '2/2']) {
    const measured = await measure({ shard })
    expect(measured.exitCode, measured.stdout + measured.stderr).toBe(0)
  }
  const merged = await measure({ command: 'merge' })
  expect(merged.exitCode, merged.stdout + merged.stderr).toBe(1)
  expect(merged.stdout).toContain('read-only token')
  expect(reports()).toEqual(['perf-gate-report-perf-gate'])
  expect(await github.comments(pullRequest)).toEqual([])

  const published = await publish('failure', { check: 'always' })
  expect(published.exitCode, published.stdout + published.stderr).toBe(0)
  const [comment, ...more] = await github.comments(pullRequest)
  expect(more).toEqual([])
  expect(comment?.body).toContain('❌ 1 regression, 1 unchanged')
  expect(comment?.body).toContain('ran the code of mallory/app')
  expect(github.checks).toMatchObject([{ name: 'perf-gate', head_sha: sha, conclusion: 'failure' }])
})

test('a required check comes although there is nothing to comment on', { timeout: 60_000 }, async () => {
  const { sha, measure, publish } = workflowsOf(1000)
  const silent = { comment: 'on-failure', check: 'always' }
  const measured = await measure(silent)
  expect(measured.exitCode, measured.stdout + measured.stderr).toBe(0)
  expect(reports()).toEqual(['perf-gate-report-perf-gate'])
  const published = await publish('success', silent)
  expect(published.exitCode, published.stdout + published.stderr).toBe(0)
  expect(github.checks).toMatchObject([{ name: 'perf-gate', head_sha: sha, conclusion: 'success' }])
  expect(await github.comments(pullRequest)).toEqual([])
})
