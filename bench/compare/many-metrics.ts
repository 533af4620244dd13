// How long a decision takes: ten thousand metrics of forty pairs, compared as the gate does at the end of a run, and fed
// pair by pair to the stop rule as the measuring loop does. Prints the figures; the last line is JSON.
// `--samples 12` gives each trial twelve iterations instead of one, so that the fastest of them count too.
import { parseArgs } from 'node:util'
import { compareRuns } from '../../src/compare/compare-runs.ts'
import { createDecider } from '../../src/compare/decider.ts'
import { pairsOf } from '../../src/compare/pairs.ts'
import type { Pair } from '../../src/model/observation.ts'
import { emptyRun } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import { createRandom } from '../../src/stats/random.ts'

const metrics = 10_000
const rounds = 40
const benchmarks = 500
const random = createRandom(8123)
const samples = Number(parseArgs({ options: { samples: { type: 'string', default: '1' } } }).values.samples)
if (!Number.isInteger(samples) || samples < 1) throw new Error('--samples: expected a whole number above 0')

const sample = () =>
  0.01 * (1 + 0.02 * (random.uniform() + random.uniform() - 1) + 0.3 * random.uniform() ** 20)

/** Heavy-tailed values around 10 ms: nothing is constant, and every metric has a level of its own. */
function side(): Series[] {
  return Array.from({ length: metrics }, (_, index) => ({
    benchmark: `benchmark-${index % benchmarks}`,
    metric: `cpu.${Math.floor(index / benchmarks)}`,
    unit: 's',
    better: 'lower',
    evidence: {
      kind: 'trials',
      trials: Array.from({ length: rounds }, (_, round) => ({
        round,
        samples: Array.from({ length: samples }, sample),
      })),
    },
  }))
}

const runs = {
  base: emptyRun({ measurement: 'bench', series: side() }),
  head: emptyRun({ measurement: 'bench', series: side() }),
}
const settings = {
  alpha: 0.01,
  maxPairs: rounds,
  terms: () => ({ gating: true, regression: 0.05, ignoreBelow: 0.01, onRegression: 'fail' as const }),
}

interface Time {
  readonly wall: number
  readonly cpu: number
}

function time(work: () => unknown): Time {
  const start = performance.now()
  const before = process.cpuUsage()
  work()
  const { user, system } = process.cpuUsage(before)
  return { wall: (performance.now() - start) / 1000, cpu: (user + system) / 1e6 }
}

/** As the measuring loop hands them over: all metrics of a benchmark at once, round by round. */
const byTurn = new Map<string, Pair[]>()
for (const pair of pairsOf(runs)) {
  const turn = `${pair.round} ${pair.head[0]?.benchmark}`
  byTurn.set(turn, [...(byTurn.get(turn) ?? []), pair])
}
const pairs = [...byTurn.values()]
  .map((parts) => ({
    round: parts[0]?.round ?? 0,
    base: parts.flatMap(({ base }) => base),
    head: parts.flatMap(({ head }) => head),
  }))
  .toSorted((a, b) => a.round - b.round)
const times = Array.from({ length: 3 }, () => ({
  compare: time(() => compareRuns({ ...runs, settings })),
  live: time(() => {
    const rule = createDecider(settings)
    for (const pair of pairs) {
      rule.observe(pair)
      rule.settled(pair.head[0]?.benchmark ?? '')
    }
  }),
}))
const best = (key: 'compare' | 'live') =>
  times.map((each) => each[key]).reduce((least, each) => (each.wall < least.wall ? each : least))
const compare = best('compare')
const live = best('live')
const shown = ({ wall, cpu }: Time) =>
  `${wall.toFixed(2)} s (${cpu.toFixed(2)} s of CPU, garbage collection included)`
console.log(`${metrics} metrics of ${rounds} pairs, ${samples} samples a trial, best of ${times.length}:`)
console.log(`  compared once, with intervals: ${shown(compare)}`)
console.log(`  asked after each of ${pairs.length} pairs: ${shown(live)}`)
console.log(
  JSON.stringify({
    metrics,
    pairs: rounds,
    samples,
    compareSeconds: compare.wall,
    liveSeconds: live.wall,
    compareCpu: compare.cpu,
    liveCpu: live.cpu,
  }),
)
