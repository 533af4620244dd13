// k6 as an engine: what it is told, what its exit codes mean, and what real points of it say.
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { decodeFromCompressedBase64 } from 'hdr-histogram-js'
import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import type { EngineModel } from '../../../src/measure/engines/engine.ts'
import { k6, scenarioOf } from '../../../src/measure/engines/k6.ts'
import { k6Points } from '../../../src/measure/engines/k6-points.ts'
import { percentile } from '../../../src/measure/load/histogram.ts'
import { LoadSchema } from '../../../src/model/suite/load.ts'
import { fakeFiles } from '../../fakes/files.ts'
import { readText } from '../../formats/fixtures.ts'

const fixture = (path: string) => fileURLToPath(new URL(`../../formats/fixtures/${path}`, import.meta.url))
const loadOf = (written: Record<string, unknown>) =>
  v.parse(LoadSchema, { load: { engine: 'k6', script: 'load.js', ...written } }).load

describe('the load', () => {
  it.each([
    [
      { rate: '200/s', duration: '20s' },
      {
        executor: 'constant-arrival-rate',
        rate: 200,
        timeUnit: '1s',
        duration: '20000ms',
        preAllocatedVUs: 200,
        maxVUs: 1000,
      },
    ],
    [
      { rate: '2.5/s', duration: '500ms', 'max-connections': 4 },
      {
        executor: 'constant-arrival-rate',
        rate: 5,
        timeUnit: '2s',
        duration: '500ms',
        preAllocatedVUs: 4,
        maxVUs: 4,
      },
    ],
    [
      { users: 7, duration: '3s' },
      { executor: 'constant-vus', vus: 7, duration: '3000ms' },
    ],
    [
      { users: 1, stages: [{ duration: '2s', target: 9 }] },
      { executor: 'ramping-vus', startVUs: 1, stages: [{ duration: '2000ms', target: 9 }] },
    ],
    [
      { rate: '10/s', stages: [{ duration: '2s', target: '15.5/s' }] },
      {
        executor: 'ramping-arrival-rate',
        startRate: 20,
        timeUnit: '2s',
        stages: [{ duration: '2000ms', target: 31 }],
        preAllocatedVUs: 16,
        maxVUs: 1000,
      },
    ],
    [
      { users: 2, iterations: 10 },
      { executor: 'shared-iterations', vus: 2, iterations: 10, maxDuration: '600000ms' },
    ],
    [
      { users: 2, iterations: 10, 'per-user': true },
      { executor: 'per-vu-iterations', vus: 2, iterations: 10, maxDuration: '600000ms' },
    ],
  ])('%j is a scenario of k6', (written, scenario) => {
    const load = loadOf(written)
    expect(scenarioOf(load.model as EngineModel, load)).toEqual({ ...scenario, gracefulStop: '10000ms' })
  })

  it('is handed over by the environment, and nothing is asked of handleSummary()', () => {
    const load = loadOf({ rate: '20/s', duration: '1s' })
    const { args, env } = k6.command({
      script: '/head/load.js',
      load,
      model: load.model as EngineModel,
      target: 'http://127.0.0.1:4000/',
      port: 4000,
      directory: '/tmp/x',
    })
    expect(args.slice(0, 4)).toEqual(['run', '--no-usage-report', '--quiet', '--no-color'])
    expect(args.at(-1)).toBe('/head/load.js')
    expect(args).toContain('PERF_GATE_TARGET=http://127.0.0.1:4000/')
    expect(env).toMatchObject({
      K6_CSV_TIME_FORMAT: 'unix_micro',
      PORT: '4000',
      PERF_GATE_RATE: '20',
      PERF_GATE_DURATION: '1000ms',
    })
    expect(JSON.parse(env.PERF_GATE_SCENARIO ?? '')).toMatchObject({
      executor: 'constant-arrival-rate',
      rate: 20,
    })
  })
})

it.each([
  [0, null],
  [99, null],
  [97, 'engine-failed'],
  [104, 'engine-config'],
  [105, 'engine-aborted'],
  [107, 'script-failed'],
  [108, 'script-aborted'],
  [110, 'script-failed'],
  [1, 'engine-failed'],
])('exit code %i is %s', (exitCode, code) => {
  expect(k6.failure({ exitCode, signal: null })?.code ?? null).toBe(code)
})

it('real points of it become rows: in total, by scenario, and by the names of the script', () => {
  const reading = k6Points()
  reading.write(readText(fixture('k6-csv/scenarios/input.csv.gz')))
  const { rows, started, dropped, users, failedChecks } = reading.end()
  expect({ started, dropped, users, failedChecks }).toEqual({
    started: 90,
    dropped: 1,
    users: null,
    failedChecks: 0,
  })
  expect(rows.map(({ name, requests, succeeded, errors }) => [name, requests, succeeded, errors])).toEqual([
    ['', 131, 127, { 'status-500': 3, dropped: 1 }],
    ['closed', 10, 7, { 'status-500': 3 }],
    ['open', 40, 40, {}],
    ['starved', 80, 80, {}],
    ['a, "quoted" name', 40, 40, {}],
  ])
  const [total] = rows
  expect(total?.duration).toBeGreaterThan(1.9)
  expect(percentile(total?.response ?? '', 50)).toBeGreaterThan(0.0001)
  // Errors are counted, and are no latencies.
  expect(rows.map(({ response }) => decodeFromCompressedBase64(response ?? '').totalCount)).toEqual([
    127, 7, 40, 80, 40,
  ])
})

describe('thresholds', () => {
  const points = 'metric_name,timestamp,metric_value\nhttp_reqs,1796061450000000,1\n'
  const files = (summary?: string) =>
    fakeFiles({
      '/d/points.csv.gz': points,
      ...(summary === undefined ? {} : { '/d/summary.json': summary }),
    })

  it('that were crossed are named as k6 names them', async () => {
    const summary = readFileSync(fixture('k6-summary-export/scenarios/input.json'), 'utf8')
    const { crossed } = await k6.read('/d', files(summary), { exitCode: 99 })
    expect(crossed).toEqual([
      "k6's own threshold p(99)<0.001 on http_req_duration{scenario:open} was crossed.",
    ])
  })

  it('are never lost: the exit code alone tells that there is one', async () => {
    expect((await k6.read('/d', files(), { exitCode: 99 })).crossed).toHaveLength(1)
    expect((await k6.read('/d', files(), { exitCode: 0 })).crossed).toEqual([])
  })
})

it('a file that was cut is refused with its line', () => {
  const reading = k6Points()
  expect(() => reading.write('metric_name,timestamp,metric_value\nhttp_reqs,17,\n')).toThrow(
    'line 2 of k6\'s points has the value ""',
  )
})
