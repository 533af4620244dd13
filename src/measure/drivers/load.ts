// `load:` one trial is one round of load against a side's service, or against a function of it.
import { ReadError } from '../../errors.ts'
import type { Observation } from '../../model/observation.ts'
import { type LoadBenchmark, loadTime, type ServiceSpec } from '../../model/suite/index.ts'
import { type Aside, type Driver, type Place, pathIn, type Tools, TrialError } from '../driver.ts'
import { leakEnvironment, serviceLeakTest } from '../leak/service.ts'
import { readItems } from '../load/items.ts'
import type { Begun, Live, LoadPlan, LoadResult, Window } from '../load/protocol.ts'
import { type RunLoad, roundOfLoad } from '../load/round.ts'
import { describeErrors, sumErrors } from '../load/rows.ts'
import { type Generator, startGenerator } from '../load/session.ts'
import {
  type WatchedRound,
  type WatchedSettings,
  watchedModel,
  watchedRound,
  watchedTime,
  watchedWarmUp,
} from '../load/watched.ts'
import { watchersOf } from '../load/watchers.ts'
import { prepare } from '../prepare.ts'
import { authorityOf, type SideServices, servicesOf } from '../service/of-sides.ts'
import type { Service } from '../service/service.ts'
import { watchUsage } from '../service/usage.ts'

/** Seconds that starting a service and its generator takes, for the first guess of a trial's length. */
const startUp = 1
/** Seconds after broken connections within which the end of a service is heard of. */
const deathTime = 1

export function openLoad(benchmark: LoadBenchmark, tools: Tools): Driver {
  const { load, service: spec, name, allowHosts, proposedHosts } = benchmark
  const hosts = { allowHosts, proposedHosts }
  const isFunction = load.work.kind === 'function'
  const services = spec === undefined ? null : servicesOf(benchmark, spec, tools)
  const watchers = spec === undefined ? null : watchersOf(name, spec, tools, watched)
  let shared: Generator | null = null
  /** Every round of both sides draws the same pauses and choices, as far as their order allows. */
  const seed = 1

  /** One generator for all trials, so that it is warm; a function needs a fresh one, which imports its own module. */
  function generatorFor(place: Place): Generator {
    if (shared !== null) return shared
    const started = startGenerator(tools.processes, pathIn(place, benchmark.cwd), benchmark.env)
    if (!isFunction) shared = started
    return started
  }

  async function closeGenerator(generator: Generator): Promise<void> {
    if (shared === generator) shared = null
    await generator.close()
  }

  async function planFor(
    place: Place,
    service: Service | null,
  ): Promise<Omit<LoadPlan, 'model' | 'abortWhen'>> {
    const put = service?.put ?? ((text: string) => text)
    const { work, target, maxConnections, startDelay, gracefulStop, warmUp, timeout } = load
    const { http, insecure, transport, workers } = load
    const settings = {
      maxConnections,
      startDelay,
      gracefulStop,
      warmUp,
      timeout,
      http,
      insecure,
      transport,
      workers,
    }
    const items = await readItems(load.data, (file) => pathIn(place, benchmark.cwd, file), tools.files).catch(
      (error: unknown) => {
        if (error instanceof ReadError) throw new TrialError(place, 'bad-data', error.message)
        throw error
      },
    )
    return {
      ...settings,
      ca: await authorityOf(benchmark, place, tools),
      base: target === undefined ? null : put(target),
      items,
      ...hosts,
      seed,
      directory: pathIn(place, benchmark.cwd),
      work:
        work.kind === 'function'
          ? work
          : {
              ...work,
              scenarios: work.scenarios.map((scenario) => ({
                ...scenario,
                requests: scenario.requests.map((request) => ({ ...request, url: put(request.url) })),
              })),
            },
    }
  }

  let toldAt = 0

  /** What the last second showed. */
  function tell({ side }: Place, { at, requests, failed, p95 }: Window): void {
    const seconds = at > toldAt ? at - toldAt : at
    toldAt = at
    if (requests === 0 || seconds <= 0) return
    const [rate, errors] = [requests / seconds, failed / requests]
    tools.log?.progress({ kind: 'load', benchmark: name, side, elapsed: at, rate, errors, p95 })
  }

  async function trial(place: Place): Promise<readonly Observation[]> {
    const cwd = pathIn(place, benchmark.cwd)
    const timeout = 2 * loadTime(benchmark) + load.gracefulStop + 60
    await prepare(tools.processes, place, benchmark.prepare, { cwd, env: benchmark.env, timeout })
    const generator = generatorFor(place)
    let service: Service | null = null
    let worked = false
    try {
      service = (await services?.forTrial(place, generator)) ?? null
      const plan = await planFor(place, service)
      const watch = watchUsage(name, service, tools.clock)
      const alive = service
      const hear = (event: Live | Begun) => {
        if (event.kind === 'begun') watch.begin()
        else tell(place, event.window)
      }
      const run = async (part: Pick<LoadPlan, 'model' | 'abortWhen'> & Partial<LoadPlan>) => {
        const asked = generator.ask({ kind: 'run', plan: { ...plan, ...part } }, place, hear)
        return await whileAlive(alive, generator, asked)
      }
      const { observations, requests } = await roundOfLoad(
        {
          name,
          load,
          place,
          refuseEmpty: (result) => refuseEmpty(result, place, alive),
          pause: (seconds) => tools.clock.sleep(seconds),
          memory: () => watch.memory(),
        },
        run,
      )
      worked = true
      const used = watch.end(requests)
      if (watchers === null || benchmark.monitor === undefined) return [...observations, ...used]
      // One at a time: the watched one is another.
      if (service !== null) await services?.release(service, worked)
      return [...observations, ...used, ...(await watchers.monitor(place, benchmark.monitor))]
    } finally {
      // Whatever went wrong: the next trial starts with a generator and a service that know nothing of it.
      if (isFunction || !worked) await closeGenerator(generator)
      if (service !== null) await services?.release(service, worked)
    }
  }

  /** The service, watched instead of measured, while it bears a short load. @throws TrialError */
  async function watched(place: Place, settings: WatchedSettings): Promise<WatchedRound> {
    if (services === null) throw new TrialError(place, 'no-service', 'there is no service to watch')
    const cwd = pathIn(place, benchmark.cwd)
    await prepare(tools.processes, place, benchmark.prepare, { cwd, env: benchmark.env, timeout: 60 })
    const generator = generatorFor(place)
    const loaded = async (service: Service, begun: () => void) => {
      const plan = await planFor(place, service)
      const short = { model: watchedModel(load.model), abortWhen: [] }
      const warmUp = Math.min(watchedWarmUp, load.warmUp)
      const hear = (event: Live | Begun) => {
        if (event.kind === 'begun') begun()
      }
      const asked = generator.ask({ kind: 'run', plan: { ...plan, ...short, warmUp } }, place, hear)
      const result = await whileAlive(service, generator, asked)
      refuseEmpty(result, place, service)
      return result
    }
    try {
      return await watchedRound(settings, tools, (watch) => services.start(place, generator, watch), loaded)
    } catch (error) {
      await closeGenerator(generator)
      throw error
    } finally {
      if (isFunction) await generator.close()
    }
  }

  /** A service of its own, which is asked for what it keeps. */
  async function leakTest(
    place: Place,
    spec: ServiceSpec,
    { start }: SideServices,
    tolerance: number,
  ): Promise<Aside> {
    const { clock, files, processes } = tools
    const directory = await files.temporary('perf-gate-leak-')
    const generator = generatorFor(place)
    let service: Service | null = null
    try {
      const env = leakEnvironment(directory, processes.bundle('leak-host'), spec.env)
      service = await start(place, generator, { env })
      const plan = await planFor(place, service)
      const alive = service
      const run: RunLoad = async (part) => {
        const order = { kind: 'run', plan: { ...plan, ...part } } as const
        const result = await whileAlive(alive, generator, generator.ask(order, place))
        refuseEmpty(result, place, alive)
        return result
      }
      return await serviceLeakTest({
        name,
        place,
        tolerance,
        directory,
        service,
        run,
        tools: { clock, files },
      })
    } catch (error) {
      await closeGenerator(generator)
      throw error
    } finally {
      await service?.stop()
      await files.remove(directory)
    }
  }

  /** The result, unless the service died meanwhile. @throws TrialError */
  async function whileAlive(
    service: Service | null,
    generator: Generator,
    running: Promise<LoadResult>,
  ): Promise<LoadResult> {
    if (service === null) return running
    running.catch(() => {})
    const death = service.died.then((error): never => {
      throw error
    })
    death.catch(() => {})
    try {
      const result = await Promise.race([running, death])
      // Broken connections are often the first that is heard of it, and its last words come late.
      if (hasLostConnections(result)) await Promise.race([tools.clock.sleep(deathTime), death])
      return service.hasEnded() ? await death : result
    } catch (error) {
      await closeGenerator(generator)
      throw error
    }
  }

  /** No answer, or no good one, is no measurement: never a latency of nothing. */
  function refuseEmpty(result: LoadResult, place: Place, service: Service | null): void {
    const requests = result.cells.reduce((sum, cell) => sum + cell.requests, 0)
    const succeeded = result.cells.reduce((sum, cell) => sum + cell.succeeded, 0)
    if (succeeded > 0) return
    const errors = describeErrors(sumErrors(result.cells))
    const reason =
      requests === 0
        ? 'not one request was sent'
        : `none of ${requests} requests had a successful answer: ${errors}`
    const ended = result.aborted === null ? '' : `; the load was ended early: ${result.aborted}`
    const path = services?.logPath(place) ?? null
    const printed = service === null || path === null ? '' : `; what the service printed is in ${path}`
    throw new TrialError(
      place,
      'no-answers',
      reason + ended + printed,
      service?.output().slice(-4000) || undefined,
    )
  }

  return {
    repeats: 'pairs',
    hasRows: true,
    absence:
      load.work.kind === 'function' ? `there is no file ${load.work.module}` : 'there is nothing to load',

    async discover(place) {
      if (load.work.kind !== 'function') return [name]
      return (await tools.files.exists(pathIn(place, benchmark.cwd, load.work.module))) ? [name] : []
    },

    async calibrate() {
      const { leak } = benchmark
      const short = startUp + watchedWarmUp + watchedTime
      const looking = benchmark.monitor === undefined ? 0 : short
      return {
        settings: {},
        expected: startUp + loadTime(benchmark) + looking,
        notices: [],
        trial,
        ...(watchers === null
          ? {}
          : {
              unseen: watchers.unseen,
              profile: watchers.profile,
              profiles: ['cpu', 'heap'] as const,
              profileTime: short,
            }),
        ...(leak === undefined || spec === undefined || services === null
          ? {}
          : { aside: (place: Place) => leakTest(place, spec, services, leak) }),
      }
    },

    async dispose() {
      await services?.dispose()
      if (shared !== null) await closeGenerator(shared)
    },
  }
}

function hasLostConnections({ cells }: LoadResult): boolean {
  const { refused = 0, reset = 0 } = sumErrors(cells)
  return refused + reset > 0
}
