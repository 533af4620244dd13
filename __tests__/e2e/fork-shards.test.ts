// A fork's suite that was measured in shards, on the built action: the merging job may not write either, leaves the one
// report, and the second workflow posts it like any other.
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { endedRun } from '../github/ended-run.ts'
import { checkOutPullRequest } from '../github/fake-checkout.ts'
import { fakeGitHub, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction } from '../github/fake-runner.ts'
import { createRepository, root } from './repository.ts'

const fork = { id: 77, name: 'mallory/app' } as const
const suite = `benchmarks:
  one: { files: one.js }
  two: { files: two.js }
budgets:
  - { metric: bytes, regression: 5% }
`

test('one report of all shards, one comment, one check', { timeout: 120_000 }, async () => {
  const github = await fakeGitHub()
  const origin = createRepository()
  const empty = realpathSync(mkdtempSync(join(tmpdir(), 'empty-')))
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  origin.commit({ 'perf-gate.yml': suite, 'one.js': 'x'.repeat(1000), 'two.js': 'x'.repeat(1000) }, 'first')
  origin.git('checkout', '-q', '-b', 'feature')
  const sha = origin.commit({ 'two.js': 'x'.repeat(2000) }, 'twice as large')
  origin.git('checkout', '-q', 'main')
  const pullRequest = await github.openPullRequest('feature')
  github.setHead(pullRequest, { ref: 'feature', sha, repository: fork.name, repositoryId: fork.id })
  const checkout = checkOutPullRequest(origin, pullRequest, 'feature', fork.id)
  const run = workflowRun({ id: 41, head_repository_id: fork.id, head_branch: 'feature', head_sha: sha })
  const job = (inputs: Readonly<Record<string, string>>) =>
    runAction(root, { github, ...checkout, run, token: tokens.readOnly, with: inputs })
  try {
    for (const shard of ['1/2', '2/2']) {
      const measured = await job({ shard })
      expect(measured.exitCode, measured.stdout + measured.stderr).toBe(0)
    }
    const merged = await job({ command: 'merge' })
    expect(merged.exitCode, merged.stdout + merged.stderr).toBe(1)
    expect(merged.stdout).toContain('read-only token')
    const reports = github.artifacts.artifacts.filter(({ name }) => name.startsWith('perf-gate-report-'))
    expect(reports.map(({ name }) => name)).toEqual(['perf-gate-report-perf-gate'])
    expect(await github.comments(pullRequest)).toEqual([])

    const published = await runAction(root, {
      github,
      workspace: empty,
      token: tokens.write,
      event: endedRun(run, fork.name, 'failure'),
      with: { command: 'publish', check: 'always' },
    })
    expect(published.exitCode, published.stdout + published.stderr).toBe(0)
    const [comment, ...more] = await github.comments(pullRequest)
    expect(more).toEqual([])
    expect(comment?.body).toMatch(/❌ 1 regression, 1 unchanged/)
    expect(comment?.body).toContain('ran the code of mallory/app')
    expect(github.checks).toMatchObject([{ name: 'perf-gate', head_sha: sha, conclusion: 'failure' }])
  } finally {
    checkout.dispose()
    origin.dispose()
    rmSync(empty, { recursive: true, force: true })
    await github.close()
  }
})
