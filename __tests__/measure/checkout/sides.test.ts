// Both sides on disk: with real worktrees and real builds, and with fakes for what is hard to provoke.
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { nodeFiles } from '../../../src/adapters/node/files.ts'
import { nodeGit } from '../../../src/adapters/node/git.ts'
import { nodeProcesses } from '../../../src/adapters/node/processes.ts'
import { ConfigError, MeasureError } from '../../../src/errors.ts'
import { prepareSides, type SidesOptions } from '../../../src/measure/checkout/sides.ts'
import type { Change } from '../../../src/model/change.ts'
import { fakeFiles } from '../../fakes/files.ts'
import { fakeGit } from '../../fakes/git.ts'
import { fakeLog } from '../../fakes/log.ts'
import { fakeProcesses } from '../../fakes/processes.ts'
import { gitEnvironment, type Repository, type Workbench, workbench } from './repository.ts'

let bench: Workbench
beforeAll(() => {
  bench = workbench()
})
afterAll(() => bench.dispose())

function hostOf(repository: Repository, below = '') {
  const cwd = join(repository.directory, below)
  return {
    cwd,
    git: nodeGit({ cwd, env: gitEnvironment }),
    files: nodeFiles(cwd, join(bench.directory, 'temporary')),
    processes: nodeProcesses({ env: gitEnvironment }),
    log: fakeLog(),
  }
}

/** The last two commits: base from a worktree, head in place. */
function lastTwo(repository: Repository, below = ''): Change {
  return {
    base: { commit: repository.run('rev-parse', 'HEAD^') },
    head: { commit: repository.run('rev-parse', 'HEAD'), directory: join(repository.directory, below) },
    reason: 'previous-commit',
  }
}

const worktrees = (repository: Repository) =>
  repository.run('worktree', 'list', '--porcelain').match(/^worktree /gm)?.length
const leftBehind = () => readdirSync(join(bench.directory, 'temporary'))

describe('a program that was kept', () => {
  const content = Buffer.from('kept')
  const files = [{ path: 'out/built.txt', content, executable: true }]

  test('takes the place of building the base', async () => {
    const repository = bench.create('restored')
    repository.commit('base', { 'source.txt': 'base' })
    repository.commit('head', { 'source.txt': 'head' })
    const change = lastTwo(repository)
    const program = { commit: change.base.commit ?? '', files }
    const host = hostOf(repository)
    const setup = ['mkdir -p out', 'cp source.txt out/built.txt']
    const prepared = await prepareSides({ change, setup, program, host, out: 'out' })
    const { base, head } = prepared.sides
    expect(prepared).toMatchObject({ restored: true, notices: [], failures: [] })
    expect(readFileSync(join(base.directory, 'out/built.txt'), 'utf8')).toBe('kept')
    expect(readFileSync(join(base.directory, 'source.txt'), 'utf8')).toBe('base')
    expect(readFileSync(join(head.directory, 'out/built.txt'), 'utf8')).toBe('head')
    expect(host.log.events).toEqual(setup.map((command) => ({ kind: 'setup', side: 'head', command })))
    await prepared.dispose()
    expect(worktrees(repository)).toBe(1)
    expect(leftBehind()).toEqual([])
  })

  test('is not laid over a link, and the base is built in a fresh checkout', async () => {
    const repository = bench.create('restored-over-link')
    repository.write({ 'elsewhere/precious.txt': 'precious' })
    symlinkSync('../elsewhere', join(repository.directory, 'link'))
    repository.commit('base')
    repository.commit('head')
    const change = lastTwo(repository)
    const program = {
      commit: change.base.commit ?? '',
      files: [...files, { path: 'link/precious.txt', content, executable: false }],
    }
    const prepared = await prepareSides({ change, setup: ['touch built'], program, host: hostOf(repository) })
    const { base } = prepared.sides
    expect(prepared.restored).toBe(false)
    expect(prepared.notices).toMatchObject([{ code: 'program-not-restored' }])
    expect(prepared.notices[0]?.message).toContain('link is a link there')
    expect(existsSync(join(base.directory, 'built'))).toBe(true)
    expect(existsSync(join(base.directory, 'out/built.txt'))).toBe(false)
    await prepared.dispose()
    expect(leftBehind()).toEqual([])
  })

  test('of another commit than the base is no use', async () => {
    const repository = bench.create('restored-other')
    repository.commit('base')
    repository.commit('head')
    const program = { commit: 'f'.repeat(40), files }
    const change = lastTwo(repository)
    const prepared = await prepareSides({ change, setup: [], program, host: hostOf(repository) })
    expect(prepared.restored).toBe(false)
    await prepared.dispose()
  })
})

describe('with real repositories', () => {
  test('base in a worktree outside of the repository, head in place, each built where it is', async () => {
    const repository = bench.create('two-sides')
    repository.commit('base', { 'version.txt': 'base\n' })
    repository.commit('head', { 'version.txt': 'head\n' })
    repository.write({ 'node_modules/leak/index.js': '' })
    const host = hostOf(repository)
    const change = lastTwo(repository)
    const setup = ['cp version.txt built.txt', 'echo built; pwd']
    const prepared = await prepareSides({ change, setup, host, out: 'out' })

    expect(prepared.failures).toEqual([])
    expect(prepared.notices).toEqual([])
    const { base, head } = prepared.sides
    expect(head).toEqual({ directory: repository.directory, commit: change.head.commit })
    expect(base.commit).toBe(change.base.commit)
    expect(relative(repository.directory, base.directory)).toMatch(/^\.\./)
    expect(readFileSync(join(base.directory, 'built.txt'), 'utf8')).toBe('base\n')
    expect(readFileSync(join(head.directory, 'built.txt'), 'utf8')).toBe('head\n')
    expect(existsSync(join(base.directory, 'node_modules'))).toBe(false)
    expect(host.log.events).toEqual(
      (['head', 'base'] as const).flatMap((side) =>
        setup.map((command) => ({ kind: 'setup', side, command })),
      ),
    )
    const log = readFileSync(join(repository.directory, 'out/setup-base.log'), 'utf8')
    expect(log).toBe(`$ cp version.txt built.txt\n\n$ echo built; pwd\nbuilt\n${base.directory}\n\n`)

    await prepared.dispose()
    await prepared.dispose()
    expect(existsSync(base.directory)).toBe(false)
    expect(worktrees(repository)).toBe(1)
    expect(leftBehind()).toEqual([])
  })

  test('a named head has a worktree of its own', async () => {
    const repository = bench.create('named-head')
    repository.commit('a', { 'a.txt': 'a' })
    repository.commit('b', { 'a.txt': 'b' })
    repository.write({ 'a.txt': 'not committed' })
    const { base, head } = lastTwo(repository)
    const change: Change = { base, head: { commit: head.commit ?? '' }, reason: 'named' }
    const prepared = await prepareSides({ change, setup: [], host: hostOf(repository) })
    expect(readFileSync(join(prepared.sides.base.directory, 'a.txt'), 'utf8')).toBe('a')
    expect(readFileSync(join(prepared.sides.head.directory, 'a.txt'), 'utf8')).toBe('b')
    await prepared.dispose()
    expect(worktrees(repository)).toBe(1)
    expect(leftBehind()).toEqual([])
  })

  test('from a directory below the root; on the base it may not exist yet', async () => {
    const repository = bench.create('monorepo')
    repository.commit('old', { 'packages/old/index.js': 'old' })
    repository.commit('new', { 'packages/new/index.js': 'new' })

    const old = hostOf(repository, 'packages/old')
    const first = await prepareSides({
      change: lastTwo(repository, 'packages/old'),
      setup: ['ls'],
      host: old,
    })
    expect(first.failures).toEqual([])
    expect(first.sides.base.directory).toMatch(/\/packages\/old$/)
    expect(existsSync(join(first.sides.base.directory, 'index.js'))).toBe(true)
    await first.dispose()

    const fresh = hostOf(repository, 'packages/new')
    const second = await prepareSides({
      change: lastTwo(repository, 'packages/new'),
      setup: ['ls'],
      host: fresh,
    })
    expect(second.failures).toMatchObject([{ side: 'base', code: 'no-directory' }])
    expect(second.failures[0]?.reason).toMatch(/^base \(\w{7}\) has no directory packages\/new/)
    await second.dispose()
    expect(leftBehind()).toEqual([])
  })

  test('a base that does not build is a failure of the base; the head is ready', async () => {
    const repository = bench.create('broken-base')
    repository.commit('base', { 'build.sh': 'seq 100; echo "cannot find it" >&2; exit 3\n' })
    repository.commit('head', { 'build.sh': 'exit 0\n' })
    const prepared = await prepareSides({
      change: lastTwo(repository),
      setup: ['sh build.sh', 'touch after.txt'],
      host: hostOf(repository),
    })
    const [failure] = prepared.failures
    expect(failure).toMatchObject({ side: 'base', code: 'setup-failed' })
    expect(failure?.reason).toBe(
      `setup of base failed: \`sh build.sh\` exited with 3 in ${prepared.sides.base.directory}.`,
    )
    expect(failure?.output?.split('\n')).toHaveLength(20)
    expect(failure?.output).toMatch(/100\ncannot find it$/)
    expect(existsSync(join(prepared.sides.base.directory, 'after.txt'))).toBe(false)
    expect(existsSync(join(prepared.sides.head.directory, 'after.txt'))).toBe(true)
    await prepared.dispose()
  })

  test('a head that does not build ends it, and nothing is left behind', async () => {
    const repository = bench.create('broken-head')
    repository.commit('base', { 'build.sh': 'exit 0\n' })
    repository.commit('head', { 'build.sh': 'echo "no such module"; kill -TERM $$\n' })
    const change = lastTwo(repository)
    const named = { ...change, head: { commit: change.head.commit ?? '' } }
    for (const tried of [change, named]) {
      const failing = prepareSides({ change: tried, setup: ['sh build.sh'], host: hostOf(repository) })
      await expect(failing).rejects.toThrow(MeasureError)
      await expect(failing).rejects.toThrow(/setup of head failed: `sh build.sh` .*\nno such module/)
    }
    expect(worktrees(repository)).toBe(1)
    expect(leftBehind()).toEqual([])
  })

  test('two folders, relative and absolute', async () => {
    const repository = bench.create('folders')
    repository.write({ 'a/x.txt': '', 'b/x.txt': '' })
    const host = hostOf(repository)
    const there = join(repository.directory, 'b')
    const change: Change = { base: { directory: 'a' }, head: { directory: there }, reason: 'folders' }
    const prepared = await prepareSides({ change, setup: ['touch built.txt'], host })
    expect(prepared.sides).toEqual({
      base: { directory: join(repository.directory, 'a') },
      head: { directory: there },
    })
    expect(existsSync(join(repository.directory, 'a/built.txt'))).toBe(true)
    await prepared.dispose()
    expect(existsSync(join(repository.directory, 'a'))).toBe(true)

    const missing = prepareSides({ change: { ...change, base: { directory: 'nope' } }, setup: [], host })
    await expect(missing).rejects.toThrow(ConfigError)
    await expect(missing).rejects.toThrow(/--base-dir nope: there is no such directory/)
  })

  test.runIf(process.platform !== 'win32').each(['SIGTERM', 'SIGKILL'] as const)(
    'after %s no worktree stays: at once, or with the next run',
    async (name) => {
      const repository = bench.create(`ended by ${name}`)
      const commit = repository.commit('a')
      const program = fileURLToPath(new URL('./fixtures/prepare.ts', import.meta.url))
      const temporary = join(bench.directory, 'temporary')
      mkdirSync(temporary, { recursive: true })
      const child = spawn(process.execPath, [program, commit], {
        cwd: repository.directory,
        env: { ...gitEnvironment, TMPDIR: temporary },
        stdio: ['ignore', 'pipe', 'inherit'],
      })
      let printed = ''
      child.stdout.on('data', (chunk) => {
        printed += chunk
        if (printed.endsWith('\n')) child.kill(name)
      })
      await once(child, 'close')
      const directory = /^ready (.+)\n$/.exec(printed)?.[1] ?? ''
      expect(directory).toContain('perf-gate-base-')
      expect(existsSync(directory)).toBe(name === 'SIGKILL')

      const change: Change = {
        base: { commit },
        head: { commit, directory: repository.directory },
        reason: 'named',
      }
      const next = await prepareSides({ change, setup: [], host: hostOf(repository) })
      expect(existsSync(directory)).toBe(false)
      await next.dispose()
      expect(worktrees(repository)).toBe(1)
    },
  )
})

describe('with fakes', () => {
  const change: Change = {
    base: { commit: 'b'.repeat(40) },
    head: { commit: 'a'.repeat(40), directory: '/repository' },
    reason: 'merge-base',
  }
  const host = (parts: Partial<SidesOptions['host']> = {}) => {
    const git = fakeGit()
    const processes = fakeProcesses()
    return { git, files: fakeFiles(), processes, log: fakeLog(), cwd: '/repository', ...parts }
  }

  test('a checkout that fails is a failure of the base', async () => {
    const git = fakeGit()
    const addWorktree = () =>
      Promise.reject(new MeasureError('git worktree add failed: smudge filter lfs failed'))
    const prepared = await prepareSides({
      change,
      setup: ['x'],
      host: host({ git: { ...git, addWorktree } }),
    })
    expect(prepared.failures).toEqual([
      {
        side: 'base',
        code: 'checkout-failed',
        reason: 'base (bbbbbbb) could not be checked out: git worktree add failed: smudge filter lfs failed',
      },
    ])
  })

  test('submodules that cannot be had are a notice', async () => {
    const git = { ...fakeGit(), fillSubmodules: async () => 'fatal: clone of lib failed' }
    const { notices } = await prepareSides({ change, setup: [], host: host({ git }) })
    expect(notices).toMatchObject([{ code: 'submodules-missing', where: 'base' }])
    expect(notices[0]?.message).toContain('fatal: clone of lib failed')
  })

  test('a setup without end is ended', async () => {
    const processes = fakeProcesses(({ cwd }) =>
      cwd === '/repository' ? {} : { timedOut: true, exitCode: null, signal: 'SIGTERM' },
    )
    const { failures } = await prepareSides({ change, setup: ['npm ci'], host: host({ processes }) })
    expect(failures[0]?.reason).toMatch(/`npm ci` was ended after 60 minutes/)
    expect(processes.calls.every(({ timeout }) => timeout === 3600)).toBe(true)
  })

  test('the clean-up is registered while there is something to clean up', async () => {
    const processes = fakeProcesses()
    const git = fakeGit()
    const prepared = await prepareSides({ change, setup: [], host: host({ git, processes }) })
    expect(processes.cleanUps.size).toBe(1)
    for (const cleanUp of processes.cleanUps) cleanUp()
    expect(git.worktrees.size).toBe(0)
    await prepared.dispose()
    expect(processes.cleanUps.size).toBe(0)
  })

  test('a worktree that cannot be removed is a warning', async () => {
    const removeWorktree = () => Promise.reject(new Error('busy'))
    const log = fakeLog()
    const prepared = await prepareSides({
      change,
      setup: [],
      host: host({ git: { ...fakeGit(), removeWorktree }, log }),
    })
    await prepared.dispose()
    expect(log.lines).toEqual([expect.stringMatching(/^warning: .*could not be removed: busy$/)])
  })

  test('a side that is nothing', async () => {
    await expect(prepareSides({ change: { ...change, base: {} }, setup: [], host: host() })).rejects.toThrow(
      ConfigError,
    )
  })
})
