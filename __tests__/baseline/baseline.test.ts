// Storing on the default branch and finding again on a pull request; each way to find nothing has its sentence.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { artifactName, findBaseline, storeBaseline } from '../../src/baseline/index.ts'
import { emptyRun, type Run } from '../../src/model/run.ts'
import type { ForgeEvent } from '../../src/ports/forge.ts'
import { fakeArtifacts } from '../fakes/artifacts.ts'

const name = artifactName('parse')
const onPullRequest: ForgeEvent = {
  kind: 'pull_request',
  targetBranch: 'main',
  branch: 'feature',
  defaultBranch: 'main',
}
const onMain: ForgeEvent = { kind: 'push', branch: 'main', defaultBranch: 'main' }
const run = (suiteHash = 'h1', parts: Partial<Run> = {}): Run =>
  emptyRun({ environment: { suiteHash }, ...parts })
const stored = (commit: string, text: string) => ({ name, commit, files: { 'run.json': text } })
const find = (artifacts: ReturnType<typeof fakeArtifacts>, event = onPullRequest) =>
  findBaseline({ suite: 'parse', environment: { suiteHash: 'h1' }, event, artifacts })

describe('the name', () => {
  test('is readable where it can be', () => {
    expect(artifactName('perf-gate')).toBe('perf-gate-baseline-perf-gate')
    expect(artifactName('api / load:p95')).toBe('perf-gate-baseline-api~20~~2f~~20~load~3a~p95')
  })

  test('is legal, and different for different suites', () => {
    const suite = fc.string({ unit: 'binary', minLength: 1, maxLength: 12 })
    fc.assert(
      fc.property(suite, suite, (a, b) => {
        // What the artifact service refuses in names.
        expect(artifactName(a)).not.toMatch(/["<>|*?\r\n\\/:]/)
        expect(artifactName(a) === artifactName(b)).toBe(a === b)
      }),
      { seed: 20261123 },
    )
  })
})

describe('storing', () => {
  test.each<[string, ForgeEvent, boolean]>([
    ['a push to the default branch', onMain, true],
    ['a scheduled run of the default branch', { ...onMain, kind: 'other' }, true],
    ['a push to another branch', { ...onMain, branch: 'feature' }, false],
    ['a pull request', onPullRequest, false],
    ['a pull request from a branch that is called like it', { ...onPullRequest, branch: 'main' }, false],
    ['a laptop', { ...onMain, kind: 'local' }, false],
    ['a tag', { kind: 'other', defaultBranch: 'main' }, false],
  ])('%s', async (_, event, stores) => {
    const artifacts = fakeArtifacts()
    const receipt = await storeBaseline({ suite: 'parse', run: run(), event, artifacts })
    expect(receipt).toMatchObject({ publisher: 'baseline', status: stores ? 'done' : 'skipped' })
    expect(Object.keys(artifacts.uploaded)).toEqual(stores ? [name] : [])
    // Nobody has to do anything about a run that stores none.
    expect(receipt).not.toHaveProperty('fix')
  })

  test('what is stored is found again, with the commit that the forge names', async () => {
    const artifacts = fakeArtifacts()
    const kept = run('h1', { subject: { label: 'head', commit: 'claimed' }, seed: 7 })
    await storeBaseline({ suite: 'parse', run: kept, event: onMain, artifacts })
    const text = String(artifacts.uploaded[name]?.['run.json'])
    expect(await find(fakeArtifacts([stored('true', text)]))).toEqual({
      runs: [{ ...kept, subject: { label: 'head', commit: 'true', ref: 'main' } }],
      notices: [],
    })
  })
})

describe('finding', () => {
  test.each<[string, ForgeEvent, string]>([
    ['the default branch on a pull request', onPullRequest, 'main'],
    ['the default branch on its own push', onMain, 'main'],
    ['the default branch on a push to another', { ...onMain, branch: 'feature' }, 'main'],
    ['the default branch, when there is no branch', { kind: 'other', defaultBranch: 'trunk' }, 'trunk'],
    [
      'the target, when the default branch is not known',
      { kind: 'pull_request', targetBranch: 'main' },
      'main',
    ],
  ])('asks for %s', async (_, event, branch) => {
    const artifacts = fakeArtifacts()
    await find(artifacts, event)
    expect(artifacts.queries).toEqual([{ name, branch }])
  })

  test('a pull request into another branch is held against none', async () => {
    const artifacts = fakeArtifacts([stored('c1', JSON.stringify(run()))])
    const { runs, notices } = await find(artifacts, { ...onPullRequest, targetBranch: 'release' })
    expect(runs).toEqual([])
    expect(notices[0]?.message).toContain('the default branch main only, and this is compared with release')
    expect(artifacts.queries).toEqual([])
  })

  test('newest first, no more than asked for', async () => {
    const artifacts = fakeArtifacts(['c3', 'c2', 'c1'].map((commit) => stored(commit, JSON.stringify(run()))))
    const { runs } = await findBaseline({ suite: 'parse', event: onPullRequest, artifacts, limit: 2 })
    expect(runs.map(({ subject }) => subject.commit)).toEqual(['c3', 'c2'])
  })

  test('none yet', async () => {
    expect(await find(fakeArtifacts([], 'It is stored when the gate runs on main.'))).toEqual({
      runs: [],
      notices: [
        {
          code: 'no-baseline',
          message: 'There is no recorded baseline. It is stored when the gate runs on main.',
          fix: 'Let the gate also run on pushes to main.',
        },
      ],
    })
  })

  test('no branch to ask for', async () => {
    const { notices } = await find(fakeArtifacts(), { kind: 'other' })
    expect(notices).toMatchObject([{ code: 'no-baseline' }])
  })

  test.each([
    ['expired since it was listed', null, 'it expired or could not be downloaded'],
    ['was uploaded by half', {}, 'it holds no run.json'],
    ['is no JSON', { 'run.json': '{' }, 'its run.json is not JSON'],
    [
      'is no Run',
      { 'run.json': '{"format":"perf-gate/run","version":1,"series":[{}]}' },
      'its run.json is no Run of perf-gate: series.0',
    ],
    ['is of a later version', { 'run.json': '{"format":"perf-gate/run","version":2}' }, 'has version 2'],
  ])('one that %s is left out and named', async (_, files, why) => {
    const artifacts = fakeArtifacts([
      { name, commit: 'abcdef0123', files },
      stored('good', JSON.stringify(run())),
    ])
    const { runs, notices } = await find(artifacts)
    expect(runs).toHaveLength(1)
    expect(notices).toHaveLength(1)
    expect(notices[0]).toMatchObject({ code: 'baseline-unreadable' })
    expect(notices[0]?.message).toContain('of commit abcdef0')
    expect(notices[0]?.message).toContain(why)
  })

  test('Runs of a suite that has changed since are left out and counted', async () => {
    const changed = ['h1', 'h0', 'h0'].map((hash, index) => stored(`c${index}`, JSON.stringify(run(hash))))
    const { runs, notices } = await find(fakeArtifacts(changed))
    expect(runs.map(({ subject }) => subject.commit)).toEqual(['c0'])
    expect(notices).toMatchObject([{ code: 'baseline-of-another-suite' }])
    expect(notices[0]?.message).toContain('2 recorded Runs were')
  })
})
