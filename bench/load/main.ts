// perf-gate's load generator beside others, on one machine in one run: what a request costs, and whether the latency
// is true while the server stands still. `npm run bench:load` runs whatever is installed and ends with a line of JSON.
import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { merge, percentile } from '../../src/measure/load/histogram.ts'
import type { LoadPlan, LoadResult } from '../../src/measure/load/protocol.ts'
import { peers } from './peers.ts'

const here = dirname(fileURLToPath(import.meta.url))
const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '3' },
    rounds: { type: 'string', default: '3' },
    truth: { type: 'string', default: '30' },
  },
})
const [connections, seconds, rounds, truthSeconds] = [
  values.connections,
  values.seconds,
  values.rounds,
  values.truth,
].map(Number) as [number, number, number, number]
const [peakPort, truthPort] = [18_471, 18_472]
const directory = mkdtempSync(join(tmpdir(), 'perf-gate-bench-'))
const pinned = canPin()

function canPin(): boolean {
  try {
    execFileSync('taskset', ['-c', '1', 'true'])
    return true
  } catch {
    return false
  }
}

interface Ended {
  readonly output: string
  /** CPU seconds, user + system, of it and its children. */
  readonly cpu: number
  readonly wall: number
  /** Bytes. */
  readonly memory: number
}

/** Runs a generator on core 1, the server has core 0. GNU time tells its cost. */
async function run(argv: readonly string[]): Promise<Ended> {
  const report = join(directory, 'time')
  const all = [
    'time',
    '-q',
    '-f',
    '%U %S %e %M',
    '-o',
    report,
    ...(pinned ? ['taskset', '-c', '1'] : []),
    ...argv,
  ]
  const child = spawn('/usr/bin/env', all, {
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TMPDIR: directory, GOMAXPROCS: '1' },
  })
  let output = ''
  child.stdout.on('data', (chunk) => {
    output += chunk
  })
  await new Promise((resolve) => child.on('close', resolve))
  const [user = 0, system = 0, wall = 0, kilobytes = 0] = readFileSync(report, 'utf8')
    .trim()
    .split(/\s+/)
    .slice(-4)
    .map(Number)
  return { output, cpu: user + system, wall, memory: kilobytes * 1024 }
}

function isInstalled(program: string): boolean {
  try {
    execFileSync('which', [program], { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

async function startServer(port: number, ...settings: readonly string[]) {
  const child = spawn(pinned ? 'taskset' : join(directory, 'server'), [
    ...(pinned ? ['-c', '0', join(directory, 'server')] : []),
    String(port),
    ...settings,
  ])
  for (;;) {
    const answer = await fetch(`http://127.0.0.1:${port}/`).catch(() => null)
    if (answer !== null) return child
    if (child.exitCode !== null) throw new Error(`the server did not start on port ${port}`)
  }
}

const planOf = (url: string, model: LoadPlan['model'], transport: LoadPlan['transport']): LoadPlan => ({
  model,
  work: {
    kind: 'scenarios',
    scenarios: [
      {
        name: '',
        weight: 1,
        tags: {},
        thinkTime: undefined,
        pacing: undefined,
        requests: [
          {
            name: undefined,
            url,
            thinkTime: undefined,
            method: 'GET',
            headers: {},
            body: undefined,
            extract: {},
            check: { status: undefined, header: {} },
          },
        ],
      },
    ],
  },
  base: null,
  items: [],
  abortWhen: [],
  allowHosts: [],
  proposedHosts: [],
  ca: null,
  seed: 1,
  directory,
  maxConnections: 4000,
  startDelay: 0,
  gracefulStop: 10,
  warmUp: 0.5,
  timeout: 30,
  http: 1.1,
  insecure: false,
  transport,
  workers: 1,
})

const runner = join(here, 'one.ts')
const own = async (plan: LoadPlan): Promise<Ended & { readonly result: LoadResult }> => {
  const ended = await run([process.execPath, runner, JSON.stringify(plan)])
  return { ...ended, result: JSON.parse(ended.output) }
}

interface Cost {
  readonly cpuMicros: number
  readonly perSecond: number
  readonly memory: number
}

const median = (numbers: readonly number[]) =>
  numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? Number.NaN

async function main(): Promise<void> {
  execFileSync('cc', ['-O2', '-o', join(directory, 'server'), join(here, 'server.c')])
  const present = peers.filter(({ program }) => isInstalled(program))
  const missing = peers.filter((peer) => !present.includes(peer)).map(({ name }) => name)
  if (missing.length > 0) console.log(`not installed, left out: ${missing.join(', ')}`)

  const costs = new Map<string, Cost[]>()
  const note = (name: string, cost: Cost) => costs.set(name, [...(costs.get(name) ?? []), cost])
  const server = await startServer(peakPort)
  const url = `http://127.0.0.1:${peakPort}/`
  for (let round = 0; round < rounds; round += 1) {
    for (const [name, transport] of [
      ['perf-gate', 'auto'],
      ['perf-gate (undici)', 'undici'],
    ] as const) {
      const { result, memory } = await own(
        planOf(url, { kind: 'constant-vus', users: connections, duration: seconds }, transport),
      )
      const requests = result.cells.reduce((sum, cell) => sum + cell.requests, 0)
      note(name, { cpuMicros: (result.cpu / requests) * 1e6, perSecond: requests / result.duration, memory })
    }
    for (const peer of present) {
      const { output, cpu, memory } = await run([
        ...programOf(peer.program, peer.peak(url, connections, seconds)),
      ])
      const requests = peer.requests(output, seconds)
      if (requests === null || requests === 0) console.log(`${peer.name}: its output could not be read`)
      else note(peer.name, { cpuMicros: (cpu / requests) * 1e6, perSecond: requests / seconds, memory })
    }
  }
  server.kill()

  console.log(
    `\n${connections} connections, ${seconds} s, median of ${rounds} rounds, one core each for server and client`,
  )
  console.log('| client | requests/s | CPU µs per request | peak memory MB |\n|---|--:|--:|--:|')
  const rows = [...costs].map(([name, all]) => ({
    name,
    cpuMicros: median(all.map(({ cpuMicros }) => cpuMicros)),
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    memory: median(all.map(({ memory }) => memory)),
  }))
  for (const row of rows.toSorted((a, b) => a.cpuMicros - b.cpuMicros))
    console.log(
      `| ${row.name} | ${Math.round(row.perSecond)} | ${row.cpuMicros.toFixed(1)} | ${Math.round(row.memory / 1e6)} |`,
    )

  const errors = await truth(present)
  console.log(
    JSON.stringify({
      cpuMicrosPerRequest: Object.fromEntries(rows.map(({ name, cpuMicros }) => [name, round2(cpuMicros)])),
      requestsPerSecond: Object.fromEntries(rows.map(({ name, perSecond }) => [name, Math.round(perSecond)])),
      truthError: errors,
    }),
  )
}

const round2 = (value: number) => Number(value.toFixed(2))

function programOf(program: string, argv: readonly string[]): readonly string[] {
  return argv[0] === 'sh' ? argv : [program, ...argv]
}

/** Relative errors of our percentiles against the simulated truth; the table shows everybody's. */
async function truth(present: typeof peers): Promise<Record<string, number>> {
  const names = ['p50', 'p90', 'p99', 'p999']
  const rate = 500
  const waits = Array.from({ length: rate * truthSeconds }, (_, index) => {
    const within = ((index * 1000) / rate) % 10_000
    return ((within >= 8000 ? 10_000 - within : 0) + 10) / 1000
  }).sort((a, b) => a - b)
  const at = (percent: number) =>
    waits[Math.max(0, Math.ceil((percent / 100) * waits.length) - 1)] ?? Number.NaN
  const expected = [50, 90, 99, 99.9].map(at)
  const rows: [string, readonly (number | null)[]][] = [['truth (simulated)', expected]]
  // A fresh server each time: its ten seconds begin when it starts.
  const withServer = async <Result>(work: (url: string) => Promise<Result>): Promise<Result> => {
    const server = await startServer(truthPort, '10', '1')
    try {
      return await work(`http://127.0.0.1:${truthPort}/`)
    } finally {
      server.kill()
      await new Promise((resolve) => server.on('close', resolve))
    }
  }
  const { result } = await withServer((url) =>
    own({
      ...planOf(url, { kind: 'constant-arrival-rate', rate, duration: truthSeconds }, 'auto'),
      warmUp: 0,
      maxConnections: 2000,
    }),
  )
  const seconds = (kind: 'response' | 'service') => {
    const all = merge(result.cells.flatMap((cell) => cell[kind] ?? [])) ?? ''
    return [50, 90, 99, 99.9].map((percent) => percentile(all, percent))
  }
  const ours = seconds('response')
  rows.push(['perf-gate', ours])
  const few = await withServer((url) =>
    own({
      ...planOf(url, { kind: 'constant-arrival-rate', rate, duration: truthSeconds }, 'auto'),
      warmUp: 0,
      maxConnections: 50,
    }),
  )
  const sending = merge(few.result.cells.flatMap((cell) => cell.service ?? [])) ?? ''
  rows.push([
    'perf-gate, counted from the sending (50 connections)',
    [50, 90, 99, 99.9].map((percent) => percentile(sending, percent)),
  ])
  for (const peer of present) {
    const { rate: command, percentiles } = peer
    if (command === undefined || percentiles === undefined) continue
    const { output } = await withServer((url) =>
      run(programOf(peer.program, command(url, rate, truthSeconds, 50))),
    )
    rows.push([peer.name, percentiles(output)])
  }
  console.log(
    `\n${rate} requests/s for ${truthSeconds} s; the server takes 10 ms and stands still for 2 s in every 10`,
  )
  console.log('| client | p50 ms | p90 ms | p99 ms | p99.9 ms |\n|---|--:|--:|--:|--:|')
  for (const [name, all] of rows)
    console.log(
      `| ${name} | ${all.map((value) => (value === null ? '?' : (value * 1000).toFixed(1))).join(' | ')} |`,
    )
  console.log()
  return Object.fromEntries(
    names.map((name, index) => [name, round2((ours[index] ?? 0) / (expected[index] ?? 1) - 1)]),
  )
}

try {
  await main()
} finally {
  rmSync(directory, { recursive: true, force: true })
}
