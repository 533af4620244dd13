// What happens to the comment and the checks over the life of a pull request, on the built action: several jobs at the
// same time, jobs that are silent, slow or fail, and a GitHub that answers badly. Sizes only: each run takes seconds.
import { mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { readSections, writeSections } from '../../src/publish/sections.ts'
import { type Checkout, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens } from '../github/fake-github.ts'
import { runAction, type Step, type StepResult } from '../github/fake-runner.ts'
import { createRepository, type Repository, root, type Tree } from './repository.ts'

const suite = (more = '') =>
  `benchmarks:\n  size:\n    files: "*.js"\nbudgets:\n  - { metric: bytes, regression: 5% }\n${more}`

let github: FakeGitHub
let origin: Repository
let pullRequest: number
let runs = 100
const checkouts: Checkout[] = []

beforeEach(async () => {
  github = await fakeGitHub()
  pullRequest = await github.openPullRequest('feature')
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.commit({ 'perf-gate.yml': suite(), 'a.js': 'x'.repeat(1000) }, 'first')
  origin.git('branch', 'feature')
})
afterEach(async () => {
  for (const checkout of checkouts.splice(0)) checkout.dispose()
  origin.dispose()
  await github.close()
})

function push(tree: Tree): string {
  origin.git('checkout', '-q', 'feature')
  const commit = origin.commit(tree, 'change')
  origin.git('checkout', '-q', 'main')
  return commit
}
const larger = (bytes = 2000): string => push({ 'a.js': 'x'.repeat(bytes) })

/** `id` of the workflow run: a new one unless it is given. */
function gate(
  inputs: Readonly<Record<string, string>> = {},
  step: Partial<Step> & { id?: number } = {},
): Promise<StepResult> {
  const { id = runs++, ...rest } = step
  const checkout = checkOutPullRequest(origin, pullRequest, 'feature')
  checkouts.push(checkout)
  const { workspace, event } = checkout
  const env = { GITHUB_RUN_ID: String(id), ...rest.env }
  return runAction(root, { github, workspace, event, token: tokens.write, ...rest, env, with: inputs })
}
/** A comment of ours, as an earlier run has left it. */
const earlier = () => {
  const stamp = { run: 1, attempt: 1, at: 1 }
  const section = { key: 'perf-gate', stamp, heading: 'perf-gate', note: '', body: '### ✅ earlier' }
  return github.comment(pullRequest, writeSections([section]), tokens.write)
}
const comments = async () => (await github.comments(pullRequest)).map(({ body }) => body)
const sections = async () => Object.fromEntries(readSections(await comments()).map((one) => [one.key, one]))

describe('one comment', { timeout: 240_000 }, () => {
  test('for all legs of a matrix, also when they write at the same moment', async () => {
    larger()
    const id = runs++
    const legs = ['linux', 'macos', 'windows']
    const ended = await Promise.all(legs.map((name) => gate({ name }, { id })))
    expect(ended.map(({ exitCode }) => exitCode)).toEqual([1, 1, 1])
    expect(await comments()).toHaveLength(1)
    expect(Object.keys(await sections()).sort()).toEqual(legs)
  })

  test('keeps both legs when they forgot to take different names, and removes duplicates', async () => {
    const id = runs++
    await gate({}, { id })
    // And a duplicate, as two jobs may leave that found no comment at the same moment.
    await github.comment(pullRequest, (await comments())[0] ?? '', tokens.write)
    await gate({}, { id })
    expect(await comments()).toHaveLength(1)
    expect(Object.keys(await sections())).toEqual(['perf-gate', 'perf-gate (2)'])
  })

  test('an older run that ends last does not overwrite the newer result', async () => {
    const [older, newer] = [runs++, runs++]
    larger()
    await gate({}, { id: newer })
    const before = await comments()
    await gate({}, { id: older })
    expect(await comments()).toEqual(before)
  })

  test('says that it is out of date while the next commit is measured, and when that fails', async () => {
    await gate()
    const seen = join(realpathSync(mkdtempSync(join(tmpdir(), 'seen-'))), 'comments.json')
    const look = `node -e "fetch('${github.origin}/repos/octo/app/issues/${pullRequest}/comments').then((r) => r.text()).then((t) => require('fs').writeFileSync('${seen}', t))"`
    const commit = push({ 'perf-gate.yml': suite(`setup: ${JSON.stringify(look)}\n`) })
    const id = runs++
    await gate({}, { id })
    const meanwhile = readFileSync(seen, 'utf8')
    rmSync(seen)
    expect(meanwhile).toContain('Out of date')
    expect(meanwhile).toContain(commit.slice(0, 7))
    expect(meanwhile).toContain(`actions/runs/${id}`)
    expect((await comments())[0]).not.toContain('Out of date')

    push({ 'perf-gate.yml': suite('setup: exit 7\n') })
    const failed = await gate()
    expect(failed.exitCode).toBe(3)
    const [body = '', ...more] = await comments()
    expect(more).toEqual([])
    expect(body).toContain('could not be measured')
    expect(body).toContain('✅')
  })

  test('on-failure and on-change are silent until there is something to say, and then follow up', async () => {
    await gate({ comment: 'on-change' })
    await gate({ comment: 'on-failure' })
    expect(await comments()).toEqual([])
    push({ 'a.js': 'x'.repeat(500) })
    await gate({ comment: 'on-failure' })
    expect(await comments()).toEqual([])
    await gate({ comment: 'on-change' })
    expect(await comments()).toHaveLength(1)
    push({ 'a.js': 'x'.repeat(1000) })
    await gate({ comment: 'on-failure' })
    expect((await comments())[0]).not.toContain('smaller')
  })

  test('deleted between being listed, on the second page, and being updated: there is one again', async () => {
    for (let remark = 0; remark < 101; remark++) await github.comment(pullRequest, `remark ${remark}`)
    const { id } = await earlier()
    larger()
    // The first edit says that it is out of date; the second is the new result.
    const edit = { method: 'PATCH', path: /comments/, times: 1 }
    github.faults.push({ ...edit, before: () => {} })
    github.faults.push({ ...edit, before: () => github.deleteComment(id) })
    const { exitCode, stdout } = await gate()
    expect(exitCode, stdout).toBe(1)
    expect(github.faults.map(({ times }) => times)).toEqual([0, 0])
    const ours = (await github.comments(pullRequest)).filter(({ body }) => body.startsWith('<!-- perf-gate'))
    expect(ours).toHaveLength(1)
    expect(ours[0]?.id).not.toBe(id)
    expect(ours[0]?.body).toContain('2 times as large')
  })

  test('never: none, and the verdict stands', async () => {
    larger()
    const { exitCode, outputs } = await gate({ comment: 'never' })
    expect({ exitCode, verdict: outputs.verdict }).toEqual({ exitCode: 1, verdict: 'fail' })
    expect(await comments()).toEqual([])
  })
})

describe('trouble with GitHub never changes the verdict', { timeout: 240_000 }, () => {
  const trouble = (parts: Partial<FakeGitHub['faults'][number]>) => ({
    method: 'POST',
    path: /comments/,
    times: 1,
    ...parts,
  })
  const limited = {
    status: 403,
    headers: { 'retry-after': '1' },
    message: 'You have exceeded a secondary rate limit.',
  }
  const exhausted = {
    status: 403,
    headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' },
    message: 'API rate limit exceeded',
  }
  test.each([
    ['the connection drops after the comment was accepted', trouble({ accepted: true }), 1],
    ['502 after it was accepted', trouble({ accepted: true, status: 502 }), 1],
    ['a secondary rate limit', trouble(limited), 1],
    ['listing fails once', trouble({ method: 'GET', status: 500 }), 1],
    ['the primary rate limit is used up', trouble({ ...exhausted, method: 'GET', times: 99 }), 0],
    ['GitHub is away', trouble({ method: 'GET', times: 99, status: 503 }), 0],
    [
      'the conversation is locked',
      trouble({ status: 403, message: 'Unable to create comment because issue is locked.', times: 9 }),
      0,
    ],
    ['the pull request is gone', trouble({ status: 404, message: 'Not Found', times: 9 }), 0],
  ])('%s', async (_, fault, expected) => {
    larger()
    github.faults.push(fault)
    const result = await gate()
    expect(result.exitCode, result.stdout + result.stderr).toBe(1)
    expect(result.outputs.verdict).toBe('fail')
    expect(result.summary).toContain('2 times as large')
    expect(await comments()).toHaveLength(expected)
  })
})

describe('trouble with a comment that is there already', { timeout: 120_000 }, () => {
  test.each([
    [
      'the conversation is locked: the result is in the summary',
      { status: 403, message: 'Unable to update comment because issue is locked.', times: 9 },
      '✅ earlier',
    ],
    [
      'each edit is accepted, and then the connection drops',
      { accepted: true, times: 2 },
      '2 times as large',
    ],
  ])('%s', async (_, fault, shown) => {
    await earlier()
    larger()
    github.faults.push({ method: 'PATCH', path: /comments/, ...fault })
    const { exitCode, outputs, summary } = await gate()
    expect({ exitCode, verdict: outputs.verdict }).toEqual({ exitCode: 1, verdict: 'fail' })
    expect(summary).toContain('2 times as large')
    const [body, ...more] = await comments()
    expect(more).toEqual([])
    expect(body).toContain(shown)
  })
})

describe('a check of its own', { timeout: 240_000 }, () => {
  test('is in progress while measuring, then concluded, with annotations in batches of fifty', async () => {
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`f${at}.js`, 'x'.repeat(1000)]))
    const each = suite().replace('files: "*.js"', 'files: "*.js"\n    each: true')
    origin.commit({ ...files, 'perf-gate.yml': each }, 'many')
    origin.git('branch', '-f', 'feature', 'main')
    const commit = push(Object.fromEntries(Object.keys(files).map((name) => [name, 'x'.repeat(3000)])))
    const result = await gate({ check: 'always' })
    expect(result.exitCode, result.stdout + result.stderr).toBe(1)
    expect(github.checks).toMatchObject([
      { name: 'perf-gate', head_sha: commit, status: 'completed', conclusion: 'failure' },
    ])
    const [check] = github.checks
    // All of the files, and their sum.
    expect(check?.annotations).toHaveLength(121)
    expect(check?.annotations[0]).toMatchObject({
      path: 'perf-gate.yml',
      start_line: 2,
      annotation_level: 'failure',
    })
    const requests = github.requests.filter((line) => line.includes('check-runs'))
    expect(requests.map((line) => line.split(' ')[0])).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH'])
  })

  test('is one, and concluded, also when the connection drops after it was created', async () => {
    larger()
    github.faults.push({ method: 'POST', path: /check-runs$/, times: 1, accepted: true })
    const result = await gate({ check: 'always' })
    expect(result.exitCode, result.stdout + result.stderr).toBe(1)
    expect(github.checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })

  test('becomes a commit status where checks cannot be written', async () => {
    const commit = larger()
    const result = await gate({ check: 'always' }, { token: tokens.noChecks })
    expect(result.exitCode).toBe(1)
    expect(github.statuses.map(({ sha, state }) => ({ sha, state }))).toEqual([
      { sha: commit, state: 'pending' },
      { sha: commit, state: 'failure' },
    ])
  })

  test('is not left in progress by a job that could not measure', async () => {
    push({ 'perf-gate.yml': suite('setup: exit 7\n') })
    await gate({ check: 'always' })
    expect(github.checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })

  test('refused altogether: the verdict stands, and the lines to add are said', async () => {
    const result = await gate({ check: 'always' }, { token: tokens.readOnly })
    expect(result.exitCode).toBe(0)
    expect(result.summary).toContain('checks: write')
  })
})
