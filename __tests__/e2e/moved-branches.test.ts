// Branches that are renamed or deleted between the event and the job, on the built action with real shallow clones: what
// is compared depends on commits, not on what branches are called by now.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { type Checkout, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction } from '../github/fake-runner.ts'
import { createRepository, type Repository, root } from './repository.ts'

const suite = 'benchmarks:\n  size: { files: "*.js" }\nbudgets:\n  - { metric: bytes, regression: 5% }\n'
let github: FakeGitHub
let origin: Repository
let pullRequest: number
let target: string
let checkout: Checkout
beforeEach(async () => {
  github = await fakeGitHub()
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.commit({ 'perf-gate.yml': suite, 'a.js': 'x'.repeat(1000) }, 'first')
  origin.git('checkout', '-q', '-b', 'feature')
  origin.commit({ 'README.md': 'one' }, 'docs')
  origin.commit({ 'a.js': 'x'.repeat(2000) }, 'twice as large')
  origin.git('checkout', '-q', 'main')
  target = origin.commit({ 'b.js': 'x'.repeat(5000) }, 'main goes on')
  pullRequest = await github.openPullRequest('feature')
  checkout = checkOutPullRequest(origin, pullRequest, 'feature')
})
afterEach(async () => {
  checkout.dispose()
  origin.dispose()
  await github.close()
})

async function gate() {
  const run = workflowRun({ head_branch: 'feature' })
  const result = await runAction(root, { github, ...checkout, run, token: tokens.write })
  const text = readFileSync(join(checkout.workspace, '.perf-gate/report.json'), 'utf8')
  const [comment] = await github.comments(pullRequest)
  return { ...result, report: JSON.parse(text) as Report, comment: comment?.body ?? '' }
}

test.each([
  [
    'the head branch is deleted, and GitHub’s test merge with it',
    () => {
      origin.git('branch', '-D', 'feature')
      origin.git('update-ref', '-d', `refs/pull/${pullRequest}/merge`)
    },
  ],
  ['the default branch is renamed', () => void origin.git('branch', '-m', 'main', 'trunk')],
])('%s', { timeout: 60_000 }, async (_, move) => {
  move()
  // What GitHub had merged the head into.
  const { exitCode, stdout, report, comment } = await gate()
  expect(report.change, stdout).toMatchObject({ base: { commit: target }, reason: 'merge-base' })
  expect(exitCode).toBe(1)
  expect(comment).toContain('❌ 1 regression')
})
