// k6's CSV of all points → rows of a load test, in constant memory: in total, by scenario, and by the names that the
// script gives its requests.
import { ReadError } from '../../errors.ts'
import { k6Time, type Recorder, recorder, recordReader } from '../../formats/index.ts'
import type { Row } from '../load/rows.ts'
import type { EngineResult } from './engine.ts'

/** k6's error codes in perf-gate's words. Source: the table in k6's documentation of error codes. */
const errorNames: Readonly<Record<string, string>> = {
  '1050': 'timeout',
  '1100': 'dns',
  '1101': 'dns',
  '1110': 'forbidden-host',
  '1111': 'forbidden-host',
  '1201': 'reset',
  '1202': 'reset',
  '1211': 'timeout',
  '1212': 'refused',
  '1220': 'reset',
}
/** Rows by name at most: a script that names each request after its data would make thousands. */
const mostNames = 100

interface Tally {
  requests: number
  failed: number
  readonly errors: Map<string, number>
  readonly times: Recorder
}

const newTally = (): Tally => ({ requests: 0, failed: 0, errors: new Map(), times: recorder() })

export function k6Points(): { write(chunk: string): void; end(): Omit<EngineResult, 'crossed'> } {
  const total = newTally()
  const scenarios = new Map<string, Tally>()
  const names = new Map<string, Tally>()
  const sums = new Map<string, number>()
  let columns: ReadonlyMap<string, number> | null = null
  let users = 0
  let first = Number.POSITIVE_INFINITY
  let last = Number.NEGATIVE_INFINITY

  const records = recordReader((cells, line) => {
    if (columns === null) {
      columns = new Map(cells.map((name, index) => [name, index]))
      return
    }
    const cell = (name: string) => cells[columns?.get(name) ?? -1] ?? ''
    const metric = cell('metric_name')
    const value = Number(cell('metric_value'))
    if (cell('metric_value') === '' || !Number.isFinite(value))
      throw new ReadError(`line ${line} of k6's points has the value ${JSON.stringify(cell('metric_value'))}`)
    switch (metric) {
      case 'http_reqs': {
        const time = k6Time(cell('timestamp'))
        first = Math.min(first, time)
        last = Math.max(last, time)
        for (const tally of talliesOf(cell)) tally.requests += value
        return
      }
      case 'http_req_duration':
        // A quick error is no quick answer; who waited until the end of the time waited.
        if (
          cell('expected_response') === 'false' &&
          errorOf(cell('status'), cell('error_code')) !== 'timeout'
        )
          return
        for (const tally of talliesOf(cell)) tally.times.record(value / 1000)
        return
      case 'http_req_failed': {
        if (value === 0) return
        const name = errorOf(cell('status'), cell('error_code'))
        for (const { errors } of talliesOf(cell)) errors.set(name, (errors.get(name) ?? 0) + 1)
        for (const tally of talliesOf(cell)) tally.failed += 1
        return
      }
      case 'vus':
        users = Math.max(users, value)
        return
      case 'checks':
        if (value === 0) sums.set('failed checks', sum('failed checks') + 1)
        return
      default:
        if (counted.has(metric)) sums.set(metric, sum(metric) + value)
    }
  })

  const sum = (name: string) => sums.get(name) ?? 0

  function talliesOf(cell: (name: string) => string): readonly Tally[] {
    const name = cell('name')
    // k6 calls a request by its URL unless the script names it; then it calls the URL by that name too.
    const isNamed = name !== '' && !/^[a-z]+:\/\//i.test(name)
    const own = (map: Map<string, Tally>, key: string) => {
      const known = map.get(key)
      if (known !== undefined) return [known]
      if (map.size >= mostNames) return []
      const fresh = newTally()
      map.set(key, fresh)
      return [fresh]
    }
    return [total, ...own(scenarios, cell('scenario')), ...(isNamed ? own(names, name) : [])]
  }

  return {
    write: (chunk) => records.write(chunk),
    end() {
      records.end()
      const duration = Math.max(0, last - first)
      const dropped = sum('dropped_iterations')
      const rows = [
        { ...rowOf('', total, duration, dropped), received: sum('data_received'), sent: sum('data_sent') },
        ...[...(scenarios.size > 1 ? scenarios : []), ...names].map(([name, tally]) =>
          rowOf(name, tally, duration, 0),
        ),
      ]
      const started = sum('iterations')
      // They are looked at once a second: a short test may show none.
      const seen = users === 0 ? null : users
      return { rows, started, dropped, users: seen, failedChecks: sum('failed checks') }
    },
  }
}

const counted: ReadonlySet<string> = new Set([
  'iterations',
  'dropped_iterations',
  'data_sent',
  'data_received',
])

function errorOf(status: string, code: string): string {
  if (/^[1-9]\d\d$/.test(status)) return `status-${status}`
  return errorNames[code] ?? (code === '' ? 'other' : `k6-${code}`)
}

/** What was due and never begun got no answer either. */
function rowOf(
  name: string,
  { requests, failed, errors, times }: Tally,
  duration: number,
  dropped: number,
): Row {
  const all = { ...Object.fromEntries(errors), ...(dropped > 0 ? { dropped } : {}) }
  return {
    name,
    requests: requests + dropped,
    succeeded: Math.max(0, requests - failed),
    timeouts: errors.get('timeout') ?? 0,
    limited: errors.get('status-429') ?? 0,
    received: 0,
    sent: 0,
    errors: all,
    response: times.count === 0 ? null : times.encode(),
    service: null,
    duration,
  }
}
