// Trials of a load test that another tool generates: a real service, and a program that behaves as k6 does. k6 and
// Artillery themselves run in scripts/engines-test.mjs.
import { chmodSync, copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Driver, type Remarks, TrialError } from '../../../src/measure/driver.ts'
import { drivers } from '../../../src/measure/drivers/index.ts'
import { LoadSchema } from '../../../src/model/suite/load.ts'
import { base, head, type RealTools, realTools, samplesOf } from '../real-tools.ts'

let real: RealTools
beforeAll(async () => {
  real = await realTools()
})
afterAll(() => real.remove())
const opened: Driver[] = []
afterEach(async () => {
  for (const driver of opened.splice(0)) await driver.dispose()
})

const server = (handler: string) =>
  `const { createServer } = require('node:http')\nlet count = 0\ncreateServer((request, response) => {\n  count += 1\n  ${handler}\n}).listen(process.env.PORT, '127.0.0.1')\n`
const service = { command: 'node server.js', ready: 'http://127.0.0.1:3000/ready', timeout: '20s' }
const standIn = fileURLToPath(new URL('../engines/stand-in-k6.mjs', import.meta.url))

interface Given {
  readonly load?: Record<string, unknown>
  readonly more?: Record<string, unknown>
  /** What the script says. */
  readonly script?: object
  readonly handler?: string
}

let directories = 0
function driverOf({ load = {}, more = {}, script = {}, handler = "response.end('ok')" }: Given) {
  const directory = join(real.directory, `side-${directories++}`)
  mkdirSync(join(directory, 'node_modules/.bin'), { recursive: true })
  writeFileSync(join(directory, 'server.js'), server(handler))
  writeFileSync(join(directory, 'load.json'), JSON.stringify(script))
  const k6 = join(directory, 'node_modules/.bin/k6')
  copyFileSync(standIn, `${k6}.mjs`)
  writeFileSync(k6, `#!/bin/sh\nexec node "$(dirname "$0")/k6.mjs" "$@"\n`)
  chmodSync(k6, 0o755)
  const benchmark = {
    ...v.parse(LoadSchema, {
      service,
      ...more,
      load: { engine: 'k6', script: 'load.json', rate: '40/s', duration: '500ms', 'warm-up': '0s', ...load },
    }),
    name: 'shop',
  }
  const driver = drivers.load(benchmark, real.tools)
  opened.push(driver)
  return { driver, directory, place: head(directory) }
}

async function trial(given: Given) {
  const { driver, place } = driverOf(given)
  const remarks: Remarks[] = []
  const calibrated = await driver.calibrate('shop', [place])
  const observations = await calibrated.trial(place, (each) => void remarks.push(each))
  return { observations, notices: remarks.flatMap(({ notices }) => notices) }
}

async function failure(running: Promise<unknown>): Promise<TrialError> {
  const error = await running.then(
    () => null,
    (thrown: unknown) => thrown,
  )
  if (error instanceof TrialError) return error
  throw error ?? new Error('the trial worked')
}

it('the metrics of any load test, of the service of the side', async () => {
  const { observations, notices } = await trial({})
  expect(samplesOf(observations, 'requests')).toEqual([20])
  expect(samplesOf(observations, 'failed')).toEqual([0])
  expect(samplesOf(observations, 'error-rate')).toEqual([0])
  expect(samplesOf(observations, 'dropped')).toEqual([0])
  expect(samplesOf(observations, 'thresholds')).toEqual([0])
  expect(samplesOf(observations, 'users')).toEqual([3])
  expect(samplesOf(observations, 'throughput')[0]).toBeGreaterThan(0)
  expect(samplesOf(observations, 'cpu')[0]).toBeGreaterThan(0)
  expect(observations.find(({ metric }) => metric === 'latency')?.value.kind).toBe('histogram')
  expect(notices).toEqual([])
})

it('errors have their names, dropped iterations are failures, crossed thresholds are counted and named', async () => {
  const { observations, notices } = await trial({
    handler: "if (request.url !== '/ready' && count % 4 === 0) response.statusCode = 503\n  response.end()",
    script: { dropped: 4, exitCode: 99 },
  })
  expect(samplesOf(observations, 'requests')).toEqual([20])
  expect(samplesOf(observations, 'dropped')).toEqual([4])
  expect(samplesOf(observations, 'errors.dropped')).toEqual([4])
  expect(samplesOf(observations, 'errors.status-503')).toEqual([4])
  expect(samplesOf(observations, 'failed')).toEqual([8])
  expect(samplesOf(observations, 'error-rate')).toEqual([0.4])
  expect(samplesOf(observations, 'thresholds')).toEqual([1])
  expect(notices.map(({ code }) => code)).toEqual(['thresholds-crossed', 'dropped-iterations'])
  expect(notices[0]?.message).toContain('p(95)<1')
})

it('the warm-up is a run of its own, and a kept service is loaded by both', async () => {
  const { driver, place } = driverOf({
    load: { 'warm-up': '250ms' },
    more: { service: { ...service, restart: 'keep' } },
    // The service sees 1 look whether it is ready, 10 requests that warm up, and 20.
    handler: "if (count > 31) response.statusCode = 500\n  response.end('ok')",
  })
  const calibrated = await driver.calibrate('shop', [place])
  expect(samplesOf(await calibrated.trial(place), 'failed')).toEqual([0])
  const again = await failure(calibrated.trial(place))
  expect(again.message).toBe('none of 20 requests had a successful answer: 20 × status-500')
})

describe('what goes wrong', () => {
  it.each([
    [
      'a script that throws',
      { script: { exitCode: 107, says: 'ReferenceError: x' } },
      'script-failed',
      'k6 exited with code 107: the script threw an exception',
    ],
    [
      'a load of its own',
      { script: { requests: 3 } },
      'other-load',
      'k6 began 3 iterations of the 20 that the suite asks for: let the script take its load from the suite',
    ],
    [
      'no request at all',
      { script: { requests: 0 } },
      'no-answers',
      'k6 sent no HTTP request: does a virtual user of load.json send one?',
    ],
    [
      'a service that dies',
      { handler: "if (count > 8) process.exit(3)\n  response.end('ok')" },
      'service-died',
      'the service "node server.js" ended by itself: it exited with code 3',
    ],
    [
      'a host that is not this machine',
      { load: { target: 'http://example.com/' } },
      'host-not-allowed',
      'load may only be sent to this machine, and example.com is not',
    ],
  ])('%s', async (_, given, code, reason) => {
    const error = await failure(trial(given as Given))
    expect(error.code).toBe(code)
    expect(error.message).toContain(reason)
  })

  it('an engine that is not there: how to get it', async () => {
    const { driver, place } = driverOf({ load: { 'engine-path': 'tools/k6' } })
    const error = await failure(driver.discover(place))
    expect(error.code).toBe('no-engine')
    expect(error.message).toMatch(
      /^k6 is not there: ".*tools\/k6 version" does not run\. Install it in the job/,
    )
  })

  it('a script that a side does not have makes the benchmark new', async () => {
    const { driver, directory } = driverOf({ load: { script: 'other.json' } })
    expect(await driver.discover(base(directory))).toEqual([])
    expect(driver.absence).toBe('there is no file other.json')
  })
})

it('two versions of the engine are told', async () => {
  const { driver, directory } = driverOf({})
  expect(await driver.discover(head(directory))).toEqual(['shop'])
  writeFileSync(join(directory, 'node_modules/.bin/k6'), '#!/bin/sh\necho k6 v1.2.0\n')
  await driver.discover(base(directory))
  const { notices } = await driver.calibrate('shop', [head(directory)])
  expect(notices).toMatchObject([
    {
      code: 'engine-changed',
      message: 'base is loaded by k6 1.2.0, head by 1.3.0: what differs may be the engine.',
    },
  ])
})
