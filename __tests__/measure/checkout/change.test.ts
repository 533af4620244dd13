// What is compared with what, in real repositories, as runners and people have them.
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeGit } from '../../../src/adapters/node/git.ts'
import { ConfigError, MeasureError } from '../../../src/errors.ts'
import { type ChangeOptions, resolveChange } from '../../../src/measure/checkout/change.ts'
import type { ForgeEvent } from '../../../src/ports/forge.ts'
import { gitEnvironment, type Repository, type Workbench, workbench } from './repository.ts'

let bench: Workbench
beforeAll(() => {
  bench = workbench()
})
afterAll(() => bench.dispose())

const local: ForgeEvent = { kind: 'local' }

function change(repository: Repository, options: Partial<ChangeOptions> = {}) {
  return resolveChange({ git: repository.git, event: local, cwd: repository.directory, ...options })
}

/** No fetching any more: the origin is gone. */
function cutOff(repository: Repository): void {
  repository.run('remote', 'set-url', 'origin', join(bench.directory, 'gone'))
}

describe('a pull request', () => {
  //  root ─ fork ─ into ─ later        main
  //            └─ one ─ two            feature
  //  test merge: into + two
  let origin: Repository
  const at: Record<string, string> = {}
  let event: ForgeEvent
  beforeAll(() => {
    origin = bench.create('pull-request')
    origin.run('config', 'uploadpack.allowAnySHA1InWant', 'true')
    at.root = origin.commit('root')
    at.fork = origin.grow('main', 400)
    origin.run('reset', '--quiet', '--hard')
    origin.run('checkout', '--quiet', '-b', 'feature')
    at.one = origin.commit('one')
    at.two = origin.grow('feature', 80)
    origin.run('reset', '--quiet', '--hard')
    origin.run('checkout', '--quiet', 'main')
    at.into = origin.commit('into')
    origin.run('checkout', '--quiet', '--detach')
    origin.run('merge', '--quiet', '--no-ff', '--message', 'test merge', 'feature')
    at.merge = origin.run('rev-parse', 'HEAD')
    origin.run('update-ref', 'refs/pull/1/merge', 'HEAD')
    origin.run('checkout', '--quiet', 'main')
    at.later = origin.commit('later')
    event = { kind: 'pull_request', targetBranch: 'main', commit: at.two, defaultBranch: 'main' }
  })

  test.each([
    ['the head commit, whole history', 'two', 0, 'fork', 81],
    ['the head commit, depth 1', 'two', 1, 'fork', 81],
    ['the head commit, depth 3', 'two', 3, 'fork', 81],
    ['the test merge, whole history', 'merge', 0, 'into', 82],
    // Its parents are known, its history is not.
    ['the test merge, depth 1', 'merge', 1, 'into', undefined],
    ['the test merge, depth 2', 'merge', 2, 'into', undefined],
  ])('%s', async (name, head, depth, base, distance) => {
    const clone = bench.checkout(origin, `pr ${name}`, at[head] ?? '', { depth })
    const found = await change(clone, { event })
    expect(found).toEqual({
      base: { commit: at[base], ref: 'main' },
      head: { commit: at[head], directory: clone.directory },
      reason: 'merge-base',
      ...(distance === undefined ? {} : { distance }),
    })
    // As much history as it takes, and no more.
    expect(clone.run('rev-parse', '--is-shallow-repository')).toBe(String(depth > 0))
  })

  test('the test merge, with the target branch rewritten since', async () => {
    const rewritten = bench.clone(origin, 'rewritten-origin', '--bare')
    rewritten.run('config', 'uploadpack.allowAnySHA1InWant', 'true')
    rewritten.run('fetch', '--quiet', 'origin', '+refs/pull/1/merge:refs/pull/1/merge')
    rewritten.run('update-ref', 'refs/heads/main', at.root ?? '')
    const clone = bench.checkout(rewritten, 'rewritten', at.merge ?? '')
    expect((await change(clone, { event })).base.commit).toBe(at.into)
  })

  test('a head that merged the target branch itself is no test merge', async () => {
    const work = bench.clone(origin, 'merged-by-hand')
    work.run('checkout', '--quiet', 'feature')
    work.run('merge', '--quiet', '--no-ff', '--message', 'main into feature', at.into ?? '')
    const head = work.run('rev-parse', 'HEAD')
    expect((await change(work, { event: { ...event, commit: head } })).base.commit).toBe(at.into)
  })

  test('the target branch is fetched anew: an old one would charge the change with what others did', async () => {
    const work = bench.clone(origin, 'persistent-workspace')
    work.run('update-ref', 'refs/remotes/origin/main', at.root ?? '')
    work.run('checkout', '--quiet', 'feature')
    expect((await change(work, { event })).base.commit).toBe(at.fork)
  })

  test('without access the target as last seen is used, and said to be', async () => {
    const work = bench.clone(origin, 'offline')
    work.run('checkout', '--quiet', 'feature')
    cutOff(work)
    const found = await change(work, { event })
    expect(found.base.commit).toBe(at.fork)
    expect(found.notices?.map(({ code }) => code)).toEqual(['target-not-fetched'])
  })

  test('a target that nobody knows', async () => {
    const work = bench.checkout(origin, 'no-target', at.two ?? '')
    cutOff(work)
    await expect(change(work, { event })).rejects.toThrow(MeasureError)
    await expect(change(work, { event })).rejects.toThrow(/target branch main/)
  })

  test('a shallow clone that cannot be deepened says so instead of "no common ancestor"', async () => {
    const work = bench.checkout(origin, 'cut-off', at.two ?? '')
    work.run('fetch', '--quiet', '--depth=1', 'origin', '+refs/heads/main:refs/remotes/origin/main')
    cutOff(work)
    const failing = change(work, { event })
    await expect(failing).rejects.toThrow(/shallow clone is too short/)
    await expect(failing).rejects.toMatchObject({ fix: expect.stringContaining('fetch-depth: 0') })
  })
})

describe('a push', () => {
  let origin: Repository
  const at: Record<string, string> = {}
  beforeAll(() => {
    origin = bench.create('push')
    origin.run('config', 'uploadpack.allowAnySHA1InWant', 'true')
    at.a = origin.commit('a')
    at.b = origin.commit('b')
    at.c = origin.commit('c')
    at.d = origin.commit('d')
    origin.run('checkout', '--quiet', '-b', 'topic', at.c ?? '')
    at.x = origin.commit('x')
    at.y = origin.commit('y')
    origin.run('checkout', '--quiet', 'main')
  })

  const push = (parts: Partial<ForgeEvent>): ForgeEvent => ({ kind: 'push', defaultBranch: 'main', ...parts })

  test.each([
    ['several commits', 'd', 'main', { before: 'b' }, 'b', 'previous-commit'],
    ['a forced push: what the branch was before', 'd', 'main', { before: 'y' }, 'y', 'previous-commit'],
    ['no record of before', 'd', 'main', {}, 'c', 'previous-commit'],
    ['a new branch: where it left the default branch', 'y', 'topic', {}, 'c', 'merge-base'],
  ] as const)('%s', async (name, head, branch, { ...parts }, base, reason) => {
    const before = 'before' in parts ? at[String(parts.before)] : undefined
    for (const depth of [0, 1]) {
      const clone = bench.checkout(origin, `push ${name} ${depth}`, at[head] ?? '', { depth, branch })
      const event = push({ branch, ...(before === undefined ? {} : { before }) })
      const found = await change(clone, { event })
      expect(found.base.commit).toBe(at[base])
      expect(found.reason).toBe(reason)
      expect(found.head).toEqual({ commit: at[head], ref: branch, directory: clone.directory })
    }
  })

  test('a commit before that the origin has forgotten', async () => {
    const clone = bench.checkout(origin, 'push forgotten', at.d ?? '', { branch: 'main' })
    const found = await change(clone, { event: push({ before: 'f'.repeat(40), branch: 'main' }) })
    expect(found.base.commit).toBe(at.c)
  })

  test('a started workflow on another branch is compared with the default branch', async () => {
    const clone = bench.checkout(origin, 'dispatch', at.y ?? '', { branch: 'topic' })
    const found = await change(clone, { event: { kind: 'other', branch: 'topic', defaultBranch: 'main' } })
    expect(found).toMatchObject({ base: { commit: at.c, ref: 'main' }, reason: 'merge-base', distance: 2 })
  })
})

describe('a laptop', () => {
  let origin: Repository
  beforeAll(() => {
    origin = bench.create('laptop')
    origin.commit('a')
    origin.commit('b', { 'b.txt': 'b' })
  })

  test('a branch: the merge-base with the default branch, with what is not committed yet', async () => {
    const work = bench.clone(origin, 'branch')
    const fork = work.run('rev-parse', 'HEAD')
    work.run('checkout', '--quiet', '-b', 'topic')
    const head = work.commit('c')
    expect(await change(work)).toEqual({
      base: { commit: fork, ref: 'main' },
      head: { commit: head, ref: 'topic', directory: work.directory },
      reason: 'merge-base',
      distance: 1,
    })
    work.write({ 'b.txt': 'changed' })
    expect((await change(work)).head).toMatchObject({ commit: head, dirty: true })
  })

  test('commits of the default branch that are not pushed yet are not the branch’s', async () => {
    const work = bench.clone(origin, 'unpushed')
    const unpushed = work.commit('unpushed')
    work.run('checkout', '--quiet', '-b', 'topic')
    work.commit('mine')
    expect((await change(work)).base.commit).toBe(unpushed)
  })

  test('the default branch: changed files against the last commit, else the last commit against its parent', async () => {
    const work = bench.clone(origin, 'default')
    const last = work.run('rev-parse', 'HEAD')
    const previous = work.run('rev-parse', 'HEAD^')
    expect(await change(work)).toMatchObject({
      base: { commit: previous },
      reason: 'previous-commit',
      distance: 1,
    })
    // Results of an earlier run are no change.
    work.write({ '.perf-gate/report.json': '{}' })
    expect(await change(work)).toMatchObject({ reason: 'previous-commit' })
    work.write({ 'b.txt': 'changed' })
    const found = await change(work)
    expect(found).toMatchObject({
      base: { commit: last },
      head: { dirty: true },
      reason: 'last-commit',
      distance: 0,
    })
    expect(found.notices).toBeUndefined()
  })

  test('a new branch without a commit of its own', async () => {
    const work = bench.clone(origin, 'fresh-branch')
    work.run('checkout', '--quiet', '-b', 'topic')
    expect(await change(work)).toMatchObject({ reason: 'previous-commit' })
    work.write({ 'b.txt': 'changed' })
    expect(await change(work)).toMatchObject({ reason: 'last-commit', head: { dirty: true } })
  })

  test('a repository without a remote, on a branch called trunk', async () => {
    const work = bench.create('trunk')
    work.run('checkout', '--quiet', '-b', 'trunk')
    const first = work.commit('a')
    work.commit('b')
    expect(await change(work)).toMatchObject({ base: { commit: first }, reason: 'previous-commit' })
  })

  test('a detached head on the default branch', async () => {
    const work = bench.clone(origin, 'detached')
    work.run('checkout', '--quiet', '--detach')
    expect(await change(work)).toMatchObject({
      reason: 'previous-commit',
      head: { directory: work.directory },
    })
  })

  test('from a directory below the root', async () => {
    const work = bench.clone(origin, 'below')
    work.commit('sub', { 'packages/a/index.js': '' })
    const cwd = join(work.directory, 'packages/a')
    const git = nodeGit({ cwd, env: gitEnvironment })
    expect((await resolveChange({ git, event: local, cwd })).head.directory).toBe(cwd)
    expect(await git.prefix()).toBe('packages/a/')
  })
})

describe('what was asked for', () => {
  let origin: Repository
  let work: Repository
  beforeAll(() => {
    origin = bench.create('named')
    origin.commit('a')
    origin.run('tag', 'v1')
    origin.commit('b')
    origin.run('checkout', '--quiet', '-b', 'other')
    origin.commit('c')
    origin.run('checkout', '--quiet', 'main')
    work = bench.clone(origin, 'named-clone')
  })

  test.each([
    ['v1', 1],
    ['HEAD^', 1],
    ['main', 0],
    // Known only as origin/other.
    ['other', undefined],
  ])('--base %s', async (base, distance) => {
    const found = await change(work, { base })
    const ref = base === 'other' ? 'origin/other' : base
    expect(found.base).toEqual({ commit: work.run('rev-parse', ref), ref: base })
    expect(found.reason).toBe('named')
    expect(found.distance).toBe(distance)
  })

  test('the same commit twice is worth a word', async () => {
    expect((await change(work, { base: 'main' })).notices?.map(({ code }) => code)).toEqual(['same-commit'])
    expect((await change(work, { base: 'v1' })).notices).toBeUndefined()
  })

  test('--base in a shallow clone of another branch is fetched', async () => {
    const shallow = bench.checkout(origin, 'named-shallow', origin.run('rev-parse', 'other'), {
      branch: 'other',
    })
    expect((await change(shallow, { base: 'main' })).base.commit).toBe(origin.run('rev-parse', 'main'))
    expect((await change(shallow, { base: 'v1' })).base.commit).toBe(origin.run('rev-parse', 'v1'))
  })

  test('--head names a commit that needs a checkout', async () => {
    const found = await change(work, { head: 'other' })
    expect(found).toEqual({
      base: { commit: origin.run('rev-parse', 'main'), ref: 'main' },
      head: { commit: origin.run('rev-parse', 'other'), ref: 'other' },
      reason: 'merge-base',
      distance: 1,
    })
    expect((await change(work, { head: 'main', base: 'v1' })).reason).toBe('named')
  })

  test('two folders need no repository', async () => {
    const git = nodeGit({ cwd: '/', env: gitEnvironment })
    const options = { git, event: local, cwd: '/', baseDir: 'a', headDir: '/b' }
    const found = { base: { directory: 'a' }, head: { directory: '/b' }, reason: 'folders' }
    expect(await resolveChange(options)).toEqual(found)
    const one = await resolveChange({ git, event: local, cwd: '/here', baseDir: 'a' })
    expect(one.head).toEqual({ directory: '/here' })
  })
})

describe('what cannot be', () => {
  test.each<[string, Partial<ChangeOptions>, RegExp]>([
    ['an unknown base', { base: 'no-such-branch' }, /--base no-such-branch: neither/],
    ['an unknown head', { head: 'no-such-branch' }, /--head no-such-branch: neither/],
    ['an option for a name', { base: '--output=/tmp/x' }, /--base --output/],
    ['folders and commits', { base: 'main', baseDir: 'a' }, /give one kind/],
    ['a head folder alone', { headDir: 'a' }, /--head-dir.*needs/],
  ])('%s', async (name, options, message) => {
    const work = bench.create(`cannot ${name}`)
    work.commit('a')
    const failing = change(work, options)
    await expect(failing).rejects.toThrow(ConfigError)
    await expect(failing).rejects.toThrow(message)
  })

  test('no repository', async () => {
    const failing = resolveChange({ git: nodeGit({ cwd: '/', env: gitEnvironment }), event: local, cwd: '/' })
    await expect(failing).rejects.toThrow(ConfigError)
    await expect(failing).rejects.toThrow(/no git repository/)
    await expect(failing).rejects.toMatchObject({ fix: expect.stringContaining('--base-dir') })
  })

  test('a directory that is gone, and no git at all', async () => {
    const work = bench.create('gone')
    rmSync(work.directory, { recursive: true })
    await expect(change(work)).rejects.toThrow(/does not answer/)
    const git = nodeGit({ cwd: bench.directory, env: { PATH: '/no/such/directory' } })
    await expect(git.root()).rejects.toMatchObject({ fix: expect.stringContaining('Install git') })
  })

  test('no commit, and only one commit', async () => {
    const work = bench.create('young')
    await expect(change(work)).rejects.toThrow(/no commit yet/)
    work.commit('a', { 'a.txt': 'a' })
    await expect(change(work)).rejects.toThrow(/first commit of the repository/)
    work.write({ 'a.txt': 'changed' })
    expect((await change(work)).reason).toBe('last-commit')
  })

  test('no common ancestor', async () => {
    const work = bench.create('orphan')
    work.commit('a')
    work.run('checkout', '--quiet', '--orphan', 'pages')
    work.commit('b')
    const failing = change(work)
    await expect(failing).rejects.toThrow(MeasureError)
    await expect(failing).rejects.toThrow(/pages and main have no common ancestor/)
  })
})
