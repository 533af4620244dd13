// The services of a load test: each side's on a port of its own, a fresh one for every trial or one that is kept for all of
// them, with what they print kept beside the results.
import type { LoadBenchmark, ServiceSpec } from '../../model/suite/index.ts'
import { type Place, pathIn, type Tools, TrialError } from '../driver.ts'
import type { Generator } from '../load/session.ts'
import { writtenPort } from './addresses.ts'
import { type ServiceLog, serviceLog } from './log.ts'
import { type Service, type ServiceWatch, startService } from './service.ts'

export interface SideServices {
  /** The one that a trial loads. @throws TrialError when it does not become ready */
  forTrial(place: Place, generator: Generator): Promise<Service>
  /** One for something else than a trial; its caller stops it. @throws TrialError when it does not become ready */
  start(place: Place, generator: Generator, watch?: ServiceWatch): Promise<Service>
  /** The trial is over: a service that went through a failed one is trusted by nobody. */
  release(service: Service, worked: boolean): Promise<void>
  /** Where people find what it printed; `null` where nothing is kept. */
  logPath(place: Place): string | null
  dispose(): Promise<void>
}

type Loaded = Pick<LoadBenchmark, 'name' | 'load' | 'cwd' | 'allowHosts' | 'proposedHosts'>

/** @param spec of the service @param generator (of the verbs) finds a free port and looks at URLs */
export function servicesOf(benchmark: Loaded, spec: ServiceSpec, tools: Tools): SideServices {
  const { name, load, allowHosts, proposedHosts } = benchmark
  const written = writtenPort(spec, load)
  const kept = new Map<Place['side'], Service>()
  const logs = new Map<Place['side'], ServiceLog | null>()

  async function start(place: Place, generator: Generator, watch?: ServiceWatch): Promise<Service> {
    const trust = {
      insecure: load.insecure,
      ca: await authorityOf(benchmark, place, tools),
      allowHosts,
      proposedHosts,
    }
    const { port } = await generator.ask({ kind: 'port' }, place)
    const probe = async (url: string, timeout: number) =>
      (await generator.ask({ kind: 'probe', url, timeout, ...trust }, place)).code
    const firstUrl = load.work.kind === 'scenarios' ? load.work.scenarios[0]?.requests[0]?.url : undefined
    const log = logs.get(place.side) ?? serviceLog(name, place.side, tools)
    logs.set(place.side, log)
    const settings = { spec, port, written, target: load.target ?? firstUrl, watch, log }
    return startService(settings, place, tools, probe)
  }

  return {
    start,
    async forTrial(place, generator) {
      const there = kept.get(place.side)
      if (there !== undefined) return there
      const service = await start(place, generator)
      if (spec.restart === 'keep') kept.set(place.side, service)
      return service
    },
    async release(service, worked) {
      if (worked && spec.restart === 'keep') return
      kept.delete(service.place.side)
      await service.stop()
    },
    logPath: ({ side }) => logs.get(side)?.path ?? null,
    async dispose() {
      await Promise.all([...kept.values()].map((service) => service.stop()))
      kept.clear()
    },
  }
}

/** The certificate of `tls: { ca }`, as the side has it; `null` when the suite names none. @throws TrialError */
export async function authorityOf(
  { load: { ca }, cwd }: Pick<Loaded, 'load' | 'cwd'>,
  place: Place,
  { files }: Pick<Tools, 'files'>,
): Promise<string | null> {
  if (ca === undefined) return null
  const text = await files.read(pathIn(place, cwd, ca))
  if (text?.includes('-----BEGIN CERTIFICATE-----')) return text
  const why = text === null ? `there is no file ${ca}` : `${ca} holds no certificate (PEM)`
  throw new TrialError(place, 'bad-certificate', `${why} ("tls: { ca }")`)
}
