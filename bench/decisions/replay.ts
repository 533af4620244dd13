// Replays many pull requests through every rule, each rule on the same pairs.
import { createRandom, fork } from '../../src/stats/random.ts'
import { type Gated, type GateOptions, replay } from './gate.ts'
import { peers } from './peers.ts'
import type { Recording, Trial } from './recording.ts'
import { drawPairs, drawWindow, type Slowdown, slowdowns, type TrialPair } from './resample.ts'
import type { Sample, SamplePair } from './rules.ts'
import {
  add,
  countSlowed,
  countUnchanged,
  emptyOwnTally,
  emptyTally,
  type OwnScore,
  type OwnTally,
  ownScoreOf,
  type Said,
  type Score,
  scoreOf,
  type Tally,
} from './score.ts'

export const alpha = 0.01
export const maxPairs = 40

/** What a peer's rule is given of a trial. */
interface View {
  readonly name: string
  readonly key: string
  readonly of: (trial: Trial) => Sample
}

/** The two blocks of the table: each tool's own measure, and ours. */
export const views: readonly View[] = [
  {
    name: 'As shipped: wall time, mean of a trial',
    key: 'asShipped',
    of: ({ wall }) => ({ iterations: wall.iterations, value: wall.mean }),
  },
  {
    name: 'Given our trial value: processor time, median of a trial',
    key: 'givenCpuMedians',
    of: ({ cpu }) => ({ iterations: cpu.iterations, value: cpu.median }),
  },
]

export interface Replayed {
  readonly own: Readonly<Record<Gated, OwnScore>>
  /** By view, then by rule. */
  readonly peers: Readonly<Record<string, Readonly<Record<string, Score>>>>
}

export interface ReplayOptions {
  /** Pull requests without a change. */
  readonly suites: number
  readonly seed: number
  /** What our budget asks for: 0.03. The metric's own default when absent. */
  readonly regression?: number | undefined
  /** Called before each pull request with the share done. */
  readonly progress?: (share: number) => void
}

// Slowed metrics are replayed one at a time at every slowdown, which costs as much as fifty unchanged pull requests.
const slowedEvery = 6
const intervalsEvery = 3

/** One pull request without a change, and what it would be with each of its metrics slowed alone. */
interface PullRequest {
  readonly index: number
  readonly unchanged: readonly Metric[]
  readonly slowed: readonly (Metric & { readonly slowdown: Slowdown })[]
}

interface Metric {
  readonly benchmark: string
  readonly stable: boolean
  readonly pairs: readonly TrialPair[]
}

export function replayAll(
  recording: Recording,
  { suites, seed, regression, progress }: ReplayOptions,
): Replayed {
  const own = { cpu: emptyOwnTally(), wall: emptyOwnTally() }
  const others = views.map((view) => ({
    view,
    tallies: new Map(peers.map(({ key }) => [key, emptyTally()])),
  }))
  for (let index = 0; index < suites; index++) {
    progress?.(index / suites)
    const pullRequest = drawPullRequest(recording, index, seed)
    decideOurselves(pullRequest, { metric: 'cpu', alpha, maxPairs, regression }, own.cpu)
    decideOurselves(pullRequest, { metric: 'wall', alpha, maxPairs, regression }, own.wall)
    for (const { view, tallies } of others) decideAsPeers(pullRequest, view, tallies, seed)
  }
  return {
    own: { cpu: ownScoreOf(own.cpu), wall: ownScoreOf(own.wall) },
    peers: Object.fromEntries(
      others.map(({ view, tallies }) => [
        view.key,
        Object.fromEntries([...tallies].map(([key, tally]) => [key, scoreOf(tally)])),
      ]),
    ),
  }
}

function drawPullRequest(recording: Recording, index: number, seed: number): PullRequest {
  const random = createRandom(fork(seed, `pull request ${index}`))
  const window = drawWindow(recording, maxPairs, random)
  const draw = (benchmark: string, slowdown: Slowdown) => {
    const pairs = drawPairs(recording, window, benchmark, slowdown, random)
    return pairs === null
      ? []
      : [{ benchmark, slowdown, stable: recording.stable.includes(benchmark), pairs }]
  }
  return {
    index,
    unchanged: recording.workloads.flatMap((benchmark) => draw(benchmark, 0)),
    slowed:
      index % slowedEvery > 0
        ? []
        : recording.workloads.flatMap((benchmark) =>
            slowdowns.flatMap((slowdown) => draw(benchmark, slowdown)),
          ),
  }
}

function decideOurselves(
  { index, unchanged, slowed }: PullRequest,
  options: GateOptions,
  tally: OwnTally,
): void {
  const rows = replay(unchanged, options)
  const said = unchanged.map(({ benchmark, stable }): Said => {
    const { verdict, pairs, interval } = rowOf(rows, benchmark)
    add(tally.cleared, verdict === 'no-change' || verdict === 'improvement')
    add(tally.intervalMisses, interval !== null && (interval[0] > 1 || interval[1] < 1))
    return { stable, slower: verdict === 'regression', pairs }
  })
  countUnchanged(tally, said)
  for (const { benchmark, stable, slowdown, pairs } of slowed) {
    const others = unchanged.filter((other) => other.benchmark !== benchmark)
    const found = rowOf(replay([...others, { benchmark, pairs }], options), benchmark)
    countSlowed(tally, slowdown, { stable, slower: found.verdict === 'regression', pairs: found.pairs })
    if (stable && slowdown === 5) add(tally.clearedAt5, found.verdict === 'no-change')
  }
  if (index % intervalsEvery > 0) return
  for (const { interval } of replay(unchanged, { ...options, neverStop: true }).values()) {
    add(tally.everTooHigh, interval !== null && interval[0] > 1)
    add(tally.everTooLow, interval !== null && interval[1] < 1)
  }
}

function rowOf<Row>(rows: ReadonlyMap<string, Row>, benchmark: string): Row {
  const row = rows.get(benchmark)
  if (row === undefined) throw new Error(`the comparison has no row for ${benchmark}`)
  return row
}

function decideAsPeers(
  { index, unchanged, slowed }: PullRequest,
  view: View,
  tallies: ReadonlyMap<string, Tally>,
  seed: number,
): void {
  const seen = <M extends Metric>(metric: M) => ({
    ...metric,
    samples: metric.pairs.map(({ base, head }): SamplePair => ({ base: view.of(base), head: view.of(head) })),
  })
  const unchangedSeen = unchanged.map(seen)
  const slowedSeen = slowed.map(seen)
  for (const peer of peers) {
    const tally = tallies.get(peer.key)
    if (tally === undefined || index % (peer.every ?? 1) > 0) continue
    const random = createRandom(fork(seed, `${view.key} ${peer.key} ${index}`))
    const say = ({
      stable,
      samples,
    }: {
      readonly stable: boolean
      readonly samples: readonly SamplePair[]
    }) => ({
      stable,
      ...peer.decide(samples, random),
    })
    countUnchanged(tally, unchangedSeen.map(say))
    for (const metric of slowedSeen) countSlowed(tally, metric.slowdown, say(metric))
  }
}
