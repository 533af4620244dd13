// A job that is run again finds what its earlier attempts left, and nothing else.
import { describe, expect, test } from 'vitest'
import { findEarlier, firstRoundAfter, storeAttempt } from '../../src/baseline/attempts.ts'
import { attemptName } from '../../src/baseline/name.ts'
import { ConfigError } from '../../src/errors.ts'
import type { Change } from '../../src/model/change.ts'
import { emptyRun, type Run, type Runs } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import type { ForgeEvent } from '../../src/ports/forge.ts'
import { fakeArtifacts } from '../fakes/artifacts.ts'
import { fakeFiles } from '../fakes/files.ts'

const change: Change = {
  base: { commit: 'b'.repeat(40) },
  head: { commit: 'a'.repeat(40), directory: '/repo' },
  reason: 'merge-base',
}
const trials = (...rounds: number[]): Series => ({
  benchmark: 'parse',
  metric: 'cpu',
  unit: 's',
  better: 'lower',
  evidence: { kind: 'trials', trials: rounds.map((round) => ({ round, samples: [1] })) },
})
const run = (side: 'base' | 'head', parts: Partial<Run> = {}): Run =>
  emptyRun({
    subject: { label: side, commit: (side === 'head' ? 'a' : 'b').repeat(40) },
    measurement: 'one',
    environment: { suiteHash: 'h1' },
    series: [trials(0, 1, 2)],
    ...parts,
  })
const runs = (parts: Partial<Run> = {}): Runs => ({ base: run('base', parts), head: run('head', parts) })
const filesOf = ({ base, head }: Runs) => ({
  'base.run.json': JSON.stringify(base),
  'head.run.json': JSON.stringify(head),
})
const event = (attempt: number): ForgeEvent => ({ kind: 'pull_request', run: { id: '77', attempt, url: '' } })
const left = (
  attempt: number,
  files: Readonly<Record<string, string>> | null = filesOf(runs()),
  id = '77',
) => ({
  name: attemptName('my suite', { id, attempt }),
  commit: 'x',
  run: id,
  files,
})
const query = { suite: 'my suite', suiteHash: 'h1', change, files: fakeFiles({}) }
const find = (attempt: number, stored: ReturnType<typeof left>[]) =>
  findEarlier({ ...query, event: event(attempt), artifacts: fakeArtifacts(stored) })

describe('on GitHub', () => {
  test('the first attempt has nothing to continue and asks for nothing', async () => {
    const artifacts = fakeArtifacts([left(1)])
    expect(await findEarlier({ ...query, event: event(1), artifacts })).toEqual({ runs: null, notices: [] })
    expect(await findEarlier({ ...query, event: { kind: 'local' }, artifacts })).toEqual({
      runs: null,
      notices: [],
    })
    expect(artifacts.queries).toEqual([])
  })

  test('a later one takes what the latest before it left, under the name it was stored under', async () => {
    const stored = fakeArtifacts()
    const [receipt] = await storeAttempt({
      suite: 'my suite',
      runs: runs(),
      event: event(2),
      artifacts: stored,
    })
    expect(receipt).toMatchObject({ publisher: 'attempt', status: 'done' })
    const [[name, files] = ['', {}]] = Object.entries(stored.uploaded)
    expect(name).toBe('perf-gate-attempt-77-2-my~20~suite')
    const more = { name, commit: 'x', run: '77', files: files as Record<string, string> }
    const older = left(1, filesOf(runs({ measurement: 'other' })))
    const { runs: found, notices } = await find(3, [more, older])
    expect(found).toEqual(runs())
    expect(notices).toMatchObject([
      { code: 'continued', message: expect.stringContaining('attempt 2: 3 rounds') },
    ])
  })

  test('attempts that ran other jobs are passed over', async () => {
    const { runs: found, notices } = await find(5, [left(1)])
    expect(found).toEqual(runs())
    expect(notices[0]?.message).toContain('attempt 1')
  })

  test('what another run left under that name is none of ours', async () => {
    const foreign = { ...left(1), run: '78' }
    expect((await find(2, [foreign])).runs).toBeNull()
  })

  test('outside of a workflow nothing is left', async () => {
    const artifacts = fakeArtifacts()
    expect(await storeAttempt({ suite: 's', runs: runs(), event: { kind: 'local' }, artifacts })).toEqual([])
    expect(artifacts.uploaded).toEqual({})
  })

  test.each<[string, Readonly<Record<string, string>> | null, RegExp]>([
    ['it expired', null, /there is no base\.run\.json/],
    ['a file is missing', { 'base.run.json': JSON.stringify(run('base')) }, /there is no head\.run\.json/],
    ['a file is broken', { ...filesOf(runs()), 'head.run.json': '{' }, /head\.run\.json is not JSON/],
    ['other benchmarks', filesOf(runs({ environment: { suiteHash: 'h2' } })), /other benchmarks/],
    [
      'another base',
      filesOf({ ...runs(), base: run('base', { subject: { commit: 'c'.repeat(40) } }) }),
      /its base is ccccccc, and this one is bbbbbbb/,
    ],
    [
      'two measurements',
      filesOf({ ...runs(), base: run('base', { measurement: 'two' }) }),
      /not of one measurement/,
    ],
  ])('%s: it stands alone, and says so', async (_, files, says) => {
    const { runs: found, notices } = await find(2, [left(1, files)])
    expect(found).toBeNull()
    expect(notices).toMatchObject([{ code: 'attempt-not-continued' }])
    expect(notices[0]?.message).toMatch(says)
    expect(notices[0]?.message).toMatch(/^This is attempt 2/)
  })
})

describe('a named directory', () => {
  const from = (files: Readonly<Record<string, string>>, parts: Partial<Change> = {}) =>
    findEarlier({
      ...query,
      change: { ...change, ...parts },
      event: { kind: 'local' },
      artifacts: fakeArtifacts(),
      files: fakeFiles(
        Object.fromEntries(Object.entries(files).map(([name, text]) => [`out/${name}`, text])),
      ),
      directory: 'out',
    })

  test('is continued', async () => {
    const { runs: found, notices } = await from(filesOf(runs()))
    expect(found).toEqual(runs())
    expect(notices[0]?.message).toContain('the Runs in out: 3 rounds')
  })

  test.each<[string, () => Promise<unknown>, RegExp]>([
    ['nothing there', () => from({}), /--continue out: .*no base\.run\.json/],
    [
      'another commit',
      () => from(filesOf(runs()), { head: { commit: 'd'.repeat(40) } }),
      /its head is aaaaaaa, and this one is ddddddd/,
    ],
    [
      'uncommitted changes',
      () => from(filesOf(runs()), { head: { ...change.head, dirty: true } }),
      /changes that no commit has/,
    ],
    ['folders', () => from(filesOf(runs()), { base: { directory: '/b' } }), /folder without a commit/],
  ])('%s: refused', async (_, call, says) => {
    const error = await call().then(
      () => null,
      (thrown: unknown) => thrown,
    )
    expect(error).toBeInstanceOf(ConfigError)
    expect(String(error)).toMatch(says)
  })
})

test('rounds go on behind every round that was used, also by what failed', () => {
  expect(firstRoundAfter(runs())).toBe(3)
  expect(firstRoundAfter({ base: run('base', { series: [trials(0, 5)] }), head: run('head') })).toBe(6)
  const failures = [{ benchmark: 'parse', code: 'x', reason: 'y', round: 8 }]
  expect(firstRoundAfter({ base: run('base'), head: run('head', { failures }) })).toBe(9)
  const early = [{ benchmark: 'parse', code: 'x', reason: 'y', round: -1 }]
  expect(firstRoundAfter(runs({ failures: early, series: [] }))).toBe(0)
})
