// perf-gate's load generator beside others, on one machine in one run: what a request costs, and whether the latency
// is true while the server stands still. `npm run bench:load` runs whatever is installed and ends with a line of JSON.
import { execFileSync } from 'node:child_process'
import { homedir } from 'node:os'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { parseArgs } from 'node:util'
import { own, requestsIn } from './own.ts'
import { type Found, peers } from './peers.ts'
import { find, isPinned, run } from './process.ts'
import { language, type Server, startServer } from './server.ts'
import { truth } from './truth.ts'

const { values } = parseArgs({
  options: {
    connections: { type: 'string', default: '50' },
    seconds: { type: 'string', default: '4' },
    rounds: { type: 'string', default: '5' },
    truth: { type: 'string', default: '30' },
    peers: { type: 'string', multiple: true, default: [] },
  },
})
const whole = (key: 'connections' | 'seconds' | 'rounds' | 'truth', least: number): number => {
  const value = Number(values[key])
  if (Number.isInteger(value) && value >= least) return value
  console.error(`--${key} takes a whole number from ${least} on, not "${values[key]}"`)
  return process.exit(2)
}
const connections = whole('connections', 1)
const seconds = whole('seconds', 1)
const rounds = whole('rounds', 1)
/** Its periods are ten seconds long. */
const truthSeconds = Math.ceil(whole('truth', 0) / 10) * 10
const [peakPort, truthPort] = [18_471, 18_472]
/** Beside PATH: what the bench installed itself, and where Go and Cargo put programs. */
const kept = join(dirname(fileURLToPath(import.meta.url)), '../../node_modules/.cache/bench-load')
const places = [
  ...values.peers,
  join(kept, 'node_modules/.bin'),
  join(process.env.GOPATH ?? join(homedir(), 'go'), 'bin'),
  join(process.env.CARGO_HOME ?? join(homedir(), '.cargo'), 'bin'),
]

/** The others that are there. autocannon comes from npm, as perf-gate does: it is fetched. */
function installed(): readonly Found[] {
  if (find('autocannon', places) === null)
    try {
      execFileSync('npm', ['install', '--silent', '--prefix', kept, 'autocannon@9.0.0'], {
        stdio: 'ignore',
        timeout: 120_000,
      })
    } catch {
      // Told below as missing.
    }
  return peers.flatMap((peer) => {
    const path = find(peer.program, places)
    if (path !== null) return [{ peer, path }]
    console.log(`${peer.name} is not installed and left out (${peer.install})`)
    return []
  })
}

interface Client {
  readonly name: string
  argv(url: string, seconds: number): readonly string[]
  requests(output: string, seconds: number): number | null
}

const ownClient = (name: string, transport: 'auto' | 'undici'): Client => ({
  name,
  argv: (url, duration) =>
    own(url, { model: { kind: 'constant-vus', users: connections, duration }, transport }),
  requests: requestsIn,
})

interface Sample {
  readonly cpuMicros: number
  readonly perSecond: number
  readonly memory: number | null
  /** Share of a core that the server used; at 1 it was the limit. */
  readonly serverBusy: number | null
}

/**
 * A short and a long run: their difference costs what the requests cost, and starting up or warming up, which take Node
 * and Go differently long, falls out. `null` when the program failed.
 */
async function sample({ argv, requests }: Client, server: Server): Promise<Sample | null> {
  const short = 1
  const measure = async (length: number) => {
    const busyBefore = server.cpu()
    const cost = await run(argv(server.url, length), length + 60)
    const busyAfter = server.cpu()
    let count: number | null = null
    try {
      count = requests(cost.output, length)
    } catch {
      // What it printed was no result.
    }
    return {
      ...cost,
      count: count ?? 0,
      served: busyBefore === null || busyAfter === null ? null : busyAfter - busyBefore,
    }
  }
  const first = await measure(short)
  const second = await measure(short + seconds)
  const count = second.count - first.count
  if (first.count === 0 || count <= 0) return null
  return {
    cpuMicros: ((second.cpu - first.cpu) / count) * 1e6,
    perSecond: count / seconds,
    memory: second.memory,
    serverBusy:
      first.served === null || second.served === null ? null : (second.served - first.served) / seconds,
  }
}

async function peak(found: readonly Found[]): Promise<ReadonlyMap<string, readonly Sample[]>> {
  const clients: readonly Client[] = [
    ownClient('perf-gate', 'auto'),
    ownClient('perf-gate (undici)', 'undici'),
    ...found.map(
      ({ peer, path }): Client => ({
        name: peer.name,
        argv: (url, length) => peer.peak(path, url, connections, length),
        requests: peer.requests,
      }),
    ),
  ]
  const samples = new Map<string, Sample[]>()
  const server = await startServer(peakPort)
  for (let round = 0; round < rounds; round += 1)
    for (const client of clients) {
      const one = await sample(client, server)
      if (one === null) console.log(`${client.name} failed in round ${round + 1}, or printed no result`)
      else samples.set(client.name, [...(samples.get(client.name) ?? []), one])
    }
  await server.stop()
  return samples
}

function median(numbers: readonly number[]): number {
  const sorted = numbers.toSorted((a, b) => a - b)
  const middle = sorted.length >> 1
  return sorted.length % 2 === 1
    ? (sorted[middle] ?? Number.NaN)
    : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2
}

const medianOf = (numbers: readonly (number | null)[]) => {
  const known = numbers.filter((value) => value !== null)
  return known.length === 0 ? null : median(known)
}

async function main(): Promise<void> {
  const found = installed()
  if (!isPinned)
    console.log('taskset cannot give server and client a core each here: they share what there is')
  if (language === 'Node') console.log('there is no C compiler: the server is Node, and may be the limit')
  const rows = [...(await peak(found))].map(([name, all]) => ({
    name,
    cpuMicros: median(all.map(({ cpuMicros }) => cpuMicros)),
    least: Math.min(...all.map(({ cpuMicros }) => cpuMicros)),
    perSecond: median(all.map(({ perSecond }) => perSecond)),
    memory: medianOf(all.map(({ memory }) => memory)),
    serverBusy: medianOf(all.map(({ serverBusy }) => serverBusy)),
  }))
  console.log(
    `\n${connections} connections, ${seconds} s each, medians of ${rounds} rounds in turn, a core each for the ${language} server and the client; starting up is not counted\n`,
  )
  console.log(
    '| client | CPU µs per request | at least | requests/s | peak memory MB | server busy |\n|---|--:|--:|--:|--:|--:|',
  )
  for (const row of rows.toSorted((a, b) => a.cpuMicros - b.cpuMicros)) {
    const own = row.name.startsWith('perf-gate')
    const cells = [
      own ? `**${row.name}**` : row.name,
      row.cpuMicros.toFixed(1),
      row.least.toFixed(1),
      String(Math.round(row.perSecond)),
      row.memory === null ? '?' : String(Math.round(row.memory / 1e6)),
      row.serverBusy === null ? '?' : `${Math.round(row.serverBusy * 100)}%`,
    ]
    console.log(`| ${cells.join(' | ')} |`)
  }
  const truthError = truthSeconds === 0 ? null : await truth(truthPort, truthSeconds, found)
  console.log(
    JSON.stringify({
      cpuMicrosPerRequest: Object.fromEntries(
        rows.map(({ name, cpuMicros }) => [name, Number(cpuMicros.toFixed(2))]),
      ),
      requestsPerSecond: Object.fromEntries(rows.map(({ name, perSecond }) => [name, Math.round(perSecond)])),
      truthError,
    }),
  )
}

await main()
