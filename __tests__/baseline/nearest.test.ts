// Runs of ancestors only, the nearest first, and one sentence for each way in which there is none.
import { describe, expect, test } from 'vitest'
import { artifactName, type BaselineQuery, findBaseline } from '../../src/baseline/index.ts'
import type { Environment } from '../../src/model/environment.ts'
import { emptyRun } from '../../src/model/run.ts'
import { type FakeArtifact, fakeArtifacts } from '../fakes/artifacts.ts'
import { fakeGit } from '../fakes/git.ts'

const here: Environment = { suiteHash: 'h1', cpu: 'EPYC 7763', cores: 4, runtimes: { node: '24.1.0' } }
const name = artifactName('parse')
const stored = (commit: string, environment: Environment = here): FakeArtifact => ({
  name,
  commit,
  files: { 'run.json': JSON.stringify(emptyRun({ environment })) },
})
// main: a - b - c - base - newer; `aside` was merged into c.
const git = fakeGit({
  commits: { a: [], aside: ['a'], b: ['a'], c: ['b', 'aside'], base: ['c'], newer: ['base'], rewritten: [] },
})
const find = (all: readonly FakeArtifact[], parts: Partial<BaselineQuery> = {}) =>
  findBaseline({
    suite: 'parse',
    environment: here,
    event: { kind: 'pull_request', targetBranch: 'main', defaultBranch: 'main' },
    artifacts: fakeArtifacts(all),
    history: { git, base: 'base' },
    ...parts,
  })
const commitsOf = ({ runs }: Awaited<ReturnType<typeof find>>) => runs.map(({ subject }) => subject.commit)
const said = ({ notices }: Awaited<ReturnType<typeof find>>) =>
  notices.map(({ message }) => message).join('\n')

describe('by the commit graph', () => {
  test('the nearest first, whatever was stored last; its distance is handed on', async () => {
    const found = await find(['a', 'newer', 'rewritten', 'b', 'c'].map((commit) => stored(commit)))
    expect(commitsOf(found)).toEqual(['c', 'b', 'a'])
    expect(found.nearest).toEqual({ commit: 'c', distance: 1 })
    expect(found.notices).toEqual([])
  })

  test('of several of one commit the newest first', async () => {
    const [again, before] = [stored('c'), stored('c', { ...here, perfGate: 'older' })]
    const { runs } = await find([again, before])
    expect(runs.map(({ environment }) => environment.perfGate)).toEqual([undefined, 'older'])
  })

  test('as many as are asked for, of the nearest', async () => {
    expect(
      commitsOf(
        await find(
          ['a', 'b', 'c', 'base'].map((commit) => stored(commit)),
          { limit: 2 },
        ),
      ),
    ).toEqual(['base', 'c'])
  })

  test('none but of other commits: that is no baseline, and is said', async () => {
    const found = await find([stored('newer'), stored('rewritten')])
    expect(found.runs).toEqual([])
    expect(said(found)).toBe(
      'There is no recorded baseline. All 2 that were found are of commits that the base base does not go back to: newer ones, or rewritten ones.',
    )
  })

  test('without a base commit, two folders, all count as they are found', async () => {
    const found = await find([stored('newer'), stored('a')], { history: undefined })
    expect(commitsOf(found)).toEqual(['newer', 'a'])
    expect(found.nearest).toBeUndefined()
  })
})

describe('why the base has none of its own', () => {
  const missing = 'The run of perf.yml for base was cancelled and left no baseline.'
  const withReason = (all: readonly FakeArtifact[]) => {
    const artifacts = fakeArtifacts(all)
    return find(all, {
      artifacts: { ...artifacts, find: async (query) => ({ ...(await artifacts.find(query)), missing }) },
    })
  }
  test('is said beside the nearest that has', async () => {
    const found = await withReason([stored('b')])
    expect(commitsOf(found)).toEqual(['b'])
    expect(said(found)).toBe(missing)
  })
  test('and beside nothing', async () => {
    expect(said(await withReason([]))).toContain(missing)
  })
  test('but not where it has', async () => {
    expect((await withReason([stored('base')])).notices).toEqual([])
  })
})

describe('of another machine', () => {
  test.each<[string, Environment, string]>([
    ['CPU', { ...here, cpu: 'Xeon 8370C' }, 'CPU Xeon 8370C there, EPYC 7763 here'],
    ['runtime', { ...here, runtimes: { node: '22.0.0' } }, 'node 22.0.0 there, 24.1.0 here'],
    ['runner image', { ...here, runnerImage: 'ubuntu24 1' }, 'runner image ubuntu24 1 there, unknown here'],
  ])('%s: left out, and what differs is said', async (_, environment, difference) => {
    const found = await find([stored('c', environment), stored('b')])
    expect(commitsOf(found)).toEqual(['b'])
    expect(found.nearest).toEqual({ commit: 'b', distance: 3 })
    expect(said(found)).toBe(
      `1 recorded Run was measured on another kind of machine and left out (${difference}). 1 is left to compare with.`,
    )
  })
})
