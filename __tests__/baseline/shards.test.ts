// Where the Runs of shards are found: artifacts of one workflow run, or files; and the Run that all of them are balanced by.
import { describe, expect, test } from 'vitest'
import { findDurations } from '../../src/baseline/durations.ts'
import { artifactName, attemptName, readShardName } from '../../src/baseline/name.ts'
import { shardsOfFiles, shardsOfWorkflow } from '../../src/baseline/shards.ts'
import { emptyRun, type Run } from '../../src/model/run.ts'
import type { Artifacts } from '../../src/ports/artifacts.ts'
import { fakeFiles } from '../fakes/files.ts'

const run = (side: 'base' | 'head', measurement: string, parts: Partial<Run> = {}): Run =>
  emptyRun({
    subject: { label: side },
    measurement,
    shard: { index: 1, division: [['a'], ['b']] },
    ...parts,
  })
const both = (measurement: string): Record<string, string> => ({
  'base.run.json': JSON.stringify(run('base', measurement)),
  'head.run.json': JSON.stringify(run('head', measurement)),
})

describe('names', () => {
  test('one for each shard of each suite and attempt, read back only as what it is', () => {
    const name = attemptName('my suite', { id: '7', attempt: 2 }, { index: 3, count: 12 })
    expect(name).toBe('perf-gate-shard-3-of-12-7-2-my~20~suite')
    expect(readShardName(name, 'my suite', '7')).toEqual({ index: 3, count: 12, attempt: 2 })
    expect(readShardName(name, 'suite', '7')).toBeNull()
    expect(readShardName(name, 'my suite', '8')).toBeNull()
    expect(readShardName('perf-gate-shard-03-of-12-7-2-my~20~suite', 'my suite', '7')).toBeNull()
    expect(readShardName('perf-gate-attempt-7-2-my~20~suite', 'my suite', '7')).toBeNull()
  })
})

describe('of a workflow run', () => {
  const workflow = { id: '7', attempt: 2, url: '' }
  const stored = (files: Readonly<Record<string, Readonly<Record<string, string>> | null>>) => {
    const asked: string[] = []
    const artifacts: Pick<Artifacts, 'findOfRun' | 'download'> = {
      findOfRun: async (id, prefix) => ({
        found: Object.keys(files).flatMap((name) =>
          name.startsWith(prefix) ? [{ id: `${id}/${name}`, name }] : [],
        ),
      }),
      download: async ({ name }) => {
        asked.push(name)
        return files[name] ?? null
      },
    }
    return { artifacts, asked }
  }

  test('the latest attempt of each shard, of this suite only', async () => {
    const { artifacts, asked } = stored({
      'perf-gate-shard-2-of-2-7-1-s': both('second'),
      'perf-gate-shard-1-of-2-7-2-s': both('again'),
      'perf-gate-shard-1-of-2-7-1-s': both('first'),
      'perf-gate-shard-1-of-2-7-1-other': both('other'),
      'perf-gate-baseline-s': {},
    })
    const { shards, notices } = await shardsOfWorkflow('s', workflow, artifacts)
    expect(shards.map(({ runs }) => runs.head.measurement)).toEqual(['again', 'second'])
    expect(notices).toEqual([])
    expect(asked).toEqual(['perf-gate-shard-1-of-2-7-2-s', 'perf-gate-shard-2-of-2-7-1-s'])
  })

  test('what cannot be read is told, and left to be missing', async () => {
    const { artifacts } = stored({
      'perf-gate-shard-1-of-2-7-1-s': both('first'),
      'perf-gate-shard-2-of-2-7-1-s': null,
    })
    const { shards, notices } = await shardsOfWorkflow('s', workflow, artifacts)
    expect(shards).toHaveLength(1)
    expect(notices[0]?.message).toContain(
      'perf-gate-shard-2-of-2-7-1-s was left out: there is no base.run.json',
    )
  })

  test('none is an error that says what to do', async () => {
    await expect(shardsOfWorkflow('s', workflow, stored({}).artifacts)).rejects.toThrow(
      'No shard of the suite "s" has left its Runs in this workflow run',
    )
  })
})

describe('of files', () => {
  const files = fakeFiles({
    'shards/1/base.run.json': both('one')['base.run.json'] ?? '',
    'shards/1/head.run.json': both('one')['head.run.json'] ?? '',
    'shards/2/base.run.json': both('two')['base.run.json'] ?? '',
    'shards/2/head.run.json': both('two')['head.run.json'] ?? '',
    'half/head.run.json': both('half')['head.run.json'] ?? '',
    'broken/head.run.json': '{',
  })
  const found = async (...paths: string[]) =>
    (await shardsOfFiles(paths, files)).shards.map(({ where, runs }) => `${where} ${runs.base.measurement}`)

  test('directories, a folder of them, and files, each counted once', async () => {
    expect(await found('shards/1/', 'shards/2')).toEqual(['shards/1 one', 'shards/2 two'])
    expect(await found('shards')).toEqual(['shards/1 one', 'shards/2 two'])
    expect(await found('shards/1/head.run.json', 'shards/1/base.run.json', 'shards/1')).toEqual([
      'shards/1 one',
    ])
  })

  test.each([
    ['nowhere', 'nowhere: there are no Runs in it.'],
    ['half', 'half/head.run.json: its base is missing.'],
    ['absent.json', 'absent.json: there is no such file.'],
    ['broken', 'broken/head.run.json is not JSON'],
  ])('%s', async (path, message) => expect(found(path)).rejects.toThrow(message))
})

describe('what benchmarks took', () => {
  const at = (createdAt: string, parts: Partial<Run>) => ({ createdAt, run: run('head', createdAt, parts) })
  const find = (before: string | null, ...stored: ReturnType<typeof at>[]) =>
    findDurations({
      suite: 's',
      event: { kind: 'pull_request', defaultBranch: 'main' },
      before: before === null ? null : Date.parse(before),
      artifacts: {
        find: async () => ({
          found: stored.map(({ createdAt }) => ({ id: createdAt, name: artifactName('s'), createdAt })),
        }),
        download: async ({ id }) => ({
          'run.json': JSON.stringify(stored.find(({ createdAt }) => createdAt === id)?.run),
        }),
      },
    })
  const older = at('2026-01-01T00:00:00Z', { spent: { a: 1 } })
  const newer = at('2026-01-02T00:00:00Z', { spent: { a: 2 } })
  const silent = at('2026-01-03T00:00:00Z', {})

  test('is that of the newest Run that says it, among those that all shards can see', async () => {
    expect((await find('2026-02-01T00:00:00Z', silent, newer, older))?.spent).toEqual({ a: 2 })
    // One that was stored while the shards were starting.
    expect((await find('2026-01-01T12:00:00Z', silent, newer, older))?.spent).toEqual({ a: 1 })
    expect(await find('2026-01-01T00:00:00Z', newer, older)).toBeNull()
    expect(await find(null, newer)).toBeNull()
  })
})
