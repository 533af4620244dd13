// The Git port on real repositories: history that is cut off, and worktrees that are always given back.
import { chownSync, existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeGit } from '../../../src/adapters/node/git.ts'
import {
  gitEnvironment,
  type Repository,
  type Workbench,
  workbench,
} from '../../measure/checkout/repository.ts'

let bench: Workbench
beforeAll(() => {
  bench = workbench()
})
afterAll(() => bench.dispose())

const shallow = (repository: Repository) => repository.run('rev-parse', '--is-shallow-repository') === 'true'

describe('ancestors', () => {
  test('of a merge-base in a shallow clone: as deep as it takes, and no deeper', async () => {
    //  main: 120 commits, the first of them far away; `topic` leaves it ten commits before its end
    const origin = bench.create('ancestry')
    origin.run('config', 'uploadpack.allowAnySHA1InWant', 'true')
    const root = origin.commit('root')
    origin.grow('main', 120)
    const [tip, base, near, far] = ['main', 'main~10', 'main~13', 'main~90'].map((name) =>
      origin.run('rev-parse', name),
    ) as [string, string, string, string]
    origin.run('branch', 'topic', base)
    const unrelated = origin.run('commit-tree', `${tip}^{tree}`, '-m', 'rewritten')
    const clone = (name: string) => bench.checkout(origin, name, base)

    const one = clone('ancestry-one')
    expect(await one.git.ancestors(base, [tip, unrelated, far, near], 1)).toEqual(new Map([[near, 3]]))
    expect(shallow(one)).toBe(true)
    expect(Number(one.run('rev-list', '--count', base))).toBeLessThan(60)

    const all = clone('ancestry-all')
    const known = await all.git.ancestors(base, [tip, unrelated, far, near, base], 10)
    expect([...known]).toEqual([
      [base, 0],
      [near, 3],
      [far, 80],
    ])

    const cutOff = clone('ancestry-cut-off')
    cutOff.run('remote', 'set-url', 'origin', '/nowhere')
    expect(await cutOff.git.ancestors(base, [near, base, root], 10)).toEqual(new Map([[base, 0]]))
  })
})

describe('history', () => {
  test('a merge-base found beside a cut-off history need not be the right one', async () => {
    //  a ─ b ─ c              main
    //  │    └─ s1 ─ s2 ─ s3
    //  └──── p ──────────── merge   topic
    const origin = bench.create('cut')
    origin.run('config', 'uploadpack.allowAnySHA1InWant', 'true')
    const a = origin.commit('a')
    const b = origin.commit('b')
    for (const name of ['s1', 's2', 's3']) origin.commit(name)
    const side = origin.run('rev-parse', 'HEAD')
    origin.run('reset', '--quiet', '--hard', b)
    origin.commit('c')
    origin.run('checkout', '--quiet', '-b', 'topic', a)
    origin.commit('p')
    origin.run('merge', '--quiet', '--message', 'merge', side)
    const topic = origin.run('rev-parse', 'HEAD')

    const clone = bench.checkout(origin, 'cut-clone', topic, { depth: 3 })
    clone.run('fetch', '--quiet', '--depth=3', 'origin', '+refs/heads/main:refs/remotes/origin/main')
    expect(clone.run('merge-base', 'HEAD', 'origin/main')).toBe(a)
    expect(await clone.git.mergeBase('HEAD', 'origin/main')).toBe(b)
  })

  test('no common ancestor is said only when the whole history is here', async () => {
    const origin = bench.create('unrelated')
    origin.run('config', 'uploadpack.allowAnySHA1InWant', 'true')
    origin.commit('a')
    origin.grow('main', 5)
    origin.run('checkout', '--quiet', '--orphan', 'pages')
    const pages = origin.commit('b')
    const clone = bench.checkout(origin, 'unrelated-clone', pages)
    expect(await clone.git.fetch('main')).toBe(true)
    expect(shallow(clone)).toBe(true)
    expect(await clone.git.mergeBase('HEAD', 'origin/main')).toBeNull()
    expect(shallow(clone)).toBe(false)
  })

  test('an origin that serves only its branches is deepened as a whole', async () => {
    const origin = bench.create('strict')
    origin.commit('a')
    const fork = origin.grow('main', 3)
    origin.run('checkout', '--quiet', '-b', 'topic')
    origin.run('reset', '--quiet', '--hard')
    origin.grow('topic', 60)
    const clone = bench.clone(origin, 'strict-clone', '--depth=1', '--no-single-branch')
    // A commit that the origin does not know cannot be named when history is asked for.
    clone.run('checkout', '--quiet', 'topic')
    const mine = clone.commit('mine')
    expect(await clone.git.mergeBase(mine, 'origin/main')).toBe(fork)
    expect(await clone.git.distance(fork, mine)).toBe(61)
  })

  test('a branch that is known is never cut by fetching it again', async () => {
    const origin = bench.create('known')
    origin.commit('a')
    const old = origin.grow('main', 9)
    const clone = bench.clone(origin, 'known-clone', '--depth=5')
    origin.run('reset', '--quiet', '--hard')
    origin.commit('later')
    expect(await clone.git.fetch('main')).toBe(true)
    expect(await clone.git.distance(old, 'origin/main')).toBe(1)
    expect(clone.run('rev-list', '--count', 'origin/main')).toBe('6')
  })

  test('names, parents, branches', async () => {
    const origin = bench.create('names')
    const a = origin.commit('a', { 'a.txt': 'a' })
    origin.run('tag', '--annotate', '--message', 'one', 'v1')
    const b = origin.commit('b')
    const { git } = origin
    expect(await git.root()).toBe(origin.directory)
    expect(await git.prefix()).toBe('')
    // A tag object is not the commit it names.
    expect(await git.resolve('v1')).toBe(a)
    expect(await git.resolve('HEAD^')).toBe(a)
    expect(await git.resolve('nope')).toBeNull()
    expect(await git.resolve('--all')).toBeNull()
    expect(await git.resolve('HEAD:a.txt')).toBeNull()
    expect(await git.parents(b)).toEqual([a])
    expect(await git.parents(a)).toEqual([])
    expect(await git.parents('f'.repeat(40))).toEqual([])
    expect(await git.distance(b, a)).toBeNull()
    expect(await git.defaultBranch()).toBe('main')
    expect(await git.currentBranch()).toBe('main')
    expect(await git.dirty()).toBe(false)
    origin.write({ 'new.txt': 'new' })
    expect(await git.dirty()).toBe(false)
    origin.write({ 'a.txt': 'changed' })
    expect(await git.dirty()).toBe(true)
    expect(await git.fetch('main')).toBe(false)
    origin.run('checkout', '--quiet', '--detach')
    expect(await git.currentBranch()).toBeNull()
  })

  test('the default branch is what the origin says', async () => {
    const origin = bench.create('develop')
    origin.run('checkout', '--quiet', '-b', 'develop')
    origin.commit('a')
    origin.run('branch', 'main')
    expect(await bench.clone(origin, 'develop-clone').git.defaultBranch()).toBe('develop')
    const bare = bench.create('nothing')
    expect(await bare.git.defaultBranch()).toBeNull()
  })

  // Only root can give a repository to somebody else.
  test.runIf(process.getuid?.() === 0)('a repository of another user', async () => {
    const repository = bench.create('foreign')
    for (const path of [repository.directory, join(repository.directory, '.git')])
      chownSync(path, 12345, 12345)
    await expect(repository.git.root()).rejects.toThrow(/belongs to another user/)
    await expect(repository.git.root()).rejects.toMatchObject({
      fix: expect.stringContaining('safe.directory'),
    })
  })
})

describe('worktrees', () => {
  let made = 0
  const empty = () => {
    made += 1
    const directory = join(bench.directory, `worktree-${made}`)
    mkdirSync(directory)
    return directory
  }
  const records = (repository: Repository) => {
    const all = join(repository.directory, '.git/worktrees')
    return existsSync(all) ? readdirSync(all) : []
  }
  const create = (name: string) => {
    const repository = bench.create(name)
    const commit = repository.commit('a', { 'a.txt': 'a', 'sub/b.txt': 'b' })
    return { repository, commit }
  }

  test('are added and removed, also with files of their own, also when locked', async () => {
    const { repository, commit } = create('plain')
    repository.write({ '.git/hooks/post-checkout': '#!/bin/sh\nexit 1\n' })
    const directory = empty()
    await repository.git.addWorktree(directory, commit)
    expect(readFileSync(join(directory, 'a.txt'), 'utf8')).toBe('a')
    writeFileSync(join(directory, 'built.js'), '')
    repository.run('worktree', 'lock', directory)
    await repository.git.removeWorktree(directory)
    expect(existsSync(directory)).toBe(false)
    expect(records(repository)).toEqual([])
    // Again: nothing to do, nothing to complain about.
    await repository.git.removeWorktree(directory)
  })

  test('are removed when somebody deleted the folder, or its link to the repository', async () => {
    const { repository, commit } = create('damaged')
    for (const damage of ['', '.git']) {
      const directory = empty()
      await repository.git.addWorktree(directory, commit)
      rmSync(join(directory, damage), { recursive: true })
      await repository.git.removeWorktree(directory)
      expect(existsSync(directory)).toBe(false)
      expect(records(repository)).toEqual([])
    }
  })

  test('are removed at once in the last moments', async () => {
    const { repository, commit } = create('at-once')
    const directory = empty()
    await repository.git.addWorktree(directory, commit)
    repository.git.discardWorktree(directory)
    expect(existsSync(directory)).toBe(false)
    expect(records(repository)).toEqual([])
    repository.git.discardWorktree(directory)
  })

  test('of a crashed run are removed; of a live one, and of the user, never', async () => {
    const { repository, commit } = create('stale')
    const [crashed, live, users] = [empty(), empty(), empty()]
    await repository.git.addWorktree(crashed, commit)
    await repository.git.addWorktree(live, commit)
    repository.run('worktree', 'add', '--quiet', '--detach', users)
    const record = join(repository.directory, '.git/worktrees', 'worktree-')
    const owner = `${record}${crashed.split('-').at(-1)}/perf-gate`
    expect(readFileSync(owner, 'utf8')).toBe(String(process.pid))
    // Above any process id that Linux or macOS hands out.
    writeFileSync(owner, '4194305')
    await repository.git.removeStaleWorktrees()
    expect([crashed, live, users].map((directory) => existsSync(directory))).toEqual([false, true, true])
    expect(records(repository)).toHaveLength(2)
  })

  test('of a sparse checkout, and from a worktree', async () => {
    const { repository, commit } = create('sparse')
    repository.run('sparse-checkout', 'set', 'sub')
    const first = empty()
    await repository.git.addWorktree(first, commit)
    expect(existsSync(join(first, 'sub/b.txt'))).toBe(true)
    // The user may work in a worktree, too.
    const within = nodeGit({ cwd: first, env: gitEnvironment })
    const second = empty()
    await within.addWorktree(second, commit)
    expect(existsSync(join(second, 'sub/b.txt'))).toBe(true)
    await within.removeWorktree(second)
    expect(existsSync(first)).toBe(true)
    await repository.git.removeWorktree(first)
    expect(records(repository)).toEqual([])
  })

  test('a commit that is not there', async () => {
    const { repository } = create('no-commit')
    await expect(repository.git.addWorktree(empty(), 'f'.repeat(40))).rejects.toThrow(/worktree add/)
  })

  test('have submodules when the working tree has them', async () => {
    const library = bench.create('library')
    library.commit('lib', { 'lib.js': 'lib' })
    const { repository } = create('with-submodule')
    repository.run('submodule', '--quiet', 'add', library.directory, 'lib')
    const commit = repository.commit('add lib', {})
    const filled = empty()
    await repository.git.addWorktree(filled, commit)
    expect(await repository.git.fillSubmodules(filled)).toBeNull()
    expect(existsSync(join(filled, 'lib/lib.js'))).toBe(true)
    await repository.git.removeWorktree(filled)
    expect(records(repository)).toEqual([])

    rmSync(library.directory, { recursive: true })
    const broken = empty()
    await repository.git.addWorktree(broken, commit)
    expect(await repository.git.fillSubmodules(broken)).toMatch(/lib/)
    await repository.git.removeWorktree(broken)

    repository.run('submodule', '--quiet', 'deinit', '--all', '--force')
    const without = empty()
    await repository.git.addWorktree(without, commit)
    expect(await repository.git.fillSubmodules(without)).toBeNull()
    expect(existsSync(join(without, 'lib/lib.js'))).toBe(false)
  })
})
