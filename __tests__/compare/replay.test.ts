// Recorded trials of identical and of slowed programs, replayed as suites of 12 in random windows of consecutive rounds.
// The data lies beside the repository, not in it; bench/decisions makes the full table.
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { median } from '../../src/stats/quantile.ts'
import { createRandom } from '../../src/stats/random.ts'
import { settings } from './runs.ts'
import { measureAndCompare } from './simulate.ts'

interface RecordedTrial {
  readonly round: number
  readonly workload: string
  readonly variant: string
  readonly wall_ns: readonly number[]
  readonly cpu_us: readonly number[]
}

const file = join(import.meta.dirname, '../../../shared/data/trials.jsonl')
const stable = new Set(['json', 'sort', 'regex', 'sha256', 'fmath', 'rss', 'pycpu', 'spawn'])
const identical = ['A0', 'A1', 'A2', 'A3']
const warmUp = 4

function load() {
  const trials = readFileSync(file, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line) as RecordedTrial)
  const value = new Map<string, number>()
  // `rss` keeps its bytes in the wall column.
  for (const { round, workload, variant, wall_ns, cpu_us } of trials)
    value.set(
      `${workload} ${variant} ${round}`,
      median((workload === 'rss' ? wall_ns : cpu_us).slice(warmUp)),
    )
  return {
    workloads: [...new Set(trials.map(({ workload }) => workload))],
    rounds: 1 + Math.max(...trials.map(({ round }) => round)),
    value: (workload: string, variant: string, round: number) => value.get(`${workload} ${variant} ${round}`),
  }
}

/** One suite: base is one of the identical variants, drawn anew for every pair; head another one, or `slowed`. */
function replay(data: ReturnType<typeof load>, seed: number, slowed: string | null) {
  const random = createRandom(seed)
  const start = random.integer(data.rounds)
  return measureAndCompare(
    data.workloads,
    (workload, round) => {
      const recorded = (start + round) % data.rounds
      const [from = '', to = ''] = random.shuffle(identical)
      const base = data.value(workload, from, recorded)
      const head = data.value(workload, slowed ?? to, recorded)
      return base === undefined || head === undefined ? null : { base, head }
    },
    settings(),
  )
}

test.skipIf(!existsSync(file))('the targets on recorded trials, with CPU medians', () => {
  const data = load()
  const suites = 120
  const run = (slowed: string | null) =>
    Array.from({ length: suites }, (_, index) => replay(data, 500 + index, slowed))
  const share = (rows: readonly { readonly verdict: string }[], verdict: string) =>
    rows.filter((row) => row.verdict === verdict).length / rows.length

  const unchanged = run(null)
  const alarmed = unchanged.filter((rows) => rows.some(({ verdict }) => verdict === 'regression')).length
  expect(alarmed / suites).toBeLessThanOrEqual(0.01)
  const stableRows = unchanged.flat().filter(({ benchmark }) => stable.has(benchmark))
  expect(stableRows.reduce((sum, { pairs }) => sum + pairs, 0) / stableRows.length).toBeLessThan(9)
  expect(share(stableRows, 'no-change')).toBeGreaterThan(0.95)
  const missed = unchanged
    .flat()
    .filter(({ interval }) => interval !== null && (interval[0] > 1 || interval[1] < 1))
  expect(missed.length / unchanged.flat().length).toBeLessThan(0.05)

  const power = (slowed: string) =>
    share(
      run(slowed)
        .flat()
        .filter(({ benchmark }) => stable.has(benchmark)),
      'regression',
    )
  expect(power('s5')).toBeGreaterThan(0.9)
  expect(power('s10')).toBeGreaterThan(0.98)
})
