// A further attempt of a job: its Runs hold what was measured before and what is new, in rounds that follow each other.
import { describe, expect, it } from 'vitest'
import { shareOf } from '../../src/measure/earlier.ts'
import { measure } from '../../src/measure/measure.ts'
import { emptyRun, type Run, type Runs } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import { type Setting, scripted } from './scripted.ts'

const series = (benchmark: string, rounds: readonly number[], metric = 'cpu'): Series => ({
  benchmark,
  metric,
  unit: 's',
  better: 'lower',
  evidence: {
    kind: 'trials',
    trials: rounds.map((round) => ({
      round,
      position: round % 2,
      startedAt: 'then',
      samples: [100 + round],
    })),
  },
})
const roundsOf = (run: Run, benchmark: string) => {
  const evidence = run.series.find((one) => one.benchmark === benchmark)?.evidence
  return evidence?.kind === 'trials' ? evidence.trials.map(({ round }) => round) : []
}
const both = (make: () => Partial<Run>): Runs => ({ base: emptyRun(make()), head: emptyRun(make()) })

async function goOn(setting: Setting, earlier: Runs, firstRound: number) {
  const { measurement, trials } = scripted({ ...setting, plan: { firstRound, ...setting.plan } })
  return { runs: await measure({ ...measurement, earlier }), trials }
}

describe('what was measured before', () => {
  it('comes first, and the new rounds follow', async () => {
    const earlier = both(() => ({ series: [series('a', [0, 1, 2])] }))
    const { runs, trials } = await goOn({ scripts: { a: {} }, settledAfter: () => 4 }, earlier, 3)
    for (const run of [runs.base, runs.head]) {
      expect(roundsOf(run, 'a')).toEqual([0, 1, 2, 3, 4, 5, 6])
      expect(run.series).toHaveLength(1)
    }
    expect(runs.base.measurement).toBe(runs.head.measurement)
    expect(trials).toHaveLength(8)
    expect(runs.head.series[0]?.evidence).toMatchObject({
      trials: [{ startedAt: 'then', samples: [100] }, {}, {}, {}, {}, {}, {}],
    })
  })

  it('suffices where it decides: nothing is run, not even to calibrate', async () => {
    const earlier = both(() => ({ series: [series('a', [0, 1, 2, 3, 4])] }))
    const { runs, trials } = await goOn(
      { scripts: { a: { failsCalibration: () => 'must not be asked' } }, settledAfter: () => 0 },
      earlier,
      5,
    )
    expect(trials).toEqual([])
    expect(roundsOf(runs.head, 'a')).toEqual([0, 1, 2, 3, 4])
    expect(runs.head.failures).toEqual([])
    expect(runs.head.notices.map(({ code }) => code)).toEqual(['submodules'])
  })

  it('counts towards the fewest pairs', async () => {
    const earlier = both(() => ({ series: [series('a', [0, 1, 2])] }))
    const { trials } = await goOn({ scripts: { a: {} }, settledAfter: () => 0 }, earlier, 3)
    expect(trials).toHaveLength(4)
  })

  it('stays when the benchmark fails now, and so does the failure', async () => {
    const earlier = both(() => ({ series: [series('a', [0, 1, 2])] }))
    const fails = { failsDiscovery: (side: string) => (side === 'head' ? 'gone wrong' : null) }
    const { runs } = await goOn({ scripts: { a: fails } }, earlier, 3)
    expect(roundsOf(runs.head, 'a')).toEqual([0, 1, 2])
    expect(runs.head.failures).toMatchObject([{ benchmark: 'a', reason: 'gone wrong' }])
  })

  it('that failed is tried again, and keeps its failure before the new rounds', async () => {
    const failures = [{ benchmark: 'a', code: 'out-of-time', reason: 'no time' }]
    const earlier = {
      base: emptyRun(),
      head: emptyRun({ failures, series: [series('a', [0, 1, 2, 3, 4, 5])] }),
    }
    const { runs, trials } = await goOn({ scripts: { a: {} }, settledAfter: () => 0 }, earlier, 6)
    expect(trials).toHaveLength(10)
    expect(runs.head.failures).toEqual([{ ...failures[0], round: -1 }])
  })

  it('keeps its notices, but for those that another attempt makes untrue', async () => {
    const earlier = both(() => ({
      notices: [
        { code: 'few-pairs', message: 'Only 2.' },
        { code: 'short-samples', message: 'Short.' },
      ],
    }))
    const { runs } = await goOn({ scripts: { a: {} } }, earlier, 2)
    expect(runs.head.notices.map(({ code }) => code)).toEqual(['short-samples', 'submodules'])
  })

  it('a size that is the same in both attempts is exact; one that is not is told apart', async () => {
    const size = (value: number): Series => ({ ...series('f', []), evidence: { kind: 'exact', value } })
    const now = async (value: number) => {
      const earlier = both(() => ({ series: [size(value)] }))
      return (await goOn({ scripts: { f: { once: true } } }, earlier, 4)).runs.head.series[0]?.evidence
    }
    expect(await now(7)).toEqual({ kind: 'exact', value: 7 })
    expect(await now(8)).toMatchObject({
      kind: 'trials',
      trials: [
        { round: 0, samples: [8] },
        { round: 4, samples: [7] },
      ],
    })
  })
})

describe('the share of a benchmark', () => {
  const runs = both(() => ({
    series: [series('p', [0, 1]), series('p/a', [0, 1, 2]), series('p/a/x', [0, 1, 2, 3]), series('pa', [0])],
  }))
  it('is its own rows, and not those of a benchmark below it', () => {
    expect(shareOf(runs, 'p', ['p', 'p/a'])).toEqual({ names: ['p'], pairs: 2 })
    expect(shareOf(runs, 'p/a', ['p', 'p/a'])).toEqual({ names: ['p/a', 'p/a/x'], pairs: 4 })
    expect(shareOf(runs, 'p', ['p'])).toEqual({ names: ['p', 'p/a', 'p/a/x'], pairs: 4 })
    expect(shareOf(runs, 'new', ['new'])).toEqual({ names: [], pairs: 0 })
  })
  it('is pairs, not trials of one side', () => {
    const uneven = {
      base: emptyRun({ series: [series('a', [0, 2])] }),
      head: emptyRun({ series: [series('a', [0, 1, 2])] }),
    }
    expect(shareOf(uneven, 'a', ['a']).pairs).toBe(2)
  })
})
