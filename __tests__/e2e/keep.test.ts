// `baseline.keep` in the built action: the default branch keeps what it built, a pull request measures against it in
// pairs without building the base; and whatever stands against that is said, and the base is built.
import { existsSync, mkdtempSync, readFileSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { strToU8, zipSync } from 'fflate'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { nodeArchive } from '../../src/adapters/node/archive.ts'
import { unzip } from '../../src/adapters/node/zip.ts'
import type { StoredArtifact } from '../github/artifact-service.ts'
import { type Checkout, checkOutMain, checkOutPullRequest } from '../github/fake-checkout.ts'
import { type FakeGitHub, fakeGitHub, tokens, workflowRun } from '../github/fake-github.ts'
import { runAction } from '../github/fake-runner.ts'
import { createRepository, laptop, type Repository, root, run } from './repository.ts'

const suite = `setup: sh build.sh
benchmarks:
  size:
    files: dist/*.js
  tool:
    command: dist/tool
    metrics: [wall]
budgets:
  - { metric: bytes, regression: 5% }
gate: { max-pairs: 5, max-time: 3s }
baseline: { keep: [dist] }
`
const build = `mkdir -p dist
cp source.js dist/out.js
printf '#!/bin/sh\\nexit 0\\n' > dist/tool
chmod +x dist/tool
echo "$PWD" >> "$BUILDS"
`
let github: FakeGitHub
let origin: Repository
let kept: string
let directory: string
let builds: string
const checkouts: Checkout[] = []
let stored: readonly StoredArtifact[]

beforeAll(async () => {
  github = await fakeGitHub()
  directory = realpathSync(mkdtempSync(join(tmpdir(), 'perf-gate-keep-')))
  builds = join(directory, 'builds')
  origin = createRepository()
  origin.git('config', 'uploadpack.allowAnySHA1InWant', 'true')
  const source = { 'build.sh': build, 'source.js': 'x'.repeat(1000), 'package-lock.json': '{}' }
  origin.commit({ 'perf-gate.yml': suite, ...source }, 'first')
  kept = origin.commit({ 'README.md': 'docs' }, 'docs')
  origin.git('checkout', '-q', '-b', 'feature')
  origin.commit({ 'source.js': 'x'.repeat(2000) }, 'twice as large')
  const { exitCode, stdout, stderr } = await gate(checkOutMain(origin), 'write')
  expect(exitCode, stdout + stderr).toBe(0)
  stored = structuredClone(github.artifacts.artifacts)
}, 120_000)
afterEach(() => {
  const copies = structuredClone(stored).map((one) => ({ ...one, content: Buffer.from(one.content) }))
  github.artifacts.artifacts.splice(0, Number.POSITIVE_INFINITY, ...copies)
  for (const checkout of checkouts.splice(0)) checkout.dispose()
})
afterAll(async () => {
  origin.dispose()
  rmSync(directory, { recursive: true, force: true })
  await github.close()
})

async function gate(
  checkout: Checkout,
  token: 'write' | 'readOnly',
  env: Readonly<Record<string, string>> = {},
  inputs: Readonly<Record<string, string>> = {},
) {
  checkouts.push(checkout)
  const { workspace, event } = checkout
  rmSync(builds, { force: true })
  const run = workflowRun({
    id: github.artifacts.artifacts.length + 1,
    head_sha: event.sha,
    head_branch: event.name === 'push' ? 'main' : 'feature',
  })
  const result = await runAction(root, {
    github,
    workspace,
    event,
    run,
    token: tokens[token],
    env: { BUILDS: builds, ...env },
    with: inputs,
  })
  const path = join(workspace, '.perf-gate/report.json')
  return {
    ...result,
    workspace,
    report: existsSync(path) ? JSON.parse(readFileSync(path, 'utf8')) : null,
    builtIn: existsSync(builds) ? readFileSync(builds, 'utf8').trim().split('\n') : [],
  }
}

const onPullRequest = (env = {}, inputs = {}) =>
  gate(checkOutPullRequest(origin, 7, 'feature'), 'readOnly', env, inputs)
const program = () => {
  const artifact = github.artifacts.artifacts.find(({ name }) => name === 'perf-gate-program-perf-gate')
  if (artifact === undefined) throw new Error('no program was kept')
  return artifact
}
const limits = { bytes: 10_000_000, files: 100 }

test('the default branch leaves its program beside its Run, each file with its digest', () => {
  const files = unzip(program().content, limits)
  const manifest = JSON.parse(new TextDecoder().decode(files['manifest.json']))
  expect(manifest).toMatchObject({
    commit: kept,
    setup: ['sh build.sh'],
    keep: ['dist'],
    toolchain: { arch: process.arch, runnerImage: 'ubuntu24 20261101.1' },
    lockfiles: { 'package-lock.json': nodeArchive.digest(strToU8('{}')) },
  })
  expect(manifest.files).toEqual([
    {
      path: 'dist/out.js',
      bytes: 1000,
      sha256: nodeArchive.digest(strToU8('x'.repeat(1000))),
      executable: false,
    },
    expect.objectContaining({ path: 'dist/tool', executable: true }),
  ])
})

test('a pull request measures in pairs against it, and builds its own side only', {
  timeout: 60_000,
}, async () => {
  const { exitCode, stdout, report, builtIn, workspace, summary } = await onPullRequest()
  expect(builtIn, stdout).toEqual([workspace])
  expect(report.change).toMatchObject({ base: { commit: kept }, reason: 'merge-base' })
  expect(report.measured).toMatchObject({ restored: true })
  const rows = report.comparisons as { benchmark: string; base: number; head: number; pairs: number }[]
  expect(rows.find(({ benchmark }) => benchmark === 'size')).toMatchObject({ base: 1000, head: 2000 })
  expect(rows.find(({ benchmark }) => benchmark === 'tool')?.pairs).toBeGreaterThan(0)
  expect(exitCode).toBe(1)
  expect(summary).toContain('Its program was kept by an earlier run and not built again.')
  expect(report.notices.map(({ code }: { code: string }) => code)).not.toContain('program-not-restored')
})

/** The kept program with another manifest or other files. */
function repack(
  change: (manifest: { files: { path: string; sha256: string; bytes: number }[] }) => void,
  more = {},
) {
  const artifact = program()
  const { 'manifest.json': text, 'program.zip': zip } = unzip(artifact.content, limits)
  const manifest = JSON.parse(new TextDecoder().decode(text))
  change(manifest)
  const contents = { ...unzip(zip ?? new Uint8Array(), limits), ...more }
  replace({ 'manifest.json': strToU8(JSON.stringify(manifest)), 'program.zip': zipSync(contents) })
}
function replace(files: Readonly<Record<string, Uint8Array>>) {
  const { id, ...artifact } = program()
  const { artifacts } = github.artifacts
  artifacts.splice(
    artifacts.findIndex((one) => one.id === id),
    1,
  )
  github.artifacts.add(artifact.name, artifact.run, zipSync(files))
}

describe('the base is built when what was kept', { timeout: 60_000 }, () => {
  const outside = {
    path: '../../escaped.js',
    bytes: 1,
    sha256: nodeArchive.digest(strToU8('x')),
    executable: false,
  }
  test.each<[string, () => void, RegExp, Record<string, string>?]>([
    ['is not there', () => github.artifacts.artifacts.splice(0), /There is no artifact/],
    [
      'has another file than its digest says',
      () => repack(() => {}, { 'dist/out.js': strToU8('y'.repeat(1000)) }),
      /has another dist\/out\.js than its digest says/,
    ],
    [
      'leads out of its folder',
      () => repack(({ files }) => files.push(outside), { '../../escaped.js': strToU8('x') }),
      /names a path that leads elsewhere/,
    ],
    [
      'was built by another toolchain',
      () => {},
      /another toolchain: runner image ubuntu24 20261101\.1 there, ubuntu24 20261108\.1 here/,
      { ImageVersion: '20261108.1' },
    ],
  ])('%s', async (_, spoil, says, env = {}) => {
    spoil()
    const { report, builtIn, summary, workspace } = await onPullRequest(env, { only: 'size' })
    expect(builtIn).toHaveLength(2)
    expect(builtIn).toContain(workspace)
    const messages = report.notices.map(({ message }: { message: string }) => message).join('\n')
    expect(messages).toMatch(says)
    expect(messages).toContain('The base was built, not restored.')
    expect(summary).toContain('The base was built, not restored.')
    expect(report.measured.restored).toBeUndefined()
    expect(existsSync(join(workspace, '../escaped.js'))).toBe(false)
  })
})

test('on any CI, in a folder: stored by the default branch, restored on another', {
  timeout: 60_000,
}, async () => {
  const repository = createRepository()
  try {
    const kept = join(directory, 'kept')
    const source = { 'build.sh': build, 'source.js': 'x', '.gitignore': 'dist\n' }
    const inFolder = suite.replace('keep:', `from: file, path: "${kept}", keep:`)
    repository.commit({ 'perf-gate.yml': inFolder, ...source }, 'first')
    const base = repository.commit({ 'README.md': 'docs' }, 'docs')
    const gateHere = async () => {
      rmSync(builds, { force: true })
      const args = ['run', '--only', 'size', '--json']
      const ended = await run(args, {
        cwd: repository.directory,
        env: laptop({ CI: 'true', BUILDS: builds }),
      })
      return { ...JSON.parse(ended.stdout), builtIn: readFileSync(builds, 'utf8').trim().split('\n') }
    }
    expect((await gateHere()).builtIn).toHaveLength(2)
    repository.git('checkout', '-q', '-b', 'feature')
    repository.commit({ 'source.js': 'xx' }, 'larger')
    const { builtIn, measured, change, baseline } = await gateHere()
    expect(builtIn).toEqual([repository.directory])
    expect(measured.restored).toBe(true)
    expect(change.base.commit).toBe(base)
    expect(baseline).toEqual({ commit: base, distance: 0, runs: 1 })
  } finally {
    repository.dispose()
  }
})
