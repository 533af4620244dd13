// Artillery: phases and target are overridden, and a plugin writes down its sketches, which the report leaves out.
import { ReadError } from '../../errors.ts'
import { artilleryTotals, sourceOf } from '../../formats/index.ts'
import { merge } from '../load/histogram.ts'
import { howItEnded } from '../output.ts'
import { artilleryPlugin, pluginName } from './artillery-plugin.ts'
import { type Engine, type EngineModel, type EngineResult, variablesOf, written } from './engine.ts'

const sketches = 'sketches.jsonl'

/** Node's error codes in perf-gate's words. */
const errorNames: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'refused',
  ECONNRESET: 'reset',
  EPIPE: 'reset',
  ENOTFOUND: 'dns',
  EAI_AGAIN: 'dns',
  ETIMEDOUT: 'timeout',
  ESOCKETTIMEDOUT: 'timeout',
}
/** What a script's `ensure` or `expect` ends it with. */
const ensureFailed = 1

export const artillery: Engine = {
  title: 'Artillery',
  program: 'artillery',
  install:
    'Install it in the job (npm install --global artillery) or in the project, or name its program in "engine-path".',
  version: ['version'],
  startUp: 6,
  caveat:
    'Artillery tells times until the first byte, in whole milliseconds, to one percent: what is quicker than some 20 ms cannot be compared closely.',
  command(run) {
    const { script, load, model, target, directory } = run
    const phases = phasesOf(model, load.maxConnections)
    const overrides = { config: { phases, plugins: { [pluginName]: {} } } }
    return {
      args: [
        'run',
        '--quiet',
        ...(target === null ? [] : ['--target', target]),
        ...(load.insecure ? ['--insecure'] : []),
        '--overrides',
        JSON.stringify(overrides),
        script,
      ],
      env: {
        ...variablesOf(run),
        ARTILLERY_DISABLE_TELEMETRY: 'true',
        ARTILLERY_PLUGIN_PATH: directory,
        PERF_GATE_SKETCHES: `${directory}/${sketches}`,
      },
      files: artilleryPlugin,
    }
  },
  failure(finished) {
    return finished.exitCode === 0
      ? null
      : {
          code: finished.exitCode === ensureFailed ? 'script-failed' : 'engine-failed',
          reason: `Artillery ${howItEnded(finished)}: its script cannot be used, or its own "ensure" failed`,
        }
  },
  async read(directory, files) {
    const text = await files.read(`${directory}/${sketches}`)
    if (text === null)
      throw new ReadError('Artillery wrote no sketches: it does not load plugins from ARTILLERY_PLUGIN_PATH')
    return resultOf(text)
  },
}

/** @param text lines as the plugin writes them */
export function resultOf(text: string): EngineResult {
  const { counters, times, span } = artilleryTotals(sourceOf(sketches, text))
  const count = (name: string) => counters[name] ?? 0
  const errors = new Map<string, number>()
  const add = (name: string, times: number) => errors.set(name, (errors.get(name) ?? 0) + times)
  for (const [name, times] of Object.entries(counters)) {
    const status = /^http\.codes\.([45]\d\d)$/.exec(name)?.[1]
    if (status !== undefined) add(`status-${status}`, times)
    const code = /^errors\.(.+)$/.exec(name)?.[1]
    // Messages may be long, and hold anything.
    if (code !== undefined) add(errorNames[code] ?? (/^[\w.-]{1,40}$/.test(code) ? code : 'other'), times)
  }
  const failed = [...errors.values()].reduce((sum, each) => sum + each, 0)
  const dropped = count('vusers.skipped')
  const requests = count('http.requests')
  // A quick error is no quick answer; versions that do not tell them apart have one sketch for all.
  const answered = ['http.response_time.2xx', 'http.response_time.3xx'].filter((name) => times.has(name))
  const recorded = (answered.length > 0 ? answered : ['http.response_time']).flatMap((name) => {
    const sketch = times.get(name)
    return sketch === undefined || sketch.count === 0 ? [] : [sketch.encode()]
  })
  return {
    rows: [
      {
        name: '',
        requests: requests + dropped,
        succeeded: Math.max(0, requests - failed),
        timeouts: errors.get('timeout') ?? 0,
        limited: errors.get('status-429') ?? 0,
        received: count('http.downloaded_bytes'),
        sent: 0,
        errors: { ...Object.fromEntries(errors), ...(dropped > 0 ? { dropped } : {}) },
        response: merge(recorded),
        service: null,
        duration: span === null ? 0 : span.to - span.from,
      },
    ],
    started: count('vusers.created'),
    dropped,
    users: null,
    failedChecks: null,
    crossed: null,
  }
}

/** A rate that is no whole number has no other way than to count its arrivals: Artillery divides it over its workers. */
export function phasesOf(model: EngineModel, maxVusers: number): readonly object[] {
  if (model.kind === 'constant-arrival-rate') {
    const { rate } = model
    const duration = written(model.duration)
    return [
      Number.isInteger(rate)
        ? { duration, arrivalRate: rate, maxVusers }
        : { duration, arrivalCount: Math.max(1, Math.round(rate * model.duration)), maxVusers },
    ]
  }
  if (model.kind !== 'ramping-arrival-rate') throw new Error(`Artillery has no ${model.kind}`)
  return model.stages.map(({ duration, target }, index) => {
    const from = index === 0 ? model.start : (model.stages[index - 1]?.target ?? 0)
    return { duration, arrivalRate: Math.round(from), rampTo: Math.round(target), maxVusers }
  })
}
