// What is known of each metric that perf-gate measures itself. Imported metrics bring their own unit and direction.
import type { Statistic } from './statistic.ts'
import type { Better, Unit } from './unit.ts'

export interface MetricKind {
  readonly unit: Unit
  readonly better: Better
  /** The value of one trial, unless the suite names another statistic. */
  readonly statistic: Statistic
  /** Relative change that must be noticed when no budget says otherwise. */
  readonly regression: number
  /** Changes below this are ignored when no budget says otherwise. */
  readonly ignoreBelow: number
  /** In the default budgets of a suite without `budgets`. Others are measured, shown and not gated. */
  readonly gatedByDefault: boolean
  /** One line for docs and `perf-gate plan`. */
  readonly describes: string
}

const time = {
  unit: 's',
  better: 'lower',
  regression: 0.05,
  ignoreBelow: 0.01,
  gatedByDefault: false,
} as const
const size = {
  unit: 'B',
  better: 'lower',
  statistic: 'median',
  regression: 0.05,
  ignoreBelow: 0.01,
  gatedByDefault: false,
} as const

export const metricKinds = {
  cpu: {
    ...time,
    statistic: 'median',
    gatedByDefault: true,
    describes: 'user + system CPU time of the process tree, per iteration',
  },
  wall: { ...time, statistic: 'lower-quartile', describes: 'elapsed time per iteration' },
  memory: { ...size, describes: 'peak resident memory of a trial' },
  instructions: {
    unit: 'count',
    better: 'lower',
    statistic: 'median',
    // A count that repeats to a few parts per million: small changes are real, and cost nothing to see.
    regression: 0.005,
    ignoreBelow: 0.001,
    gatedByDefault: true,
    describes: 'machine instructions of the process tree, counted by valgrind; of a task, per call',
  },
  bytes: { ...size, gatedByDefault: true, describes: 'size of files, under the declared compression' },
} as const satisfies Record<string, MetricKind>

const fallback: MetricKind = {
  unit: 'count',
  better: 'lower',
  statistic: 'median',
  regression: 0.05,
  ignoreBelow: 0.01,
  gatedByDefault: false,
  describes: 'a metric that an imported tool or a task brought along',
}

/** The kind of `metric`; a dotted name (`bytes.raw`, `latency.p95`) inherits from the part before the dot. */
export function metricKind(metric: string): MetricKind {
  const kinds: Readonly<Record<string, MetricKind>> = metricKinds
  const family = metric.split('.')[0] ?? metric
  if (Object.hasOwn(kinds, metric)) return kinds[metric] ?? fallback
  if (Object.hasOwn(kinds, family)) return { ...(kinds[family] ?? fallback), gatedByDefault: false }
  return fallback
}
