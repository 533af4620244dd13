// Results of load tests as large as they are asked for, written piece by piece: what the tools themselves would leave,
// with seeded numbers.
import { createRandom, type Random } from '../../src/stats/random.ts'

export interface Synthetic {
  readonly extension: string
  /** Before the first point. */
  readonly head: string
  /** All rows of one request; `at` counts requests. */
  readonly rows: (random: Random, at: number) => string
}

const firstSecond = 1_767_225_600
const perSecond = 500

/** Around 20 ms, with a long tail. */
const milliseconds = (random: Random): number => 12 + 16 * random.uniform() + 400 * random.uniform() ** 12

const scenarioOf = (at: number): string => ['browse', 'search', 'buy'][at % 3] ?? 'browse'
const phases = ['blocked', 'connecting', 'tls_handshaking', 'sending', 'waiting', 'receiving'] as const

const k6Csv: Synthetic = {
  extension: 'csv',
  head: 'metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata\n',
  rows(random, at) {
    const time = (firstSecond * 1e6 + Math.floor((at * 1e6) / perSecond)).toString()
    const tags = `,,,,true,,GET,http://127.0.0.1:8080/items,HTTP/1.1,${scenarioOf(at)},,200,,,http://127.0.0.1:8080/items,,`
    const duration = milliseconds(random)
    const row = (metric: string, value: string) => `${metric},${time},${value}${tags}\n`
    return [
      row('http_reqs', '1.000000'),
      row('http_req_duration', duration.toFixed(6)),
      ...phases.map((phase) =>
        row(`http_req_${phase}`, (phase === 'waiting' ? duration * 0.98 : 0.01).toFixed(6)),
      ),
      row('http_req_failed', at % 1000 === 0 ? '1.000000' : '0.000000'),
      row('iteration_duration', (duration + 0.2).toFixed(6)),
      row('iterations', '1.000000'),
    ].join('')
  },
}

const k6Json: Synthetic = {
  extension: 'json',
  head: '{"type":"Metric","data":{"name":"http_req_duration","type":"trend","contains":"time","thresholds":[],"submetrics":null},"metric":"http_req_duration"}\n',
  rows(random, at) {
    const time = new Date(firstSecond * 1000 + (at * 1000) / perSecond).toISOString()
    const tags = `"tags":{"expected_response":"true","group":"","method":"GET","name":"http://127.0.0.1:8080/items","proto":"HTTP/1.1","scenario":"${scenarioOf(at)}","status":"200","url":"http://127.0.0.1:8080/items"}`
    const point = (metric: string, value: number) =>
      `{"metric":"${metric}","type":"Point","data":{"time":"${time}","value":${value},${tags}}}\n`
    return (
      point('http_reqs', 1) + point('http_req_duration', milliseconds(random)) + point('http_req_failed', 0)
    )
  },
}

const jmeterCsv: Synthetic = {
  extension: 'csv',
  head: 'timeStamp,elapsed,label,responseCode,responseMessage,threadName,dataType,success,failureMessage,bytes,sentBytes,grpThreads,allThreads,URL,Latency,IdleTime,Connect\n',
  rows(random, at) {
    const elapsed = Math.round(milliseconds(random))
    const time = firstSecond * 1000 + Math.floor((at * 1000) / perSecond)
    return `${time},${elapsed},${scenarioOf(at)},200,OK,users 1-${at % 50},text,true,,1432,211,50,50,http://127.0.0.1:8080/items,${Math.max(0, elapsed - 1)},0,1\n`
  },
}

export const synthetic = { 'k6-csv': k6Csv, 'k6-json': k6Json, 'jmeter-csv': jmeterCsv } as const
export type SyntheticName = keyof typeof synthetic

/** Pieces of about 256 KiB that come to `bytes`, up to the end of a row. */
export function* pieces({ head, rows }: Synthetic, bytes: number): Generator<string> {
  const random = createRandom(8123)
  let written = 0
  let piece = head
  for (let at = 0; written + piece.length < bytes; at++) {
    piece += rows(random, at)
    if (piece.length < 2 ** 18) continue
    written += piece.length
    yield piece
    piece = ''
  }
  yield piece
}
