// What a run of load says, as observations of metrics.
import { metricKind } from '../../model/metric.ts'
import type { Notice } from '../../model/notice.ts'
import type { Observation } from '../../model/observation.ts'
import { achievedRate } from './achieved.ts'
import type { LoadResult } from './protocol.ts'
import type { Row } from './rows.ts'
import { outOfTime } from './tally.ts'

/** @param value in the metric's base unit @param why why it says nothing about the program */
export function figure(benchmark: string, metric: string, value: number, why?: Notice): Observation {
  const { unit, better } = metricKind(metric)
  return { benchmark, metric, unit, better, value: { kind: 'samples', samples: [value], ...voidOf(why) } }
}

function distribution(
  benchmark: string,
  metric: string,
  histogram: string | null,
  why?: Notice,
): Observation[] {
  if (histogram === null) return []
  const { unit, better } = metricKind(metric)
  return [{ benchmark, metric, unit, better, value: { kind: 'histogram', histogram, ...voidOf(why) } }]
}

const voidOf = (why: Notice | undefined) => (why === undefined ? {} : { void: why })

/** One row. @param why what the generator did to its times */
export function rowObservations(benchmark: string, row: Row, why?: Notice): Observation[] {
  const { requests, succeeded, timeouts, limited, received, sent, errors, duration } = row
  // What ran out of time may have waited for the generator; every other error is an answer of the program.
  const late = timeouts > 0 ? why : undefined
  return [
    ...distribution(benchmark, 'latency', row.response, why),
    ...distribution(benchmark, 'service-time', row.service, why),
    ...(duration > 0 ? [figure(benchmark, 'throughput', succeeded / duration, why)] : []),
    ...(requests > 0 ? [figure(benchmark, 'error-rate', (requests - succeeded) / requests, late)] : []),
    figure(benchmark, 'requests', requests),
    figure(benchmark, 'succeeded', succeeded, why),
    figure(benchmark, 'failed', requests - succeeded, late),
    figure(benchmark, 'timeouts', timeouts, late),
    ...(limited > 0 ? [figure(benchmark, 'rate-limited', limited)] : []),
    figure(benchmark, 'bytes.received', received),
    ...(sent > 0 ? [figure(benchmark, 'bytes.sent', sent)] : []),
    ...Object.entries(errors).map(([kind, count]) =>
      figure(benchmark, `errors.${kind}`, count, outOfTime.has(kind) ? late : undefined),
    ),
  ]
}

/** What is known of a run as a whole. @param why as for its rows */
export function runObservations(benchmark: string, result: LoadResult, why?: Notice): Observation[] {
  const { dropped, connections, opened, users, duration } = result
  const achieved = achievedRate(result)
  return [
    figure(benchmark, 'dropped', dropped, why),
    ...(achieved === null ? [] : [figure(benchmark, 'achieved-rate', achieved, why)]),
    figure(benchmark, 'connections', connections),
    figure(benchmark, 'connections.opened', opened),
    figure(benchmark, 'users', users),
    figure(benchmark, 'load-time', duration),
  ]
}
