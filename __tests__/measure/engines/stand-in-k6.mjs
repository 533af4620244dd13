#!/usr/bin/env node
// Stands in for k6 where k6 itself is not: takes the options that perf-gate gives, sends the requests of the scenario that
// the environment names, and writes points and summary as k6 1.3 does. What the "script" says is how it behaves.
import { readFileSync, writeFileSync } from 'node:fs'
import { gzipSync } from 'node:zlib'

const args = process.argv.slice(2)
if (args[0] === 'version') {
  console.log('k6 v1.3.0 (stand-in)')
  process.exit(0)
}
const after = (option) => args.flatMap((arg, index) => (arg === option ? [args[index + 1]] : []))
const variables = Object.fromEntries(after('--env').map((pair) => pair.split(/=(.*)/s).slice(0, 2)))
const behaviour = JSON.parse(readFileSync(args.at(-1), 'utf8'))
if (behaviour.exitCode !== undefined && behaviour.exitCode !== 99) {
  console.error(behaviour.says ?? 'it failed')
  process.exit(behaviour.exitCode)
}
const { rate, duration } = JSON.parse(variables.PERF_GATE_SCENARIO)
const count = behaviour.requests ?? Math.round((rate * Number.parseInt(duration, 10)) / 1000)
const dropped = behaviour.dropped ?? 0

const lines = [
  'metric_name,timestamp,metric_value,check,error,error_code,expected_response,group,method,name,proto,scenario,service,status,subproto,tls_version,url,extra_tags,metadata',
]
const point = (metric, value, { status = '', code = '', url = '' } = {}) =>
  lines.push(
    [
      metric,
      Date.now() * 1000,
      value.toFixed(6),
      '',
      '',
      code,
      '',
      '',
      'GET',
      url,
      '',
      'load',
      '',
      status,
      '',
      '',
      url,
      '',
      '',
    ].join(','),
  )
for (let index = 0; index < count - dropped; index += 1) {
  const url = variables.PERF_GATE_TARGET
  const start = performance.now()
  let tags
  try {
    const response = await fetch(url)
    await response.arrayBuffer()
    tags = { url, status: String(response.status), code: response.ok ? '' : String(1000 + response.status) }
  } catch {
    tags = { url, status: '0', code: '1212' }
  }
  point('http_reqs', 1, tags)
  point('http_req_duration', performance.now() - start, tags)
  point('http_req_failed', tags.code === '' ? 0 : 1, tags)
  point('iterations', 1)
}
if (dropped > 0) point('dropped_iterations', dropped)
point('vus', 3)
const [points] = after('--out')
writeFileSync(points.replace(/^csv=/, ''), gzipSync(`${lines.join('\n')}\n`))
const thresholds = { 'p(95)<1': behaviour.exitCode === 99 }
writeFileSync(
  after('--summary-export')[0],
  JSON.stringify({
    root_group: {},
    metrics: { http_reqs: { count, rate: 1 }, http_req_duration: { avg: 5, med: 5, max: 9, thresholds } },
  }),
)
process.exit(behaviour.exitCode ?? 0)
