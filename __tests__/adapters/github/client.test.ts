// Bounded patience: each request has its own attempts.
import { expect, test } from 'vitest'
import { createClient } from '../../../src/adapters/github/client.ts'
import { fakeGitHub, tokens } from '../../github/fake-github.ts'

test('a request that failed leaves the next one as many attempts, after waits as short', async () => {
  const github = await fakeGitHub()
  const client = createClient({
    token: tokens.write,
    baseUrl: github.origin,
    env: {},
    version: '0',
    warn: () => {},
    second: 1,
  })
  github.faults.push({ method: 'GET', path: /comments/, times: 99, status: 503 })
  const counted: unknown[] = []
  client.hook.wrap('request', async (request, options) => {
    counted.push(options.request?.retryCount ?? 0)
    return request(options)
  })
  const list = () => client.rest.issues.listComments({ owner: 'octo', repo: 'app', issue_number: 1 })
  await expect(list()).rejects.toMatchObject({ status: 503 })
  await expect(list()).rejects.toMatchObject({ status: 503 })
  // The square of what was counted is waited.
  expect(counted).toEqual([0, 0])
  expect(github.requests).toHaveLength(6)
  await github.close()
})
