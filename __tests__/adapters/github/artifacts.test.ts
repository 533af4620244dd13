// Artifacts with GitHub's own client: what one run uploads another finds, and nothing that a fork or another branch
// uploads under the same name is ever taken for it.
import { tmpdir } from 'node:os'
import { fileURLToPath } from 'node:url'
import { strToU8, zipSync } from 'fflate'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import type { Receipt } from '../../../src/model/receipt.ts'
import type { FoundArtifact } from '../../../src/ports/artifacts.ts'
import type { WorkflowRun } from '../../github/artifact-service.ts'
import { type FakeGitHub, fakeGitHub, tokens, workflowRun } from '../../github/fake-github.ts'
import { runStep } from '../../github/fake-runner.ts'

const main = fileURLToPath(new URL('./steps/artifacts.ts', import.meta.url))
const name = 'perf-gate-baseline-parse'
const archive = (text: string): Uint8Array => zipSync({ 'run.json': strToU8(text) })

let github: FakeGitHub
beforeEach(async () => {
  github = await fakeGitHub()
})
afterEach(() => github.close())

async function step<Result>(
  inputs: Readonly<Record<string, string>>,
  options: {
    readonly run?: WorkflowRun
    readonly env?: Readonly<Record<string, string>>
    readonly fork?: boolean
  } = {},
): Promise<Result> {
  const result = await runStep(main, {
    github,
    workspace: tmpdir(),
    event: {
      name: 'pull_request',
      ref: 'refs/pull/7/merge',
      sha: '2'.repeat(40),
      payload: {
        pull_request: {
          number: 7,
          head: { repo: { id: options.fork === true ? 43 : 42 } },
          base: { repo: { id: 42 } },
        },
      },
    },
    with: { name, ...inputs },
    ...options,
  })
  expect(result.stderr).toBe('')
  expect(result.exitCode).toBe(0)
  return JSON.parse(result.outputs.result ?? 'null') as Result
}

const upload = (content: string, options: Parameters<typeof step>[1]) =>
  step<{ receipt: Receipt; left: string[] }>({ content, token: tokens.write }, options)
const find = (inputs: Readonly<Record<string, string>> = {}, options: Parameters<typeof step>[1] = {}) =>
  step<{
    found: FoundArtifact[]
    absence: { why?: string; fix?: string }
    read: (Record<string, string> | null)[]
    warnings: string[]
  }>({ token: tokens.write, ...inputs }, options)

describe('upload and download', () => {
  test('another run reads what one run stored, with one request to find it', async () => {
    const run = workflowRun({ id: 5, head_sha: 'a'.repeat(40) })
    expect(await upload('{"seed":1}', { run })).toEqual({
      receipt: { publisher: 'artifact', status: 'done' },
      left: [],
    })
    const { found, read, warnings } = await find()
    expect(found).toMatchObject([{ name, commit: 'a'.repeat(40), branch: 'main' }])
    expect(read).toEqual([{ 'run.json': '{"seed":1}' }])
    expect(warnings).toEqual([])
    expect(github.requests).toEqual([
      `GET /repos/octo/app/actions/artifacts?name=${name}&per_page=100&page=1 200`,
      'GET /repos/octo/app/actions/artifacts/1000/zip 302',
    ])
  })

  test('newest first', async () => {
    for (const id of [1, 2, 3])
      github.artifacts.add(name, workflowRun({ id, head_sha: `c${id}` }), archive(`{"seed":${id}}`))
    expect((await find()).found.map(({ commit }) => commit)).toEqual(['c3', 'c2', 'c1'])
  })

  test('a second leg of a matrix hears that the name is taken', async () => {
    const run = workflowRun()
    await upload('{}', { run })
    const { receipt } = await upload('{}', { run })
    expect(receipt).toMatchObject({ status: 'failed' })
    expect(receipt.why).toContain('Another job of this workflow run')
    expect(receipt.fix).toContain('suite name')
  })

  test('a run step has no access to the artifact service', async () => {
    const { receipt } = await upload('{}', {})
    expect(receipt).toMatchObject({ status: 'skipped', fix: 'uses: org/perf-gate@v1' })
  })

  test('GitHub Enterprise Server has none', async () => {
    const { receipt } = await upload('{}', {
      run: workflowRun(),
      env: { GITHUB_SERVER_URL: 'https://github.example.com' },
    })
    expect(receipt).toMatchObject({ status: 'skipped' })
    expect(receipt.why).toContain('Enterprise Server')
  })
})

describe('never a baseline', () => {
  test.each([
    ['of a fork whose branch is called main', { head_repository_id: 43 }],
    ['of another branch', { head_branch: 'feature' }],
  ])('an artifact %s', async (_, parts) => {
    github.artifacts.add(name, workflowRun(parts), archive('{}'))
    const { found, absence } = await find()
    expect(found).toEqual([])
    expect(absence.why).toContain('none comes from the branch main of this repository')
  })

  test('not even when forks have filled the first page', async () => {
    github.artifacts.add(name, workflowRun({ head_sha: 'ours' }), archive('{}'))
    for (let id = 2; id < 152; id++)
      github.artifacts.add(name, workflowRun({ id, head_repository_id: 43 }), archive('{}'))
    expect((await find()).found.map(({ commit }) => commit)).toEqual(['ours'])
  })

  test('an expired one', async () => {
    github.artifacts.add(name, workflowRun(), archive('{}'), { expired: true })
    const { absence } = await find()
    expect(absence.why).toBe(`All artifacts "${name}" of the branch main have expired.`)
    expect(absence.fix).toContain('on a schedule')
  })

  test('one whose upload never ended', async () => {
    github.artifacts.add(name, workflowRun(), archive('{}'), { finalized: false })
    const { absence } = await find()
    expect(absence.why).toContain('There is no artifact')
    expect(absence.fix).toBe('Let the gate also run on pushes to main.')
  })
})

describe('unreadable', () => {
  test.each([
    ['something else than a zip', new TextEncoder().encode('<html>'), {}, 'not a readable zip archive'],
    ['other bytes than were uploaded', archive('{}'), { digest: `sha256:${'0'.repeat(64)}` }, 'digest'],
    ['a bomb', zipSync({ 'run.json': new Uint8Array(300_000_000) }), {}, 'unpacks to more than'],
  ])('%s', async (_, content, parts, why) => {
    github.artifacts.add(name, workflowRun(), content, parts)
    const { found, read, warnings } = await find()
    expect(found).toHaveLength(1)
    expect(read).toEqual([null])
    expect(warnings.join()).toContain(why)
  })

  test('one that is too large is not even downloaded', async () => {
    github.artifacts.add(name, workflowRun(), new Uint8Array(33 * 1024 * 1024))
    const { read, warnings } = await find()
    expect(read).toEqual([null])
    expect(warnings.join()).toContain('more than 33554432')
    expect(github.requests).toHaveLength(1)
  })
})

describe('refused', () => {
  test('a token without actions: read', async () => {
    expect((await find({ token: tokens.noActions })).absence).toEqual({
      why: 'The token may not look up earlier artifacts (403: Resource not accessible by integration).',
      fix: 'Add to the job: permissions: { actions: read, contents: read }.',
    })
  })

  test('no token', async () => {
    const { absence } = await find({ token: '' })
    expect(absence.why).toContain('no token')
    expect(absence.fix).toMatch(
      /^Add to the job: with: \{ token: .* \} and permissions: \{ actions: read, contents: read \}\.$/,
    )
  })

  test('GitHub is away', async () => {
    github.faults.push({ method: 'GET', path: /artifacts/, times: 9, status: 502 })
    const { absence } = await find()
    expect(absence.why).toContain('could not be reached')
    expect(github.requests).toHaveLength(3)
  })
})
