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

const figure = {
  unit: 'count',
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
  latency: {
    ...time,
    regression: 0.1,
    ignoreBelow: 0.02,
    statistic: 'median',
    describes: 'from the moment a request was due to the end of its answer',
  },
  'latency.p95': {
    ...time,
    regression: 0.1,
    ignoreBelow: 0.02,
    statistic: 'median',
    gatedByDefault: true,
    describes: '95 of 100 requests are answered within it',
  },
  'service-time': {
    ...time,
    regression: 0.1,
    ignoreBelow: 0.02,
    statistic: 'median',
    describes: 'from the moment a request was sent to the end of its answer',
  },
  throughput: { ...figure, unit: '/s', better: 'higher', describes: 'successful answers per second' },
  'error-rate': {
    ...figure,
    unit: 'ratio',
    regression: 0.5,
    ignoreBelow: 0.1,
    gatedByDefault: true,
    describes: 'share of requests without a successful answer',
  },
  requests: { ...figure, better: 'higher', describes: 'requests sent' },
  succeeded: { ...figure, better: 'higher', describes: 'requests with a successful answer' },
  failed: { ...figure, describes: 'requests without a successful answer' },
  timeouts: { ...figure, describes: 'requests without an answer in time' },
  'rate-limited': {
    ...figure,
    describes: 'answers that ask to come back later: 429, or 503 with Retry-After',
  },
  'achieved-rate': {
    ...figure,
    unit: 'ratio',
    better: 'higher',
    describes: 'share of an arrival rate that is answered well, in the second half of the load',
  },
  dropped: { ...figure, describes: 'intended iterations that were never started' },
  errors: { ...figure, describes: 'failed requests of one kind' },
  thresholds: {
    ...figure,
    gatedByDefault: true,
    describes: "thresholds of an engine's script that were crossed",
  },
  checks: { ...figure, describes: "checks of an engine's script: `checks.failed`" },
  connections: { ...figure, describes: 'most connections in use at once' },
  'connections.opened': { ...figure, describes: 'connections that were opened while it was measured' },
  users: { ...figure, describes: 'most virtual users at once' },
  'load-time': { ...time, statistic: 'median', describes: 'how long the load lasted' },
  slowdown: {
    ...figure,
    unit: 'ratio',
    regression: 0.1,
    describes: 'median latency of the heaviest level over that of the lightest',
  },
  'throughput-retention': {
    ...figure,
    unit: 'ratio',
    better: 'higher',
    regression: 0.1,
    describes: 'throughput of the heaviest level over that of the lightest',
  },
  'usl.sigma': { ...figure, unit: 'ratio', describes: 'contention: the share of the work that must queue' },
  'usl.kappa': { ...figure, unit: 'ratio', describes: 'coherency: what each user costs each other one' },
  usl: { ...figure, better: 'higher', describes: 'the Universal Scalability Law fitted to the levels' },
  stress: { ...figure, better: 'higher', describes: 'how much load it bears, and how it recovers' },
  'stress.recovery-time': {
    ...time,
    statistic: 'median',
    describes: 'from the end of the ramp to normal, the pause included',
  },
  'stress.recovery-latency': { ...time, statistic: 'median', describes: 'p95 after recovery' },
  'stress.recovery-errors': { ...figure, unit: 'ratio', describes: 'error rate of the recovery probe' },
  drift: { ...figure, unit: 'ratio', describes: 'how much it rose over the length of the test' },
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
  phase: { ...time, statistic: 'median', describes: 'time of one phase of a task, per call: `phase.parse`' },
  leak: {
    ...size,
    gatedByDefault: true,
    describes:
      'memory that every operation leaves behind; `leak.increase` and `leak.peak` of the whole leak test, in MB steps',
  },
} as const satisfies Record<string, MetricKind>

const shown = { statistic: 'median', regression: 0.1, ignoreBelow: 0.02, gatedByDefault: false } as const
const shownSize = { ...shown, unit: 'B', better: 'lower' } as const
const shownCount = { ...shown, unit: 'count', better: 'lower' } as const
const shownTime = { ...shown, unit: 's', better: 'lower' } as const
const shownShare = { ...shown, unit: 'ratio', better: 'lower' } as const

/** Of the machine and all that ran on it: only a large change is worth a word. */
const machine = { ...shownCount, regression: 1, ignoreBelow: 0.5 } as const

/** What `monitor:` adds to a benchmark. */
export const resourceMetrics = {
  'cpu.seconds': { ...shownTime, describes: 'CPU time of the process tree while it was watched' },
  'cpu.share': {
    ...shownShare,
    describes: 'CPU time of the process tree over elapsed time; 100 % is one core',
  },
  'memory.tree': { ...shownSize, describes: 'peak resident memory of all processes together' },
  'memory.mean': { ...shownSize, describes: 'resident memory of all processes together, mean over time' },
  processes: { ...shownCount, describes: 'most processes at once' },
  threads: { ...shownCount, describes: 'most threads at once' },
  descriptors: { ...shownCount, describes: 'most open file descriptors at once' },
  switches: { ...shownCount, describes: 'context switches' },
  'io.read': { ...shownSize, describes: 'bytes read from storage' },
  'io.written': { ...shownSize, describes: 'bytes written to storage' },
  'heap.used': { ...shownSize, describes: 'most of the JS heap in use (Node.js)' },
  'heap.total': { ...shownSize, describes: 'largest JS heap (Node.js)' },
  'heap.external': { ...shownSize, describes: 'most memory outside of the JS heap that it holds (Node.js)' },
  'gc.count': { ...shownCount, describes: 'garbage collections (Node.js)' },
  'gc.pause': { ...shownTime, describes: 'time in garbage collections, all together (Node.js)' },
  'gc.share': { ...shownShare, describes: 'share of the time in garbage collections (Node.js)' },
  'gc.pauses': { ...shownTime, describes: 'pauses for garbage collection, as a histogram (Node.js)' },
  'gc.longest': { ...shownTime, describes: 'longest garbage collection (Node.js)' },
  'loop.delay': { ...shownTime, describes: 'delay of the event loop, 99th percentile (Node.js)' },
  'loop.busy': { ...shownShare, describes: 'share of time in which the event loop was busy (Node.js)' },
  'machine.busy': {
    ...machine,
    unit: 'ratio',
    describes: 'share of all cores that was busy, with all that ran',
  },
  'machine.load': { ...machine, describes: 'runnable processes, one-minute average' },
  'machine.steal': {
    ...machine,
    unit: 'ratio',
    describes: 'share of CPU time that the hypervisor gave to others',
  },
  'machine.throttled': {
    ...machine,
    unit: 's',
    describes: 'time that the container was held back because its share of the cores was used up',
  },
  'machine.available': {
    ...machine,
    unit: 'B',
    better: 'higher',
    describes: 'least memory that was available, to the machine or its container',
  },
  'machine.group': {
    ...machine,
    unit: 'B',
    describes: 'peak memory of the whole container, page cache included, where it rose',
  },
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
  const kinds: Readonly<Record<string, MetricKind>> = { ...metricKinds, ...resourceMetrics }
  const family = metric.split('.')[0] ?? metric
  if (Object.hasOwn(kinds, metric)) return kinds[metric] ?? fallback
  if (Object.hasOwn(kinds, family)) return { ...(kinds[family] ?? fallback), gatedByDefault: false }
  return fallback
}
