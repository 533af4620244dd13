// What k6's three summaries have in common, once each has been brought into one shape.

import type { Imported } from '../format.ts'
import { type Collector, collector, type Measured } from '../reading/collect.ts'
import type { SummaryFigures } from '../reading/figures.ts'
import { guessedBetter } from '../reading/guess.ts'
import { collectLoad } from '../reading/load.ts'
import { count, latency } from '../reading/measured.ts'
import { withParameters } from '../reading/name.ts'
import { figure } from '../reading/number.ts'

export interface K6Metric {
  /** `http_req_duration{scenario:open}` */
  readonly name: string
  readonly type: 'trend' | 'counter' | 'rate' | 'gauge'
  /** `time` in milliseconds, `data` in bytes, `default`. */
  readonly contains: string | undefined
  readonly values: Readonly<Record<string, unknown>>
  /** Expressions that were crossed: failed thresholds. */
  readonly crossed: readonly string[]
}

/** Rates of which more is worse. */
const failureRates = /fail|error|drop|timeout/i
const builtInTimes = /^(?:http_req_|grpc_req_duration|iteration_duration|group_duration|ws_|browser_)/
/** What holds the times of requests, and so says nothing when they failed. */
export const requestTimes = /^(?:http_req_|grpc_req_duration|iteration_duration|group_duration)/
const data = /^(?:data_sent|data_received)$/

export function importK6(metrics: readonly K6Metric[], seconds: number | null): Imported {
  const collect = collector()
  const groups = new Map<string, K6Metric[]>()
  for (const metric of metrics) {
    const { benchmark } = nameOf(metric)
    groups.set(benchmark, [...(groups.get(benchmark) ?? []), metric])
  }
  for (const [benchmark, own] of groups) readGroup(collect, benchmark, own, seconds)
  for (const metric of metrics)
    for (const expression of metric.crossed)
      collect.fail({
        benchmark: nameOf(metric).benchmark,
        metric: shownAs(nameOf(metric).metric),
        code: 'threshold-crossed',
        reason: `k6's own threshold ${expression} on ${metric.name} was crossed.`,
      })
  return collect.result()
}

/** `http_req_duration{scenario:open}` → metric `http_req_duration` of benchmark `k6/scenario=open`. */
function nameOf({ name }: K6Metric): { benchmark: string; metric: string } {
  const [, metric = name, tags = ''] = /^([^{]+)\{(.*)\}$/s.exec(name) ?? []
  const pairs = tags.split(',').flatMap((tag) => {
    const [key = '', value] = tag.trim().split(/[:=](.*)/s)
    return value === undefined ? [] : [[key.trim(), value.trim()] as const]
  })
  return { benchmark: withParameters('k6', Object.fromEntries(pairs)), metric }
}

const shownAs = (metric: string) => (metric === 'http_req_duration' ? 'latency' : metric)

function readGroup(
  collect: Collector,
  benchmark: string,
  metrics: readonly K6Metric[],
  seconds: number | null,
): void {
  const by = new Map(metrics.map((metric) => [nameOf(metric).metric, metric]))
  const requests = by.get('http_reqs')
  const duration = by.get('http_req_duration')
  const total = figure(requests?.values.count)
  const failed = by.get('http_req_failed')
  let sound = true
  if (requests !== undefined && total !== null) {
    const rate = requests.values.rate ?? (seconds === null ? undefined : total / seconds)
    sound = collectLoad(collect, {
      benchmark,
      requests: total,
      errors: failedRequests(failed, total),
      throughput: rate,
      ...(duration === undefined
        ? {}
        : {
            latency: {
              kind: 'summary',
              figures: { ...trend(duration.values), n: duration.values.count ?? total },
              scale: 1e-3,
            },
          }),
    })
  } else if (duration !== undefined) collect.summary(latency(benchmark, 1e-3), trend(duration.values))
  collectDropped(
    collect,
    benchmark,
    by.get('dropped_iterations')?.values.count,
    by.get('iterations')?.values.count,
  )
  const covered = new Set([
    'http_reqs',
    'http_req_duration',
    'http_req_failed',
    'dropped_iterations',
    'vus',
    'vus_max',
  ])
  // Where the answers are no measure, neither is a time that the script took of them.
  for (const [name, metric] of by)
    if (!covered.has(name) && (sound || !(requestTimes.test(name) || metric.contains === 'time')))
      readOther(collect, benchmark, name, metric)
}

/** Requests that failed: `passes` of a rate that counts failures, whatever the word says. */
function failedRequests(failed: K6Metric | undefined, total: number): number {
  if (failed === undefined) return 0
  const share = figure(failed.values.rate ?? failed.values.value)
  return (
    figure(failed.values.passes ?? failed.values.matches) ?? (share === null ? 0 : Math.round(share * total))
  )
}

/** Iterations that k6 had no virtual user for were never started: load that was asked for and not given. */
export function collectDropped(
  collect: Collector,
  benchmark: string,
  dropped: unknown,
  started: unknown,
): void {
  const lost = figure(dropped) ?? 0
  if (lost <= 0) return
  collect.exact(count(benchmark, 'dropped-iterations'), lost)
  collect.fail({
    benchmark,
    metric: 'dropped-iterations',
    code: 'dropped-iterations',
    reason: `${lost} of ${lost + (figure(started) ?? 0)} iterations were never started: k6 had no free virtual user, so its latencies leave out the worst.`,
  })
}

function readOther(
  collect: Collector,
  benchmark: string,
  name: string,
  { type, contains, values }: K6Metric,
): void {
  const isTime = contains === 'time' || (contains === undefined && builtInTimes.test(name))
  const isData = contains === 'data' || data.test(name)
  const base: Measured = {
    benchmark,
    metric: name,
    unit: isTime ? 's' : isData ? 'B' : 'count',
    better: 'lower',
    scale: isTime ? 1e-3 : 1,
    zeroIsAnAnswer: true,
  }
  if (type === 'trend') collect.summary(base, { ...trend(values), n: values.count })
  else if (type === 'rate') {
    const better =
      name === 'checks'
        ? 'higher'
        : failureRates.test(name)
          ? 'lower'
          : guessedBetter(collect, name, 'higher')
    collect.sample({ ...base, unit: 'ratio', scale: 1, better }, values.rate ?? values.value)
    const fails = figure(values.fails) ?? 0
    if (name === 'checks' && fails > 0)
      collect.note({ code: 'failed-checks', message: `${fails} checks failed.`, where: benchmark })
  } else if (type === 'counter') {
    const better = name === 'iterations' ? 'higher' : isData ? 'lower' : guessedBetter(collect, name, 'lower')
    collect.sample({ ...base, better }, values.count)
  } else collect.sample({ ...base, better: guessedBetter(collect, name, 'lower') }, values.value)
}

/** `avg`, `med`, `p(99.9)` and the machine-readable `p95` → figures. */
function trend(values: Readonly<Record<string, unknown>>): SummaryFigures {
  const quantiles = Object.fromEntries(Object.entries(values).filter(([key]) => /^p\(?\d/.test(key)))
  return { mean: values.avg, median: values.med, min: values.min, max: values.max, quantiles }
}
