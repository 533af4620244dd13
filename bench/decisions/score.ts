// Counts what a rule said over many replayed pull requests, and turns the counts into rates.
import type { Slowdown } from './resample.ts'

interface Count {
  hits: number
  of: number
}

/** What one rule said so far. */
export interface Tally {
  readonly alarms: Count
  readonly suites: Count
  readonly stableSuites: Count
  readonly power: Map<Slowdown, Count>
  readonly stablePower: Map<Slowdown, Count>
  /** `hits` are pairs used by unchanged metrics. */
  readonly pairs: Count
  readonly stablePairs: Count
}

/** Rates are fractions; `null` where nothing was replayed. */
export interface Score {
  readonly falseAlarmsPerMetric: number | null
  readonly falseAlarmsPerSuite: number | null
  /** Counting the stable workloads only. */
  readonly falseAlarmsPerStableSuite: number | null
  /** On the stable workloads, by per cent of slowdown. */
  readonly power: Readonly<Record<string, number | null>>
  readonly powerAll: Readonly<Record<string, number | null>>
  /** Mean pairs that an unchanged metric used: stable workloads, and all. */
  readonly pairs: number | null
  readonly pairsAll: number | null
  /** Pull requests replayed. */
  readonly suites: number
}

function emptyCount(): Count {
  return { hits: 0, of: 0 }
}

export function add(count: Count, hits: number | boolean): void {
  count.hits += Number(hits)
  count.of++
}

function rate({ hits, of }: Count): number | null {
  return of === 0 ? null : hits / of
}

export function emptyTally(): Tally {
  return {
    alarms: emptyCount(),
    suites: emptyCount(),
    stableSuites: emptyCount(),
    power: new Map(),
    stablePower: new Map(),
    pairs: emptyCount(),
    stablePairs: emptyCount(),
  }
}

/** What was said of one metric. */
export interface Said {
  readonly stable: boolean
  readonly slower: boolean
  readonly pairs: number
}

/** One pull request in which nothing had changed: all its metrics. */
export function countUnchanged(tally: Tally, metrics: readonly Said[]): void {
  for (const { stable, slower, pairs } of metrics) {
    add(tally.alarms, slower)
    add(tally.pairs, pairs)
    if (stable) add(tally.stablePairs, pairs)
  }
  add(
    tally.suites,
    metrics.some((metric) => metric.slower),
  )
  add(
    tally.stableSuites,
    metrics.some((metric) => metric.stable && metric.slower),
  )
}

/** One metric that had become slower. */
export function countSlowed(tally: Tally, slowdown: Slowdown, { stable, slower }: Said): void {
  for (const power of stable ? [tally.power, tally.stablePower] : [tally.power]) {
    const count = power.get(slowdown) ?? emptyCount()
    add(count, slower)
    power.set(slowdown, count)
  }
}

export function scoreOf(tally: Tally): Score {
  const rates = (power: Tally['power']) =>
    Object.fromEntries([...power].map(([slowdown, count]) => [String(slowdown), rate(count)]))
  return {
    falseAlarmsPerMetric: rate(tally.alarms),
    falseAlarmsPerSuite: rate(tally.suites),
    falseAlarmsPerStableSuite: rate(tally.stableSuites),
    power: rates(tally.stablePower),
    powerAll: rates(tally.power),
    pairs: rate(tally.stablePairs),
    pairsAll: rate(tally.pairs),
    suites: tally.suites.of,
  }
}

/** What only our own reports have: verdicts that clear a metric, and intervals that hold at any time. */
export interface OwnTally extends Tally {
  readonly cleared: Count
  readonly clearedAt5: Count
  readonly intervalMisses: Count
  readonly everTooHigh: Count
  readonly everTooLow: Count
}

export interface OwnScore extends Score {
  /** Unchanged metrics that were shown to be unchanged. */
  readonly cleared: number | null
  /** Stable metrics 5 % slower that were said not to have changed. */
  readonly clearedAt5: number | null
  /** Unchanged metrics whose reported interval excludes "unchanged". */
  readonly miscoverage: number | null
  /** The same if no measuring had stopped early, by the side on which the whole interval lay. */
  readonly everMissed: { readonly tooHigh: number | null; readonly tooLow: number | null }
}

export function emptyOwnTally(): OwnTally {
  return {
    ...emptyTally(),
    cleared: emptyCount(),
    clearedAt5: emptyCount(),
    intervalMisses: emptyCount(),
    everTooHigh: emptyCount(),
    everTooLow: emptyCount(),
  }
}

export function ownScoreOf(tally: OwnTally): OwnScore {
  return {
    ...scoreOf(tally),
    cleared: rate(tally.cleared),
    clearedAt5: rate(tally.clearedAt5),
    miscoverage: rate(tally.intervalMisses),
    everMissed: { tooHigh: rate(tally.everTooHigh), tooLow: rate(tally.everTooLow) },
  }
}
