// A suite measured by two jobs and merged by a third: on the built action with real artifacts, and on a machine of one's
// own with directories.
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Report } from '../../src/model/report.ts'
import { type Checkout, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction, type StepResult } from '../github/fake-runner.ts'
import { createRepository, type Repository, root, run as runCli } from './repository.ts'

const work = (iterations: number) =>
  `let sink = 0\nexport function spin() { for (let i = 0; i < ${iterations}; i++) sink = (sink * 31 + i) | 0 }\n`
const suite = `benchmarks:
  slower: { task: bench/slower.mjs, trial-time: 20ms, warm-up: 10ms, metrics: [cpu] }
  same: { task: bench/same.mjs, trial-time: 20ms, warm-up: 10ms, metrics: [cpu] }
budgets:
  - { metric: cpu, regression: 50%, ignore-below: 20% }
gate: { max-time: 60s }
`

let origin: Repository
beforeAll(() => {
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.commit(
    {
      'perf-gate.yml': suite,
      'bench/slower.mjs': work(20_000),
      'bench/same.mjs': work(20_000),
      '.gitignore': '.perf-gate\n',
    },
    'one',
  )
  origin.git('checkout', '-q', '-b', 'feature')
  origin.commit({ 'bench/slower.mjs': work(40_000) }, 'twice the work')
})
afterAll(() => origin.dispose())

describe('on GitHub', { timeout: 180_000 }, () => {
  let github: FakeGitHub
  let pullRequest: number
  let checkout: Checkout
  beforeAll(async () => {
    github = await fakeGitHub()
    origin.git('checkout', '-q', 'main')
    pullRequest = await github.openPullRequest('feature')
    // GitHub's test merge is one commit for all jobs of a run.
    checkout = checkOutPullRequest(origin, pullRequest, 'feature')
  })
  afterAll(async () => {
    checkout.dispose()
    await github.close()
  })

  /** A job of one workflow run. */
  const job = (inputs: Readonly<Record<string, string>>, attempt = 1): Promise<StepResult> =>
    runAction(root, {
      github,
      token: tokens.write,
      workspace: checkout.workspace,
      event: checkout.event,
      run: workflowRun({ id: 31, head_branch: 'feature' }),
      env: { GITHUB_RUN_ATTEMPT: String(attempt) },
      with: inputs,
    })
  const comments = () => github.comments(pullRequest)

  test('two shards leave their Runs and say nothing; the merge posts one comment', async () => {
    const early = await job({ command: 'merge', comment: 'never' })
    expect(early.exitCode).toBe(3)
    expect(early.stdout).toContain('No shard of the suite "perf-gate" has left its Runs')

    const first = await job({ shard: '1/2' })
    expect(first.exitCode, first.stdout + first.stderr).toBe(0)
    expect(first.stdout).toContain('1 of 2 benchmarks measured (same)')
    expect(first.outputs).toEqual({})
    expect(await comments()).toEqual([])

    // The other one left nothing: never green.
    const without = await job({ command: 'merge' })
    expect(without.exitCode, without.stdout + without.stderr).toBe(3)
    expect(without.summary).toContain('Shard 2 of 2 is missing: its benchmark slower was not measured.')

    // Run again, it joins the one that was not.
    const second = await job({ shard: '2/2' }, 2)
    expect(second.exitCode, second.stdout + second.stderr).toBe(0)
    expect(github.artifacts.artifacts.map(({ name }) => name)).toEqual([
      'perf-gate-shard-1-of-2-31-1-perf-gate',
      'perf-gate-shard-2-of-2-31-2-perf-gate',
    ])
    const merged = await job({ command: 'merge' }, 2)
    expect(merged.exitCode, merged.stdout + merged.stderr).toBe(1)
    expect(merged.outputs).toMatchObject({ verdict: 'fail', regressions: '1' })
    const [comment, ...others] = await comments()
    expect(others).toEqual([])
    expect(comment?.body).toContain('slower')
    expect(comment?.body).not.toContain('missing')
  })

  test('a job is a shard or the merge', async () => {
    const both = await job({ command: 'merge', shard: '1/2' })
    expect(both.exitCode).toBe(2)
    expect(both.stdout).toContain('takes all shards')
  })
})

test('on a machine of one’s own: directories', { timeout: 120_000 }, async () => {
  origin.git('checkout', '-q', 'feature')
  const perfGate = (...args: string[]) => runCli(args, { cwd: origin.directory })
  for (const shard of ['1', '2', '3']) {
    const out = `.perf-gate/shards/${shard}`
    const ended = await perfGate('run', '--quiet', '--shard', `${shard}/3`, '--out', out)
    expect(ended.exitCode, ended.stderr).toBe(0)
    if (shard === '3') expect(ended.stdout).toContain('there are more shards than benchmarks')
  }
  const merged = await perfGate('merge', '.perf-gate/shards', '--json')
  expect(merged.exitCode, merged.stderr).toBe(1)
  const report: Report = JSON.parse(merged.stdout)
  expect(report).toMatchObject({
    verdict: 'fail',
    measured: { family: 2, mode: 'paired' },
    change: { reason: 'merge-base' },
  })
  expect(report.comparisons.map(({ benchmark, verdict }) => [benchmark, verdict])).toContainEqual([
    'slower/spin',
    'regression',
  ])
})
