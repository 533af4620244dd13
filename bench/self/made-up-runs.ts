// Two Runs of one measurement, as large as a big suite leaves them: always the same numbers, so that both sides of
// a comparison do the same work.
import { emptyRun, type Run, type Runs } from '../../src/model/run.ts'
import type { Series } from '../../src/model/series.ts'
import type { Budget } from '../../src/model/suite/index.ts'
import { createRandom, type Random } from '../../src/stats/random.ts'

const samplesPerTrial = 20

/** Makes every metric of these Runs decide the gate. */
export const cpuBudget: Budget = {
  benchmark: '**',
  metric: 'cpu',
  limit: undefined,
  regression: undefined,
  ignoreBelow: undefined,
  floor: undefined,
  onRegression: undefined,
}

/** @param slowdown of head against base, as a ratio: 1.05 is 5 % slower */
export function madeUpRuns(metrics: number, pairs: number, slowdown = 1): Runs {
  return { base: side('base', metrics, pairs, 1), head: side('head', metrics, pairs, slowdown) }
}

function side(label: 'base' | 'head', metrics: number, pairs: number, factor: number): Run {
  const random = createRandom(label === 'base' ? 1 : 2)
  return emptyRun({
    subject: { label, commit: (label === 'base' ? 'a' : 'b').repeat(40), ref: 'main' },
    measurement: 'made-up',
    environment: { cpu: 'a processor', cores: 4, suiteHash: 'made-up' },
    createdAt: '2026-01-01T00:00:00.000Z',
    seed: 1,
    series: Array.from({ length: metrics }, (_, index) => series(index, pairs, factor, random)),
  })
}

function series(index: number, pairs: number, factor: number, random: Random): Series {
  return {
    benchmark: `group-${index % 10}/benchmark-${index}`,
    metric: 'cpu',
    unit: 's',
    better: 'lower',
    evidence: {
      kind: 'trials',
      trials: Array.from({ length: pairs }, (_, round) => ({
        round,
        position: round % 2,
        samples: Array.from(
          { length: samplesPerTrial },
          () => 0.001 * factor * (1 + 0.02 * random.uniform()),
        ),
      })),
    },
  }
}
