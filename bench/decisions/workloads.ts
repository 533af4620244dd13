// The small programs that record.ts measures. Each does a hundred work units an iteration, a slowed variant really
// does more of the same units. Run as `node workloads.ts NAME EXTRA-PERCENT WARM-UP ITERATIONS`, it is one trial: it
// prints wall and CPU time of every iteration in microseconds as JSON.
import { createHash } from 'node:crypto'
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { Agent, createServer, get } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'

interface Prepared {
  /** One work unit: about 30 µs of processor time. The result is kept, so that nothing is optimised away. */
  readonly unit: (index: number) => unknown
  readonly close?: () => void
}

type Workload = () => Prepared | Promise<Prepared>

/** Deterministic input: the same bytes in every process. */
function numbers(count: number): number[] {
  let state = 8123
  return Array.from({ length: count }, () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0
    return state
  })
}

const words = () => numbers(400).map((n) => n.toString(36))

export const workloads = {
  json: () => {
    const text = JSON.stringify(numbers(60).map((n) => ({ id: n, name: `n${n}`, tags: [n % 7, n % 11] })))
    return { unit: () => JSON.stringify(JSON.parse(text)).length }
  },
  sort: () => {
    const values = numbers(250)
    return { unit: (index) => values.map((n) => (n ^ (index * 2654435761)) >>> 0).sort((a, b) => a - b)[7] }
  },
  regex: () => {
    const text = words().join(' ').repeat(6)
    return { unit: () => text.match(/\b[a-z]+(\d+)[a-z]{2,}(?=\s)/g)?.length }
  },
  hash: () => {
    const data = Buffer.from(numbers(4000).join(''))
    return { unit: () => createHash('sha256').update(data).digest('hex') }
  },
  matrix: () => {
    const size = 36
    const left = Float64Array.from(numbers(size * size))
    const right = Float64Array.from(numbers(size * size).reverse())
    return {
      unit: () => {
        let trace = 0
        for (let i = 0; i < size; i++)
          for (let j = 0; j < size; j++) {
            let sum = 0
            for (let k = 0; k < size; k++) sum += (left[i * size + k] ?? 0) * (right[k * size + j] ?? 0)
            if (i === j) trace += sum
          }
        return trace
      },
    }
  },
  map: () => {
    const keys = [...words(), ...words().map((word) => `${word}-`)]
    return {
      unit: (index) => {
        const counts = new Map<string, number>()
        for (const key of keys) counts.set(key, (counts.get(key) ?? index) + 1)
        return counts.size
      },
    }
  },
  text: () => {
    const all = words()
    return { unit: () => all.map((word) => word.toUpperCase().replaceAll('A', '-')).join(';').length }
  },
  gzip: () => {
    const data = Buffer.from(words().join(' '))
    return { unit: () => gzipSync(data.subarray(0, 900), { level: 3 }).length }
  },
  tree: () => {
    interface Node {
      readonly left: Node | null
      readonly right: Node | null
    }
    const grow = (depth: number): Node =>
      depth === 0 ? { left: null, right: null } : { left: grow(depth - 1), right: grow(depth - 1) }
    const count = (node: Node | null): number =>
      node === null ? 0 : 1 + count(node.left) + count(node.right)
    // Keeps a few trees alive, so that the collector has something to move.
    const alive: Node[] = []
    return {
      unit: (index) => {
        const tree = grow(10)
        alive[index % 20] = tree
        return count(tree)
      },
    }
  },
  files: () => {
    const folder = mkdtempSync(join(tmpdir(), 'perf-gate-bench-'))
    const data = Buffer.alloc(512, 'x')
    return {
      unit: (index) => {
        const file = join(folder, `f${index % 10}`)
        writeFileSync(file, data)
        return readFileSync(file).length
      },
      close: () => rmSync(folder, { recursive: true }),
    }
  },
  http: async () => {
    const server = createServer((_, response) => response.end('ok'))
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    const agent = new Agent({ keepAlive: true })
    const request = () =>
      new Promise((resolve, reject) => {
        get({ port, host: '127.0.0.1', agent }, (response) =>
          response.on('end', () => resolve(response.statusCode)).resume(),
        ).on('error', reject)
      })
    return {
      unit: request,
      close: () => {
        agent.destroy()
        server.close()
      },
    }
  },
  dates: () => {
    const stamps = numbers(40)
    return { unit: () => stamps.map((n) => new Date(n * 1000).toISOString().slice(0, 10)).join().length }
  },
} as const satisfies Record<string, Workload>

export type WorkloadName = keyof typeof workloads
export const workloadNames = Object.keys(workloads) as WorkloadName[]

async function trial(name: WorkloadName, extraPercent: number, warmUp: number, iterations: number) {
  const { unit, close }: Prepared = await workloads[name]()
  const wall: number[] = []
  const cpu: number[] = []
  const kept: unknown[] = []
  for (let iteration = 0; iteration < warmUp + iterations; iteration++) {
    const cpuBefore = process.cpuUsage()
    const wallBefore = process.hrtime.bigint()
    for (let index = 0; index < 100 + extraPercent; index++) {
      const result = unit(index)
      kept[index % 3] = result instanceof Promise ? await result : result
    }
    const wallAfter = process.hrtime.bigint()
    const { user, system } = process.cpuUsage(cpuBefore)
    if (iteration < warmUp) continue
    wall.push(Math.round(Number(wallAfter - wallBefore) / 1000))
    cpu.push(user + system)
  }
  close?.()
  console.log(JSON.stringify({ wall, cpu }))
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const [name = '', ...counts] = process.argv.slice(2)
  const known = workloadNames.find((candidate) => candidate === name)
  if (known === undefined)
    throw new Error(`unknown workload "${name}"; there are ${workloadNames.join(', ')}`)
  const [extraPercent = 0, warmUp = 4, iterations = 12] = counts.map(Number)
  await trial(known, extraPercent, warmUp, iterations)
}
