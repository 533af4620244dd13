// The sticky comment against GitHub: one per suite whatever happens, and an answer instead of a crash when refused.
import { createServer } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createClient } from '../../../src/adapters/github/client.ts'
import { githubForge } from '../../../src/adapters/github/forge.ts'
import type { ForgeEvent } from '../../../src/ports/forge.ts'
import { type FakeGitHub, fakeGitHub, tokens } from '../../github/fake-github.ts'

const marker = '<!-- perf-gate parse -->'
const body = (text: string): string => `${marker}\n${text}`
const says = (text: string) => () => body(text)

let github: FakeGitHub
let pullRequest: number
let warnings: string[]

beforeEach(async () => {
  github = await fakeGitHub()
  pullRequest = await github.openPullRequest('feature')
  warnings = []
})
afterEach(() => github.close())

function forge(
  token: string | undefined = tokens.write,
  event: Partial<ForgeEvent> = {},
  env: Readonly<Record<string, string>> = {},
  patience?: number,
) {
  return githubForge({
    env: {},
    token,
    event: async () => ({
      kind: 'pull_request',
      repository: 'octo/app',
      pullRequest,
      fromFork: false,
      ...event,
    }),
    client: async () =>
      createClient({
        token: token ?? '',
        baseUrl: github.origin,
        env,
        version: '0',
        warn: (message) => warnings.push(message),
        second: 1,
        ...(patience === undefined ? {} : { patience }),
      }),
    sleep: async () => {},
  })
}

const bodies = async (): Promise<string[]> =>
  (await github.comments(pullRequest)).map((comment) => comment.body)
const writes = (): string[] => github.requests.filter((line) => !line.startsWith('GET'))

describe('one comment', () => {
  test('is created, then updated in place', async () => {
    const created = await forge().upsertComment(marker, says('first'))
    expect(created).toMatchObject({ publisher: 'comment', status: 'done' })
    expect(created.url).toMatch(/#issuecomment-\d+$/)
    const updated = await forge().upsertComment(marker, says('second'))
    expect(updated).toEqual(created)
    expect(await bodies()).toEqual([body('second')])
    expect(writes()).toHaveLength(2)
  })

  test('is not written again when nothing changed', async () => {
    await forge().upsertComment(marker, says('same'))
    await forge().upsertComment(marker, says('same'))
    expect(writes()).toHaveLength(1)
  })

  test('is found on the second page', async () => {
    for (let number = 0; number < 104; number++) await github.comment(pullRequest, `remark ${number}`)
    await forge().upsertComment(marker, says('first'))
    await forge().upsertComment(marker, says('second'))
    expect((await bodies()).filter((text) => text.startsWith(marker))).toEqual([body('second')])
    expect(github.requests.filter((line) => line.includes('page=2'))).toHaveLength(4)
  })

  test('of another suite is left alone', async () => {
    const other = '<!-- perf-gate other -->\nother'
    await forge().upsertComment('<!-- perf-gate other -->', () => other)
    await forge().upsertComment(marker, says('ours'))
    expect(await bodies()).toEqual([other, body('ours')])
  })

  test('that somebody else planted is not taken over', async () => {
    await github.comment(pullRequest, body('planted'), tokens.stranger)
    await forge().upsertComment(marker, says('ours'))
    expect(await bodies()).toEqual([body('planted'), body('ours')])
  })

  test('that only quotes the marker is not ours', async () => {
    await github.comment(pullRequest, `> ${body('quoted')}`, tokens.write)
    await forge().upsertComment(marker, says('ours'))
    expect(await bodies()).toHaveLength(2)
  })

  test('belongs to the person whose token is used', async () => {
    await forge(tokens.write).upsertComment(marker, says('of the bot'))
    await forge(tokens.person).upsertComment(marker, says('of the person'))
    await forge(tokens.person).upsertComment(marker, says('of the person, again'))
    expect(await bodies()).toEqual([body('of the bot'), body('of the person, again')])
  })

  test('replaces duplicates that two jobs left', async () => {
    for (const text of ['one', 'two', 'three']) await github.comment(pullRequest, body(text), tokens.write)
    await forge().upsertComment(marker, says('now'))
    expect(await bodies()).toEqual([body('now')])
  })

  test('is created anew when it was deleted after it was listed', async () => {
    const { id } = await github.comment(pullRequest, body('old'), tokens.write)
    github.faults.push({
      method: 'PATCH',
      path: /comments/,
      times: 1,
      before: () => github.deleteComment(id),
    })
    expect(await forge().upsertComment(marker, says('new'))).toMatchObject({ status: 'done' })
    expect(await bodies()).toEqual([body('new')])
  })
})

describe('trouble on the way', () => {
  test.each([
    ['the connection drops after the comment was accepted', { accepted: true }],
    ['the connection drops before', { accepted: false }],
    ['502 although the comment was accepted', { accepted: true, status: 502 }],
    ['502', { accepted: false, status: 502 }],
  ])('%s: still exactly one comment', async (_, fault) => {
    github.faults.push({ method: 'POST', path: /comments/, times: 1, ...fault })
    expect(await forge().upsertComment(marker, says('text'))).toMatchObject({ status: 'done' })
    expect(await bodies()).toEqual([body('text')])
  })

  test('reading and updating are tried again', async () => {
    await forge().upsertComment(marker, says('first'))
    github.faults.push({ method: 'GET', path: /comments/, times: 2, status: 503 })
    github.faults.push({ method: 'PATCH', path: /comments/, times: 2 })
    expect(await forge().upsertComment(marker, says('second'))).toMatchObject({ status: 'done' })
    expect(await bodies()).toEqual([body('second')])
  })

  test('GitHub stays away: it is given up', async () => {
    github.faults.push({ method: 'POST', path: /comments/, times: 99, status: 500 })
    const receipt = await forge().upsertComment(marker, says('text'))
    expect(receipt).toMatchObject({ status: 'failed' })
    expect(receipt.why).toContain('could not be reached')
    expect(writes()).toHaveLength(3)
  })

  test('GitHub takes the request and never answers: it is given up', async () => {
    github.faults.push({ method: 'GET', path: /comments/, times: 99, before: () => new Promise(() => {}) })
    const receipt = await forge(tokens.write, {}, {}, 20).upsertComment(marker, says('text'))
    expect(receipt).toMatchObject({ status: 'failed' })
    expect(receipt.why).toContain('could not be reached')
    // Three attempts at most.
    expect(github.faults[0]?.times).toBeGreaterThanOrEqual(96)
  })

  test('a secondary rate limit is waited for once', async () => {
    github.faults.push({
      method: 'POST',
      path: /comments/,
      times: 1,
      status: 403,
      headers: { 'retry-after': '7' },
      message: 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
    })
    expect(await forge().upsertComment(marker, says('text'))).toMatchObject({ status: 'done' })
    expect(await bodies()).toHaveLength(1)
    expect(warnings.join()).toContain('tried again in 7 s')
  })

  test('a rate limit that ends in an hour is not waited for', async () => {
    const reset = Math.floor(Date.now() / 1000) + 3600
    github.faults.push({
      method: 'GET',
      path: /comments/,
      times: 1,
      status: 403,
      headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': String(reset) },
      message: 'API rate limit exceeded',
    })
    const receipt = await forge().upsertComment(marker, says('text'))
    expect(receipt).toMatchObject({ status: 'failed' })
    expect(receipt.why).toContain('rate limit')
    expect(receipt).not.toHaveProperty('fix')
    expect(github.requests).toHaveLength(1)
  })
})

describe('behind a proxy', () => {
  test('requests take it, except where no_proxy says otherwise', async () => {
    const tunnels: string[] = []
    const sockets: { destroy(): unknown }[] = []
    const proxy = createServer().on('connect', (request, socket, head) => {
      tunnels.push(request.url ?? '')
      sockets.push(socket)
      const [host = '', port] = (request.url ?? '').split(':')
      const target = connect(Number(port), host, () => {
        socket.write('HTTP/1.1 200 Connection Established\r\n\r\n')
        target.write(head)
        target.pipe(socket).pipe(target)
      })
    })
    await new Promise<void>((resolve) => proxy.listen(0, '127.0.0.1', resolve))
    const http_proxy = `http://127.0.0.1:${(proxy.address() as AddressInfo).port}`
    expect(await forge(tokens.write, {}, { http_proxy }).upsertComment(marker, says('one'))).toMatchObject({
      status: 'done',
    })
    expect(tunnels).toEqual([new URL(github.origin).host])
    await forge(tokens.write, {}, { http_proxy, no_proxy: '127.0.0.1' }).upsertComment(marker, says('two'))
    expect(tunnels).toHaveLength(1)
    expect(await bodies()).toEqual([body('two')])
    for (const socket of sockets) socket.destroy()
    await new Promise((resolve) => proxy.close(resolve))
  })
})

describe('refused', () => {
  test('a read-only token: the lines to add', async () => {
    expect(await forge(tokens.readOnly).upsertComment(marker, says('text'))).toEqual({
      publisher: 'comment',
      status: 'skipped',
      why: 'The token may not write the pull request comment (403: Resource not accessible by integration).',
      fix: 'permissions:\n  pull-requests: write\n  contents: read',
    })
  })

  test('a read-only token of a fork: no lines would help', async () => {
    const receipt = await forge(tokens.readOnly, { fromFork: true }).upsertComment(marker, says('text'))
    expect(receipt).toMatchObject({ status: 'skipped' })
    expect(receipt.why).toContain('fork')
    expect(receipt).not.toHaveProperty('fix')
  })

  test('no token', async () => {
    const receipt = await githubForge({
      env: {},
      token: undefined,
      event: async () => ({ kind: 'pull_request', repository: 'octo/app', pullRequest }),
      client: () => Promise.reject(new Error('no client without a token')),
      sleep: async () => {},
    }).upsertComment(marker, says('text'))
    expect(receipt).toMatchObject({ status: 'skipped' })
    expect(receipt.fix).toMatch(/^with:\n {2}token: /)
  })

  test('an unknown token', async () => {
    const receipt = await forge('ghs_expired').upsertComment(marker, says('text'))
    expect(receipt).toMatchObject({ status: 'failed' })
    expect(receipt.why).toContain('401: Bad credentials')
  })

  test('a locked conversation', async () => {
    github.faults.push({
      method: 'POST',
      path: /comments/,
      times: 1,
      status: 403,
      message: 'Unable to create comment because issue is locked.',
    })
    const receipt = await forge().upsertComment(marker, says('text'))
    expect(receipt).toMatchObject({ status: 'skipped' })
    expect(receipt.why).toContain('locked')
  })

  test('a comment over the limit', async () => {
    const receipt = await forge().upsertComment(marker, says('x'.repeat(65_536)))
    expect(receipt).toMatchObject({ status: 'failed' })
    expect(receipt.why).toContain('maximum is 65536 characters')
  })

  test('no pull request', async () => {
    const receipt = await githubForge({
      env: {},
      token: tokens.write,
      event: async () => ({ kind: 'push', repository: 'octo/app' }),
      client: () => Promise.reject(new Error('nothing to ask')),
      sleep: async () => {},
    }).upsertComment(marker, says('text'))
    expect(receipt).toEqual({
      publisher: 'comment',
      status: 'skipped',
      why: 'This run belongs to no pull request.',
    })
  })
})
