// A measurement in which everything is written down beforehand: what each driver holds, how long its trials take on the
// test's own clock, and which of them fail.

import type { PreparedSides } from '../../src/measure/checkout/sides.ts'
import type { Measurement } from '../../src/measure/course.ts'
import { type Driver, type Drivers, type Place, TrialError } from '../../src/measure/driver.ts'
import type { Observation, Pair } from '../../src/model/observation.ts'
import type { Plan } from '../../src/model/plan.ts'
import type { Progress } from '../../src/model/progress.ts'
import type { Runs } from '../../src/model/run.ts'
import type { Side } from '../../src/model/side.ts'
import type { StopRule } from '../../src/model/stop-rule.ts'

export interface Script {
  /** Side → names. */
  readonly holds?: Readonly<Record<Side, readonly string[]>>
  /** Seconds per trial. */
  readonly seconds?: number
  readonly calibrationSeconds?: number
  /** What the n-th trial (from 0) of a side does wrong. */
  readonly fails?: (side: Side, trial: number, name: string) => string | null
  readonly failsDiscovery?: (side: Side) => string | null
  readonly failsCalibration?: (side: Side) => string | null
  /** Names seen in the trials of a benchmark, when it is not just its own. */
  readonly rows?: (name: string) => readonly string[]
  /** Rows that the n-th trial of a side reports as failed: name → why. */
  readonly reports?: (side: Side, trial: number) => Readonly<Record<string, string>>
  readonly once?: boolean
  /** Its trials can be profiled; the n-th one on a side may say why it cannot. */
  readonly profiles?: (side: Side) => string | null
  readonly pingPong?: boolean
}

export interface Scripted {
  readonly measurement: Measurement
  /** `parse base`, in the order of the trials. */
  readonly trials: string[]
  readonly pairs: Pair[]
  readonly events: (
    | Progress
    | { readonly kind: 'saved'; readonly runs: Runs }
    | { readonly kind: 'disposed' }
  )[]
}

export interface Setting {
  readonly scripts: Readonly<Record<string, Script>>
  readonly plan?: Partial<Plan>
  /** Pairs of a benchmark after which it is settled. */
  readonly settledAfter?: (benchmark: string) => number
  readonly first?: readonly Side[]
  readonly wanted?: (benchmark: string) => boolean
  readonly unprepared?: PreparedSides['failures']
}

export function scripted({
  scripts,
  plan = {},
  settledAfter = () => 6,
  first,
  wanted,
  unprepared = [],
}: Setting): Scripted {
  let time = 0
  const trials: string[] = []
  const pairs: Pair[] = []
  const events: Scripted['events'] = []
  const maxPairs = plan.maxPairs ?? 40

  const driverOf = (entry: string): Driver => {
    const script = scripts[entry] ?? {}
    const counts = new Map<string, number>()
    const observations = (place: Place, name: string): readonly Observation[] => {
      time += script.seconds ?? 1
      trials.push(`${name} ${place.side}`)
      const key = `${name} ${place.side}`
      const count = counts.get(key) ?? 0
      counts.set(key, count + 1)
      const failure = script.fails?.(place.side, count, name) ?? null
      if (failure !== null) throw new TrialError(place, 'exit-code', failure, 'what it printed')
      return (script.rows?.(name) ?? [name]).map((benchmark) => ({
        benchmark,
        metric: 'cpu',
        unit: 's',
        better: 'lower',
        value: script.once ? { kind: 'exact', value: 7 } : { kind: 'samples', samples: [count + 1] },
      }))
    }
    return {
      repeats: script.once ? 'once' : 'pairs',
      hasRows: script.rows !== undefined,
      absence: `there is no ${entry}`,
      async discover(place) {
        const failure = script.failsDiscovery?.(place.side) ?? null
        if (failure !== null) throw new TrialError(place, 'import-failed', failure)
        return script.holds?.[place.side] ?? [entry]
      },
      async calibrate(name, places) {
        time += script.calibrationSeconds ?? 0
        for (const place of places) {
          const failure = script.failsCalibration?.(place.side) ?? null
          if (failure !== null) throw new TrialError(place, 'threw', failure)
        }
        const pair = async (a: Place, b: Place) =>
          ({
            [a.side]: observations(a, name),
            [b.side]: observations(b, name),
          }) as Record<Side, readonly Observation[]>
        const profile = async (place: Place) => {
          time += script.seconds ?? 1
          trials.push(`${name} ${place.side} profile`)
          const failure = script.profiles?.(place.side) ?? null
          if (failure !== null) throw new TrialError(place, 'no-profile', failure)
          const stack = { sites: [{ function: name }], self: 1, samples: 10 }
          return { stacks: [{ unit: 's' as const, stacks: [stack], notices: [] }], iterations: 2 }
        }
        return {
          settings: {},
          expected: script.seconds ?? 1,
          notices: [],
          trial: async (place, remark) => {
            const count = counts.get(`${name} ${place.side}`) ?? 0
            const failed = Object.entries(script.reports?.(place.side, count) ?? {})
            const failures = failed.map(([benchmark, reason]) => ({ benchmark, code: 'failed', reason }))
            remark?.({ failures, notices: [] })
            return observations(place, name)
          },
          ...(script.profiles === undefined ? {} : { profile }),
          ...(script.pingPong ? { pair } : {}),
        }
      },
      async dispose() {
        events.push({ kind: 'disposed' })
      },
    }
  }

  const drivers: Drivers = {
    task: (benchmark) => driverOf(benchmark.name),
    command: (benchmark) => driverOf(benchmark.name),
    files: (benchmark) => driverOf(benchmark.name),
    load: (benchmark) => driverOf(benchmark.name),
  }
  const pairsOf = (benchmark: string) =>
    pairs.filter((pair) => pair.head.some((observation) => observation.benchmark === benchmark)).length
  const stop: StopRule = {
    observe: (pair) => void pairs.push(pair),
    settled: (benchmark) => pairsOf(benchmark) >= settledAfter(benchmark),
    evidence: (benchmark) => [
      { metric: 'cpu', pairs: pairsOf(benchmark), state: 'undecided', progress: 0, ratio: null },
    ],
  }
  const unused = () => {
    throw new Error('a scripted measurement touches nothing outside')
  }
  const measurement: Measurement = {
    plan: {
      suite: 'scripted',
      suiteHash: 'hash',
      seed: 1,
      change: { base: { commit: 'b'.repeat(40) }, head: { ref: 'HEAD' }, reason: 'named' },
      setup: [],
      benchmarks: Object.keys(scripts).map((name) => ({
        benchmark: {
          kind: 'command',
          name,
          command: name,
          exitCode: 0,
          warmUp: undefined,
          env: {},
          timeout: 60,
          statistic: {},
        },
        first: first ?? Array.from({ length: maxPairs }, (_, round) => (round % 3 === 0 ? 'head' : 'base')),
      })),
      minPairs: 5,
      maxPairs,
      maxTime: 1000,
      firstRound: 0,
      ...plan,
    },
    prepared: {
      sides: { base: { directory: '/base' }, head: { directory: '/head' } },
      failures: unprepared,
      notices: [{ code: 'submodules', message: 'what preparing had to say' }],
    },
    host: {
      clock: { now: () => time * 1000, elapsed: () => time, sleep: unused, seed: unused },
      log: {
        progress: (event) => void events.push(event),
        info: unused,
        warning: unused,
        error: unused,
      },
      files: {
        read: unused,
        readBytes: unused,
        chunks: unused,
        write: unused,
        exists: unused,
        modified: unused,
        glob: unused,
        list: unused,
        writeBelow: unused,
        remove: unused,
        temporary: unused,
      },
      processes: {
        run: unused,
        measure: unused,
        costLimits: async () => [],
        converse: unused,
        start: unused,
        bundle: unused,
        onExit: unused,
      },
      compression: { compressedSize: unused },
    },
    stop,
    save: async (runs) => void events.push({ kind: 'saved', runs }),
    identity: { measurement: 'job-1', environment: { cpu: 'test' } },
    drivers,
    ...(wanted === undefined ? {} : { wanted }),
  }
  return { measurement, trials, pairs, events }
}
