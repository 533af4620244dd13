// Watched trials of real programs, and figures that a killed process left half.
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { nodeFiles } from '../../../src/adapters/node/files.ts'
import { openCommand } from '../../../src/measure/drivers/command.ts'
import { openTask } from '../../../src/measure/drivers/task.ts'
import { observeResources } from '../../../src/measure/monitor/observations.ts'
import { readRuntime } from '../../../src/measure/monitor/runtime.ts'
import type { Observation } from '../../../src/model/observation.ts'
import { CommandSchema, TaskSchema } from '../../../src/model/suite/benchmark.ts'
import { head, type RealTools, realTools } from '../real-tools.ts'

let real: RealTools
beforeAll(async () => {
  real = await realTools()
  mkdirSync(join(real.directory, 'head'))
  const garbage = 'let last; for (let i = 0; i < 3e6; i++) last = { i, text: String(i) }\n'
  writeFileSync(join(real.directory, 'head/main.mjs'), `${garbage}console.log(last)\n`)
  writeFileSync(
    join(real.directory, 'head/task.mjs'),
    'export default () => Array.from({ length: 2000 }, (_, i) => ({ i }))\n',
  )
})
afterAll(() => real.remove())
const place = () => head(join(real.directory, 'head'))
const value = (observations: readonly Observation[], metric: string) => {
  const found = observations.find((each) => each.metric === metric)?.value
  return found?.kind === 'samples' ? found.samples[0] : undefined
}

describe('watched trials', () => {
  it('of a Node command: the tree and the runtime, beside the costs', async () => {
    const spec = v.parse(CommandSchema, { command: 'node main.mjs', monitor: '10ms', iterations: 1 })
    const calibrated = await openCommand({ ...spec, name: 'x' }, real.tools).calibrate('x', [place()])
    const observed = await calibrated.trial(place())
    expect(observed.map(({ metric }) => metric)).toEqual(
      expect.arrayContaining(['cpu', 'wall', 'heap.used', 'loop.busy']),
    )
    expect(value(observed, 'gc.count')).toBeGreaterThan(0)
    expect(value(observed, 'gc.pause')).toBeGreaterThan(0)
    expect(value(observed, 'heap.used')).toBeGreaterThan(1e6)
    // It never returned to its event loop.
    expect(value(observed, 'loop.delay')).toBeGreaterThan(0.01)
    if (process.platform === 'linux') expect(value(observed, 'memory.tree')).toBeGreaterThan(1e7)
    if (process.platform === 'linux') expect(value(observed, 'gc.share')).toBeGreaterThan(0)
  })

  it('of a task', async () => {
    const written = { task: 'task.mjs', monitor: '10ms', 'trial-time': '40ms', 'warm-up': '10ms' }
    const driver = openTask({ ...v.parse(TaskSchema, written), name: 'x' }, real.tools)
    const observed = await (await driver.calibrate('x', [place()])).trial(place())
    expect(value(observed, 'gc.count')).toBeGreaterThan(0)
    expect(value(observed, 'threads') ?? 1).toBeGreaterThan(0)
  })

  it('of a program that is not Node: the tree alone', async () => {
    const spec = v.parse(CommandSchema, { command: 'sleep 0.05', monitor: '10ms', iterations: 1 })
    const calibrated = await openCommand({ ...spec, name: 'x' }, real.tools).calibrate('x', [place()])
    const metrics = (await calibrated.trial(place())).map(({ metric }) => metric)
    expect(metrics.filter((metric) => /^(heap|gc|loop)/.test(metric))).toEqual([])
  })
})

describe('figures', () => {
  it('of several processes are added up; half a file is none', async () => {
    const directory = mkdtempSync(join(tmpdir(), 'perf-gate-test-'))
    const figures = {
      heapUsed: 10,
      heapTotal: 20,
      external: 1,
      pauses: [0.5],
      loopDelay: 0.1,
      loopUtilization: 0.5,
    }
    writeFileSync(join(directory, '1-0.json'), JSON.stringify(figures))
    writeFileSync(join(directory, '2-0.json'), JSON.stringify({ ...figures, loopDelay: 0.3 }))
    writeFileSync(join(directory, '3-0.json'), '{"heapUsed":10,')
    writeFileSync(join(directory, '4-0.json'), JSON.stringify({ ...figures, heapUsed: 'much' }))
    expect(await readRuntime(nodeFiles(directory), directory)).toEqual({
      heapUsed: 20,
      heapTotal: 40,
      external: 2,
      pauses: [0.5, 0.5],
      loopDelay: 0.3,
      loopUtilization: 0.5,
    })
    rmSync(directory, { recursive: true })
  })

  it('nothing seen is nothing observed', () => {
    expect(observeResources('x', undefined, null)).toEqual([])
    expect(observeResources('x', undefined, null)).toEqual([])
  })
})
