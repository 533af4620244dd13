// Rules about load tests: keys that contradict each other, or that nothing would ever look at.
import { type LoadBenchmark, loadTime } from '../../model/suite/index.ts'
import { valueAt } from '../explain.ts'
import { isMapping } from '../shape.ts'
import type { Rule, Subject } from './rule.ts'

interface LoadEntry {
  readonly spec: LoadBenchmark
  /** Keys of `load:` as they are written. */
  readonly written: Readonly<Record<string, unknown>>
  readonly at: (...keys: readonly (string | number)[]) => (string | number)[]
}

function loads({ draft, written }: Subject): LoadEntry[] {
  return draft.benchmarks.flatMap(({ name, spec }) => {
    const load = valueAt(written, ['benchmarks', name, 'load'])
    if (spec?.kind !== 'load' || !isMapping(load)) return []
    return [{ spec, written: load, at: (...keys) => ['benchmarks', name, 'load', ...keys] }]
  })
}

function isOpen({ model }: LoadBenchmark['load']): boolean {
  if (model.kind === 'levels') return model.levels.some(({ of }) => of === 'rate')
  if (model.kind === 'stress') return model.ceiling.of === 'rate'
  return model.kind.endsWith('arrival-rate')
}

/** What belongs to one request, and what only requests have. */
const ofRequest = ['method', 'headers', 'body', 'json', 'check', 'extract'] as const
const ofRequests = [...ofRequest, 'target', 'tags', 'http', 'tls', 'transport', 'max-connections'] as const

export const loadKeysAreUsed: Rule = (subject) =>
  loads(subject).flatMap(({ spec: { load }, written, at }) => {
    const unused = (keys: readonly string[], why: string) =>
      keys
        .filter((key) => written[key] !== undefined)
        .map((key) => ({ path: at(key), message: `is never used: ${why}` }))
    const open = isOpen(load)
    return [
      ...(load.work.kind === 'function'
        ? unused(ofRequests, '"function" is called and sends what it likes')
        : []),
      ...(written.requests !== undefined || written.scenarios !== undefined
        ? unused(ofRequest, 'each entry of "requests" has its own')
        : []),
      ...(written.iterations === undefined ? unused(['per-user'], 'it goes with "iterations"') : []),
      ...(open ? unused(['pacing'], 'it spaces the iterations of users, and a rate has none who wait') : []),
      ...(open ? [] : unused(['max-connections'], 'every user has a connection; it bounds those of a rate')),
      ...(load.model.kind === 'levels' ? unused(['users', 'rate'], 'the "levels" say how much') : []),
    ]
  })

/** A relative URL starts from `target`; one that has no scheme would be taken for a path. */
export const urlsAreComplete: Rule = (subject) =>
  loads(subject).flatMap(({ spec: { load }, at }) => {
    const isWhole = (url: string) => /^(https?:\/\/|\$\{)/i.test(url)
    if (load.target !== undefined && !isWhole(load.target))
      return [{ path: at('target'), message: `expected a URL such as "http://${load.target}"` }]
    if (load.target !== undefined || load.work.kind === 'function') return []
    const urls = load.work.scenarios.flatMap(({ requests }) => requests.map(({ url }) => url))
    const relative = urls.find((url) => !isWhole(url))
    return relative === undefined
      ? []
      : [
          {
            path: at(),
            message: `${JSON.stringify(relative)} is relative: add the "target" that it is below`,
          },
        ]
  })

export const levelsDiffer: Rule = (subject) =>
  loads(subject).flatMap(({ spec: { load }, at }) => {
    if (load.model.kind !== 'levels') return []
    const amounts = load.model.levels.map(({ amount }) => amount)
    const twice = amounts.find((amount, index) => amounts.indexOf(amount) !== index)
    return twice === undefined ? [] : [{ path: at('levels'), message: `${twice} is there twice` }]
  })

export const pausesAreInOrder: Rule = (subject) =>
  loads(subject).flatMap(({ spec: { load }, at }) => {
    const { work } = load
    const pauses =
      work.kind === 'function'
        ? [work.thinkTime]
        : work.scenarios.flatMap(({ thinkTime, requests }) => [
            thinkTime,
            ...requests.map((request) => request.thinkTime),
          ])
    const reversed = pauses.some((pause) => pause?.kind === 'uniform' && pause.least > pause.most)
    return reversed
      ? [
          {
            path: at(),
            message: '"think-time: { uniform: [shortest, longest] }" has them the wrong way round',
          },
        ]
      : []
  })

/** Latencies are times, error rates are shares, and users intend no rate. */
export const conditionsCanBreak: Rule = (subject) =>
  loads(subject).flatMap(({ spec: { load }, written, at }) =>
    [['abort-when'], ['stress', 'until']].flatMap((keys) => {
      const list = valueAt(written, keys)
      if (!Array.isArray(list)) return []
      return list.flatMap((condition: unknown, index) => {
        if (!isMapping(condition)) return []
        const { metric, above, below } = condition
        const path = at(...keys, index)
        const isTime = String(metric).startsWith('latency')
        const bound = String(above ?? below)
        if (isTime && bound.trim().endsWith('%'))
          return [{ path, message: `${metric} is a time: expected one such as "500ms", found "${bound}"` }]
        if (!isTime && !bound.trim().endsWith('%'))
          return [{ path, message: `${metric} is a share: expected one such as "5%", found "${bound}"` }]
        if (metric === 'achieved-rate' && !isOpen(load))
          return [{ path, message: '"achieved-rate" never breaks here: users intend no rate' }]
        return []
      })
    }),
  )

/** Seconds of load below which too few looks are taken for a trend. */
const shortestSoak = 15

export const soaksAreLong: Rule = (subject) =>
  loads(subject).flatMap(({ spec, at }) => {
    if (!spec.load.soak || loadTime(spec) >= shortestSoak) return []
    const message = `expected a load of ${shortestSoak}s or longer: drift is looked for second by second, and fewer show none`
    return [{ path: at('soak'), message }]
  })
