// `engine:` a load test whose requests another tool sends: which keys of `load:` then say something, and which do not.
import type { WrittenLoad } from './load-keys.ts'

export interface EngineSpec {
  readonly name: 'k6' | 'artillery'
  readonly script: string
  readonly path: string | undefined
}

/** What the engine's script says itself. */
const scripted = [
  'requests',
  'scenarios',
  'function',
  'method',
  'headers',
  'body',
  'json',
  'extract',
  'check',
  'think-time',
  'pacing',
  'data',
  'tags',
  'timeout',
  'http',
] as const
/** What only perf-gate's own generator does. */
const own = ['levels', 'stress', 'soak', 'abort-when', 'start-delay', 'transport', 'workers'] as const

/**
 * What is wrong with the keys of an engine; `null` when nothing is.
 * @param untouched the values that keys have when nobody writes them
 */
export function engineMisfit(load: WrittenLoad, untouched: WrittenLoad): string | null {
  const { engine, script } = load
  if (engine === undefined) {
    const key = script !== undefined ? 'script' : load['engine-path'] !== undefined ? 'engine-path' : null
    return key === null ? null : `has "${key}" without "engine": add "engine: k6" or "engine: artillery"`
  }
  if (script === undefined) return `"script" is missing: what a virtual user of ${engine} does`
  const isWritten = (key: keyof WrittenLoad) => JSON.stringify(load[key]) !== JSON.stringify(untouched[key])
  const said = scripted.find(isWritten)
  if (said !== undefined) return `has "${said}" and "engine": with ${engine} its script says that`
  const foreign = own.find(isWritten)
  if (foreign !== undefined) return `has "${foreign}" and "engine": only perf-gate's own generator does that`
  return engine === 'artillery' ? misfitOfArtillery(load) : null
}

function misfitOfArtillery({ users, iterations, stages }: WrittenLoad): string | null {
  const closed = users !== undefined ? 'users' : iterations !== undefined ? 'iterations' : null
  if (closed !== null || stages?.some(({ target }) => target.of === 'users'))
    return `has ${closed === null ? '"stages" of users' : `"${closed}"`}: Artillery has no fixed number of users; give it a rate such as "20/s"`
  if (stages?.some(({ duration }) => !Number.isInteger(duration)))
    return 'has a stage that is no whole number of seconds: Artillery changes its rate once a second'
  return null
}

export function engineOf(load: WrittenLoad): EngineSpec | undefined {
  const { engine, script } = load
  if (engine === undefined || script === undefined) return undefined
  return { name: engine, script, path: load['engine-path'] }
}
