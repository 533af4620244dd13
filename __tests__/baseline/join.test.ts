// Runs of shards put together: the same decisions as if one job had measured it all, and a reason for each refusal.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { joinShards } from '../../src/baseline/join.ts'
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { createDecider } from '../../src/compare/decider.ts'
import { pairsOf } from '../../src/compare/pairs.ts'
import type { Environment } from '../../src/model/environment.ts'
import { emptyRun, type Run, type Runs } from '../../src/model/run.ts'
import { noisy, settings } from '../compare/runs.ts'

const machine: Environment = { cpu: 'A', cores: 4, suiteHash: 'h' }

/** A suite of that many benchmarks, some of them slower on head. */
function suite(count: number, seed: number): Runs {
  const series = Array.from({ length: count }, (_, at) =>
    noisy('normal', {
      seed: seed + at,
      pairs: 20,
      change: at % 3 === 1 ? 0.3 : 0,
      about: { benchmark: `b${at}` },
    }),
  )
  const side = (label: 'base' | 'head'): Run =>
    emptyRun({
      subject: { label, commit: label === 'base' ? 'b'.repeat(40) : 'a'.repeat(40) },
      measurement: 'm',
      environment: machine,
      seed: 7,
      createdAt: '2026-01-01T00:00:00Z',
      series: series.map((one) => one[label]),
    })
  return { base: side('base'), head: side('head') }
}

/** What each shard of that division would have left. */
function shardsOf(runs: Runs, division: readonly (readonly string[])[]) {
  const written = division.map((names) => [...names])
  return division.map((names, index) => {
    const part = (run: Run): Run => ({
      ...run,
      measurement: `m${index}`,
      shard: { index: index + 1, division: written, change: { reason: 'merge-base', distance: 2 } },
      series: run.series.filter(({ benchmark }) => names.includes(benchmark)),
    })
    return { where: `shards/${index + 1}`, runs: { base: part(runs.base), head: part(runs.head) } }
  })
}
const names = (count: number) => Array.from({ length: count }, (_, at) => `b${at}`)

test('any division of a suite is decided as the whole is', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 6 }),
      fc.array(fc.nat(), { minLength: 8, maxLength: 8 }),
      fc.nat(1000),
      (count, places, seed) => {
        const runs = suite(8, seed)
        const division = Array.from({ length: count }, (_, index) =>
          names(8).filter((_name, at) => (places[at] ?? 0) % count === index),
        )
        const shuffled = shardsOf(runs, division).reverse()
        const joined = joinShards(shuffled, names(8))
        const whole = compareRuns({ ...runs, settings: settings() })
        const merged = compareRuns({ ...joined.runs, settings: settings() })
        expect(merged).toEqual(whole)
        expect(joined.notices).toEqual([])
      },
    ),
    { numRuns: 15, seed: 8123 },
  )
})

test('what a shard stops for holds for the suite: no regression, and no clearance, is taken back', () => {
  const runs = suite(12, 3)
  const division = [names(12).slice(0, 4), names(12).slice(4, 8), names(12).slice(8)]
  const stopped = shardsOf(runs, division).map((shard, index) => {
    const own = division[index] ?? []
    const rule = createDecider({
      ...settings(),
      expected: own,
      elsewhere: { metrics: 8, unknown: 0 },
    })
    const pairs = pairsOf(shard.runs)
    const until = new Map<string, number>()
    for (let round = 0; round < 20; round++)
      for (const name of own) {
        if (round > 0 && rule.settled(name)) continue
        const pair = pairs.find((one) => one.round === round && one.head[0]?.benchmark === name)
        if (pair === undefined) continue
        rule.observe(pair)
        until.set(name, round)
      }
    const cut = (run: Run): Run => ({
      ...run,
      series: run.series.map((one) =>
        one.evidence.kind !== 'trials'
          ? one
          : {
              ...one,
              evidence: {
                kind: 'trials',
                trials: one.evidence.trials.filter(({ round }) => round <= (until.get(one.benchmark) ?? 0)),
              },
            },
      ),
    })
    const settled = own.flatMap((name) =>
      rule.settled(name) ? rule.evidence(name).map((one) => [name, one.state] as const) : [],
    )
    return { ...shard, runs: { base: cut(shard.runs.base), head: cut(shard.runs.head) }, settled }
  })
  const { comparisons, family } = compareRuns({
    ...joinShards(stopped, names(12)).runs,
    settings: settings(),
  })
  expect(family).toBe(12)
  const settled = stopped.flatMap((one) => one.settled)
  const states = settled.map(([, state]) => state)
  expect(states).toContain('regression')
  expect(states).toContain('no-change')
  for (const [name, state] of settled)
    if (state !== 'undecided') expect(comparisons.find((row) => row.benchmark === name)?.verdict).toBe(state)
})

const two = [['b0', 'b2'], ['b1']]
const parts = () => shardsOf(suite(3, 1), two)
type Part = ReturnType<typeof parts>[number]
const changed = (at: number, change: (run: Run, side: 'base' | 'head') => Partial<Run>): Part[] =>
  parts().map((part, index) =>
    index === at
      ? {
          ...part,
          runs: {
            base: { ...part.runs.base, ...change(part.runs.base, 'base') },
            head: { ...part.runs.head, ...change(part.runs.head, 'head') },
          },
        }
      : part,
  )

describe('what does not belong together is refused', () => {
  test.each<[string, () => readonly Part[], string]>([
    ['nothing', () => [], 'There is nothing to merge.'],
    [
      'no shard',
      () => changed(0, () => ({ shard: undefined })),
      'shards/1: it is no shard that has ended: it was measured without `--shard`, or was stopped before its end.',
    ],
    [
      'another suite',
      () => changed(1, () => ({ environment: { ...machine, suiteHash: 'other' } })),
      'shard 2 of 2 (shards/2) and shard 1 of 2 (shards/1) are not parts of one measurement: they measured different suites',
    ],
    [
      'another head',
      () =>
        changed(1, (run, side) =>
          side === 'head' ? { subject: { ...run.subject, commit: 'c'.repeat(40) } } : {},
        ),
      'their head is ccccccc and aaaaaaa.',
    ],
    [
      'another seed',
      () => changed(1, () => ({ seed: 8 })),
      'their seeds are 8 and 7, so they come from different runs.',
    ],
    [
      'another division',
      () => changed(1, (run) => ({ shard: run.shard && { ...run.shard, division: [['b0'], ['b1', 'b2']] } })),
      'they divide the suite differently.',
    ],
    [
      'the same shard twice',
      () => [
        ...parts(),
        ...parts()
          .slice(1)
          .map((part) => ({ ...part, where: 'again' })),
      ],
      'shard 2 of 2 (shards/2) and again are the same shard',
    ],
    [
      'sides of two measurements',
      () => changed(0, (_, side) => ({ measurement: side })),
      'its two Runs are not of one measurement, so they hold no pairs.',
    ],
    [
      'sides from two machines',
      () => changed(0, (_, side) => ({ environment: { ...machine, cpu: side } })),
      'base was measured on another machine than head (base, head)',
    ],
    [
      'one benchmark from two machines',
      () =>
        changed(1, (run) => ({
          environment: { ...machine, cpu: 'B' },
          series: [...run.series, ...run.series.map((one) => ({ ...one, benchmark: 'b0/row' }))],
        })),
      'shard 2 of 2 (shards/2) holds b0/row, measured on B, which is for shard 1 to measure',
    ],
  ])('%s', (_, given, message) => expect(() => joinShards(given(), names(3))).toThrow(message))
})

test('a missing shard is told with its benchmarks, and each of them is a failure', () => {
  const { runs, notices } = joinShards(parts().slice(1), names(3))
  expect(notices.map(({ message }) => message)).toEqual([
    'Shard 1 of 2 is missing: its benchmarks b0, b2 were not measured.',
  ])
  expect(runs.head.failures.map(({ benchmark, reason }) => [benchmark, reason])).toEqual([
    ['b0', 'shard 1 of 2 is missing, so that nobody measured it.'],
    ['b2', 'shard 1 of 2 is missing, so that nobody measured it.'],
  ])
  // An empty one has nothing to leave.
  const empty = shardsOf(suite(1, 1), [['b0'], []])
  expect(joinShards(empty.slice(0, 1), names(1)).notices).toEqual([])
})

test('machines of several kinds are told, and never pass for one', () => {
  const { runs, notices, mixed } = joinShards(
    changed(1, () => ({ environment: { ...machine, cpu: 'B', cores: 8 } })),
    names(3),
  )
  expect(mixed).toBe(true)
  expect(runs.head.environment).toEqual({ cpu: 'A + B', suiteHash: 'h' })
  expect(notices[0]?.message).toContain('2 kinds of machines: 1 on A, 4 cores; 1 on B, 8 cores.')
  expect(joinShards(parts(), names(3))).toMatchObject({ mixed: false, notices: [] })
})

test('what it took is kept for the next division, and nothing else says that it was a shard', () => {
  const spent = changed(0, (_, side) => (side === 'head' ? { spent: { b0: 3, b2: 4 } } : {}))
  const { runs, change } = joinShards(spent, names(3))
  expect(runs.head.spent).toEqual({ b0: 3, b2: 4 })
  expect(runs.head).not.toHaveProperty('shard')
  expect(runs.base).not.toHaveProperty('spent')
  expect(runs.head.measurement).toBe(runs.base.measurement)
  expect(change).toEqual({ reason: 'merge-base', distance: 2 })
})
