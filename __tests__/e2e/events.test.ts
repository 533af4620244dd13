// What each event is compared with, and each way in which a baseline can be missing, in the built action's own report.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import type { StoredArtifact, WorkflowRun } from '../github/artifact-service.ts'
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
  github.workflowRuns.splice(0)
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
  // Of the commit that the push is compared with, unless it says otherwise.
  const of = (parts: Partial<WorkflowRun> = {}) => workflowRun({ head_sha: first, ...parts })
  const add = (
    parts: Partial<WorkflowRun>,
    text: string,
    more: Partial<StoredArtifact> = {},
    file?: string,
  ) => github.artifacts.add(name, of(parts), zip(text, file), more)
  const ended = (conclusion: 'cancelled' | 'success' | null) =>
    github.workflowRuns.push({
      run: of(),
      status: conclusion === null ? 'in_progress' : 'completed',
      conclusion,
    })
  const cases: readonly (readonly [string, () => unknown, RegExp])[] = [
    ['never stored', () => null, /is stored when the gate runs on main/],
    ['expired', () => add({}, '', { expired: true }), /have expired/],
    ['half uploaded', () => add({}, '', { finalized: false }), /There is no artifact/],
    [
      'half uploaded, the run being known',
      () => ended('success'),
      /The run of perf-gate\.yml for \w{7} left no baseline: .* its upload was cut short/,
    ],
    ['cancelled', () => ended('cancelled'), /was cancelled and left no baseline/],
    ['still under way', () => ended(null), /has not ended yet/],
    [
      'of a fork',
      () => add({ head_repository_id: 77 }, ''),
      /none comes from the branch main of this repository/,
    ],
    ['of another branch', () => add({ head_branch: 'x' }, ''), /none comes from the branch main/],
    ['of a newer commit', () => add({ head_sha: second }, ''), /The one that was found is of commits that/],
    ['cut short', () => add({}, '', {}, 'other'), /upload may have been cut short/],
    ['empty', () => add({}, ''), /is empty/],
    ['of another suite', () => add({}, JSON.stringify(run)), /measured with other benchmarks/],
  ]
  test.each(cases)('%s', async (_, store, says) => {
    store()
    const { report, summary } = await gate({})
    expect(report.notices.map(({ message }) => message).join('\n')).toMatch(says)
    expect(summary).toMatch(says)
  })

  test('of another machine', async () => {
    // Stored by a run like this one, but on another image.
    const { report } = await gate({})
    const head = JSON.parse(readFileSync(join(checkout.workspace, '.perf-gate/head.run.json'), 'utf8'))
    expect(report.notices).toHaveLength(1)
    checkout.dispose()
    add({}, JSON.stringify({ ...head, environment: { ...head.environment, runnerImage: 'ubuntu22 1' } }))
    const says =
      /another kind of machine and left out \(runner image ubuntu22 1 there, ubuntu24 20261101\.1 here\)/
    expect((await gate({})).summary).toMatch(says)
  })
})
