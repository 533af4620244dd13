// `task:` one JS or TS module; each of its exported functions is a benchmark, measured in a fresh process per trial.
import type { Notice } from '../../model/notice.ts'
import type { Observation } from '../../model/observation.ts'
import type { Side } from '../../model/side.ts'
import { benchmarkName, type TaskBenchmark } from '../../model/suite/index.ts'
import { type Aside, type Driver, type Place, pathIn, type Tools, TrialError } from '../driver.ts'
import {
  countInstructions,
  countOf,
  type Layout,
  layouts,
  repeatableEnvironment,
  repeatableNode,
  slowdown,
} from '../instructions.ts'
import { leakNotices, observeLeak } from '../leak/observe.ts'
import { searchLeak } from '../leak/search.ts'
import { collectUnseen, observeResources } from '../monitor/observations.ts'
import { readRuntime, runtimeMonitoring } from '../monitor/runtime.ts'
import { observe } from '../observe.ts'
import { prepare } from '../prepare.ts'
import type { Taken } from '../profile/gather.ts'
import { allocationInterval, isBeside, readProfiles, samplingInterval } from '../profile/programs.ts'
import { lookTime, settingsFor, settingsNotices, type TaskSettings } from '../task/calibration.ts'
import { observePhases, slowNotices } from '../task/phases.ts'
import type { CallCost, ProfileKind } from '../task/protocol.ts'
import { cpuPerCall, joinSamples } from '../task/samples.ts'
import { type HostSettings, type Session, startSession } from '../task/session.ts'
import { measureInTurns } from '../task/turns.ts'

/** Seconds that starting Node and importing a small module takes: for the first guess of a trial's length. */
const startUp = 0.1
/** A watched trial has one in this many of a measured one's samples. */
const watchedPart = 4
/** Calls that are timed one by one. */
const mostSingleCalls = 1000
/** Seconds of calls, at full speed, whose instructions are counted. */
const countedTime = 0.05

export function openTask(benchmark: TaskBenchmark, tools: Tools): Driver {
  const { leak, slow } = benchmark
  const live = new Set<Session>()
  const unseen = collectUnseen()
  const nameOf = (task: string) => (task === 'default' ? benchmark.name : `${benchmark.name}/${task}`)
  const taskOf = (name: string) =>
    name === benchmark.name ? 'default' : name.slice(benchmark.name.length + 1)

  /**
   * Hosts with the module loaded, one per place, ended in any case. Each may live as long as the trials of all of them.
   */
  async function withHosts<Result>(
    places: readonly Place[],
    work: (sessions: readonly Session[], tasks: readonly string[]) => Promise<Result>,
    watching: Partial<Pick<HostSettings, 'env' | 'timeout' | 'program' | 'monitor'>> = {},
  ): Promise<Result> {
    const sessions: Session[] = []
    let tasks: readonly string[] = []
    try {
      for (const place of places) {
        const cwd = pathIn(place, benchmark.cwd)
        const settings = { cwd, env: benchmark.env, timeout: benchmark.timeout * places.length, ...watching }
        await prepare(tools.processes, place, benchmark.prepare, settings)
        const session = startSession(tools.processes, place, settings)
        sessions.push(session)
        live.add(session)
        tasks = (await session.ask({ kind: 'load', module: pathIn(place, benchmark.cwd, benchmark.task) }))
          .tasks
      }
      return await work(sessions, tasks)
    } finally {
      for (const session of sessions) {
        await session.close()
        live.delete(session)
      }
    }
  }

  async function trials(
    places: readonly Place[],
    name: string,
    settings: TaskSettings,
    resolution: number,
  ): Promise<readonly (readonly Observation[])[]> {
    const observed = await withHosts(places, async (sessions) => {
      const measured = await measureInTurns(sessions, taskOf(name), settings)
      const observations: Observation[][] = []
      for (const [index, session] of sessions.entries()) {
        const { peakMemory } = await session.ask({ kind: 'finish' })
        const samples = measured[index] ?? joinSamples([])
        const cpu = cpuPerCall(samples, settings.calls, resolution)
        observations.push([
          ...observe(benchmark, name, { cpu, wall: samples.wall, memory: [peakMemory] }),
          ...(benchmark.metrics === undefined ? observePhases(name, samples, settings.calls) : []),
        ])
      }
      return observations
    })
    if (benchmark.monitor === undefined) return observed
    const all: (readonly Observation[])[] = []
    for (const [index, place] of places.entries())
      all.push([...(observed[index] ?? []), ...(await watch(place, name, settings, benchmark.monitor))])
    return all
  }

  /** A shorter trial that is watched instead of timed: watching must not slow down what is timed. */
  async function watch(
    place: Place,
    name: string,
    { calls, samples, warmUpSamples }: TaskSettings,
    monitor: number,
  ): Promise<Observation[]> {
    const directory = await tools.files.temporary('perf-gate-monitor-')
    const env = runtimeMonitoring(directory, tools.processes.bundle('monitor-host'), benchmark.env)
    const work = async ([session]: readonly Session[]) => {
      if (session === undefined) throw new Error('a place without a host')
      const count = warmUpSamples + Math.ceil(samples / watchedPart)
      await session.ask({ kind: 'run', task: taskOf(name), calls, samples: count })
      await session.ask({ kind: 'finish' })
      return session.resources()
    }
    try {
      const resources = await withHosts([place], work, { monitor, env })
      unseen.add(place.side, name, resources?.notices)
      return observeResources(name, resources, await readRuntime(tools.files, directory))
    } finally {
      await tools.files.remove(directory)
    }
  }

  async function aside(place: Place, name: string, seconds: number, settings: TaskSettings): Promise<Aside> {
    const leaks =
      leak === undefined ? { observations: [], notices: [] } : await leakTest(place, name, seconds, leak)
    if (slow === undefined) return leaks
    const notices = await slowOperations(place, name, settings, slow)
    return { ...leaks, notices: [...leaks.notices, ...notices] }
  }

  /** Single calls, timed one by one. */
  async function slowOperations(
    place: Place,
    name: string,
    { calls, samples, warmUpSamples }: TaskSettings,
    threshold: number,
  ): Promise<Notice[]> {
    return withHosts([place], async ([session]) => {
      if (session === undefined) throw new Error('a place without a host')
      const run = { kind: 'run', task: taskOf(name) } as const
      await session.ask({ ...run, calls, samples: warmUpSamples })
      const count = Math.min(mostSingleCalls, calls * samples)
      const found = await session.ask({ ...run, calls: 1, samples: count })
      await session.ask({ kind: 'finish' })
      return slowNotices(name, place.side, found, threshold)
    })
  }

  async function leakTest(place: Place, name: string, seconds: number, tolerance: number) {
    return withHosts([place], async ([session]) => {
      if (session === undefined) throw new Error('a place without a host')
      const round = async (calls: number) =>
        (await session.ask({ kind: 'leak-round', task: taskOf(name), calls })).bytes
      const found = await searchLeak(round, seconds, tolerance)
      const { peakMemory } = await session.ask({ kind: 'finish' })
      return {
        observations: observeLeak(name, found, peakMemory),
        notices: leakNotices(name, place.side, found, tolerance),
      }
    })
  }

  async function profile(
    place: Place,
    name: string,
    settings: TaskSettings,
    of: ProfileKind,
  ): Promise<Taken> {
    const directory = await tools.files.temporary('perf-gate-profile-')
    try {
      const path = `${directory}/task.cpuprofile`
      await withHosts([place], async ([session]) => {
        if (session === undefined) throw new Error('a place without a host')
        const interval = of === 'cpu' ? samplingInterval : allocationInterval
        await session.ask({ kind: 'profile', of, task: taskOf(name), ...settings, interval, path })
        await session.ask({ kind: 'finish' })
      })
      const ours = tools.processes.bundle('task-host')
      return {
        ...(await readProfiles(tools.files, directory, place)),
        iterations: settings.calls * settings.samples,
        isOurs: (url) => isBeside(ours, url),
      }
    } finally {
      await tools.files.remove(directory)
    }
  }

  /** Instructions of a host that makes so many calls, all included. */
  async function instructions(place: Place, name: string, calls: number, layout: Layout): Promise<number> {
    return countInstructions(tools, place, async (valgrind) => {
      const watched = {
        program: [...valgrind, 'node', ...repeatableNode(layout)],
        env: { ...repeatableEnvironment(layout), ...benchmark.env },
        timeout: benchmark.timeout * slowdown,
      }
      const work = async ([session]: readonly Session[]) => {
        if (session === undefined) throw new Error('a place without a host')
        await session.ask({ kind: 'run', task: taskOf(name), calls, samples: 1 })
        await session.ask({ kind: 'finish' })
      }
      await withHosts([place], work, watched)
    })
  }

  /** What is left when a host that makes `calls` calls is taken from one that makes twice as many: warm calls alone. */
  async function countPerCall(place: Place, name: string, calls: number): Promise<readonly number[]> {
    const counts: number[] = []
    for (const layout of layouts) {
      const [once, twice] = await Promise.all([
        instructions(place, name, calls, layout),
        instructions(place, name, 2 * calls, layout),
      ])
      counts.push(Math.max(0, twice - once) / calls)
    }
    return counts
  }

  async function cost(place: Place, name: string): Promise<CallCost> {
    return withHosts([place], async ([session]) => {
      if (session === undefined) throw new Error('a place without a host')
      const found = await session.ask({
        kind: 'calibrate',
        task: taskOf(name),
        warmUp: benchmark.warmUp,
        lookTime: lookTime(benchmark.trialTime),
      })
      await session.ask({ kind: 'finish' })
      return found
    })
  }

  return {
    repeats: 'pairs',
    absence: `there is no file ${benchmark.task}`,

    async discover(place) {
      if (!(await tools.files.exists(pathIn(place, benchmark.cwd, benchmark.task)))) return []
      const names = await withHosts([place], async (sessions, tasks) => {
        for (const session of sessions) await session.ask({ kind: 'finish' })
        return tasks.map(nameOf)
      })
      const unusable = names.find((name) => !benchmarkName.test(name))
      if (unusable !== undefined)
        throw new TrialError(
          place,
          'unusable-name',
          `the export name ${JSON.stringify(unusable)} cannot be shown`,
        )
      return names
    },

    async calibrate(name, places) {
      const costs: CallCost[] = []
      for (const place of places) costs.push(await cost(place, name))
      const settings = settingsFor(costs, benchmark, benchmark.iterations)
      const resolution = Math.max(...costs.map((each) => each.cpuResolution))
      const slowest = Math.max(...costs.map((each) => each.wall))
      const trial = async (place: Place) => (await trials([place], name, settings, resolution))[0] ?? []
      const pair = async (first: Place, second: Place) => {
        const [a = [], b = []] = await trials([first, second], name, settings, resolution)
        return { [first.side]: a, [second.side]: b } as Record<Side, readonly Observation[]>
      }
      return {
        settings: { ...settings },
        expected: startUp + (settings.samples + settings.warmUpSamples) * settings.calls * slowest,
        notices: settingsNotices(name, settings, costs),
        trial,
        profile: (place, of) => profile(place, name, settings, of),
        profiles: ['cpu', 'heap'],
        unseen: ({ side }) => unseen.of(side),
        ...(leak === undefined && slow === undefined
          ? {}
          : { aside: (place) => aside(place, name, slowest, settings) }),
        ...(benchmark.trials === 'ping-pong' ? { pair } : {}),
        ...countOf(benchmark, (place) =>
          countPerCall(place, name, Math.max(1, Math.round(countedTime / slowest))),
        ),
      }
    },

    async dispose() {
      await Promise.all([...live].map((session) => session.close()))
    },
  }
}
