// Baselines on a branch, with real repositories: written beside the working tree, by several at once, and refused in
// words that say what to change.
import { chmodSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { tokenCredentials } from '../../../src/adapters/github/git-credentials.ts'
import { branchArtifacts } from '../../../src/adapters/local/branch-artifacts.ts'
import { gitBranch } from '../../../src/adapters/node/git-branch.ts'
import { type GitCommand, gitCommand } from '../../../src/adapters/node/git-command.ts'
import {
  gitEnvironment,
  type Repository,
  type Workbench,
  workbench,
} from '../../measure/checkout/repository.ts'

const name = 'perf-gate-baselines'
let bench: Workbench
let origin: Repository
let made = 0
beforeAll(() => {
  bench = workbench()
})
beforeEach(() => {
  origin = bench.create(fresh('origin'))
  origin.commit('first', { 'a.txt': 'a' })
  origin.commit('second', { 'a.txt': 'b' })
})
afterAll(() => bench.dispose())

const fresh = (kind: string) => {
  made += 1
  return `${kind}-${made}`
}
const clone = (...args: string[]) => bench.clone(origin, fresh('clone'), ...args)

interface Options {
  readonly git?: GitCommand
  readonly writes?: boolean
  readonly branch?: string
}

let now = Date.UTC(2026, 0, 1)
const tick = () => {
  now += 1000
  return now
}
function storeOf(repository: Repository, { git, writes = true, branch = name }: Options = {}) {
  const cwd = repository.directory
  return branchArtifacts({
    name: branch,
    store: gitBranch({ cwd, env: gitEnvironment, branch, ...(git === undefined ? {} : { git }) }),
    writes,
    git: repository.git,
    branch: async () => 'main',
    clock: { now: tick, seed: () => 7 },
  })
}

const artifact = 'perf-gate-baseline-perf-gate'
const upload = (repository: Repository, seed: number, options?: Options) =>
  storeOf(repository, options).upload(artifact, { 'run.json': `{"seed":${seed}}` })
async function seeds(repository: Repository) {
  const store = storeOf(repository)
  const { found } = await store.find({ name: artifact, branch: 'main' })
  const read = await Promise.all(found.map((one) => store.download(one)))
  return read.map((files) => JSON.parse(files?.['run.json'] ?? 'null')?.seed)
}
const commits = (repository: Repository) => repository.run('rev-list', '--count', name)

describe('kept and found', () => {
  test('by another clone, newest first, with the commit that was measured', async () => {
    const writer = clone()
    expect(await upload(writer, 1)).toEqual({ publisher: 'artifact', status: 'done' })
    expect(await upload(writer, 2)).toEqual({ publisher: 'artifact', status: 'done' })
    const reader = clone()
    expect(await seeds(reader)).toEqual([2, 1])
    const { found } = await storeOf(reader).find({ name: artifact, branch: 'main' })
    expect(found[0]).toMatchObject({ branch: 'main', commit: origin.run('rev-parse', 'main') })
    // One commit: what is dropped is gone.
    expect(commits(origin)).toBe('1')
    expect(origin.run('log', '-1', '--format=%an %s', name)).toBe(`perf-gate ${artifact} [skip ci]`)
  })

  test('a dirty working tree, its index and its branch stay as they are', async () => {
    const writer = clone()
    writer.write({ 'a.txt': 'changed', 'new.txt': 'new', 'staged.txt': 'staged' })
    writer.run('add', 'staged.txt')
    const before = [writer.run('status', '--porcelain'), writer.run('rev-parse', 'HEAD')]
    expect((await upload(writer, 1)).status).toBe('done')
    expect([writer.run('status', '--porcelain'), writer.run('rev-parse', 'HEAD')]).toEqual(before)
    expect(writer.run('symbolic-ref', '--short', 'HEAD')).toBe('main')
  })

  test('from a shallow clone with a detached head, which stays shallow', async () => {
    const writer = bench.checkout(origin, fresh('checkout'), origin.run('rev-parse', 'main'))
    expect((await upload(writer, 1)).status).toBe('done')
    expect((await upload(writer, 2)).status).toBe('done')
    expect(await seeds(writer)).toEqual([2, 1])
    expect(writer.run('rev-parse', '--is-shallow-repository')).toBe('true')
    expect(writer.run('rev-list', '--count', 'HEAD')).toBe('1')
  })

  test('without a remote in the repository itself', async () => {
    expect((await upload(origin, 1)).status).toBe('done')
    expect((await upload(origin, 2)).status).toBe('done')
    expect(await seeds(origin)).toEqual([2, 1])
  })

  test('the newest of each suite and branch, as many as are asked for', async () => {
    const writer = clone()
    for (const seed of [1, 2, 3])
      await storeOf(writer).upload(artifact, { 'run.json': `{"seed":${seed}}` }, { newest: 2 })
    await storeOf(writer).upload('another', { 'run.json': '{}' }, { newest: 2 })
    expect(await seeds(writer)).toEqual([3, 2])
  })

  test('as last seen here, when origin is away, and the reader is told', async () => {
    await upload(clone(), 1)
    const reader = clone()
    reader.run('remote', 'set-url', 'origin', join(bench.directory, 'nowhere'))
    expect(await seeds(reader)).toEqual([1])
    const { notices } = await storeOf(reader).find({ name: artifact, branch: 'main' })
    expect(notices).toMatchObject([{ code: 'baseline-not-fetched' }])
  })

  test('nothing yet', async () => {
    const { found, why } = await storeOf(clone()).find({ name: artifact, branch: 'main' })
    expect(found).toEqual([])
    expect(why).toContain('There is no branch perf-gate-baselines yet')
  })
})

/** Lets `other` do something just before the first pushes of `repository`. */
function interrupted(repository: Repository, times: number, other: () => Promise<unknown>): GitCommand {
  const git = gitCommand({ cwd: repository.directory, env: gitEnvironment })
  let left = times
  return {
    ...git,
    async ask(args, ...more) {
      if (args[0] === 'push' && left-- > 0) await other()
      return git.ask(args, ...more)
    },
  }
}

describe('two writers at the same moment', () => {
  test.each([
    ['the branch is new', false],
    ['the branch is there', true],
  ])('both Runs are kept when %s', async (_, exists) => {
    const [first, second] = [clone(), clone()]
    if (exists) await upload(first, 1)
    const git = interrupted(second, 1, () => upload(first, 2))
    expect((await upload(second, 3, { git })).status).toBe('done')
    expect((await seeds(clone())).sort()).toEqual(exists ? [1, 2, 3] : [2, 3])
  })

  test('the server lets the other one in between: refused by its lock, and tried again', async () => {
    const [first, second] = [clone(), clone()]
    await upload(first, 1)
    // What another writer has pushed, not yet at origin.
    const aside = bench.clone(origin, fresh('aside'), '--branch', name)
    await upload(first, 2)
    const other = origin.run('rev-parse', name)
    origin.run('update-ref', `refs/heads/${name}`, aside.run('rev-parse', 'HEAD'))
    const hook = join(origin.directory, '.git/hooks/pre-receive')
    writeFileSync(
      hook,
      `#!/bin/sh\n[ -f raced ] && exit 0\ntouch raced\nunset GIT_QUARANTINE_PATH\ngit update-ref refs/heads/${name} ${other}\n`,
    )
    chmodSync(hook, 0o755)
    expect(await upload(second, 3)).toEqual({ publisher: 'artifact', status: 'done' })
    expect(await seeds(clone())).toEqual([3, 2, 1])
  })

  test('somebody who is always faster: given up, and said', async () => {
    const [first, second] = [clone(), clone()]
    let seed = 0
    const git = interrupted(second, 99, () => {
      seed += 1
      return upload(first, seed)
    })
    const receipt = await upload(second, 1000, { git })
    expect(receipt).toMatchObject({ status: 'failed' })
    expect(receipt.why).toContain('was replaced by another writer 5 times in a row')
    expect(await seeds(clone())).toEqual([5, 4, 3, 2, 1])
  })
})

describe('refused', () => {
  test('a branch that holds something else is never replaced', async () => {
    const before = origin.run('rev-parse', 'main')
    const receipt = await upload(clone(), 1, { branch: 'main' })
    expect(receipt).toMatchObject({ status: 'failed' })
    expect(receipt.why).toBe('The branch main holds something else, and was left as it is.')
    expect(origin.run('rev-parse', 'main')).toBe(before)
  })

  test('a laptop only reads', async () => {
    const writer = clone()
    expect(await upload(writer, 1, { writes: false })).toMatchObject({ status: 'skipped' })
    expect(origin.run('branch', '--list', name)).toBe('')
  })

  test('a protected branch', async () => {
    const hook = join(origin.directory, '.git/hooks/pre-receive')
    writeFileSync(
      hook,
      '#!/bin/sh\necho "error: GH006: Protected branch update failed for $0." >&2\nexit 1\n',
    )
    chmodSync(hook, 0o755)
    const receipt = await upload(clone(), 1)
    expect(receipt).toMatchObject({ status: 'failed' })
    expect(receipt.why).toContain('The branch perf-gate-baselines is protected: error: GH006')
    expect(receipt.fix).toContain('out of the branch protection')
  })

  describe('over HTTP', () => {
    let server: Server
    let headers: (string | undefined)[]
    let url: string
    beforeEach(async () => {
      headers = []
      server = createServer((request, response) => {
        headers.push(request.headers.authorization)
        // What a token that only reads is told; here for reading, too.
        response.writeHead(403).end('Permission to octo/app.git denied to github-actions[bot].')
      })
      await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
      url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
    })
    afterEach(() => new Promise((resolve) => server.close(resolve)))

    const pushOnly = (repository: Repository, credentials: ReturnType<typeof tokenCredentials>) => {
      const git = gitCommand({ cwd: repository.directory, env: gitEnvironment })
      const store = gitBranch({
        cwd: repository.directory,
        env: gitEnvironment,
        branch: name,
        credentials,
        git,
      })
      return branchArtifacts({
        name,
        // Reading a public repository takes no token.
        store: {
          ...store,
          async read() {
            const { files } = await store.read()
            return { files, commit: null }
          },
        },
        writes: true,
        git: repository.git,
        clock: { now: () => now, seed: () => 1 },
      })
    }

    test('a token that may not write: skipped, with the line to add; it is sent to its own server only', async () => {
      const writer = clone()
      writer.run('remote', 'set-url', 'origin', `${url}/octo/app`)
      const env = { GITHUB_SERVER_URL: url, GIT_CONFIG_COUNT: '2' }
      const content = { 'run.json': '{}' }
      const receipt = await pushOnly(writer, tokenCredentials({ token: 'ghs_x', env })).upload(
        artifact,
        content,
      )
      expect(receipt).toMatchObject({ status: 'skipped', fix: 'permissions:\n  contents: write' })
      expect(receipt.why).toContain('The token may not push the branch perf-gate-baselines')
      const basic = `basic ${Buffer.from('x-access-token:ghs_x').toString('base64')}`
      expect(new Set(headers)).toEqual(new Set([basic]))
      headers.splice(0)
      const elsewhere = { ...env, GITHUB_SERVER_URL: 'https://github.com' }
      await pushOnly(writer, tokenCredentials({ token: 'ghs_x', env: elsewhere })).upload(artifact, content)
      expect(headers.length).toBeGreaterThan(0)
      expect(new Set(headers)).toEqual(new Set([undefined]))
      headers.splice(0)
      // Two headers would be refused: what the checkout has kept comes first.
      writer.run('config', `http.${url}/.extraheader`, 'AUTHORIZATION: basic kept')
      await pushOnly(writer, tokenCredentials({ token: 'ghs_x', env })).upload(artifact, content)
      expect(new Set(headers)).toEqual(new Set(['basic kept']))
    })
  })
})
