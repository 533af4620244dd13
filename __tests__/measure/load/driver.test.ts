// Whole rounds of load over real processes: a service of each kind, and everything that services do wrong.
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, afterEach, beforeAll, expect, it } from 'vitest'
import { type Driver, TrialError } from '../../../src/measure/driver.ts'
import { openLoad } from '../../../src/measure/drivers/load.ts'
import { percentile } from '../../../src/measure/load/histogram.ts'
import type { Observation } from '../../../src/model/observation.ts'
import type { Progress } from '../../../src/model/progress.ts'
import { LoadSchema } from '../../../src/model/suite/load.ts'
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

const listening = "server.listen(process.env.PORT, '127.0.0.1', () => console.log('listening'))"
const serverOf = (handler: string, listen = listening) =>
  `const { createServer } = require('node:http')\nlet count = 0\nconst server = createServer((request, response) => {\n  count += 1\n  ${handler}\n})\n${listen}\n`

let directories = 0
function side(files: Readonly<Record<string, string>>): string {
  const directory = join(real.directory, `side-${directories++}`)
  mkdirSync(directory)
  for (const [name, text] of Object.entries(files)) writeFileSync(join(directory, name), text)
  return directory
}

async function roundOf(written: Record<string, unknown>, files: Readonly<Record<string, string>>) {
  const { load, ...rest } = written
  const benchmark = {
    ...v.parse(LoadSchema, {
      ...rest,
      load: { 'warm-up': '0s', 'graceful-stop': '1s', ...(load as object) },
    }),
    name: 'shop',
  }
  const driver = openLoad(benchmark, { ...real.tools, out: 'out' })
  drivers.push(driver)
  const place = head(side(files))
  const calibrated = await driver.calibrate('shop', [place])
  return calibrated.trial(place)
}

async function failure(
  written: Record<string, unknown>,
  files: Readonly<Record<string, string>>,
): Promise<TrialError> {
  const error = await roundOf(written, files).then(
    () => null,
    (reason: unknown) => reason,
  )
  if (error instanceof TrialError) return error
  throw error ?? new Error('the trial worked')
}

const service = { command: 'node server.js', ready: 'http://127.0.0.1:3000/health', timeout: '5s' }
const target = 'http://127.0.0.1:3000/checkout'
const short = { target, rate: '100/s', duration: '600ms' }
const ok = { 'server.js': serverOf("response.end('ok')") }
const histogramOf = (observations: readonly Observation[], benchmark: string, metric: string) => {
  const value = observations.find((each) => each.benchmark === benchmark && each.metric === metric)?.value
  return value?.kind === 'histogram' ? value.histogram : null
}

it('a service on a port of its own: latency, throughput, errors, CPU and memory', async () => {
  const seen = await roundOf({ service, load: short }, ok)
  expect(samplesOf(seen, 'requests')).toEqual([60])
  expect(samplesOf(seen, 'error-rate')).toEqual([0])
  expect(samplesOf(seen, 'throughput')[0]).toBeGreaterThan(50)
  expect(samplesOf(seen, 'bytes.received')).toEqual([120])
  expect(percentile(histogramOf(seen, 'shop', 'latency') ?? '', 50)).toBeGreaterThan(0)
  expect(samplesOf(seen, 'cpu')[0]).toBeGreaterThan(0)
  expect(samplesOf(seen, 'memory')[0]).toBeGreaterThan(10e6)
})

it.each(['auto', 'undici'])(
  'connections opened anew, and answers that ask to come back later (%s)',
  async (transport) => {
    const limited = serverOf(`
  if (request.url !== '/checkout') return response.end()
  response.setHeader('connection', 'close')
  if (count % 6 === 1) response.writeHead(429)
  if (count % 6 === 3) response.writeHead(503, { 'Retry-After': '1' })
  if (count % 6 === 5) response.writeHead(503)
  response.end()`)
    const seen = await roundOf({ service, load: { ...short, transport } }, { 'server.js': limited })
    expect(samplesOf(seen, 'requests')).toEqual([60])
    expect(samplesOf(seen, 'rate-limited')).toEqual([20])
    expect(samplesOf(seen, 'errors.status-503')).toEqual([20])
    expect(samplesOf(seen, 'connections.opened')).toEqual([60])
  },
)

it('a service that says it is ready, by what it prints', async () => {
  const log = { ...service, ready: { log: 'listening' } }
  expect(samplesOf(await roundOf({ service: log, load: short }, ok), 'requests')).toEqual([60])
})

it('what a service prints is kept, start after start', async () => {
  const benchmark = { ...v.parse(LoadSchema, { service, load: { ...short, 'warm-up': '0s' } }), name: 'a/b' }
  const driver = openLoad(benchmark, { ...real.tools, out: 'kept' })
  drivers.push(driver)
  const place = head(side({ 'server.js': `console.error('to stderr')\n${ok['server.js']}` }))
  const { trial } = await driver.calibrate('a/b', [place])
  await trial(place)
  await trial(place)
  const log = readFileSync(join(real.directory, 'kept/services/a%2Fb-head.log'), 'utf8')
  expect(log).toMatch(
    /^=== 1\. start, on port \d+, ended .*\nto stderr\nlistening\n=== 2\. start, .*\nto stderr\nlistening\n$/,
  )
})

it('a service that is kept is one process for all trials, ended with the driver', async () => {
  const kept = { ...service, restart: 'keep' }
  const benchmark = {
    ...v.parse(LoadSchema, { service: kept, load: { ...short, 'warm-up': '0s' } }),
    name: 'k',
  }
  const driver = openLoad(benchmark, { ...real.tools, out: 'kept' })
  const place = head(side(ok))
  const { trial } = await driver.calibrate('k', [place])
  await trial(place)
  expect(samplesOf(await trial(place), 'requests')).toEqual([60])
  await driver.dispose()
  const log = readFileSync(join(real.directory, 'kept/services/k-head.log'), 'utf8')
  expect(log.match(/^===/gm)).toHaveLength(1)
  expect(log).toContain('listening')
})

it('abort-when ends the load early, as failed', async () => {
  const server = serverOf("if (count > 20) response.statusCode = 500\n  response.end('ok')")
  const condition = { metric: 'error-rate', above: '50%', for: '1s' }
  const error = await failure(
    { service, load: { ...short, duration: '30s', 'abort-when': [condition] } },
    { 'server.js': server },
  )
  expect(error.code).toBe('aborted')
  expect(error.message).toMatch(/^the load was aborted after \d\.\d s: error-rate above 50% for 1s$/)
})

it('scenarios: variables, cookies, data, checks; a row for each step', async () => {
  const shop = serverOf(`
  const path = request.url
  if (path === '/login') { response.setHeader('set-cookie', 'session=s1; Path=/'); return response.end(JSON.stringify({ user: { token: 't' + count } })) }
  if (path.startsWith('/items/')) {
    if (request.headers.cookie !== 'session=s1' || !request.headers.authorization) response.statusCode = 401
    return response.end('item ' + path.slice(7))
  }
  response.end('ok')`)
  const requests = [
    {
      name: 'login',
      url: '/login',
      method: 'post',
      json: { name: '$' + '{name}' },
      extract: { token: { json: 'user.token' } },
    },
    {
      name: 'item',
      url: '/items/$' + '{name}',
      headers: { authorization: 'Bearer $' + '{token}' },
      check: { status: 200, contains: 'item a' },
    },
  ]
  const load = {
    target: 'http://127.0.0.1:3000/',
    requests,
    users: 2,
    iterations: 20,
    data: [{ name: 'ada' }, { name: 'alan' }],
  }
  const seen = await roundOf({ service, load }, { 'server.js': shop })
  expect(samplesOf(seen, 'failed')).toEqual([0])
  expect(
    samplesOf(
      seen.filter(({ benchmark }) => benchmark === 'shop/item'),
      'requests',
    ),
  ).toEqual([20])
  expect(
    samplesOf(
      seen.filter(({ benchmark }) => benchmark === 'shop'),
      'requests',
    ),
  ).toEqual([40])
})

it('a function of the side is called with its items', async () => {
  const load = { function: 'target.js#visit', users: 2, iterations: 10, data: 'items.csv' }
  const seen = await roundOf(
    { load },
    {
      'target.js': "exports.visit = async (item) => { if (item.id === '2') throw new RangeError(item.name) }",
      'items.csv': 'id,name\n1,"a, b"\n2,c\n',
    },
  )
  expect(samplesOf(seen, 'requests')).toEqual([10])
  expect(samplesOf(seen, 'errors.RangeError')).toEqual([5])
})

it('threads share the load, and a terminal may watch', async () => {
  const events: Progress[] = []
  const benchmark = {
    ...v.parse(LoadSchema, {
      service,
      load: { target, rate: '200/s', duration: '1500ms', 'warm-up': '100ms', workers: 2 },
    }),
    name: 'shop',
  }
  const unused = () => {}
  const log = {
    progress: (event: Progress) => void events.push(event),
    info: unused,
    warning: unused,
    error: unused,
  }
  const driver = openLoad(benchmark, { ...real.tools, log })
  drivers.push(driver)
  const place = head(side(ok))
  const seen = await (await driver.calibrate('shop', [place])).trial(place)
  expect(samplesOf(seen, 'requests')).toEqual([300])
  expect(samplesOf(seen, 'error-rate')).toEqual([0])
  expect(events.some((event) => event.kind === 'load' && event.rate > 0)).toBe(true)
})

it('more than a thread can begin says nothing about what it loads', async () => {
  // What computes in the generator's own thread holds up all that comes after it.
  const target = 'exports.work = () => { const end = Date.now() + 2; while (Date.now() < end); }'
  const load = {
    function: 'target.js#work',
    rate: '50000/s',
    duration: '200ms',
    'max-connections': 20,
    'graceful-stop': '0s',
  }
  const seen = await roundOf({ load }, { 'target.js': target })
  const voidOf = (metric: string) => {
    const value = seen.find((each) => each.metric === metric)?.value
    return value !== undefined && 'void' in value ? value.void?.code : undefined
  }
  for (const metric of [
    'latency',
    'service-time',
    'throughput',
    'error-rate',
    'errors.unfinished',
    'dropped',
  ])
    expect(voidOf(metric), metric).toBe('generator-saturated')
  expect(samplesOf(seen, 'requests')).toEqual([10_000])
})

it('levels: how latency and throughput follow', async () => {
  const load = { target, levels: [1, 2, 4], duration: '400ms' }
  const seen = await roundOf(
    { service, load },
    { 'server.js': serverOf("setTimeout(() => response.end('ok'), 20)") },
  )
  expect(samplesOf(seen, 'slowdown')[0]).toBeGreaterThan(0.5)
  expect(samplesOf(seen, 'throughput-retention')[0]).toBeGreaterThan(2)
  expect(histogramOf(seen, 'shop/4-users', 'latency')).not.toBeNull()
})

it('stress: where it breaks, and that it recovers', async () => {
  const server = serverOf(
    "if (Number(process.uptime()) > 0 && active > 6) { response.statusCode = 503; return response.end() }\n  active += 1\n  setTimeout(() => { active -= 1; response.end('ok') }, 50)",
  )
  const load = {
    target,
    stress: {
      until: [{ metric: 'error-rate', above: '20%', for: '1s' }],
      step: '1s',
      steps: 5,
      ceiling: 30,
      pause: '0s',
      recovery: '2s',
    },
  }
  const seen = await roundOf({ service, load }, { 'server.js': `let active = 0\n${server}` })
  expect(samplesOf(seen, 'stress.breaking-point')[0]).toBeLessThan(30)
  expect(samplesOf(seen, 'stress.stable-limit')[0]).toBeLessThan(
    samplesOf(seen, 'stress.breaking-point')[0] ?? 0,
  )
  expect(samplesOf(seen, 'stress.recovered')).toEqual([1])
})

it('an https service, by HTTP/2: waited for, trusted by its authority, loaded', async () => {
  const fixture = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
  const server = `const { readFileSync } = require('node:fs')
const pair = { key: readFileSync('key.pem'), cert: readFileSync('cert.pem') }
require('node:http2').createSecureServer(pair, (_, response) => response.end('ok')).listen(process.env.PORT, '127.0.0.1')`
  const files = {
    'server.js': server,
    'key.pem': fixture('localhost.key.pem'),
    'cert.pem': fixture('localhost.cert.pem'),
  }
  const written = {
    service: { ...service, ready: 'https://127.0.0.1:3000/' },
    load: { ...short, target: 'https://127.0.0.1:3000/', http: 2, tls: { ca: 'cert.pem' } },
  }
  const seen = await roundOf(written, files)
  expect(samplesOf(seen, 'succeeded')).toEqual([60])
  expect(samplesOf(seen, 'connections')).toEqual([1])
  const missing = await failure({ ...written, load: { ...written.load, tls: { ca: 'none.pem' } } }, files)
  expect(missing).toMatchObject({
    code: 'bad-certificate',
    message: 'there is no file none.pem ("tls: { ca }")',
  })
})

it.each([
  {
    title: 'does not start',
    files: {},
    code: 'service-died',
    says: /ended by itself: it exited with code 1; it said: "Error: Cannot find module .*; all it printed is in out\/services\/shop-head\.log$/,
  },
  {
    title: 'never listens',
    files: { 'server.js': 'setInterval(() => {}, 1000)' },
    service: { timeout: '300ms' },
    code: 'not-ready',
    says: /has not answered http:\/\/127\.0\.0\.1:\d+\/health .* within 0\.3 s/,
  },
  {
    title: 'dies midway',
    files: { 'server.js': serverOf("if (count > 20) process.exit(3)\n  response.end('ok')") },
    code: 'service-died',
    says: /exited with code 3/,
  },
  {
    title: 'answers errors only',
    files: {
      'server.js': serverOf("if (request.url === '/checkout') response.statusCode = 500\n  response.end()"),
    },
    code: 'no-answers',
    says: /none of 60 requests had a successful answer: 60 × status-500/,
  },
  {
    title: 'redirects for ever',
    files: {
      'server.js': serverOf(
        "if (request.url !== '/health') response.writeHead(302, { location: '/checkout' })\n  response.end()",
      ),
    },
    code: 'no-answers',
    says: /60 × status-302 \(redirects are not followed: /,
  },
  {
    title: 'never answers',
    files: { 'server.js': serverOf("if (request.url === '/health') response.end()") },
    load: { timeout: '200ms' },
    code: 'no-answers',
    says: /60 × timeout \(no answer ended within "timeout"\)/,
  },
  {
    title: 'sends a body without end',
    files: {
      'server.js': serverOf(
        "if (request.url === '/health') return response.end()\n  setInterval(() => response.write('x'), 20)",
      ),
    },
    load: { timeout: '200ms', rate: '20/s' },
    code: 'no-answers',
    says: /12 × timeout/,
  },
  {
    title: 'resets connections',
    files: {
      'server.js': serverOf(
        "if (request.url === '/health') return response.end()\n  request.socket.destroy()",
      ),
    },
    code: 'no-answers',
    says: /60 × reset \(the connection was closed before the answer had ended/,
  },
  {
    title: 'answers garbage',
    files: {
      'server.js': serverOf(
        "if (request.url === '/health') return response.end()\n  request.socket.end('SSH-2.0-OpenSSH_9\\r\\n\\r\\n')",
      ),
    },
    code: 'no-answers',
    says: /60 × garbage \(what came back is no HTTP\/1\.1: .*; what the service printed is in out\/services/,
  },
  {
    title: 'finds its port taken',
    files: {
      'server.js': `const { createServer } = require('node:http')
const other = createServer().listen(process.env.PORT, '127.0.0.1', () => createServer().listen(process.env.PORT, '127.0.0.1'))
other.unref()`,
    },
    code: 'service-died',
    says: /exited with code 1; it said: "Error: listen EADDRINUSE/,
  },
  {
    title: 'dies while it warms up',
    files: { 'server.js': serverOf("if (count > 5) process.exit(4)\n  response.end('ok')") },
    load: { 'warm-up': '300ms' },
    code: 'service-died',
    says: /exited with code 4/,
  },
  {
    title: 'does not speak TLS',
    files: ok,
    load: { target: 'https://127.0.0.1:3000/checkout' },
    code: 'no-answers',
    says: /60 × no-tls \(it does not speak TLS: is it http:\/\/ that you want\?\)/,
  },
  {
    title: 'says nothing that a variable needs',
    files: ok,
    load: { target: 'http://127.0.0.1:3000/$' + '{missing}' },
    code: 'no-answers',
    says: /60 × no-variable-missing \(nothing has set the variable "missing"/,
  },
  {
    title: 'cannot be found by name',
    files: ok,
    load: { target: 'http://nowhere.localhost.invalid:3000/' },
    service: undefined,
    code: 'forbidden-host',
    says: /load may only be sent to this machine, and nowhere\.localhost\.invalid:3000 is not: list it under "allow-hosts"/,
  },
])('a service that $title', async ({ files, code, says, load = {}, ...rest }) => {
  const spec = 'service' in rest && rest.service !== undefined ? { ...service, ...rest.service } : service
  const error = await failure({ service: spec, load: { ...short, ...load } }, files as Record<string, string>)
  expect(error).toMatchObject({ code, side: 'head' })
  expect(error.message).toMatch(says)
})

it('a service that ignores PORT is told to listen on it', async () => {
  const { createServer } = await import('node:net')
  const probe = createServer()
  await new Promise<void>((resolve) => probe.listen(0, '127.0.0.1', resolve))
  const address = probe.address()
  const port = typeof address === 'object' ? (address?.port ?? 0) : 0
  await new Promise((resolve) => probe.close(resolve))
  const error = await failure(
    {
      service: { ...service, ready: `http://127.0.0.1:${port}/`, timeout: '1s' },
      load: { ...short, target: `http://127.0.0.1:${port}/` },
    },
    { 'server.js': serverOf('response.end()', `server.listen(${port}, '127.0.0.1')`) },
  )
  expect(error.code).toBe('ignores-port')
  expect(error.message).toContain(`answers on port ${port}, not on the one it was given in PORT`)
})

it('a target that nobody listens on is a failure, never a latency of nothing', async () => {
  const error = await failure({ load: { target: 'http://127.0.0.1:9/', users: 2, duration: '500ms' } }, {})
  expect(error.code).toBe('no-answers')
  expect(error.message).toMatch(/× refused \(nobody listens there: is the service up/)
})
