// A GitHub that answers badly, on the built action: the verdict stands, and nothing is written twice.
import { describe, expect, test } from 'vitest'
import type { FakeGitHub } from '../github/fake-github.ts'
import { eachWithPullRequest } from './pull-request.ts'

const pull = eachWithPullRequest()

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
    pull.larger()
    pull.github.faults.push(fault)
    const result = await pull.gate()
    expect(result.exitCode, result.stdout + result.stderr).toBe(1)
    expect(result.outputs.verdict).toBe('fail')
    expect(result.summary).toContain('2 times as large')
    expect(await pull.comments()).toHaveLength(expected)
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
    await pull.commentOfEarlierRun()
    pull.larger()
    pull.github.faults.push({ method: 'PATCH', path: /comments/, ...fault })
    const { exitCode, outputs, summary } = await pull.gate()
    expect({ exitCode, verdict: outputs.verdict }).toEqual({ exitCode: 1, verdict: 'fail' })
    expect(summary).toContain('2 times as large')
    const [body, ...more] = await pull.comments()
    expect(more).toEqual([])
    expect(body).toContain(shown)
  })
})
