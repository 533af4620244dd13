// How it was measured: every kind of base, and a command that can be pasted.
import { describe, expect, test } from 'vitest'
import { plain } from '../../src/report/phrase.ts'
import { provenance, repeatCommand } from '../../src/report/provenance.ts'
import { comment } from '../../src/report/renderers/comment.ts'
import { calm, report, row, size } from './samples.ts'

const base = { commit: 'abc1234f00d5c0ffee0123456789abcdef012345' }
const first = (made: ReturnType<typeof report>) => plain(provenance(made, {})[0] ?? [])

describe('the base is named, and why it was taken', () => {
  test.each([
    [
      { base, head: {}, reason: 'merge-base', distance: 1 },
      'Paired against abc1234, the merge-base, 1 commit back.',
    ],
    [
      { base: { ...base, ref: 'main' }, head: {}, reason: 'merge-base', distance: 0 },
      'abc1234, the merge-base with main.',
    ],
    [
      { base, head: {}, reason: 'previous-commit', distance: 1 },
      'abc1234, the previous commit, 1 commit back.',
    ],
    [
      { base, head: { dirty: true }, reason: 'last-commit' },
      'the last commit. Head is the working tree with its uncommitted',
    ],
    [{ base: { ...base, ref: 'v1.2' }, head: {}, reason: 'named' }, 'abc1234, as asked for (v1.2).'],
    [
      { base: { directory: 'old' }, head: { directory: 'new' }, reason: 'folders' },
      'Paired against old. Head is new.',
    ],
    [{ base: {}, head: {}, reason: 'merge-base' }, 'Paired against the merge-base.'],
    [{ base: {}, head: {}, reason: 'files' }, 'Paired against base.'],
  ] as const)('%j', (change, expected) => {
    expect(first(report(calm, { change }))).toContain(expected)
  })

  test('as a link where the repository is known', () => {
    const shown = comment(report(calm), { repositoryUrl: 'https://github.com/o/r' })
    expect(shown).toContain(`[abc1234](https://github.com/o/r/commit/${base.commit})`)
  })

  test('not as a link when it is no commit', () => {
    const made = report(calm, { change: { base: { commit: '](https://evil' }, head: {}, reason: 'named' } })
    expect(comment(made, { repositoryUrl: 'https://github.com/o/r' })).not.toContain('](https://github.com')
  })
})

describe('what earlier runs left is named', () => {
  const commit = 'feed123f00d5c0ffee0123456789abcdef012345'
  test.each([
    [
      'merge-base',
      { commit, distance: 3, runs: 8 },
      '8 earlier Runs, the nearest of feed123, 3 commits before the merge-base.',
    ],
    [
      'merge-base',
      { commit, distance: 0, runs: 2 },
      '2 earlier Runs, the nearest of feed123, the merge-base itself.',
    ],
    [
      'previous-commit',
      { commit, distance: 1, runs: 1 },
      '1 earlier Run, of feed123, 1 commit before the previous commit.',
    ],
    ['named', { commit, distance: 2, runs: 1 }, '1 earlier Run, of feed123, 2 commits before the base.'],
  ] as const)('%s %j', (reason, baseline, expected) => {
    const made = { ...report(calm, { change: { base, head: {}, reason } }), baseline }
    expect(first(made)).toContain(`Shown beside it: ${expected}`)
  })

  test('also that the base was not built', () => {
    const { measured, ...made } = report(calm, { change: { base, head: {}, reason: 'merge-base' } })
    expect(first({ ...made, measured: { ...measured, restored: true } })).toContain(
      'abc1234, the merge-base. Its program was kept by an earlier run and not built again.',
    )
  })
})

test('the promise is that of the suite', () => {
  expect(first(report(calm, { alpha: 0.05 }))).toContain(
    'at most 1 in 20 unchanged pull requests would be stopped',
  )
})

test('sizes alone promise nothing and need no machine', () => {
  const said = first(report([size('a', 1, 1), size('b', 1, 1)]))
  expect(said).toContain('Sizes and counts, compared exactly with abc1234')
  expect(said).not.toMatch(/seed|EPYC|unchanged pull requests/)
})

test('one metric needs no least sure', () => {
  expect(
    provenance(report([row('a')]), {})
      .map(plain)
      .join('\n'),
  ).not.toContain('least sure')
})

test('values that seem to contradict the change are explained', () => {
  const said = (rows: ReturnType<typeof row>[]) => provenance(report(rows), {}).map(plain).join('\n')
  expect(said([row('a', { base: 0.392, head: 0.397, ratio: 0.9944 })])).toContain('taken pair by pair')
  expect(said([row('a', { base: 0.392, head: 0.397, ratio: 1.0044 })])).not.toContain('taken pair by pair')
})

describe('the command that repeats it', () => {
  test('has base, seed and what the suite needs', () => {
    expect(repeatCommand(report(calm))).toBe('npx perf-gate run --base abc1234 --seed 8123')
    const options = { program: 'node dist/cli.js', programArguments: ['--config', 'perf/my suite.yml'] }
    expect(repeatCommand(report(calm), options)).toBe(
      "node dist/cli.js run --base abc1234 --seed 8123 --config 'perf/my suite.yml'",
    )
  })

  test('quotes folders so that a shell takes them as they are', () => {
    const change = {
      base: { directory: "it's $(here)" },
      head: { directory: '; rm -rf /' },
      reason: 'folders',
    } as const
    expect(repeatCommand(report(calm, { change }))).toBe(
      `npx perf-gate run --base-dir 'it'\\''s $(here)' --head-dir '; rm -rf /' --seed 8123`,
    )
  })

  test('is not made up for results that came from files, nor from a commit that is none', () => {
    expect(repeatCommand(report(calm, { change: { base, head: {}, reason: 'files' } }))).toBeNull()
    const change = { base: { commit: '$(rm -rf /)' }, head: {}, reason: 'named' } as const
    expect(repeatCommand(report(calm, { change }))).toBeNull()
  })
})
