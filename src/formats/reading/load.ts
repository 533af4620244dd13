// What all load tools report, and the rules they all need: a run that nothing answered, or where a good part failed,
// has no latency worth comparing, because refusals are quick.
import type { Collector } from './collect.ts'
import type { SummaryFigures } from './figures.ts'
import { count, latency, throughput, transfer } from './measured.ts'
import { figure } from './number.ts'

/** Above this share of failed requests the remaining figures no longer describe the service. */
export const toleratedErrors = 0.01

export interface LoadResult {
  readonly benchmark: string
  /** Requests that came to an end, failed ones included. */
  readonly requests: unknown
  /** Refused, reset, timed out, and answered with a status of 400 or above. */
  readonly errors: unknown
  /** Per second. */
  readonly throughput?: unknown
  /** Bytes per second. */
  readonly transfer?: unknown
  readonly latency?:
    | { readonly kind: 'summary'; readonly figures: SummaryFigures; readonly scale?: number }
    | { readonly kind: 'histogram'; readonly encoded: string }
  /** What a tool said of its errors: the first is quoted. */
  readonly complaint?: string | undefined
}

/** Series `requests`, `errors`, `error-rate`, `throughput`, `transfer` and `latency`, or the failures in their place. False when its times mean nothing. */
export function collectLoad(collect: Collector, load: LoadResult): boolean {
  const { benchmark } = load
  const complaint = load.complaint?.trim().split('\n', 1)[0]
  const requests = figure(load.requests)
  const errors = figure(load.errors) ?? 0
  const said = complaint === undefined ? '' : ` It said: ${complaint}`
  if (requests === null || requests <= 0) {
    collect.fail({ benchmark, code: 'no-answers', reason: `No request was answered.${said}` })
    return false
  }
  const share = Math.min(1, errors / requests)
  collect.sample(count(benchmark, 'requests', 'higher'), requests)
  collect.exact(count(benchmark, 'errors'), errors)
  collect.sample({ ...count(benchmark, 'error-rate'), unit: 'ratio' }, share)
  const shown = `${errors} of ${requests} requests failed (${Number((share * 100).toPrecision(3))} %)`
  if (errors >= requests) {
    collect.fail({ benchmark, code: 'no-answers', reason: `No request was answered well: ${shown}.${said}` })
    return false
  }
  if (share > toleratedErrors) {
    const reason = `${shown}: refusals are quick, so this says nothing of the service.${said}`
    const spoilt = [
      ...(load.latency === undefined ? [] : ['latency']),
      ...(load.throughput === undefined ? [] : ['throughput']),
    ]
    for (const metric of spoilt) collect.fail({ benchmark, metric, code: 'too-many-errors', reason })
    return false
  }
  if (errors > 0)
    collect.note({
      code: 'some-errors',
      message: `${shown}; they are counted in its figures.${said}`,
      where: benchmark,
    })
  if (load.throughput !== undefined) collect.sample(throughput(benchmark), load.throughput)
  if (load.transfer !== undefined) collect.sample(transfer(benchmark), load.transfer)
  if (load.latency?.kind === 'histogram') collect.histogram(latency(benchmark), load.latency.encoded)
  if (load.latency?.kind === 'summary') {
    collect.summary(latency(benchmark, load.latency.scale ?? 1), load.latency.figures)
    if (figure(load.latency.figures.median) === 0)
      collect.note({
        code: 'below-resolution',
        message:
          'Half of the answers took less than the tool can show: its percentiles are too coarse to compare.',
        where: benchmark,
      })
  }
  return true
}

/** Tools that send the next request only after the last answer do not see the requests that waited. */
export function noteClosedModel(collect: Collector, tool: string): void {
  collect.note({
    code: 'closed-model',
    message: `${tool} waits for an answer before it sends the next request, so its latencies leave out the waiting that users would have seen (coordinated omission).`,
    fix: 'For latencies at a given rate use an open model: `load:` in the suite, k6 constant-arrival-rate, wrk2, vegeta or oha -q with --latency-correction.',
  })
}
