// What is seen of a process tree: peaks of its own, children that came and went, and what cannot be seen.
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { watchTree } from '../../../src/adapters/node/monitor.ts'
import type { ProcessState } from '../../../src/adapters/node/proc.ts'
import { portableTable } from '../../../src/adapters/node/process-table.ts'
import { nodeProcesses } from '../../../src/adapters/node/processes.ts'

const processes = nodeProcesses({ env: process.env })
let directory = ''
beforeAll(() => {
  directory = mkdtempSync(join(tmpdir(), 'perf-gate-test-'))
})
afterAll(() => rmSync(directory, { recursive: true, force: true }))

async function watch(argv: readonly string[], monitor = 0.01) {
  const finished = await processes.run({ argv, cwd: directory, monitor })
  return finished.resources
}
const node = (script: string) => [process.execPath, '-e', script]
const megabytes = 2 ** 20
/** Busy until it has used that much CPU time, whatever the machine does meanwhile. */
const busy = (seconds: number) =>
  `while (process.cpuUsage().user + process.cpuUsage().system < ${seconds * 1e6});`

describe.skipIf(process.platform !== 'linux')('a process tree', () => {
  test('memory, CPU time, threads and descriptors of a program', async () => {
    const seen = await watch(node(`globalThis.kept = Buffer.alloc(80 * ${megabytes}, 1); ${busy(0.4)}`))
    expect(seen?.peakMemory).toBeGreaterThan(80 * megabytes)
    expect(seen?.peakMemory).toBeLessThan(400 * megabytes)
    expect(seen?.cpu).toBeGreaterThan(0.25)
    expect(seen?.threads).toBeGreaterThan(1)
    expect(seen?.descriptors).toBeGreaterThan(3)
    expect(seen?.samples).toBeGreaterThan(1)
    expect(seen?.notices).toEqual([])
  })

  test('does not inherit the size of the process that started it', async () => {
    const ballast = Buffer.alloc(300 * megabytes, 1)
    const seen = await watch(['sleep', '0.05'])
    expect(ballast.length).toBeGreaterThan(0)
    expect(seen?.peakMemory).toBeLessThan(30 * megabytes)
  })

  test('a peak between two looks is not missed while the program lives', async () => {
    const script = `let big = Buffer.alloc(120 * ${megabytes}, 1); big = undefined; globalThis.gc?.(); ${busy(0.2)}`
    const seen = await watch([process.execPath, '--expose-gc', '-e', script], 0.15)
    expect(seen?.peakMemory).toBeGreaterThan(110 * megabytes)
  })

  test('children count, whether they were waited for or not; none of them twice', async () => {
    const child = `require('child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(busy(0.3))}]);`
    const seen = await watch(node(child + busy(0.2)))
    expect(seen?.processes).toBe(2)
    expect(seen?.cpu).toBeGreaterThan(0.35)
    expect(seen?.cpu).toBeLessThan(1.2)
  })

  test('a child that detached itself is seen too', async () => {
    const script = `require('child_process').spawn('sleep', ['5'], { detached: true, stdio: 'ignore' }).unref(); ${busy(0.2)}`
    const seen = await watch(node(script))
    expect(seen?.processes).toBe(2)
    expect(seen?.notices).toMatchObject([{ code: 'left-behind' }])
  })

  test('I/O and the machine beside it', async () => {
    const seen = await watch(
      node(`require('fs').writeFileSync('file', Buffer.alloc(${megabytes})); ${busy(0.1)}`),
    )
    expect(seen?.written).toBeGreaterThanOrEqual(0)
    expect(seen?.machine.cores).toBeGreaterThan(0)
    expect(seen?.machine.available).toBeGreaterThan(0)
    for (const share of [seen?.machine.busy ?? 0, seen?.machine.steal ?? 0]) {
      expect(share).toBeGreaterThanOrEqual(0)
      expect(share).toBeLessThanOrEqual(1)
    }
  })

  test('a program that is gone before the first look: no figures, and a notice', async () => {
    const seen = await watchTree({ root: 2 ** 30, id: 'none' }, 1).stop()
    expect(seen).toMatchObject({ samples: 0, cpu: 0, peakMemory: 0, notices: [{ code: 'not-watched' }] })
  })

  test('nobody looks unless asked', async () => {
    expect(await processes.run({ argv: ['true'], cwd: directory })).not.toHaveProperty('resources')
  })
})

describe('a tree as another system tells of it', () => {
  const tree = { root: 10, id: 'fake' }
  const state = (parts: Partial<ProcessState> = {}): ProcessState => ({
    pid: 10,
    parent: 1,
    startedAt: 5,
    cpu: 1,
    childrenCpu: 0,
    memory: 100,
    threads: 1,
    ...parts,
  })
  /** Looks as they come: the first one at once, the others when it stops. */
  const looks = (...each: (readonly ProcessState[] | null)[]) => {
    let next = 0
    return () => each[Math.min(next++, each.length - 1)] ?? null
  }
  const longest = 3600

  test('/proc is hidden: the machine is known, the processes are not, and a notice says so', async () => {
    const seen = await watchTree(tree, longest, { table: () => null }).stop()
    expect(seen).toMatchObject({ samples: 0, cpu: 0, notices: [{ code: 'not-watched' }] })
    expect(seen.notices[0]?.message).toContain('/proc is missing or hidden')
    expect(seen.machine.cores).toBeGreaterThan(0)
  })

  test('what no system tells is absent, not zero', async () => {
    const { threads: _, ...told } = state()
    const seen = await watchTree(tree, longest, { table: looks([told], []) }).stop()
    expect(seen).toMatchObject({ samples: 1, cpu: 1, peakMemory: 100, processes: 1 })
    expect(seen.notices).toMatchObject([{ code: 'partly-watched' }])
    for (const unknown of ['threads', 'descriptors', 'switches', 'read', 'written'])
      expect(seen).not.toHaveProperty(unknown)
  })

  test('a look that takes its time is waited for', async () => {
    const table = async () => [state()]
    const seen = await watchTree(tree, longest, { table, running: true }).stop()
    expect(seen.samples).toBe(2)
  })

  test('one that forks, detaches and goes on: what it took until then, and a notice', async () => {
    const daemon = state({ pid: 11, parent: 1, cpu: 3, memory: 50 })
    const seen = await watchTree(tree, longest, { table: looks([state(), daemon], [daemon]) }).stop()
    expect(seen).toMatchObject({ cpu: 4, processes: 2, notices: [{ code: 'left-behind' }] })
    expect(seen.notices[0]?.message).toContain('left 1 process behind')
  })

  test('of one that runs already, only what it used since counts; of its new children, everything', async () => {
    const before = state({ cpu: 10, switches: 1000, io: { read: 5, written: 7 } })
    const after = state({ cpu: 12, switches: 1500, io: { read: 5, written: 9 } })
    const child = state({ pid: 11, parent: 10, cpu: 1, switches: 3 })
    const table = looks([before], [after, child])
    const seen = await watchTree(tree, longest, { table, running: true }).stop()
    expect(seen).toMatchObject({ cpu: 3, switches: 503, read: 0, written: 2, notices: [] })
  })

  test('through the libraries that macOS and Windows need', async () => {
    const [self] = (await portableTable({ root: process.pid, id: 'none' })) ?? []
    expect(self).toMatchObject({ pid: process.pid, parent: process.ppid })
    expect(self?.memory).toBeGreaterThan(10 * megabytes)
    expect(self?.cpu).toBeGreaterThan(0)
    expect(await portableTable({ root: 2 ** 22 + 1, id: 'none' })).toEqual([])
  })

  test('a process number that is used again is another process', async () => {
    const table = looks([state({ cpu: 5 })], [state({ cpu: 1, startedAt: 6 })], [])
    const watching = watchTree(tree, longest, { table })
    expect((await watching.stop()).cpu).toBe(6)
  })
})
