// What each event is compared with, and each way in which a baseline can be missing, in the built action's own report.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { StoredArtifact } from '../github/artifact-service.ts'
import { type Checkout, checkOutMain } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, repository, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction, type WorkflowEvent } from '../github/fake-runner.ts'
import { createRepository, type Repository, root } from './repository.ts'

const suite = 'benchmarks:\n  size:\n    files: "*.js"\nbudgets:\n  - { metric: bytes, regression: 5% }\n'
let github: FakeGitHub
let origin: Repository
let first: string
let second: string
let checkout: Checkout

beforeAll(async () => {
  github = await fakeGitHub()
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  first = origin.commit({ 'perf-gate.yml': suite, 'a.js': 'x'.repeat(1000) }, 'first')
  second = origin.commit({ 'a.js': 'x'.repeat(2000) }, 'twice as large')
})
afterEach(() => {
  checkout.dispose()
  github.artifacts.artifacts.splice(0)
})
afterAll(async () => {
  origin.dispose()
  await github.close()
})

async function gate(event: Partial<WorkflowEvent>) {
  checkout = checkOutMain(origin)
  const { workspace } = checkout
  const full = { ...checkout.event, ...event }
  const payload = { ...(full.payload as object), repository: { id: repository.id, default_branch: 'main' } }
  const result = await runAction(root, {
    github,
    workspace,
    event: { ...full, payload },
    token: tokens.write,
  })
  const report = JSON.parse(readFileSync(join(workspace, '.perf-gate/report.json'), 'utf8')) as {
    readonly change: { readonly base: { readonly commit?: string }; readonly reason: string }
    readonly notices: readonly { readonly message: string }[]
  }
  return { ...result, report }
}

describe('what it is compared with', { timeout: 120_000 }, () => {
  const queued = {
    merge_group: { base_ref: 'refs/heads/main', head_ref: 'refs/heads/gh-readonly-queue/main/pr-1' },
  }
  test.each([
    ['push', { ref: 'refs/heads/main' }],
    ['schedule', { ref: 'refs/heads/main', payload: {} }],
    ['workflow_dispatch', { ref: 'refs/heads/main', payload: { inputs: null } }],
    ['release', { ref: 'refs/tags/v1', payload: { release: { tag_name: 'v1' } } }],
  ] as const)('%s on the default branch: the commit before', async (name, event) => {
    const { exitCode, report } = await gate({ name, ...event })
    expect(report.change).toMatchObject({ base: { commit: first }, reason: 'previous-commit' })
    expect(exitCode).toBe(1)
  })

  test('merge_group: the merge-base with the branch that is merged into', async () => {
    // The queue's commit stands on the branch; the branch itself is at `first` still.
    origin.git('update-ref', 'refs/heads/main', first)
    origin.git('update-ref', 'refs/heads/queue', second)
    try {
      const ref = queued.merge_group.head_ref
      checkout = checkOutMain({
        ...origin,
        git: (...args) => origin.git(...args.map((arg) => (arg === 'main' ? 'queue' : arg))),
      })
      const { workspace } = checkout
      const payload = {
        merge_group: { ...queued.merge_group, head_sha: second },
        repository: { id: repository.id, default_branch: 'main' },
      }
      const event = { name: 'merge_group', ref, sha: second, payload }
      const { exitCode, stdout } = await runAction(root, { github, workspace, event, token: tokens.write })
      const report = JSON.parse(readFileSync(join(workspace, '.perf-gate/report.json'), 'utf8'))
      expect(report.change, stdout).toMatchObject({ base: { commit: first }, reason: 'merge-base' })
      expect(exitCode).toBe(1)
    } finally {
      origin.git('update-ref', 'refs/heads/main', second)
    }
  })
})

describe('why there is no recorded baseline', { timeout: 120_000 }, () => {
  const name = 'perf-gate-baseline-perf-gate'
  const run = { format: 'perf-gate/run', version: 1, series: [], environment: { suiteHash: 'another' } }
  const zip = (text: string, file = 'run.json') => zipSync({ [file]: strToU8(text) })
  const cases: readonly (readonly [string, () => StoredArtifact | null, RegExp])[] = [
    ['never stored', () => null, /is stored when the gate runs on main/],
    ['expired', () => github.artifacts.add(name, workflowRun(), zip(''), { expired: true }), /have expired/],
    [
      'half uploaded',
      () => github.artifacts.add(name, workflowRun(), zip(''), { finalized: false }),
      /There is no artifact/,
    ],
    [
      'of a fork',
      () => github.artifacts.add(name, workflowRun({ head_repository_id: 77 }), zip('')),
      /none comes from the branch main of this repository/,
    ],
    [
      'of another branch',
      () => github.artifacts.add(name, workflowRun({ head_branch: 'x' }), zip('')),
      /none comes from the branch main/,
    ],
    [
      'cut short',
      () => github.artifacts.add(name, workflowRun(), zip('', 'other')),
      /upload may have been cut short/,
    ],
    ['empty', () => github.artifacts.add(name, workflowRun(), zip('')), /is empty/],
    [
      'of another suite',
      () => github.artifacts.add(name, workflowRun(), zip(JSON.stringify(run))),
      /measured with other benchmarks/,
    ],
  ]
  test.each(cases)('%s', async (_, store, says) => {
    store()
    const { report, summary } = await gate({})
    expect(report.notices.map(({ message }) => message).join('\n')).toMatch(says)
    expect(summary).toMatch(says)
  })
})
