// `levels:` the same load at several levels: how latency and throughput follow, and the law that fits.
import type { Notice } from '../../model/notice.ts'
import type { Observation } from '../../model/observation.ts'
import type { LoadModel } from '../../model/suite/index.ts'
import { fitUsl } from '../../stats/usl.ts'
import { generatorVerdict } from './generator.ts'
import { percentile } from './histogram.ts'
import { figure, rowObservations, runObservations } from './observations.ts'
import type { LoadResult, RunnableModel } from './protocol.ts'
import type { Row } from './rows.ts'

type Levels = Extract<LoadModel, { readonly kind: 'levels' }>
export type Level = Levels['levels'][number]

export function modelAt({ of, amount }: Level, duration: number): RunnableModel {
  return of === 'users'
    ? { kind: 'constant-vus', users: amount, duration }
    : { kind: 'constant-arrival-rate', rate: amount, duration }
}

export const levelName = ({ of, amount }: Level): string =>
  of === 'users' ? `${amount}-users` : `${amount}-per-second`

export interface Measured {
  readonly level: Level
  readonly result: LoadResult
  /** In total. */
  readonly row: Row
}

/** Rows of the levels, and what they say together. @param measured by ascending level */
export function scalability(name: string, measured: readonly Measured[]): Observation[] {
  const judged = measured.map((one) => ({
    ...one,
    why: generatorVerdict(one.result, one.level.of === 'rate') ?? undefined,
  }))
  const [lightest] = judged
  const heaviest = judged.at(-1)
  if (lightest === undefined || heaviest === undefined) return []
  const rows = judged.flatMap(({ level, result, row, why }) => [
    ...rowObservations(`${name}/${levelName(level)}`, row, why),
    ...runObservations(`${name}/${levelName(level)}`, result, why),
  ])
  const worst = judged.find(({ why }) => why !== undefined)?.why
  return [
    ...rows,
    ...extremes(name, lightest, heaviest, lightest.why ?? heaviest.why),
    ...law(name, judged, worst),
  ]
}

const throughputOf = ({ row }: Measured) => row.succeeded / row.duration
const medianOf = ({ row }: Measured) => (row.response === null ? null : percentile(row.response, 50))

function extremes(name: string, lightest: Measured, heaviest: Measured, why?: Notice): Observation[] {
  const [fast, slow] = [medianOf(lightest), medianOf(heaviest)]
  const few = throughputOf(lightest)
  return [
    ...(fast === null || slow === null || fast <= 0 ? [] : [figure(name, 'slowdown', slow / fast, why)]),
    ...(few > 0 ? [figure(name, 'throughput-retention', throughputOf(heaviest) / few, why)] : []),
  ]
}

/** Levels that lie further beyond the heaviest one than this, times, the fit says nothing of. */
const foreseen = 10

function law(name: string, measured: readonly Measured[], why?: Notice): Observation[] {
  const points = measured.map((one) => {
    const throughput = throughputOf(one)
    // Of an arrival rate, the mean number under way: Little's law.
    const mean = one.row.response === null ? 0 : percentile(one.row.response, 50)
    return { throughput, concurrency: one.level.of === 'users' ? one.level.amount : throughput * mean }
  })
  const fit = fitUsl(points)
  if (fit === null) return []
  // A program without a peak has it further away than can be seen, which is no reason for the metric to be missing.
  const furthest = foreseen * Math.max(...points.map(({ concurrency }) => concurrency))
  const peak = fit.peak?.concurrency ?? (fit.sigma >= 1 ? 1 : furthest)
  return [
    figure(name, 'usl.sigma', fit.sigma, why),
    figure(name, 'usl.kappa', fit.kappa, why),
    figure(name, 'usl.peak', Math.min(peak, furthest), why),
  ]
}
