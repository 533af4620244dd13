// Where the built action keeps Runs, each place from end to end: a run of the default branch stores, a pull request
// finds it again and names the commit; on GitHub Enterprise Server another place takes over, and says what to write.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { type Checkout, checkOutMain, checkOutPullRequest } from '../github/fake-checkout.ts'
import {
  type FakeGitHub,
  fakeGitHub,
  repository as identity,
  tokens,
  workflowRun,
} from '../github/fake-github.ts'
import { runAction } from '../github/fake-runner.ts'
import { createRepository, laptop, type Repository, root, run } from './repository.ts'

const suite = (from: string) => `benchmarks:
  size:
    files: "*.js"
budgets:
  - { metric: bytes, regression: 5% }
baseline: { from: ${from} }
`
let github: FakeGitHub
let origin: Repository
const checkouts: Checkout[] = []
beforeEach(async () => {
  github = await fakeGitHub()
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
})
afterEach(async () => {
  for (const checkout of checkouts.splice(0)) checkout.dispose()
  origin.dispose()
  await github.close()
})

/** Three commits on main, and a branch `feature` from the last. */
function prepare(from: string): string {
  origin.commit({ 'perf-gate.yml': suite(from), 'a.js': 'x'.repeat(1000) }, 'first')
  const tip = origin.commit({ 'README.md': 'docs' }, 'docs')
  origin.git('checkout', '-q', '-b', 'feature')
  origin.commit({ 'a.js': 'x'.repeat(2000) }, 'twice as large')
  // Nobody has it checked out, as at GitHub.
  origin.git('checkout', '-q', '--detach')
  return tip
}

async function gate(
  checkout: Checkout,
  options: { readonly env?: Record<string, string>; readonly fork?: boolean } = {},
) {
  checkouts.push(checkout)
  const { workspace, event } = checkout
  const isPush = event.name === 'push'
  const result = await runAction(root, {
    github,
    workspace,
    event,
    run: workflowRun({
      id: github.artifacts.artifacts.length + checkouts.length,
      head_sha: event.sha,
      head_branch: isPush ? 'main' : 'feature',
      head_repository_id: options.fork === true ? 77 : identity.id,
    }),
    token: tokens.readOnly,
    env: { ...options.env },
  })
  const report = JSON.parse(readFileSync(join(workspace, '.perf-gate/report.json'), 'utf8'))
  const notices = report.notices as { code: string; message: string; fix?: string }[]
  return { ...result, report, codes: notices.map(({ code }) => code), notices, workspace }
}

const pullRequest = () => checkOutPullRequest(origin, 7, 'feature')

describe.each(['branch', 'cache', 'artifact'])('from: %s', (from) => {
  test('stored by the default branch, found by a pull request, which stores nothing', {
    timeout: 60_000,
  }, async () => {
    const tip = prepare(from)
    const none = await gate(pullRequest())
    expect(none.codes).toContain('no-baseline')
    const stored = await gate(checkOutMain(origin))
    expect(stored.exitCode, stored.stdout + stored.stderr).toBe(0)
    const found = await gate(pullRequest())
    expect(found.codes, found.stdout).not.toContain('no-baseline')
    expect(found.report.baseline).toEqual({ commit: tip, distance: 0, runs: 1 })
    expect(found.summary).toContain('the merge-base itself')
    expect(found.report.recorded).toMatchObject([{ benchmark: 'size', base: 1000, head: 2000 }])
    // The same Run, and no other.
    expect(github.caches).toHaveLength(from === 'cache' ? 1 : 0)
    expect(origin.git('branch', '--list', 'perf-gate-baselines') === '').toBe(from !== 'branch')
    const kept = github.artifacts.artifacts.filter(({ name }) => name.startsWith('perf-gate-baseline'))
    expect(kept).toHaveLength(from === 'artifact' ? 1 : 0)
  })
})

test('the nearest ancestor that has one is named with its distance; newer commits do not count', {
  timeout: 60_000,
}, async () => {
  prepare('artifact')
  origin.git('checkout', '-q', '-B', 'main', 'main')
  await gate(checkOutMain(origin))
  const measured = origin.git('rev-parse', 'main')
  for (const n of [1, 2, 3]) origin.commit({ 'README.md': `docs ${n}` }, `docs ${n}`)
  const base = origin.git('rev-parse', 'main')
  github.workflowRuns.push({
    run: workflowRun({ head_sha: base }),
    status: 'completed',
    conclusion: 'cancelled',
  })
  origin.git('checkout', '-q', '-B', 'feature')
  origin.commit({ 'a.js': 'x'.repeat(2000) }, 'twice as large')
  const checkout = pullRequest()
  // Main has moved on since the test merge was made.
  origin.git('checkout', '-q', 'main')
  origin.commit({ 'a.js': 'x'.repeat(3000) }, 'newer')
  await gate(checkOutMain(origin))
  origin.git('checkout', '-q', '--detach')
  const { report, notices, summary } = await gate(checkout)
  expect(report.change.base.commit).toBe(base)
  expect(report.baseline).toEqual({ commit: measured, distance: 3, runs: 1 })
  expect(summary).toContain('3 commits before the merge-base')
  expect(notices.map(({ message }) => message).join('\n')).toMatch(
    new RegExp(`The run of perf-gate.yml for ${base.slice(0, 7)} was cancelled and left no baseline`),
  )
})

describe('a cache', () => {
  test('of a fork or another branch is no baseline for others', { timeout: 60_000 }, async () => {
    prepare('cache')
    await gate(checkOutMain(origin))
    const [main] = github.caches
    // What a pull request saved under our name lies in its own scope.
    github.caches.push({ ...(main as (typeof github.caches)[number]), id: 99, scope: 'refs/pull/8/merge' })
    if (main !== undefined) main.finalized = false
    const { codes } = await gate(pullRequest(), { fork: true })
    expect(codes).toContain('no-baseline')
  })
})

describe('GitHub Enterprise Server, whose artifacts the client cannot use', () => {
  const server = { GITHUB_SERVER_URL: 'https://github.example.com' }
  test('with a cache: the cache takes over, and the report says what to write', {
    timeout: 60_000,
  }, async () => {
    const tip = prepare('artifact')
    const env = { ...server, ACTIONS_CACHE_URL: `${github.origin}/`, ACTIONS_CACHE_SERVICE_V2: '' }
    await gate(checkOutMain(origin), { env })
    expect(github.caches).toHaveLength(1)
    const { report, notices } = await gate(pullRequest(), { env })
    expect(report.baseline).toMatchObject({ commit: tip })
    const notice = notices.find(({ code }) => code === 'baseline-in-cache')
    expect(notice?.message).toContain('has no artifact service')
    expect(notice?.fix).toContain('baseline: { from: cache }')
  })

  test('without one: nothing is kept, and the report says what to write', { timeout: 60_000 }, async () => {
    prepare('artifact')
    const { notices, exitCode } = await gate(pullRequest(), {
      env: { ...server, ACTIONS_CACHE_SERVICE_V2: '' },
    })
    expect(exitCode).toBe(1)
    const notice = notices.find(({ code }) => code === 'no-baseline')
    expect(notice?.message).toContain('has no artifact service')
    expect(notice?.fix).toContain('baseline: { from: branch }')
  })
})

test('a branch on other CIs: written by a detached checkout of the default branch, read by a laptop', {
  timeout: 60_000,
}, async () => {
  const tip = prepare('branch')
  const clone = createRepository()
  try {
    const { directory } = clone
    clone.git('remote', 'add', 'origin', origin.directory)
    clone.git('fetch', '-q', 'origin')
    clone.git('remote', 'set-head', 'origin', 'main')
    clone.git('checkout', '-q', '--detach', 'origin/main')
    const onMain = await run(['run', '--json'], {
      cwd: directory,
      env: laptop({ CI: 'true', CI_COMMIT_BRANCH: 'main' }),
    })
    expect(onMain.exitCode, onMain.stderr).toBe(0)
    expect(origin.git('branch', '--list', 'perf-gate-baselines')).not.toBe('')
    clone.git('checkout', '-q', '-B', 'feature', 'origin/feature')
    const before = origin.git('rev-parse', 'perf-gate-baselines')
    const onLaptop = await run(['run', '--json'], { cwd: directory })
    expect(JSON.parse(onLaptop.stdout).baseline).toEqual({ commit: tip, distance: 0, runs: 1 })
    expect(origin.git('rev-parse', 'perf-gate-baselines')).toBe(before)
  } finally {
    clone.dispose()
  }
})
