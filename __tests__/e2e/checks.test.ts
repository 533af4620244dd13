// The check of its own that a commit gets, on the built action.
import { describe, expect, test } from 'vitest'
import { tokens } from '../github/fake-github.ts'
import { eachWithPullRequest, sizeSuite } from './pull-request.ts'

const pull = eachWithPullRequest()

describe('a check of its own', { timeout: 240_000 }, () => {
  test('is in progress while measuring, then concluded, with annotations in batches of fifty', async () => {
    const files = Object.fromEntries(Array.from({ length: 120 }, (_, at) => [`f${at}.js`, 'x'.repeat(1000)]))
    const each = sizeSuite().replace('files: "*.js"', 'files: "*.js"\n    each: true')
    pull.origin.commit({ ...files, 'perf-gate.yml': each }, 'many')
    pull.origin.git('branch', '-f', 'feature', 'main')
    const commit = pull.push(Object.fromEntries(Object.keys(files).map((name) => [name, 'x'.repeat(3000)])))
    const result = await pull.gate({ check: 'always' })
    expect(result.exitCode, result.stdout + result.stderr).toBe(1)
    expect(pull.github.checks).toMatchObject([
      { name: 'perf-gate', head_sha: commit, status: 'completed', conclusion: 'failure' },
    ])
    const [check] = pull.github.checks
    // All of the files, and their sum.
    expect(check?.annotations).toHaveLength(121)
    expect(check?.annotations[0]).toMatchObject({
      path: 'perf-gate.yml',
      start_line: 2,
      annotation_level: 'failure',
    })
    const requests = pull.github.requests.filter((line) => line.includes('check-runs'))
    expect(requests.map((line) => line.split(' ')[0])).toEqual(['POST', 'PATCH', 'PATCH', 'PATCH'])
  })

  test('is one, and concluded, also when the connection drops after it was created', async () => {
    pull.larger()
    pull.github.faults.push({ method: 'POST', path: /check-runs$/, times: 1, accepted: true })
    const result = await pull.gate({ check: 'always' })
    expect(result.exitCode, result.stdout + result.stderr).toBe(1)
    expect(pull.github.checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })

  test('becomes a commit status where checks cannot be written', async () => {
    const commit = pull.larger()
    const result = await pull.gate({ check: 'always' }, { token: tokens.noChecks })
    expect(result.exitCode).toBe(1)
    expect(pull.github.statuses.map(({ sha, state }) => ({ sha, state }))).toEqual([
      { sha: commit, state: 'pending' },
      { sha: commit, state: 'failure' },
    ])
  })

  test('is not left in progress by a job that could not measure', async () => {
    pull.push({ 'perf-gate.yml': sizeSuite('setup: exit 7\n') })
    await pull.gate({ check: 'always' })
    expect(pull.github.checks).toMatchObject([{ status: 'completed', conclusion: 'failure' }])
  })

  test('refused altogether: the verdict stands, and the lines to add are said', async () => {
    const result = await pull.gate({ check: 'always' }, { token: tokens.readOnly })
    expect(result.exitCode).toBe(0)
    expect(result.summary).toContain('checks: write')
  })
})
