// How much load, for how long: the keys that are there say which model it is, in the words that k6 users know.
import type { AmountOfLoad, StressSpec, WrittenLoad } from './load-keys.ts'
import { requestOf, type ScenarioSpec } from './load-request.ts'

interface Stage {
  /** Seconds. */
  readonly duration: number
  /** Users or arrivals per second at its end. */
  readonly target: number
}

/** Users wait for their answers (closed); arrivals do not (open). Durations in seconds, rates per second. */
export type LoadModel =
  | { readonly kind: 'constant-vus'; readonly users: number; readonly duration: number }
  | { readonly kind: 'ramping-vus'; readonly start: number; readonly stages: readonly Stage[] }
  | { readonly kind: 'constant-arrival-rate'; readonly rate: number; readonly duration: number }
  | { readonly kind: 'ramping-arrival-rate'; readonly start: number; readonly stages: readonly Stage[] }
  | {
      readonly kind: 'shared-iterations' | 'per-vu-iterations'
      readonly users: number
      readonly iterations: number
      /** Limit: what is not started by then is not started at all. */
      readonly duration: number
    }
  | { readonly kind: 'levels'; readonly levels: readonly AmountOfLoad[]; readonly duration: number }
  | ({ readonly kind: 'stress'; readonly start: number } & StressSpec)

/** Iterations end after this long, unless the suite says otherwise: k6's own default. Seconds. */
const longestIterations = 600

const targets = ['requests', 'scenarios', 'function'] as const

/** What is wrong with the combination of keys; `null` when nothing is. */
export function misfit(load: WrittenLoad): string | null {
  const given = targets.filter((key) => load[key] !== undefined)
  if (given.length > 1) return `has "${given.join('" and "')}": a load test has one of them`
  if (given.length === 0 && load.target === undefined && load.engine === undefined)
    return 'expected "target", "requests", "scenarios" or "function", which say what is loaded'
  if (load.body !== undefined && load.json !== undefined) return 'expected "body" or "json", not both'
  if (load.rate !== undefined && load.users !== undefined)
    return 'has "rate" and "users": expected one of them'
  return misfitOfProtocol(load) ?? misfitOfModel(load)
}

function misfitOfProtocol({ http, transport, target, requests, scenarios }: WrittenLoad): string | null {
  if (http !== 2) return null
  if (transport === 'net') return 'has "http" 2 and "transport" net, which carries HTTP/1.1 only'
  const all = [...(requests ?? []), ...Object.values(scenarios ?? {}).flatMap((each) => each.requests)]
  const plain = [target ?? '', ...all.map(({ url }) => url)].find((url) => /^http:/i.test(url))
  return plain === undefined ? null : `has "http" 2 and a plain target, ${plain}; HTTP/2 needs https`
}

function misfitOfModel({
  rate,
  users,
  duration,
  stages,
  iterations,
  levels,
  stress,
}: WrittenLoad): string | null {
  const shapes = Object.entries({ stages, iterations, levels, stress }).filter(
    ([, value]) => value !== undefined,
  )
  if (shapes.length > 1) {
    const names = shapes.map(([name]) => `"${name}"`).join(' and ')
    return `has ${names}: expected one of them; make it two benchmarks`
  }
  const start = rate !== undefined ? 'rate' : users !== undefined ? 'users' : null
  const amounts = [
    ...(stages ?? []).map(({ target }) => target),
    ...(levels ?? []),
    ...(stress ? [stress.ceiling] : []),
  ]
  const [first] = amounts
  if (first !== undefined) {
    if (amounts.some(({ of }) => of !== first.of)) return 'mixes users and rates: expected all of one kind'
    if (start !== null && start !== first.of)
      return `starts with "${start}" and goes on with ${first.of === 'rate' ? 'rates' : 'users'}`
  }
  if (stages !== undefined)
    return duration === undefined ? null : 'has "stages" and "duration": the stages have their own'
  if (stress !== undefined)
    return duration === undefined
      ? null
      : 'has "stress" and "duration": it ends by itself, after "steps" of "step" each'
  if (iterations !== undefined)
    return rate === undefined ? null : 'has "rate" and "iterations": an arrival rate needs a "duration"'
  if (levels === undefined && start === null)
    return 'expected "users", "rate", "stages", "iterations", "levels" or "stress", which say how much load'
  return duration === undefined ? '"duration" is missing: how long it measures' : null
}

/** @param load checked by `misfit` */
export function modelOf(load: WrittenLoad): LoadModel {
  const { rate, users, stages, iterations, levels, stress, duration = longestIterations } = load
  if (levels !== undefined) return { kind: 'levels', levels, duration }
  if (stress !== undefined)
    return { kind: 'stress', start: rate ?? users ?? stress.ceiling.amount / stress.steps, ...stress }
  if (stages !== undefined) {
    const open = stages[0]?.target.of === 'rate'
    return {
      kind: open ? 'ramping-arrival-rate' : 'ramping-vus',
      start: rate ?? users ?? 0,
      stages: stages.map((stage) => ({ duration: stage.duration, target: stage.target.amount })),
    }
  }
  if (iterations !== undefined)
    return {
      kind: load['per-user'] ? 'per-vu-iterations' : 'shared-iterations',
      users: users ?? 1,
      iterations,
      duration,
    }
  return rate === undefined
    ? { kind: 'constant-vus', users: users ?? 1, duration }
    : { kind: 'constant-arrival-rate', rate, duration }
}

/** What is done in each iteration. */
export function workOf(load: WrittenLoad) {
  if (load.engine !== undefined) return { kind: 'scenarios' as const, scenarios: [] }
  const common = { thinkTime: load['think-time'], pacing: load.pacing }
  if (load.function !== undefined) {
    const [module = '', name = 'default'] = load.function.split('#')
    return { kind: 'function' as const, module, export: name, ...common }
  }
  const scenario = (name: string, parts: Partial<ScenarioSpec> & Pick<ScenarioSpec, 'requests'>) => ({
    name,
    weight: parts.weight ?? 1,
    tags: { ...load.tags, ...parts.tags },
    thinkTime: parts.thinkTime ?? load['think-time'],
    pacing: parts.pacing ?? load.pacing,
    requests: parts.requests,
  })
  if (load.scenarios !== undefined)
    return {
      kind: 'scenarios' as const,
      scenarios: Object.entries(load.scenarios).map(([name, parts]) => scenario(name, parts)),
    }
  const requests = load.requests ?? [
    { name: undefined, url: load.target ?? '', thinkTime: undefined, ...requestOf(load) },
  ]
  return { kind: 'scenarios' as const, scenarios: [scenario('', { requests })] }
}
