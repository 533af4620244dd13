import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { describe, expect, test } from 'vitest'
import { compareRecorded, type RecordedSettings } from '../../src/compare/recorded.ts'
import { ComparisonSchema } from '../../src/model/comparison.ts'
import type { Environment } from '../../src/model/environment.ts'
import { emptyRun, type Run } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import { createRandom } from '../../src/stats/random.ts'
import { exact, gatingTerms, trials, unwritable } from './runs.ts'

const machine: Environment = { cpu: 'EPYC 7763', cores: 4, os: 'linux', suiteHash: 'abc' }

function run(
  value: number | Series,
  options: { readonly day?: number; readonly environment?: Environment } = {},
): Run {
  const { day = 0, environment = machine } = options
  return emptyRun({
    environment,
    createdAt: new Date(Date.UTC(2026, 0, 1 + day)).toISOString(),
    // Trials differ wildly inside the run: only their median counts.
    series: [typeof value === 'number' ? trials([value / 2, value, value, value * 9]) : value],
  })
}

const runsOf = (values: readonly (number | Series)[]) => values.map((value, day) => run(value, { day }))
const tenOrSo = [1, 1.02, 0.98, 1.04, 1.01, 0.99, 1, 1.03, 1, 1.05]

function only(head: Run, earlier: readonly Run[], settings: Partial<RecordedSettings> = {}) {
  const rows = compareRecorded(head, earlier, { terms: () => gatingTerms, ...settings })
  expect(unwritable(rows)).toEqual([])
  for (const row of rows) v.parse(ComparisonSchema, row)
  expect(rows).toHaveLength(1)
  const [row] = rows
  if (row === undefined) throw new Error('one row')
  return row
}

describe('how many runs it takes', () => {
  test.each([0, 1, 4])('%d: no baseline', (count) => {
    const row = only(run(2), runsOf(tenOrSo.slice(0, count)))
    expect(row).toMatchObject({ verdict: 'inconclusive', mode: 'recorded', pairs: count })
    expect(row.reason).toMatch(/^No baseline: /)
    expect(row.notices.map(({ code }) => code)).toEqual(['no-baseline'])
  })

  test.each([5, 9])('%d: a range, but no alarm', (count) => {
    const row = only(run(9), runsOf(tenOrSo.slice(0, count)))
    expect(row).toMatchObject({ verdict: 'inconclusive', pairs: count, notices: [] })
    expect(row.reason).toContain('10 are needed')
  })

  test('only runs of the same machine and suite count', () => {
    const others = runsOf(tenOrSo).map((other, index) => ({
      ...other,
      environment: { ...machine, ...(index % 2 === 0 ? { cpu: 'Xeon' } : { suiteHash: 'def' }) },
    }))
    const row = only(run(9), others)
    expect(row.reason).toMatch(/^No baseline: 0 comparable runs/)
    expect(row.notices.map(({ code }) => code)).toEqual(['not-comparable', 'no-baseline'])
  })
})

describe('ten runs', () => {
  const earlier = runsOf(tenOrSo)
  const limit = 1.05 * 1.05

  test('within the margin: inconclusive, never "no change"', () => {
    const row = only(run(limit), earlier)
    expect(row).toMatchObject({ verdict: 'inconclusive', base: 1.005, head: limit, interval: null, p: null })
    expect(row.reason).toContain('does not show that nothing changed')
  })

  test('beyond it: an alarm that needs two fresh jobs', () => {
    const row = only(run(limit + 0.001), earlier)
    expect(row.verdict).toBe('inconclusive')
    expect(row.reason).toBe(
      'More than 5 % slower than all of the last 10 runs; 2 fresh jobs must confirm it.',
    )
    expect(row.notices.map(({ code }) => code)).toEqual(['unconfirmed-alarm'])
  })

  test.each([
    [[1.2], 'inconclusive', '; 1 fresh job must confirm it.'],
    [[1.2, 1.3], 'regression', ', confirmed by 2 fresh jobs.'],
    [[1.2, 1.0], 'inconclusive', ', but 1 fresh job did not confirm it.'],
    [[1.2, 1.2, 1.0], 'inconclusive', ', but 1 fresh job did not confirm it.'],
  ] as const)('confirmed by %j: %s', (confirm, verdict, reason) => {
    const row = only(run(1.2), earlier, {
      confirm: confirm.map((value, job) => run(value, { day: 20 + job })),
    })
    expect(row.verdict).toBe(verdict)
    expect(row.reason.endsWith(reason)).toBe(true)
  })

  test('a confirming job on another machine confirms nothing', () => {
    const elsewhere = { environment: { ...machine, cpu: 'Xeon' } }
    const row = only(run(1.2), earlier, {
      confirm: [run(1.2, { ...elsewhere, day: 20 }), run(1.2, { ...elsewhere, day: 21 })],
    })
    expect(row.reason).toContain('2 fresh jobs must confirm it')
  })

  test('a larger declared regression is the margin', () => {
    const terms = () => ({ ...gatingTerms, regression: 0.2 })
    expect(only(run(1.2), earlier, { terms }).reason).toContain('Within 20 %')
    expect(only(run(1.27), earlier, { terms }).reason).toContain('More than 20 % slower')
  })

  test('only the last ten count, by date and not by their order in the list', () => {
    const old = [run(5, { day: -3 }), run(6, { day: -2 })]
    expect(only(run(1.2), [...earlier.toReversed(), ...old]).notices[0]?.code).toBe('unconfirmed-alarm')
  })

  test('higher is better', () => {
    const rate = (value: number) => trials([value], { metric: 'rps', unit: '/s', better: 'higher' })
    const rates = runsOf(tenOrSo.map((value) => rate(1000 / value)))
    expect(only(run(rate(1000 / limit + 0.5)), rates).reason).toContain('Within 5 %')
    expect(only(run(rate(1000 / limit - 0.5)), rates).reason).toContain('More than 5 % lower')
  })
})

describe('exact values', () => {
  test('against the latest comparable run', () => {
    const earlier = runsOf([exact(90), exact(100)])
    expect(only(run(exact(104)), earlier)).toMatchObject({ mode: 'exact', verdict: 'no-change', base: 100 })
    expect(only(run(exact(120)), earlier)).toMatchObject({ mode: 'exact', verdict: 'regression', ratio: 1.2 })
    expect(only(run(exact(120)), [])).toMatchObject({ verdict: 'new', base: null, head: 120 })
  })
})

test('a head without a value, and a unit that changed', () => {
  expect(only(run(trials([Number.NaN])), runsOf(tenOrSo))).toMatchObject({
    verdict: 'inconclusive',
    head: null,
  })
  expect(only(run(trials([1], { unit: 'B' })), runsOf(tenOrSo)).reason).toMatch(/^No baseline/)
})

// What the confirmation is for: one machine in ten of the pool is slower, and a job keeps its machine.
test('unchanged code on a mixed pool: alarms are common, confirmed ones are not', () => {
  const random = createRandom(7)
  const job = () => (random.uniform() < 0.1 ? 1.3 : 1) + 0.03 * random.uniform()
  let alarms = 0
  let regressions = 0
  const tries = 1500
  for (let index = 0; index < tries; index++) {
    const earlier = runsOf(Array.from({ length: 10 }, job))
    const row = only(run(job()), earlier, { confirm: [run(job()), run(job())] })
    if (row.reason.startsWith('More than')) alarms++
    if (row.verdict === 'regression') regressions++
  }
  expect(alarms / tries).toBeGreaterThan(0.02)
  expect(regressions / tries).toBeLessThan(0.005)
})

const historyFile = join(import.meta.dirname, '../../../shared/data/github-runner-history.json')

// Six years of hosted runners, all machines mixed: the runs after head stand for its fresh jobs.
test.skipIf(!existsSync(historyFile))('recorded history of unchanged code on hosted runners', () => {
  const history = JSON.parse(readFileSync(historyFile, 'utf8')) as Record<
    string,
    Record<string, { unit: string; points: [number, number, string][] }>
  >
  let comparisons = 0
  let alarms = 0
  let regressions = 0
  for (const [suite, benchmarks] of Object.entries(history))
    for (const [benchmark, { unit, points }] of Object.entries(benchmarks)) {
      const better = /\/s$|iter\/sec/.test(unit) ? 'higher' : 'lower'
      const all = points.map(([time, value]) => ({
        ...run(trials([value], { benchmark: `${suite}/${benchmark}`, unit, better })),
        createdAt: new Date(time).toISOString(),
      }))
      for (let index = 10; index + 2 < all.length; index += 2) {
        const row = only(all[index] as Run, all.slice(index - 10, index), {
          confirm: all.slice(index + 1, index + 3),
        })
        comparisons++
        if (row.reason.startsWith('More than')) alarms++
        if (row.verdict === 'regression') regressions++
      }
    }
  expect(comparisons).toBeGreaterThan(1000)
  // The research measured 0.08 % of metrics with confirmation; one job alone alarms an order of magnitude more often.
  expect(regressions / comparisons).toBeLessThan(0.004)
  expect(alarms / comparisons).toBeGreaterThan(0.005)
})
