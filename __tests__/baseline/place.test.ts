// Where Runs go and are looked for: by what the suite says, and by what there is.
import { expect, test } from 'vitest'
import { baselinePlace } from '../../src/baseline/index.ts'
import type { BaselineSpec } from '../../src/model/suite/index.ts'
import type { Artifacts } from '../../src/ports/artifacts.ts'
import type { ForgeEvent } from '../../src/ports/forge.ts'
import { fakeArtifacts } from '../fakes/artifacts.ts'
import { type FakeRepository, fakeGit } from '../fakes/git.ts'

const push: ForgeEvent = { kind: 'push', branch: 'main', defaultBranch: 'main' }
const local: ForgeEvent = { kind: 'local' }

async function place(
  from: BaselineSpec['from'],
  event: ForgeEvent,
  {
    unsupported,
    hasCache = true,
    git = {},
  }: { unsupported?: string; hasCache?: boolean; git?: FakeRepository } = {},
) {
  const asked: string[] = []
  const named = (name: string): Artifacts => ({
    ...fakeArtifacts(),
    async find() {
      asked.push(name)
      return { found: [] }
    },
  })
  const artifacts = { ...named('artifact'), ...(unsupported === undefined ? {} : { unsupported }) }
  const baseline = { from, path: 'kept', branch: 'runs', keep: [] }
  const found = await baselinePlace({ name: 'parse', baseline }, event, {
    artifacts,
    artifactsIn: {
      folder: (path) => named(`folder ${path}`),
      branch: (name) => named(`branch ${name}`),
      cache: () => (hasCache ? named('cache') : null),
    },
    git: fakeGit(git),
  })
  const answer = await found?.artifacts.find({ name: 'n', branch: 'main' })
  return { found, answer, asked: asked[0] ?? null }
}

test.each<[BaselineSpec['from'], ForgeEvent, string | null]>([
  ['artifact', push, 'artifact'],
  ['cache', push, 'cache'],
  ['branch', push, 'branch runs'],
  ['file', push, 'folder kept'],
  ['none', push, null],
  ['artifact', local, null],
  ['cache', local, null],
  ['branch', local, 'branch runs'],
  ['file', local, 'folder kept'],
])('from %s on %j: %s', async (from, event, expected) => {
  const { asked, found } = await place(from, event)
  expect(asked).toBe(expected)
  expect(found === null).toBe(expected === null)
})

test.each<[string, FakeRepository, ForgeEvent, Partial<ForgeEvent>]>([
  ['a branch that is checked out', {}, local, { kind: 'other', branch: 'main', defaultBranch: 'main' }],
  [
    'a detached head, of which the CI knows',
    { branch: null },
    { ...local, branch: 'main' },
    { branch: 'main' },
  ],
  ['a detached head', { branch: null }, local, { kind: 'other' }],
  ['changes that no commit has', { dirty: true }, local, { kind: 'other' }],
])('outside of GitHub: %s', async (_, git, event, expected) => {
  const { found } = await place('file', event, { git })
  expect(found?.event).toMatchObject(expected)
  expect(found?.event.branch).toBe(expected.branch)
})

test('GitHub Enterprise Server: the cache, with a notice; without one nothing, with the line to write', async () => {
  const unsupported = 'It has no artifacts.'
  const cached = await place('artifact', push, { unsupported })
  expect(cached.asked).toBe('cache')
  expect(cached.found?.notices).toMatchObject([{ code: 'baseline-in-cache' }])
  const without = await place('artifact', push, { unsupported, hasCache: false })
  expect(without.answer).toEqual({
    found: [],
    why: unsupported,
    fix: 'Write into the suite: `baseline: { from: branch }`.',
  })
  expect(await without.found?.artifacts.upload('n', {})).toMatchObject({
    status: 'skipped',
    why: unsupported,
  })
})
