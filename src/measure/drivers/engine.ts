// `load:` with `engine:` another tool sends the requests: one trial is one run of it against the side's service.
import { PerfGateError } from '../../errors.ts'
import type { Notice } from '../../model/notice.ts'
import type { Observation } from '../../model/observation.ts'
import { type LoadBenchmark, loadTime } from '../../model/suite/index.ts'
import type { Finished } from '../../ports/processes.ts'
import { type Driver, type Place, pathIn, type Remarks, type Tools, TrialError } from '../driver.ts'
import { artillery } from '../engines/artillery.ts'
import { type Engine, type EngineModel, type EngineResult, intendedOf, warmUpOf } from '../engines/engine.ts'
import { k6 } from '../engines/k6.ts'
import { refusalOf } from '../load/allowed.ts'
import { figure, rowObservations } from '../load/observations.ts'
import { describeErrors } from '../load/rows.ts'
import { startGenerator } from '../load/session.ts'
import { outputOf } from '../output.ts'
import { prepare } from '../prepare.ts'
import { servicesOf } from '../service/of-sides.ts'
import type { Service } from '../service/service.ts'
import { watchUsage } from '../service/usage.ts'

type EngineName = NonNullable<LoadBenchmark['load']['engine']>['name']
const engines = { k6, artillery } as const satisfies Record<EngineName, Engine>

export type EngineBenchmark = LoadBenchmark & {
  readonly load: { readonly engine: NonNullable<LoadBenchmark['load']['engine']> }
}

/** Whether another tool sends the requests. */
export function hasEngine(benchmark: LoadBenchmark): benchmark is EngineBenchmark {
  return benchmark.load.engine !== undefined
}

/** Seconds that a version may take to be told. */
const versionTime = 60
/** The engine began so much of what the suite asks for, or its script did not take the load from the suite. */
const likeAsked = [0.5, 1.5] as const

export function openEngine(benchmark: EngineBenchmark, tools: Tools): Driver {
  const { name, load, service: spec, env, cwd: below, allowHosts, proposedHosts } = benchmark
  const hosts = { allowHosts, proposedHosts }
  const { script, path } = load.engine
  const engine: Engine = engines[load.engine.name]
  const model = load.model as EngineModel
  const services = spec === undefined ? null : servicesOf(benchmark, spec, tools)
  const versions = new Map<Place['side'], string>()

  async function programOf(place: Place): Promise<string> {
    if (path !== undefined) return pathIn(place, below, path)
    const installed = pathIn(place, below, 'node_modules/.bin', engine.program)
    return (await tools.files.exists(installed)) ? installed : engine.program
  }

  /** @throws TrialError with the way to get it when the engine is not there */
  async function versionOf(place: Place): Promise<string> {
    const cwd = pathIn(place, below)
    const program = await programOf(place)
    const argv = [program, ...engine.version]
    const finished = await tools.processes.run({ argv, cwd, env, timeout: versionTime })
    if (finished.exitCode === 0) return /\d+\.\d+\.\d+[\w.-]*/.exec(finished.stdout)?.[0] ?? 'unknown'
    throw new TrialError(
      place,
      'no-engine',
      `${engine.title} is not there: "${argv.join(' ')}" does not run. ${engine.install}`,
      outputOf(finished),
    )
  }

  /** A port and a way to look at a URL are what perf-gate's own generator has; it is gone before the load begins. */
  async function serviceFor(place: Place): Promise<Service | null> {
    if (services === null) return null
    const generator = startGenerator(tools.processes, pathIn(place, below), env)
    try {
      return await services.forTrial(place, generator)
    } finally {
      await generator.close()
    }
  }

  /** Where the load is meant to go. What the script does with it, nobody can check. */
  function targetFor(place: Place, service: Service | null): string | null {
    const target =
      service === null ? load.target : service.put(load.target ?? 'http://127.0.0.1:${' + 'PORT}')
    if (target === undefined) return null
    const url = URL.canParse(target) ? new URL(target) : null
    if (url === null) throw new TrialError(place, 'bad-target', `"target: ${load.target}" is no URL`)
    const refusal = refusalOf(url, hosts)
    if (refusal !== null) throw new TrialError(place, 'host-not-allowed', refusal)
    return target
  }

  /** One run of the engine, ended when the service dies. */
  async function run(
    place: Place,
    service: Service | null,
    of: EngineModel,
    directory: string,
  ): Promise<Finished> {
    const {
      args,
      env: own,
      files = {},
    } = engine.command({
      script: pathIn(place, below, script),
      load,
      model: of,
      target: targetFor(place, service),
      port: service?.port ?? null,
      directory,
    })
    for (const [file, text] of Object.entries(files)) await tools.files.write(`${directory}/${file}`, text)
    const program = await programOf(place)
    const timeout = 2 * loadTime(benchmark) + load.gracefulStop + engine.startUp + 60
    const running = tools.processes.start({
      argv: [program, ...args],
      cwd: pathIn(place, below),
      env: { ...own, ...env },
      timeout,
    })
    const dead = new Promise<never>((_, reject) => {
      void service?.died.then(reject)
    })
    dead.catch(() => {})
    try {
      const finished = await Promise.race([running.finished, dead])
      if (finished.timedOut)
        throw new TrialError(
          place,
          'timed-out',
          `${engine.title} did not end within ${timeout} s and was killed with all its children`,
          outputOf(finished),
        )
      const failure = engine.failure(finished)
      if (failure !== null) throw new TrialError(place, failure.code, failure.reason, outputOf(finished))
      return finished
    } finally {
      await running.stop()
    }
  }

  async function inTemporary<Result>(work: (directory: string) => Promise<Result>): Promise<Result> {
    const directory = await tools.files.temporary('perf-gate-engine-')
    try {
      return await work(directory)
    } finally {
      await tools.files.remove(directory)
    }
  }

  async function measured(place: Place, service: Service | null): Promise<EngineResult> {
    return inTemporary(async (directory) => {
      const finished = await run(place, service, model, directory)
      try {
        return await engine.read(directory, tools.files, finished)
      } catch (error) {
        if (!(error instanceof PerfGateError)) throw error
        throw new TrialError(place, 'unreadable', error.message, outputOf(finished))
      }
    })
  }

  async function trial(place: Place, remark?: (remarks: Remarks) => void): Promise<readonly Observation[]> {
    const cwd = pathIn(place, below)
    const timeout = 2 * loadTime(benchmark) + load.gracefulStop + 60
    await prepare(tools.processes, place, benchmark.prepare, { cwd, env, timeout })
    const service = await serviceFor(place)
    let worked = false
    try {
      if (load.warmUp > 0)
        await inTemporary((directory) => run(place, service, warmUpOf(model, load.warmUp), directory))
      const watch = watchUsage(name, service, tools.clock)
      watch.begin()
      const result = await measured(place, service)
      refuseEmpty(result, place, service)
      refuseOtherLoad(result, place)
      const costs = watch.end(result.rows[0]?.requests ?? 0)
      remark?.({ failures: [], notices: noticesOf(result) })
      worked = true
      return [...observationsOf(result), ...costs]
    } finally {
      if (service !== null) await services?.release(service, worked)
    }
  }

  function refuseEmpty({ rows }: EngineResult, place: Place, service: Service | null): void {
    const [total] = rows
    if (total !== undefined && total.succeeded > 0 && total.response !== null) return
    const reason =
      total === undefined || total.requests === 0
        ? `${engine.title} sent no HTTP request: does a virtual user of ${script} send one?`
        : `none of ${total.requests} requests had a successful answer: ${describeErrors(total.errors)}`
    throw new TrialError(place, 'no-answers', reason, service?.output().slice(-4000) || undefined)
  }

  /** A script with a load of its own would measure something else than the suite says, and nobody would see it. */
  function refuseOtherLoad({ started, dropped }: EngineResult, place: Place): void {
    const intended = intendedOf(model)
    const begun = started + dropped
    if (intended === null || (begun >= likeAsked[0] * intended && begun <= likeAsked[1] * intended)) return
    const how =
      load.engine.name === 'k6'
        ? `let the script take its load from the suite, options = { scenarios: { load: JSON.parse(__ENV.PERF_GATE_SCENARIO) } }, and end no test early (abortOnFail)`
        : `does the script end early, or hold an environment with phases of its own?`
    throw new TrialError(
      place,
      'other-load',
      `${engine.title} began ${begun} iterations of the ${Math.round(intended)} that the suite asks for: ${how}`,
    )
  }

  function noticesOf({ crossed, dropped, started }: EngineResult): Notice[] {
    return [
      ...(engine.caveat === undefined ? [] : [{ code: 'coarse-times', where: name, message: engine.caveat }]),
      ...(crossed === null || crossed.length === 0
        ? []
        : [
            {
              code: 'thresholds-crossed',
              where: name,
              message: crossed.join(' '),
              fix: 'They count in the metric `thresholds`, compared with base; `limit: 0` on it fails whatever base does.',
            },
          ]),
      ...(dropped === 0
        ? []
        : [
            {
              code: 'dropped-iterations',
              where: name,
              message: `${dropped} of ${dropped + started} iterations were never begun, because no virtual user was free: they count as failed requests, and the latencies leave out the worst.`,
              fix: 'Send less load, or raise "max-connections": it is the limit of virtual users.',
            },
          ]),
    ]
  }

  function observationsOf({ rows, dropped, users, failedChecks, crossed }: EngineResult): Observation[] {
    const [total] = rows
    const known = (metric: string, value: number | null | undefined) =>
      value === null || value === undefined ? [] : [figure(name, metric, value)]
    return [
      ...rows.flatMap((row) => {
        if (row.name === '') return rowObservations(name, row)
        // Engines count bytes of the whole run only.
        const observed = rowObservations(`${name}/${row.name}`, row)
        return observed.filter(({ metric }) => !metric.startsWith('bytes.'))
      }),
      ...known('dropped', dropped),
      ...known('users', users),
      ...known('load-time', total?.duration),
      ...known('checks.failed', failedChecks),
      ...known('thresholds', crossed?.length),
    ]
  }

  return {
    repeats: 'pairs',
    hasRows: true,
    absence: `there is no file ${script}`,

    async discover(place) {
      if (!(await tools.files.exists(pathIn(place, below, script)))) return []
      versions.set(place.side, await versionOf(place))
      return [name]
    },

    async calibrate() {
      const [one, other] = [versions.get('base'), versions.get('head')]
      const differ = one !== undefined && other !== undefined && one !== other
      return {
        settings: {},
        expected: engine.startUp * (load.warmUp > 0 ? 2 : 1) + loadTime(benchmark),
        notices: differ
          ? [
              {
                code: 'engine-changed',
                where: name,
                message: `base is loaded by ${engine.title} ${one}, head by ${other}: what differs may be the engine.`,
                fix: 'Use one version for both, in "engine-path" or on the PATH.',
              },
            ]
          : [],
        trial,
      }
    },

    async dispose() {
      await services?.dispose()
    },
  }
}
