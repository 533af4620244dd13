// Counts and distributions while load runs: one cell per stage, scenario and step, so that each request is recorded once;
// totals are merged from them at the end.
import { encode, type Histogram, newHistogram, record } from './histogram.ts'
import type { Cell, Window } from './protocol.ts'
import { createSketch } from './sketch.ts'

/** One request's end. Milliseconds. */
export interface Ended {
  readonly scenario: number
  readonly step: number
  readonly stage: number
  /** From when it was due. */
  readonly response: number
  /** From when it was sent. */
  readonly service: number
  /** `null`: it succeeded. */
  readonly error: string | null
  /** The answer asks to come back later. */
  readonly limited?: boolean
  readonly received: number
  readonly sent: number
}

export interface Tally {
  add(ended: Ended): void
  /** An iteration became due. */
  due(): void
  /** Closes the second that ended at `at` (seconds since the beginning). */
  closeWindow(at: number): Window
  readonly requests: number
  /** Answers of any kind. */
  readonly answers: number
  cells(): readonly Cell[]
}

interface Open {
  readonly scenario: number
  readonly step: number
  readonly stage: number
  requests: number
  succeeded: number
  timeouts: number
  limited: number
  received: number
  sent: number
  readonly errors: Map<string, number>
  readonly response: Histogram
  readonly service: Histogram | null
}

/** Requests that never got an answer, by kind: they say nothing about latency. Timeouts do: it took at least as long. */
const unanswered = new Set([
  'refused',
  'reset',
  'dns',
  'garbage',
  'tls',
  'no-tls',
  'no-http2',
  'untrusted-certificate',
  'forbidden-host',
  'unreachable',
  'bad-request',
  'short-body',
])
export const outOfTime = new Set(['timeout', 'unfinished'])

/** @param separate response and service time differ: the model is open */
export function createTally(separate: boolean): Tally {
  const open = new Map<number, Open>()
  const sketch = createSketch()
  let requests = 0
  let answers = 0
  let windowRequests = 0
  let windowFailed = 0
  let windowDue = 0
  let latestKey = -1
  let latest: Open | null = null

  function cellOf({ scenario, step, stage }: Ended): Open {
    const key = (stage * 1000 + scenario) * 1000 + step
    if (key === latestKey && latest !== null) return latest
    let cell = open.get(key)
    if (cell === undefined) {
      cell = {
        scenario,
        step,
        stage,
        requests: 0,
        succeeded: 0,
        timeouts: 0,
        limited: 0,
        received: 0,
        sent: 0,
        errors: new Map(),
        response: newHistogram(),
        service: separate ? newHistogram() : null,
      }
      open.set(key, cell)
    }
    latestKey = key
    latest = cell
    return cell
  }

  return {
    add(ended) {
      const cell = cellOf(ended)
      const { error } = ended
      cell.requests += 1
      cell.received += ended.received
      cell.sent += ended.sent
      if (ended.limited === true) cell.limited += 1
      requests += 1
      windowRequests += 1
      if (error === null) {
        cell.succeeded += 1
        answers += 1
      } else {
        cell.errors.set(error, (cell.errors.get(error) ?? 0) + 1)
        windowFailed += 1
        if (outOfTime.has(error)) cell.timeouts += 1
        else if (!unanswered.has(error)) answers += 1
      }
      // A quick error must not pass for a quick answer.
      if (error !== null && !outOfTime.has(error)) return
      record(cell.response, ended.response)
      sketch.add(ended.response * 1000)
      if (cell.service !== null) record(cell.service, ended.service)
    },
    due() {
      windowDue += 1
    },
    closeWindow(at) {
      const window = {
        at,
        intended: windowDue,
        requests: windowRequests,
        failed: windowFailed,
        p50: sketch.quantile(0.5) / 1e6,
        p95: sketch.quantile(0.95) / 1e6,
        p99: sketch.quantile(0.99) / 1e6,
      }
      sketch.clear()
      windowRequests = 0
      windowFailed = 0
      windowDue = 0
      return window
    },
    get requests() {
      return requests
    },
    get answers() {
      return answers
    },
    cells: () =>
      [...open.values()].map(({ errors, response, service, ...counts }) => ({
        ...counts,
        errors: Object.fromEntries(errors),
        response: response.totalCount === 0 ? null : encode(response),
        service: service === null || service.totalCount === 0 ? null : encode(service),
      })),
  }
}
