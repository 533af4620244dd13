// Raw points of k6, one by one: a histogram per scenario and time metric, counters, rates. Memory does not grow with
// the file.
import type { Imported } from '../format.ts'
import { collector } from '../reading/collect.ts'
import { guessedBetter } from '../reading/guess.ts'
import { type Recorder, recorder, refuseTooMany } from '../reading/histogram.ts'
import { collectLoad } from '../reading/load.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'
import { collectDropped, requestTimes } from './k6-metrics.ts'

const times =
  /^(?:http_req_(?!failed)|grpc_req_duration|iteration_duration|group_duration|ws_(?:connecting|session_duration|ping)|browser_web_vital_(?!cls))/
const counters =
  /^(?:http_reqs|iterations|dropped_iterations|data_sent|data_received|ws_msgs_\w+|ws_sessions)$/

export interface K6Point {
  readonly metric: string
  readonly value: number
  readonly scenario: string
  /** Seconds since 1970; NaN when it cannot be read. */
  readonly time: number
  readonly complaint?: string | undefined
}

interface Scenario {
  readonly times: Map<string, Recorder>
  readonly sums: Map<string, number>
  readonly others: Map<string, Running>
  first: number
  last: number
  complaint?: string | undefined
}

/** Mean and spread without the values (Welford). */
interface Running {
  n: number
  mean: number
  squares: number
  min: number
  max: number
}

export interface K6Points {
  /** What the JSON stream says of a metric; the CSV does not, so names must do there. */
  define(metric: string, type: string, contains: string | undefined): void
  add(point: K6Point): void
  result(): Imported
}

export function k6Points(): K6Points {
  const scenarios = new Map<string, Scenario>()
  let names = 0
  const definitions = new Map<string, { readonly type: string; readonly contains: string | undefined }>()
  const isTime = (metric: string) => {
    const known = definitions.get(metric)
    return known === undefined ? times.test(metric) : known.type === 'trend' && known.contains === 'time'
  }
  const isCounter = (metric: string) => {
    const known = definitions.get(metric)
    return known === undefined ? counters.test(metric) : known.type === 'counter'
  }
  return {
    define(metric, type, contains) {
      definitions.set(metric, { type, contains })
    },
    add({ metric, value, scenario, time, complaint }) {
      if (!Number.isFinite(value)) return
      let own = scenarios.get(scenario)
      if (own === undefined) {
        refuseTooMany(scenarios.size + 1, scenario)
        own = { times: new Map(), sums: new Map(), others: new Map(), first: Infinity, last: -Infinity }
        scenarios.set(scenario, own)
      }
      if (isTime(metric)) {
        let histogram = own.times.get(metric)
        if (histogram === undefined) {
          names += 1
          refuseTooMany(names, scenario)
          histogram = recorder()
          own.times.set(metric, histogram)
        }
        histogram.record(value / 1000)
      } else if (isCounter(metric) || metric === 'http_req_failed' || metric === 'checks') {
        own.sums.set(metric, (own.sums.get(metric) ?? 0) + value)
        own.sums.set(`${metric} n`, (own.sums.get(`${metric} n`) ?? 0) + 1)
        if (metric === 'http_reqs' && Number.isFinite(time)) {
          own.first = Math.min(own.first, time)
          own.last = Math.max(own.last, time)
        }
      } else if (metric !== 'vus' && metric !== 'vus_max') keep(own.others, metric, value)
      own.complaint ??= complaint
    },
    result() {
      const collect = collector()
      for (const [name, own] of scenarios)
        readScenario(collect, withParameters('k6', { scenario: name }), own)
      const all = [...scenarios.values()]
      const from = Math.min(...all.map(({ first }) => first))
      const to = Math.max(...all.map(({ last }) => last))
      return { ...collect.result(), ...(Number.isFinite(to - from) ? { span: { from, to } } : {}) }
    },
  }
}

function keep(others: Map<string, Running>, metric: string, value: number): void {
  const one = others.get(metric) ?? { n: 0, mean: 0, squares: 0, min: Infinity, max: -Infinity }
  const delta = value - one.mean
  one.n += 1
  one.mean += delta / one.n
  one.squares += delta * (value - one.mean)
  one.min = Math.min(one.min, value)
  one.max = Math.max(one.max, value)
  others.set(metric, one)
}

function readScenario(collect: ReturnType<typeof collector>, benchmark: string, own: Scenario): void {
  const { times: histograms, sums, others } = own
  const duration = histograms.get('http_req_duration')
  const total = sums.get('http_reqs')
  const sound =
    total === undefined ||
    collectLoad(collect, {
      benchmark,
      requests: total,
      errors: sums.get('http_req_failed') ?? 0,
      complaint: own.complaint,
      ...(own.last > own.first ? { throughput: total / (own.last - own.first) } : {}),
      ...(duration === undefined ? {} : { latency: { kind: 'histogram', encoded: duration.encode() } }),
    })
  collectDropped(collect, benchmark, sums.get('dropped_iterations'), sums.get('iterations'))
  const measured = (metric: string, unit: string, better: 'lower' | 'higher') => ({
    benchmark,
    metric,
    unit,
    better,
    zeroIsAnAnswer: true,
  })
  // A phase that never took any time (TLS over plain HTTP) is left out.
  for (const [metric, { refused, count }] of histograms)
    if (refused > 0)
      collect.fail({
        benchmark,
        metric: metric === 'http_req_duration' ? 'latency' : metric,
        code: 'not-a-number',
        reason: `${refused} of ${refused + count} values are no durations.`,
      })
  for (const [metric, histogram] of histograms)
    if (metric !== 'http_req_duration' && histogram.max > 0 && (sound || !requestTimes.test(metric)))
      collect.histogram(measured(metric, 's', 'lower'), histogram.encode())
  for (const metric of ['data_sent', 'data_received'])
    if (sums.has(metric)) collect.sample(measured(metric, 'B', 'lower'), sums.get(metric))
  if (sums.has('iterations'))
    collect.sample(measured('iterations', 'count', 'higher'), sums.get('iterations'))
  for (const [metric, sum] of sums)
    if (!counters.test(metric) && !/ n$|^(?:http_req_failed|checks)$/.test(metric))
      collect.sample(measured(metric, 'count', guessedBetter(collect, metric, 'lower')), sum)
  const checks = sums.get('checks n')
  if (checks !== undefined)
    collect.sample(measured('checks', 'ratio', 'higher'), (sums.get('checks') ?? 0) / checks)
  for (const [metric, { n, mean, squares, min, max }] of others)
    collect.summary(measured(metric, 'count', guessedBetter(collect, metric, 'lower')), {
      mean,
      standardDeviation: n > 1 ? Math.sqrt(squares / (n - 1)) : undefined,
      n,
      min,
      max,
    })
}

/** k6 writes seconds, micro- or nanoseconds since 1970, or RFC 3339. */
export function k6Time(written: string): number {
  const value = figure(written)
  if (value === null) return Date.parse(written) / 1000
  if (value > 1e17) return value / 1e9
  if (value > 1e14) return value / 1e6
  return value > 1e11 ? value / 1e3 : value
}
