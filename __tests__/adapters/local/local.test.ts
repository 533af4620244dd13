import { mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import { stripVTControlCharacters } from 'node:util'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { folderArtifacts, noArtifacts } from '../../../src/adapters/local/artifacts.ts'
import { localForge } from '../../../src/adapters/local/forge.ts'
import { localHost } from '../../../src/adapters/local/host.ts'
import { isWatched, localLog, type Terminal } from '../../../src/adapters/local/log.ts'
import { nodeFiles } from '../../../src/adapters/node/files.ts'
import type { Progress } from '../../../src/model/progress.ts'
import { fakeClock } from '../../fakes/clock.ts'
import { fakeFiles } from '../../fakes/files.ts'
import { fakeGit } from '../../fakes/git.ts'

function terminal(isTTY: boolean) {
  let written = ''
  const stream = new Writable({
    write(chunk, _, done) {
      written += chunk
      done()
    },
  })
  const stderr: Terminal = Object.assign(stream, { isTTY, columns: 60, rows: 10 })
  return { stderr, written: () => written }
}

const pair: Progress = {
  kind: 'pair',
  benchmark: 'parse',
  round: 3,
  evidence: [{ metric: 'cpu', pairs: 4, state: 'undecided', progress: 0.5, ratio: 1.02 }],
  open: 1,
  of: 2,
  elapsed: 20,
  maxTime: 60,
}
const decided: Progress = {
  ...pair,
  evidence: [{ metric: 'cpu', pairs: 5, state: 'regression', progress: 1, ratio: 1.06 }],
  round: 4,
  open: 0,
}

describe('the log', () => {
  test.each([
    [true, {}, true],
    [true, { CI: 'true' }, false],
    [true, { CI: '' }, true],
    [true, { TERM: 'dumb' }, false],
    [false, {}, false],
  ])('terminal %s with %j is watched: %s', (isTTY, env, expected) => {
    expect(isWatched({ stderr: terminal(isTTY).stderr, env })).toBe(expected)
  })

  test('plain lines without any control characters', () => {
    const { stderr, written } = terminal(false)
    const log = localLog({ stderr, env: {}, color: false })
    log.progress(pair)
    log.progress(decided)
    log.info('see .perf-gate/report.html')
    log.warning('worktree left\n::set-output name=x::y')
    log.error('failed')
    log.done()
    expect(written()).toBe(
      [
        'pair 4: 1 of 2 benchmarks open, 0:20 of at most 1:00',
        'parse cpu: regression, +6.0 % after 5 pairs',
        'see .perf-gate/report.html',
        'warning: worktree left',
        ': :set-output name=x::y',
        'error: failed',
        '',
      ].join('\n'),
    )
  })

  test('on a terminal decisions and messages stay, the picture goes', () => {
    const { stderr, written } = terminal(true)
    const log = localLog({ stderr, env: {}, color: true })
    log.progress(pair)
    expect(stripVTControlCharacters(written())).toContain('parse  pair  4  █████░░░░░  +2.0 %  cpu')
    expect(stripVTControlCharacters(written())).toContain('1 of 2 benchmarks open, at most 0:40 left')
    log.progress(decided)
    log.warning('something')
    expect(stripVTControlCharacters(written())).toContain('parse cpu: regression, +6.0 % after 5 pairs\n')
    expect(written()).toContain('\u001b[33mwarning\u001b[39m: something\n')
    const before = written().length
    log.done()
    // What clears the picture: only control characters.
    expect(stripVTControlCharacters(written().slice(before))).toBe('')
    // The cursor was never hidden.
    expect(written()).not.toContain('\u001b[?25l')
  })
})

test('the forge says what there is not', async () => {
  expect(await localForge.event()).toEqual({ kind: 'local' })
  const receipts = [
    await localForge.upsertComment('m', () => 'b'),
    await localForge.writeSummary('s'),
    await localForge.annotate([]),
    await localForge.setOutputs({}),
  ]
  expect(receipts.map(({ publisher, status }) => `${publisher} ${status}`)).toEqual([
    'comment skipped',
    'summary skipped',
    'annotations skipped',
    'outputs skipped',
  ])
  for (const { why } of receipts) expect(why).toMatch(/^There /)
})

describe.each(['real', 'fake'])('artifacts in a folder, %s files', (kind) => {
  let directory = ''
  beforeAll(() => {
    directory = realpathSync(mkdtempSync(join(tmpdir(), 'perf-gate-artifacts-')))
  })
  afterAll(() => rmSync(directory, { recursive: true, force: true }))

  const open = (branch: string | null = 'main') => {
    const files = kind === 'real' ? nodeFiles(directory) : fakeFiles({}, { cwd: directory })
    const git = fakeGit({ branch, refs: { HEAD: 'a'.repeat(40) } })
    const clock = fakeClock()
    return { artifacts: folderArtifacts({ directory, files, git, clock }), clock, files }
  }

  test('what was kept is found, newest first, by name and branch', async () => {
    const { artifacts, clock, files } = open('feature/a')
    expect(await artifacts.find({ name: 'suite', branch: 'feature/a' })).toMatchObject({ found: [] })
    await artifacts.upload('suite', { 'head.run.json': 'first' })
    clock.advance(60)
    const receipt = await artifacts.upload('suite', {
      'head.run.json': 'second',
      '../../escape': 'x',
      'artifact.json': 'not the record',
    })
    expect(receipt).toEqual({ publisher: 'artifact', status: 'done' })
    await artifacts.upload('../other', { a: '' })

    const { found, why } = await artifacts.find({ name: 'suite', branch: 'feature/a' })
    expect(why).toBeUndefined()
    expect(found.map(({ createdAt }) => createdAt)).toEqual([
      '2026-01-01T00:01:00.000Z',
      '2026-01-01T00:00:00.000Z',
    ])
    expect(found[0]).toMatchObject({ name: 'suite', branch: 'feature/a', commit: 'a'.repeat(40) })
    const [newest] = found
    if (newest === undefined) throw new Error('nothing found')
    expect(await artifacts.download(newest)).toEqual({
      'head.run.json': 'second',
      '../../escape': 'x',
      'artifact.json': 'not the record',
    })
    expect((await artifacts.find({ name: 'suite', branch: 'main' })).why).toContain('no "suite" of main')
    expect((await artifacts.find({ name: '../other', branch: 'feature/a' })).found).toHaveLength(1)
    if (kind === 'real') expect(readdirSync(directory).sort()).toEqual(['%2E%2E%2Fother', 'suite'])

    // An upload that was cut short is none, and neither is one whose record is damaged.
    const place = `${directory}/${newest.id}`
    await files.write(`${place}/artifact.json`, '{"name":"suite"')
    expect((await artifacts.find({ name: 'suite', branch: 'feature/a' })).found).toHaveLength(1)
    await files.remove(`${place}/artifact.json`)
    expect(await artifacts.download(newest)).toBeNull()
  })

  test('without a branch nothing is kept', async () => {
    const receipt = await open(null).artifacts.upload('suite', {})
    expect(receipt).toMatchObject({ status: 'skipped', why: expect.stringContaining('No branch') })
  })

  test('a folder that cannot be written', async () => {
    const { files } = open()
    const git = fakeGit()
    const write = () => Promise.reject(new Error('EROFS: read-only file system'))
    const artifacts = folderArtifacts({ directory, files: { ...files, write }, git, clock: fakeClock() })
    expect(await artifacts.upload('suite', { a: '' })).toMatchObject({
      status: 'failed',
      why: expect.stringContaining('read-only'),
    })
  })
})

test('without a folder every answer says so', async () => {
  expect(await noArtifacts.upload('suite', {})).toMatchObject({ status: 'skipped', why: expect.any(String) })
  expect(await noArtifacts.find({ name: 'suite', branch: 'main' })).toMatchObject({
    found: [],
    why: expect.any(String),
  })
  expect(await noArtifacts.download({ id: '1', name: 'suite' })).toBeNull()
})

test('the host of a plain machine has all ports, and keeps secrets from children', async () => {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'perf-gate-host-')))
  const env = { PATH: process.env.PATH, GITHUB_TOKEN: 'ghs_x', RUNNER_TEMP: join(directory, 'temp') }
  const host = localHost({
    cwd: directory,
    env,
    stderr: terminal(false).stderr,
    version: '1.2.3',
    color: false,
    baselineDirectory: 'baselines',
  })
  expect(host).toMatchObject({ cwd: directory, version: '1.2.3', env })
  const { stdout } = await host.processes.run({ command: 'echo "[$GITHUB_TOKEN]"', cwd: directory })
  expect(stdout).toBe('[]\n')
  expect(await host.git.root()).toBeNull()
  expect(await host.files.temporary('x-')).toContain(join(directory, 'temp'))
  expect((await host.artifacts.find({ name: 'a', branch: 'b' })).why).toContain(join(directory, 'baselines'))
  expect((await host.machine.facts()).runtimes?.node).toBe(process.versions.node)
  rmSync(directory, { recursive: true })
})
