// k6: the script takes the load from PERF_GATE_SCENARIO, k6 writes every request into a CSV file, and its exit code says
// what went wrong. handleSummary() belongs to the script and is left alone.
import { ReadError } from '../../errors.ts'
import { importText } from '../../formats/index.ts'
import type { LoadSpec } from '../../model/suite/index.ts'
import type { Files } from '../../ports/files.ts'
import { howItEnded } from '../output.ts'
import { type Engine, type EngineModel, variablesOf, written } from './engine.ts'
import { k6Points } from './k6-points.ts'

const points = 'points.csv.gz'
const summary = 'summary.json'
/** Virtual users that are there from the start, at least. */
const fewestReady = 10

/** k6's exit codes that are no result. 99 is one: thresholds were crossed. Source: k6, errext/exitcodes. */
const exits: Readonly<Record<number, readonly [code: string, reason: string]>> = {
  97: ['engine-failed', 'its cloud says that the test failed'],
  98: ['engine-failed', 'its cloud told no progress'],
  100: ['engine-timeout', 'setup() of the script took too long'],
  101: ['engine-timeout', 'teardown() of the script took too long'],
  102: ['engine-timeout', 'it ran out of time'],
  103: ['engine-failed', 'its REST API could not be started'],
  104: ['engine-config', 'it does not take the options of the script'],
  105: ['engine-aborted', 'it was stopped from outside'],
  106: ['engine-failed', 'it could not start'],
  107: ['script-failed', 'the script threw an exception'],
  108: ['script-aborted', 'the script called test.abort()'],
  109: ['engine-failed', 'it crashed'],
  110: ['script-failed', 'the script marked the test as failed (test.fail())'],
}
const thresholdsCrossed = 99

export const k6: Engine = {
  title: 'k6',
  program: 'k6',
  install:
    'Install it in the job: the action grafana/setup-k6-action, or a package from https://grafana.com/docs/k6/latest/set-up/install-k6/; or name its program in "engine-path".',
  version: ['version'],
  startUp: 1,
  command(run) {
    const { script, load, model, directory } = run
    const scenario = JSON.stringify(scenarioOf(model, load))
    const variables = { ...variablesOf(run), PERF_GATE_SCENARIO: scenario }
    return {
      args: [
        'run',
        '--no-usage-report',
        '--quiet',
        '--no-color',
        ...(load.insecure ? ['--insecure-skip-tls-verify'] : []),
        ...Object.entries(variables).flatMap(([name, value]) => ['--env', `${name}=${value}`]),
        '--out',
        `csv=${directory}/${points}`,
        '--summary-export',
        `${directory}/${summary}`,
        script,
      ],
      // Whole seconds otherwise; and nothing is to be fetched that the suite does not name.
      env: { K6_CSV_TIME_FORMAT: 'unix_micro', K6_AUTO_EXTENSION_RESOLUTION: 'false', ...variables },
    }
  },
  failure(finished) {
    const { exitCode } = finished
    if (exitCode === 0 || exitCode === thresholdsCrossed) return null
    const known = exitCode === null ? undefined : exits[exitCode]
    const ended = `k6 ${howItEnded(finished)}`
    return known === undefined
      ? { code: 'engine-failed', reason: ended }
      : { code: known[0], reason: `${ended}: ${known[1]}` }
  },
  async read(directory, files, { exitCode }) {
    const chunks = await files.chunks(`${directory}/${points}`)
    if (chunks === null) throw new ReadError('k6 wrote no results')
    const reading = k6Points()
    for await (const chunk of chunks) reading.write(chunk)
    const crossed = await crossedIn(directory, files)
    const unnamed = exitCode === thresholdsCrossed && crossed.length === 0
    return {
      ...reading.end(),
      crossed: unnamed ? ['k6 says that a threshold was crossed, and not which.'] : crossed,
    }
  },
}

/** Which thresholds were crossed: the CSV does not tell. */
async function crossedIn(directory: string, files: Pick<Files, 'read'>): Promise<readonly string[]> {
  const text = await files.read(`${directory}/${summary}`)
  if (text === null) return []
  const { failures } = importText({ text, file: summary, format: 'k6-summary-export' }).imported
  return failures.filter(({ code }) => code === 'threshold-crossed').map(({ reason }) => reason)
}

/** A scenario as `options.scenarios` of a k6 script takes it. */
export function scenarioOf(model: EngineModel, load: Pick<LoadSpec, 'maxConnections' | 'gracefulStop'>) {
  const gracefulStop = written(load.gracefulStop)
  switch (model.kind) {
    case 'constant-vus':
      return { executor: model.kind, vus: model.users, duration: written(model.duration), gracefulStop }
    case 'ramping-vus':
      return { executor: model.kind, startVUs: model.start, stages: stagesOf(model.stages, 1), gracefulStop }
    case 'shared-iterations':
    case 'per-vu-iterations': {
      const { users: vus, iterations, duration } = model
      return { executor: model.kind, vus, iterations, maxDuration: written(duration), gracefulStop }
    }
    case 'constant-arrival-rate': {
      const unit = unitOf([model.rate])
      return {
        executor: model.kind,
        rate: Math.round(model.rate * unit),
        timeUnit: `${unit}s`,
        duration: written(model.duration),
        ...usersFor(model.rate, load.maxConnections),
        gracefulStop,
      }
    }
    case 'ramping-arrival-rate': {
      const rates = [model.start, ...model.stages.map(({ target }) => target)]
      const unit = unitOf(rates)
      return {
        executor: model.kind,
        startRate: Math.round(model.start * unit),
        timeUnit: `${unit}s`,
        stages: stagesOf(model.stages, unit),
        ...usersFor(Math.max(...rates), load.maxConnections),
        gracefulStop,
      }
    }
  }
}

function stagesOf(stages: readonly { readonly duration: number; readonly target: number }[], unit: number) {
  return stages.map(({ duration, target }) => ({
    duration: written(duration),
    target: Math.round(target * unit),
  }))
}

/** k6 takes whole rates only: seconds in which all of them are whole. */
function unitOf(rates: readonly number[]): number {
  return (
    [1, 2, 4, 5, 10, 20, 50, 60, 100].find((unit) => rates.every((rate) => Number.isInteger(rate * unit))) ??
    1000
  )
}

/** Enough users for answers that take a second; more are made when they take longer, up to as many as may connect. */
function usersFor(rate: number, most: number) {
  return { preAllocatedVUs: Math.min(most, Math.max(fewestReady, Math.ceil(rate))), maxVUs: most }
}
