// A job that is run again continues its evidence: on GitHub from the artifact of the earlier attempt, elsewhere from the
// directory that is named.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readZip } from '../../src/adapters/node/zip.ts'
import type { Report } from '../../src/model/report.ts'
import type { Run } from '../../src/model/run.ts'
import { checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction } from '../github/fake-runner.ts'
import { createRepository, type Repository, root, run as runCli } from './repository.ts'

const work = (iterations: number) =>
  `let sink = 0\nexport function spin() { for (let i = 0; i < ${iterations}; i++) sink = (sink * 31 + i) | 0 }\n`
const suite = (budget: string, gate: string) => `benchmarks:
  work:
    task: bench/work.mjs
    trial-time: 20ms
    warm-up: 10ms
    metrics: [cpu]
  size:
    files: bench/*.mjs
budgets:
  - { benchmark: work, metric: cpu, ${budget} }
gate: ${gate}
`
/** Twice the work against half as much again: found whatever the noise. */
const clear = suite('regression: 50%, ignore-below: 20%', '{ max-time: 60s }')
/** A hundredth of the noise, within five pairs: not decided, but for a fluke. */
const hopeless = suite('regression: 0.1%', '{ max-pairs: 5, alpha: 0.2, max-time: 60s }')

let origin: Repository
beforeAll(() => {
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.commit(
    { 'perf-gate.yml': clear, 'bench/work.mjs': work(20_000), '.gitignore': '.perf-gate\n' },
    'one',
  )
})
afterAll(() => origin.dispose())

const trialsOf = (run: Run) => {
  const evidence = run.series.find(({ metric }) => metric === 'cpu')?.evidence
  return evidence?.kind === 'trials' ? evidence.trials : []
}
const upTo = (count: number) => Array.from({ length: count }, (_, round) => round)

describe('on a machine of one’s own', () => {
  const out = (file: string, directory = '.perf-gate') =>
    JSON.parse(readFileSync(join(origin.directory, directory, file), 'utf8'))
  const first = '.perf-gate/first'
  const perfGate = (...args: string[]) => runCli(['run', ...args], { cwd: origin.directory })

  test('undecided: the new pairs come on top of the old ones', async () => {
    origin.commit({ 'perf-gate.yml': hopeless }, 'hopeless')
    origin.commit({ 'README.md': 'nothing that runs' }, 'docs')
    const started = await perfGate('--seed', '7', '--out', first)
    expect(started.exitCode, started.stderr).toBe(0)
    const before: { head: Run; base: Run } = {
      head: out('head.run.json', first),
      base: out('base.run.json', first),
    }
    expect(trialsOf(before.head).map(({ round }) => round)).toEqual(upTo(5))
    const rowOf = (report: Report) => report.comparisons.find(({ metric }) => metric === 'cpu')
    const verdict = rowOf(out('report.json', first))?.verdict
    const second = await perfGate('--continue', first)
    expect(second.exitCode, second.stderr).toBe(0)
    for (const side of ['base', 'head'] as const) {
      const now: Run = out(`${side}.run.json`)
      const trials = trialsOf(now)
      expect(trials.slice(0, 5)).toEqual(trialsOf(before[side]))
      expect(trials.map(({ round }) => round)).toEqual(upTo(trials.length))
      expect(trials.length).toBeGreaterThanOrEqual(verdict === 'inconclusive' ? 6 : 5)
      expect(now.measurement).toBe(before.head.measurement)
      expect(now.seed).toBe(7)
      expect(now.series.find(({ metric }) => metric === 'bytes')?.evidence.kind).toBe('exact')
    }
    const report: Report = out('report.json')
    expect(rowOf(report)?.pairs).toBe(trialsOf(out('head.run.json')).length)
    expect(report.notices).toContainEqual(expect.objectContaining({ code: 'continued' }))
  })

  test('another commit, or another suite, is refused before anything is measured', async () => {
    origin.commit({ 'README.md': 'again' }, 'docs again')
    const commit = await perfGate('--continue', first)
    expect(commit.exitCode).toBe(2)
    expect(commit.stderr).toMatch(/--continue \.perf-gate\/first: .*this one is/)
    const missing = await perfGate('--continue', 'nowhere')
    expect(missing.exitCode).toBe(2)
    expect(missing.stderr).toContain('no base.run.json')
  })
})

describe('on GitHub', () => {
  let github: FakeGitHub
  let pullRequest: number
  beforeAll(async () => {
    github = await fakeGitHub()
    origin.commit({ 'perf-gate.yml': clear }, 'clear')
    origin.git('checkout', '-q', '-b', 'feature')
    origin.commit({ 'bench/work.mjs': work(40_000) }, 'twice the work')
    origin.git('checkout', '-q', 'main')
    pullRequest = await github.openPullRequest('feature')
  })
  afterAll(() => github.close())

  const stored = (attempt: number): Run => {
    const name = `perf-gate-attempt-21-${attempt}-perf-gate`
    const artifact = github.artifacts.artifacts.find((one) => one.name === name)
    const files = readZip(artifact?.content ?? new Uint8Array(), { bytes: 10_000_000, files: 10 })
    return JSON.parse(files['head.run.json'] ?? 'null')
  }

  test('a regression stays one: pressing re-run starts nothing afresh', async () => {
    const checkout = checkOutPullRequest(origin, pullRequest, 'feature')
    const attempt = (number: number, token: string = tokens.write) =>
      runAction(root, {
        github,
        token,
        workspace: checkout.workspace,
        event: checkout.event,
        run: workflowRun({ id: 21, head_branch: 'feature' }),
        env: { GITHUB_RUN_ATTEMPT: String(number) },
      })
    try {
      const first = await attempt(1)
      expect(first.exitCode, first.stdout + first.stderr).toBe(1)
      expect(first.summary).not.toContain('This continues')
      const second = await attempt(2)
      expect(second.exitCode, second.stdout + second.stderr).toBe(1)
      expect(second.summary).toContain('This continues attempt 1')
      expect(second.outputs.seed).toBe(first.outputs.seed)
      // Decided before: not one pair more, and the same evidence.
      expect(trialsOf(stored(2))).toEqual(trialsOf(stored(1)))
      expect(stored(2).measurement).toBe(stored(1).measurement)
      // Attempt 3 ran other jobs: what attempt 2 left still counts.
      const fourth = await attempt(4)
      expect(fourth.summary).toContain('This continues attempt 2')
      // Whoever may not look for it is told which permission is missing.
      const blind = await attempt(5, tokens.noActions)
      expect(blind.summary).toContain('This is attempt 5, and it stands alone')
      expect(blind.summary).toMatch(/actions: read/)
    } finally {
      checkout.dispose()
    }
  })
})
