// `command:` a command line, run in a fresh process per iteration; a trial is a handful of runs.
import type { Observation } from '../../model/observation.ts'
import type { CommandBenchmark } from '../../model/suite/index.ts'
import type { Cost, Finished } from '../../ports/processes.ts'
import { type Driver, type Place, pathIn, type Tools, TrialError } from '../driver.ts'
import {
  countInstructions,
  countOf,
  type Layout,
  layouts,
  repeatableEnvironment,
  slowdown,
  withRepeatableNode,
} from '../instructions.ts'
import { collectUnseen, observeResources } from '../monitor/observations.ts'
import { readRuntime, runtimeMonitoring } from '../monitor/runtime.ts'
import { observe } from '../observe.ts'
import { howItEnded, outputOf } from '../output.ts'
import { prepare } from '../prepare.ts'
import type { Taken } from '../profile/gather.ts'
import { isBeside, profiling, readProfiles } from '../profile/programs.ts'
import type { ProfileKind } from '../task/protocol.ts'

/** Seconds that a trial should last; fast commands take longer, because few runs say little. */
const trialTime = 0.6
const fewestRuns = 5
const mostRuns = 40
/** Up to this many seconds a run counts as fast. */
const fastRun = 0.2

/** A profiler that attaches to a program may come too early or too late for it, and do better the next time. */
const attempts = 5

/** What a shell answers when it does not find the program, or may not run it. */
const notFound: readonly (number | null)[] = [126, 127]

/** Runs per trial for a command that takes `seconds`. */
export function runsPerTrial(seconds: number): number {
  const wanted = Math.round(trialTime / Math.max(seconds, 1e-3))
  return Math.min(mostRuns, Math.max(seconds <= fastRun ? fewestRuns : 1, wanted))
}

export function openCommand(benchmark: CommandBenchmark, tools: Tools): Driver {
  const { command, env, exitCode, timeout } = benchmark
  const unseen = collectUnseen()

  /** One run. @param deadline seconds on the monotonic clock: a trial's limit holds for all its runs together */
  async function run(place: Place, deadline: number): Promise<Cost> {
    const cwd = pathIn(place, benchmark.cwd)
    const left = Math.max(0.001, deadline - tools.clock.elapsed())
    const finished = await tools.processes.measure({ command, cwd, env, timeout: left })
    if (!finished.timedOut && finished.exitCode === exitCode) return finished.cost
    throw new TrialError(place, codeOf(finished), reasonOf(finished), outputOf(finished))
  }

  function codeOf(finished: Finished): string {
    if (finished.timedOut) return 'timed-out'
    return notFound.includes(finished.exitCode) ? 'not-found' : 'exit-code'
  }

  function reasonOf(finished: Finished): string {
    if (finished.timedOut)
      return `its trial did not end within ${timeout} s and was killed with all its children`
    const expected = exitCode === 0 ? '' : `; "exit-code" expects ${exitCode}`
    return `"${command}" ${howItEnded(finished)}${expected}`
  }

  async function runs(place: Place, count: number, warmUp: number): Promise<Cost[]> {
    await prepare(tools.processes, place, benchmark.prepare, {
      cwd: pathIn(place, benchmark.cwd),
      env,
      timeout,
    })
    const deadline = tools.clock.elapsed() + timeout
    const costs: Cost[] = []
    for (let index = 0; index < warmUp + count; index += 1) {
      const cost = await run(place, deadline)
      if (index >= warmUp) costs.push(cost)
    }
    return costs
  }

  /** One more run that is watched instead of timed: watching must not slow down what is timed. */
  async function watch(place: Place, name: string, interval: number): Promise<Observation[]> {
    const directory = await tools.files.temporary('perf-gate-monitor-')
    try {
      const finished = await tools.processes.run({
        command,
        cwd: pathIn(place, benchmark.cwd),
        env: runtimeMonitoring(directory, tools.processes.bundle('monitor-host'), env),
        timeout,
        monitor: interval,
      })
      unseen.add(place.side, name, finished.resources?.notices)
      return observeResources(name, finished.resources, await readRuntime(tools.files, directory))
    } finally {
      await tools.files.remove(directory)
    }
  }

  /** The profiler that the suite names, or V8's own for whatever Node programs it starts. */
  async function profile(place: Place, count: number, of: ProfileKind): Promise<Taken> {
    const cwd = pathIn(place, benchmark.cwd)
    const directory = await tools.files.temporary('perf-gate-profile-')
    const host = tools.processes.bundle('profile-host')
    const fails = ({ exitCode }: Finished) => benchmark.profile !== undefined && exitCode !== 0
    const watchedBy =
      benchmark.profile === undefined
        ? { command, env: profiling(directory, host, env, of) }
        : { command: benchmark.profile, env: { ...env, PERF_GATE_PROFILE: `${directory}/profile` } }
    try {
      await prepare(tools.processes, place, benchmark.prepare, { cwd, env, timeout })
      const deadline = tools.clock.elapsed() + timeout
      for (let index = 0; index < count; index += 1) {
        const left = Math.max(0.001, deadline - tools.clock.elapsed())
        const profileOnce = () => tools.processes.run({ ...watchedBy, cwd, timeout: left })
        let finished = await profileOnce()
        for (let again = 1; again < attempts && fails(finished); again += 1) finished = await profileOnce()
        if (fails(finished))
          throw new TrialError(
            place,
            'profiler',
            `"profile: ${benchmark.profile}" ${howItEnded(finished)}`,
            outputOf(finished),
          )
      }
      return {
        ...(await readProfiles(tools.files, directory, place)),
        ...(benchmark.profile === undefined ? { iterations: count } : {}),
        isOurs: (url) => isBeside(host, url),
      }
    } finally {
      await tools.files.remove(directory)
    }
  }

  async function trial(place: Place, name: string, count: number, warmUp: number): Promise<Observation[]> {
    const costs = await runs(place, count, warmUp)
    const watched = benchmark.monitor === undefined ? [] : await watch(place, name, benchmark.monitor)
    const known = (value: (cost: Cost) => number | null): number[] | null => {
      const values = costs.map(value).filter((each) => each !== null)
      return values.length === costs.length ? values : null
    }
    const observed = observe(benchmark, name, {
      cpu: known((cost) => cost.cpu),
      wall: costs.map((cost) => cost.wall),
      memory: known((cost) => cost.peakMemory),
    })
    return [...observed, ...watched]
  }

  /** Instructions of one run, with all its child processes. */
  async function instructions(place: Place, layout: Layout): Promise<number> {
    const cwd = pathIn(place, benchmark.cwd)
    await prepare(tools.processes, place, benchmark.prepare, { cwd, env, timeout })
    return countInstructions(tools, place, async (valgrind) => {
      const finished = await tools.processes.run({
        argv: [...valgrind, '/bin/sh', '-c', withRepeatableNode(command, layout)],
        cwd,
        env: { ...repeatableEnvironment(layout), ...env },
        timeout: timeout * slowdown,
      })
      if (finished.timedOut || finished.exitCode !== exitCode)
        throw new TrialError(
          place,
          finished.timedOut ? 'timed-out' : 'exit-code',
          `under valgrind, ${finished.timedOut ? `it did not end within ${timeout * slowdown} s` : reasonOf(finished)}`,
          outputOf(finished),
        )
    })
  }

  return {
    repeats: 'pairs',
    absence: `the shell does not find the program of "${command}"`,

    async discover(place) {
      // Only running it tells.
      try {
        await runs(place, 1, 0)
      } catch (error) {
        if (error instanceof TrialError && error.code === 'not-found') return []
        throw error
      }
      return [benchmark.name]
    },

    async calibrate(name, places) {
      let slowest = 0
      for (const place of places)
        for (const cost of await runs(place, 1, 0)) slowest = Math.max(slowest, cost.wall)
      const count = benchmark.iterations ?? runsPerTrial(slowest)
      // A slow command runs long enough to make its first moments not matter.
      const warmUp = benchmark.warmUp ?? (slowest <= fastRun ? 1 : 0)
      return {
        settings: { runs: count, warmUp },
        expected: (count + warmUp) * slowest,
        notices: await tools.processes.costLimits(),
        trial: (place) => trial(place, name, count, warmUp),
        unseen: ({ side }) => unseen.of(side),
        profile: (place, of) => profile(place, benchmark.profile === undefined ? count : 1, of),
        profiles: benchmark.profile === undefined ? ['cpu', 'heap'] : ['cpu'],
        ...countOf(benchmark, async (place) => {
          const counts: number[] = []
          for (const layout of layouts) counts.push(await instructions(place, layout))
          return counts
        }),
      }
    },

    async dispose() {},
  }
}
