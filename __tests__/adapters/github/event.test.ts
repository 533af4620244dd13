// From what the runner sets to what the gate needs to know, event by event.
import { describe, expect, test } from 'vitest'
import { readEvent } from '../../../src/adapters/github/event.ts'

const runner = {
  GITHUB_REPOSITORY: 'octo/app',
  GITHUB_SERVER_URL: 'https://github.com',
  GITHUB_RUN_ID: '900',
  GITHUB_RUN_ATTEMPT: '2',
  GITHUB_EVENT_PATH: '/event.json',
}
const common = {
  repository: 'octo/app',
  defaultBranch: 'main',
  run: { id: '900', attempt: 2, url: 'https://github.com/octo/app/actions/runs/900' },
}
const repository = { id: 42, default_branch: 'main' }

const read = (env: Readonly<Record<string, string>>, payload: unknown) =>
  readEvent({ ...runner, ...env }, async (path) => (path === '/event.json' ? JSON.stringify(payload) : null))

const pull = (head: unknown) => ({
  repository,
  pull_request: {
    number: 7,
    head: { ref: 'feature', sha: 'a'.repeat(40), repo: head },
    base: { ref: 'release', sha: 'b'.repeat(40), repo: { id: 42 } },
  },
})

describe('pull_request', () => {
  test.each([
    ['of the same repository', { id: 42 }, false],
    ['of a fork', { id: 43 }, true],
    ['of a fork that was deleted', null, true],
  ])('%s', async (_, head, fromFork) => {
    expect(
      await read({ GITHUB_EVENT_NAME: 'pull_request', GITHUB_REF: 'refs/pull/7/merge' }, pull(head)),
    ).toEqual({
      kind: 'pull_request',
      ...common,
      pullRequest: 7,
      targetBranch: 'release',
      branch: 'feature',
      commit: 'a'.repeat(40),
      fromFork,
    })
  })

  test('without a payload, from the environment', async () => {
    const env = {
      ...runner,
      GITHUB_EVENT_NAME: 'pull_request',
      GITHUB_REF: 'refs/pull/7/merge',
      GITHUB_BASE_REF: 'main',
      GITHUB_HEAD_REF: 'feature',
    }
    expect(await readEvent(env, async () => null)).toMatchObject({
      pullRequest: 7,
      targetBranch: 'main',
      branch: 'feature',
    })
  })
})

describe('push', () => {
  const event = { GITHUB_EVENT_NAME: 'push', GITHUB_REF: 'refs/heads/main', GITHUB_SHA: 'c'.repeat(40) }
  const payload = { repository, ref: 'refs/heads/main', after: 'c'.repeat(40) }

  test('says where it started', async () => {
    expect(await read(event, { ...payload, before: 'b'.repeat(40) })).toEqual({
      kind: 'push',
      ...common,
      branch: 'main',
      before: 'b'.repeat(40),
      commit: 'c'.repeat(40),
    })
  })

  test('of a new branch started nowhere', async () => {
    expect(await read(event, { ...payload, before: '0'.repeat(40) })).not.toHaveProperty('before')
  })

  test.each([
    ['a tag', { ...payload, ref: 'refs/tags/v1' }],
    ['a deleted branch', { ...payload, deleted: true }],
  ])('of %s is no step of a branch', async (_, tag) => {
    expect((await read(event, tag)).kind).toBe('other')
  })

  test('a branch with slashes keeps them', async () => {
    expect((await read(event, { ...payload, ref: 'refs/heads/feature/a/b' })).branch).toBe('feature/a/b')
  })
})

describe('other events', () => {
  test('schedule on the default branch', async () => {
    const env = {
      GITHUB_EVENT_NAME: 'schedule',
      GITHUB_REF: 'refs/heads/main',
      GITHUB_REF_TYPE: 'branch',
      GITHUB_SHA: 'd',
    }
    expect(await read(env, { repository })).toEqual({ kind: 'other', ...common, branch: 'main', commit: 'd' })
  })

  test('merge_group names the branch it merges into', async () => {
    const payload = {
      repository,
      merge_group: {
        base_ref: 'refs/heads/main',
        head_sha: 'e'.repeat(40),
        head_ref: 'refs/heads/gh-readonly-queue/main/pr-7',
      },
    }
    expect(await read({ GITHUB_EVENT_NAME: 'merge_group', GITHUB_SHA: 'f' }, payload)).toEqual({
      kind: 'other',
      ...common,
      targetBranch: 'main',
      commit: 'e'.repeat(40),
    })
  })

  test.each([
    ['not JSON', '{'],
    ['an array', '[1]'],
    ['a number', '7'],
  ])('a payload that is %s leaves what the environment says', async (_, content) => {
    const env = { ...runner, GITHUB_EVENT_NAME: 'workflow_dispatch' }
    expect(await readEvent(env, async () => content)).toEqual({
      kind: 'other',
      repository: 'octo/app',
      run: common.run,
    })
  })

  test('outside of a runner nothing is known', async () => {
    expect(await readEvent({}, async () => null)).toEqual({ kind: 'other' })
  })
})
