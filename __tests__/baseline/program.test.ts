// A kept program is used only when it is whole, untouched, of the base itself and built as it would be built here.
import { describe, expect, test } from 'vitest'
import { nodeArchive } from '../../src/adapters/node/archive.ts'
import { findProgram, type ProgramTerms, storeProgram } from '../../src/baseline/program.ts'
import { staysBelow } from '../../src/baseline/program-manifest.ts'
import type { Environment } from '../../src/model/environment.ts'
import type { ForgeEvent } from '../../src/ports/forge.ts'
import type { Host } from '../../src/ports/host.ts'
import { fakeArtifacts } from '../fakes/artifacts.ts'
import { fakeFiles } from '../fakes/files.ts'
import { fakeGit } from '../fakes/git.ts'

const name = 'perf-gate-program-parse'
const environment: Environment = { os: 'Linux', arch: 'x64', runtimes: { node: '24.1.0' }, cpu: 'EPYC' }
const onMain: ForgeEvent = { kind: 'push', branch: 'main', defaultBranch: 'main' }
const onPullRequest: ForgeEvent = { kind: 'pull_request', targetBranch: 'main', defaultBranch: 'main' }
const content = { '/repository/dist/a.js': 'a', '/repository/dist/lib/b.bin': new Uint8Array([0, 255, 128]) }

function terms(parts: Partial<ProgramTerms> = {}, files = fakeFiles(content)): ProgramTerms {
  const git = fakeGit({ files: { c1: { 'package-lock.json': '{}' } } })
  return {
    keep: ['dist'],
    setup: ['make'],
    environment,
    host: { files, git, archive: nodeArchive },
    ...parts,
  }
}

async function store(parts: Partial<ProgramTerms> = {}, event = onMain, files = fakeFiles(content)) {
  const artifacts = fakeArtifacts()
  const place = { suite: 'parse', event, artifacts, notices: [] }
  const head = { directory: '/repository', commit: 'c1' }
  const receipt = await storeProgram({ ...terms(parts, files), place, head })
  return { receipt, bytes: artifacts.uploaded[name] as Record<string, Uint8Array> | undefined }
}

interface Kept {
  readonly commit?: string
  readonly bytes?: Record<string, Uint8Array> | null
}

function find({ commit = 'c1', bytes }: Kept, parts: Partial<ProgramTerms> = {}) {
  const kept = bytes == null ? {} : { bytes: asBytes(bytes) }
  const artifacts = fakeArtifacts([{ name, commit, files: null, ...kept }])
  const place = { suite: 'parse', event: onPullRequest, artifacts, notices: [] }
  return findProgram({ ...terms(parts), place, commit: 'c1' })
}
const asBytes = (files: Readonly<Record<string, Uint8Array | string>>) =>
  Object.fromEntries(Object.entries(files).map(([file, text]) => [file, Buffer.from(text)]))

test('what was stored is found again, byte by byte', async () => {
  const { receipt, bytes } = await store()
  expect(receipt).toEqual({ publisher: 'program', status: 'done' })
  const found = await find({ ...(bytes === undefined ? {} : { bytes }) })
  expect(found).toEqual({
    program: {
      commit: 'c1',
      files: [
        { path: 'dist/a.js', content: new Uint8Array([97]), executable: false },
        { path: 'dist/lib/b.bin', content: new Uint8Array([0, 255, 128]), executable: false },
      ],
    },
  })
})

describe('not kept', () => {
  test('by a pull request', async () => {
    const { receipt, bytes } = await store({}, onPullRequest)
    expect(receipt).toMatchObject({ status: 'skipped' })
    expect(bytes).toBeUndefined()
  })
  test('when nothing matches', async () => {
    const { receipt } = await store({ keep: ['build'] })
    expect(receipt).toMatchObject({ status: 'failed', why: '`baseline.keep` (build) matches no file.' })
  })
  test('when it is too large, and the sizes are said', async () => {
    const files = fakeFiles(content)
    const large: Host['files'] = {
      ...files,
      list: async () => [{ path: 'dist/a.js', bytes: 300 * 2 ** 20, executable: false, link: false }],
    }
    const { receipt } = await store({ host: { ...terms().host, files: large } })
    expect(receipt.why).toBe(
      'The program is too large to be kept: 1 file of 300 MiB; at most 20000 files of 256 MiB are.',
    )
  })
  test('links, and how many is said', async () => {
    const files = fakeFiles(content)
    const linked: Host['files'] = {
      ...files,
      list: async (...args) => [
        ...(await files.list(...args)),
        { path: 'dist/link', bytes: 4, executable: false, link: true },
      ],
    }
    const { receipt, bytes } = await store({ host: { ...terms().host, files: linked } })
    expect(receipt).toEqual({ publisher: 'program', status: 'done', why: '1 link is not kept.' })
    expect(JSON.parse(String(bytes?.['manifest.json'])).files).toHaveLength(2)
  })
})

type Manifest = { files: Record<string, unknown>[] } & Record<string, unknown>

describe('not used', () => {
  const kept = async (change: (manifest: Manifest) => void, more: Record<string, string> = {}) => {
    const { bytes = {} } = await store()
    const manifest = JSON.parse(String(bytes['manifest.json'])) as Manifest
    change(manifest)
    const limits = { bytes: 1e6, files: 100 }
    const contents = {
      ...nodeArchive.unpack(bytes['program.zip'] ?? new Uint8Array(), limits),
      ...asBytes(more),
    }
    return {
      'manifest.json': Buffer.from(JSON.stringify(manifest)),
      'program.zip': nodeArchive.pack(contents),
    }
  }
  test.each<[string, () => Promise<Record<string, Uint8Array> | null>, string, Partial<ProgramTerms>?]>([
    ['expired', async () => null, 'has expired or could not be downloaded'],
    [
      'half uploaded',
      async () => ({ 'manifest.json': Buffer.from('{}') }),
      'is not whole: its upload may have been cut short',
    ],
    [
      'no manifest',
      async () => ({ 'manifest.json': Buffer.from('{'), 'program.zip': Buffer.from('') }),
      'has no manifest that can be read',
    ],
    [
      'no archive',
      async () => ({ ...(await kept(() => {})), 'program.zip': Buffer.from('x') }),
      'not a readable zip',
    ],
    [
      'of another commit, whatever it is stored under',
      () =>
        kept((manifest) => {
          manifest.commit = 'c2'
        }),
      'is of another commit, c2',
    ],
    ['another setup', () => kept(() => {}), 'was built by another `setup`', { setup: ['make all'] }],
    ['other paths', () => kept(() => {}), 'was kept with other paths', { keep: ['dist', 'lib'] }],
    [
      'another runtime',
      () => kept(() => {}),
      'was built with another toolchain: node 24.1.0 there, 24.2.0 here',
      { environment: { ...environment, runtimes: { node: '24.2.0' } } },
    ],
    [
      'another architecture',
      () => kept(() => {}),
      'another toolchain: architecture x64 there, arm64 here',
      { environment: { ...environment, arch: 'arm64' } },
    ],
    [
      'another lockfile',
      () =>
        kept((manifest) => {
          manifest.lockfiles = { 'package-lock.json': '0'.repeat(64) }
        }),
      'was built with another package-lock.json',
    ],
    [
      'a changed file',
      () => kept(() => {}, { 'dist/a.js': 'z' }),
      'has another dist/a.js than its digest says',
    ],
    [
      'a file more',
      () => kept(() => {}, { 'dist/c.js': 'z' }),
      'holds "dist/c.js", which its manifest does not',
    ],
    [
      'a file less',
      () => kept(({ files }) => files.push({ ...files[0], path: 'dist/gone.js' })),
      'lacks dist/gone.js',
    ],
    [
      'a file twice',
      () => kept(({ files }) => files.push({ ...files[0], path: 'DIST/a.js' })),
      'names "DIST/a.js" twice',
    ],
    [
      'a path that climbs out',
      () => kept(({ files }) => files.push({ ...files[0], path: '../a.js' }), { '../a.js': 'a' }),
      'names a path that leads elsewhere: "../a.js"',
    ],
  ])('%s', async (_, make, why, parts = {}) => {
    const found = await find({ bytes: await make() }, parts)
    expect('why' in found ? found.why : 'found').toContain(why)
    expect('why' in found ? found.why : '').toMatch(/^The program that was kept of c1 .*\.$/)
  })

  test('another CPU is no other toolchain', async () => {
    const { bytes = {} } = await store()
    expect(await find({ bytes }, { environment: { ...environment, cpu: 'Xeon' } })).toHaveProperty('program')
  })

  test('that of another commit, when the base has none', async () => {
    const { bytes = {} } = await store()
    expect(await find({ commit: 'c0', bytes })).toEqual({
      why: 'None was kept of c1, only of other commits.',
    })
  })
})

test.each([
  ['dist/a.js', true],
  ['.hidden/…/µ', true],
  ['/etc/passwd', false],
  ['a/../b', false],
  ['a/./b', false],
  ['a//b', false],
  ['', false],
  ['C:/a', false],
  ['a:stream', false],
  ['a\\..\\b', false],
  ['.git/hooks/post-checkout', false],
  ['sub/.GIT/config', false],
  ['a\0b', false],
])('%j stays below its folder: %s', (path, stays) => {
  expect(staysBelow(path)).toBe(stays)
})
