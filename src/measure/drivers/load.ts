// `load:` one trial is one round of load against a side's service, or against a function of it.
import { ReadError } from '../../errors.ts'
import type { Observation } from '../../model/observation.ts'
import { type LoadBenchmark, loadTime } from '../../model/suite/index.ts'
import { type Driver, type Place, pathIn, type Tools, TrialError } from '../driver.ts'
import { readItems } from '../load/items.ts'
import type { Begun, Live, LoadPlan, LoadResult, Window } from '../load/protocol.ts'
import { roundOfLoad } from '../load/round.ts'
import { describeErrors, sumErrors } from '../load/rows.ts'
import { type Generator, startGenerator } from '../load/session.ts'
import { prepare } from '../prepare.ts'
import { writtenPort } from '../service/addresses.ts'
import { type Service, startService } from '../service/service.ts'
import { watchService } from '../service/watch.ts'

/** Seconds that starting a service and its generator takes, for the first guess of a trial's length. */
const startUp = 1

export function openLoad(benchmark: LoadBenchmark, tools: Tools): Driver {
  const { load, service: spec, name } = benchmark
  const isFunction = load.work.kind === 'function'
  const written = spec === undefined ? null : writtenPort(spec, load)
  const services = new Map<Place['side'], Service>()
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

  async function serviceFor(place: Place, generator: Generator): Promise<Service | null> {
    if (spec === undefined) return null
    const kept = services.get(place.side)
    if (kept !== undefined) return kept
    const { port } = await generator.ask({ kind: 'port' }, place)
    const probe = async (url: string, timeout: number) =>
      (await generator.ask({ kind: 'probe', url, timeout, insecure: load.insecure }, place)).code
    const firstUrl = load.work.kind === 'scenarios' ? load.work.scenarios[0]?.requests[0]?.url : undefined
    const target = load.target ?? firstUrl
    const service = await startService({ spec, port, written, target }, place, tools, probe)
    if (spec.restart === 'keep') services.set(place.side, service)
    return service
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
      base: target === undefined ? null : put(target),
      items,
      allowHosts: benchmark.allowHosts,
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
    try {
      service = await serviceFor(place, generator)
      const plan = await planFor(place, service)
      const watch = watchService(name, service, tools.clock)
      const alive = service
      const hear = (event: Live | Begun) => {
        if (event.kind === 'begun') watch.begin()
        else tell(place, event.window)
      }
      const run = async (part: Pick<LoadPlan, 'model' | 'abortWhen'> & Partial<LoadPlan>) => {
        return await whileAlive(
          service,
          generator,
          generator.ask({ kind: 'run', plan: { ...plan, ...part } }, place, hear),
        )
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
      return [...observations, ...watch.end(requests)]
    } catch (error) {
      // Whatever went wrong: the next trial starts with a generator and a service that know nothing of it.
      await closeGenerator(generator)
      if (service !== null) services.delete(place.side)
      await service?.stop()
      service = null
      throw error
    } finally {
      if (isFunction) await generator.close()
      if (spec?.restart !== 'keep') await service?.stop()
    }
  }

  /** The result, unless the service dies first. */
  async function whileAlive<Result>(
    service: Service | null,
    generator: Generator,
    running: Promise<Result>,
  ): Promise<Result> {
    if (service === null) return running
    let over = false
    const result = running.finally(() => {
      over = true
    })
    const death = service.died.then(async (error) => {
      if (over) return result
      result.catch(() => {})
      await closeGenerator(generator)
      throw error
    })
    death.catch(() => {})
    return Promise.race([result, death])
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
    throw new TrialError(place, 'no-answers', reason, service?.output().slice(-4000) || undefined)
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
      return { settings: {}, expected: startUp + loadTime(benchmark), notices: [], trial }
    },

    async dispose() {
      await Promise.all([...services.values()].map((service) => service.stop()))
      services.clear()
      if (shared !== null) await closeGenerator(shared)
    },
  }
}
