// Services that are watched while they are loaded: by V8's profilers, and by the monitor.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { type Driver, TrialError } from '../../../src/measure/driver.ts'
import { openLoad } from '../../../src/measure/drivers/load.ts'
import { watchedModel } from '../../../src/measure/load/watched.ts'
import { gather } from '../../../src/measure/profile/gather.ts'
import { locator } from '../../../src/measure/profile/locate.ts'
import type { ProfileKind } from '../../../src/measure/task/protocol.ts'
import { LoadSchema, LoadSpecSchema } from '../../../src/model/suite/load.ts'
import { head, type RealTools, realTools, samplesOf } from '../real-tools.ts'

let real: RealTools
beforeAll(async () => {
  real = await realTools()
})
afterAll(() => real.remove())
const drivers: Driver[] = []
afterEach(async () => {
  for (const driver of drivers.splice(0)) await driver.dispose()
})

const listen = "server.listen(process.env.PORT, '127.0.0.1')\n"
const server = (handle: string, more = '') =>
  `const { createServer } = require('node:http')\nconst server = createServer((request, response) => {\n  ${handle}\n  response.end('ok')\n})\n${more}${listen}`
const burns = server(
  'burn(300000)',
  'function burn(n) { let s = 0; for (let i = 0; i < n; i++) s = (s * 31 + i) | 0; return s }\n',
)
const keeps = server(
  'keep()',
  'class Entry { constructor(i) { this.a = i; this.b = -i; this.c = 0.5 } }\nconst kept = []\nfunction keep() { for (let i = 0; i < 500; i++) kept.push(new Entry(i)) }\n',
)

let directories = 0
async function opened(source: string, written: object = {}, env: Readonly<Record<string, string>> = {}) {
  const directory = join(real.directory, `side-${directories++}`)
  mkdirSync(directory)
  writeFileSync(join(directory, 'server.js'), source)
  const load = {
    target: 'http://127.0.0.1:3000/',
    rate: '50/s',
    duration: '600ms',
    'warm-up': '0s',
    'graceful-stop': '1s',
  }
  const service = { command: 'node server.js', timeout: '20s', env }
  const benchmark = { ...v.parse(LoadSchema, { load, service, ...written }), name: 'shop' }
  const driver = openLoad(benchmark, real.tools)
  drivers.push(driver)
  const place = head(directory)
  return { place, calibrated: await driver.calibrate('shop', [place]) }
}

async function profileOf(source: string, of: ProfileKind) {
  const { place, calibrated } = await opened(source)
  const taken = await calibrated.profile?.(place, of)
  if (taken === undefined) throw new Error('it cannot be profiled')
  return gather('shop', taken, locator(real.tools.files, place.directory))
}

describe('a service under load, profiled', () => {
  it('shows where its time goes, per request', async () => {
    const { profile, notices } = await profileOf(burns, 'cpu')
    const [heaviest] = [...profile.frames].sort((a, b) => b.self - a.self)
    expect(heaviest).toMatchObject({ function: 'burn', file: 'server.js', line: 6 })
    expect(profile).toMatchObject({ kind: 'cpu', iterations: 30 })
    expect(notices).toEqual([])
  })

  it('that does not end as it is asked to has left its profile before', async () => {
    const { profile } = await profileOf(
      `process.on('SIGTERM', () => process.kill(process.pid, 'SIGKILL'))\n${burns}`,
      'cpu',
    )
    expect(profile.frames.map((frame) => frame.function)).toContain('burn')
  })

  it('shows which functions and which constructors keep memory', async () => {
    const { profile, notices } = await profileOf(keeps, 'heap')
    const keep = profile.frames.find((frame) => frame.function === 'keep')
    expect(profile).toMatchObject({ kind: 'heap', unit: 'B' })
    expect(keep?.total ?? 0).toBeGreaterThan(100_000)
    expect(profile.constructors?.find(({ name }) => name === 'Entry')?.count).toBeGreaterThanOrEqual(15_000)
    expect(notices).toEqual([])
  })

  it('that is no Node.js leaves none, and says so', async () => {
    const { place, calibrated } = await opened(burns, {
      service: { command: 'env -u NODE_OPTIONS node server.js', timeout: '20s' },
    })
    const error = await calibrated.profile?.(place, 'cpu').catch((reason: unknown) => reason)
    expect(error).toBeInstanceOf(TrialError)
    expect(error).toMatchObject({ code: 'no-profile', side: 'head' })
  })
})

describe('a service under load, monitored', () => {
  it('its process tree, its runtime and the machine, beside what is measured', async () => {
    const { place, calibrated } = await opened(burns, { monitor: '20ms' })
    const seen = await calibrated.trial(place)
    const metrics = new Set(seen.map(({ metric }) => metric))
    for (const metric of ['latency', 'cpu', 'heap.used', 'gc.count', 'loop.busy', 'machine.load'])
      expect(metrics).toContain(metric)
    expect(samplesOf(seen, 'loop.busy')[0]).toBeGreaterThan(0)
    if (process.platform === 'linux') {
      expect(samplesOf(seen, 'cpu.seconds')[0]).toBeGreaterThan(0)
      expect(samplesOf(seen, 'memory.tree')[0]).toBeGreaterThan(1e7)
      expect(samplesOf(seen, 'threads')[0]).toBeGreaterThan(1)
    }
    expect(calibrated.unseen?.(place)).toEqual([])
  })
})

describe('the load of a watched round', () => {
  it.each([
    [
      { users: 5, duration: '30s' },
      { kind: 'constant-vus', users: 5, duration: 4 },
    ],
    [
      { rate: '20/s', duration: '2s' },
      { kind: 'constant-arrival-rate', rate: 20, duration: 2 },
    ],
    [
      { iterations: 100, users: 3 },
      { kind: 'constant-vus', users: 3, duration: 4 },
    ],
    [
      {
        stages: [
          { duration: '5s', target: '50/s' },
          { duration: '5s', target: '1/s' },
        ],
      },
      { kind: 'constant-arrival-rate', rate: 50, duration: 4 },
    ],
    [
      { levels: [8, 2], duration: '10s' },
      { kind: 'constant-vus', users: 8, duration: 4 },
    ],
    [
      { stress: { until: [{ metric: 'error-rate', above: '5%' }], ceiling: '1000/s' } },
      { kind: 'constant-arrival-rate', rate: 100, duration: 4 },
    ],
  ])('%j', (written, expected) => {
    const { model } = v.parse(LoadSpecSchema, { target: 'http://127.0.0.1:1/', ...written })
    expect(watchedModel(model)).toEqual(expected)
  })
})
