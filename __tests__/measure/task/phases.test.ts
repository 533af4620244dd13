// Phases of real tasks, and which operations are called slow.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTask } from '../../../src/measure/drivers/task.ts'
import { observePhases, slowNotices } from '../../../src/measure/task/phases.ts'
import type { Samples } from '../../../src/measure/task/protocol.ts'
import { TaskSchema } from '../../../src/model/suite/benchmark.ts'
import { head, type RealTools, realTools } from '../real-tools.ts'

let real: RealTools
beforeAll(async () => {
  real = await realTools()
  mkdirSync(join(real.directory, 'head'))
  const tasks = `
const spin = (n) => { let s = 0; for (let i = 0; i < n; i++) s = (s * 31 + i) | 0; return s }
export function phases() {
  perfGate.phase('parse it', () => spin(30_000))
  try { perfGate.phase('fails', () => { throw new Error('no') }) } catch {}
  const start = performance.now(); spin(10_000)
  performance.measure('own mark', { start, end: performance.now() })
}
export async function later() { await perfGate.phase('wait', () => new Promise((done) => setImmediate(done))) }
export function none() { return spin(10_000) }
`
  writeFileSync(join(real.directory, 'head/tasks.mjs'), tasks)
})
afterAll(() => real.remove())

async function open(name: string, written: Record<string, unknown> = {}) {
  const spec = v.parse(TaskSchema, { task: 'tasks.mjs', 'trial-time': '20ms', 'warm-up': '5ms', ...written })
  const place = head(join(real.directory, 'head'))
  return {
    place,
    calibrated: await openTask({ ...spec, name: 'x' }, real.tools).calibrate(`x/${name}`, [place]),
  }
}

describe('a task', () => {
  it.each([
    ['phases', ['phase.parse-it', 'phase.fails', 'phase.own-mark']],
    ['later', ['phase.wait']],
    ['none', []],
  ])('%s', async (name, metrics) => {
    const { calibrated, place } = await open(name)
    const observed = (await calibrated.trial(place)).filter(({ metric }) => metric.startsWith('phase'))
    expect(observed.map(({ metric }) => metric)).toEqual(metrics)
    for (const { value } of observed)
      expect(value.kind === 'samples' && value.samples.every((each) => each >= 0 && each < 1)).toBe(true)
  })

  it('whose calls take longer than they may: named, worst first', async () => {
    const { calibrated, place } = await open('phases', { slow: '1ns' })
    const found = await calibrated.aside?.(place)
    expect(found?.notices).toMatchObject([
      { code: 'slow-operation', message: expect.stringContaining('phase parse-it') },
    ])
  })

  it('within its threshold: nothing to say', async () => {
    const { calibrated, place } = await open('none', { slow: '50s' })
    expect(await calibrated.aside?.(place)).toEqual({ observations: [], notices: [] })
  })
})

const samples = (parts: Partial<Samples>): Samples => ({
  kind: 'samples',
  wall: [0.001],
  cpu: [],
  children: 0,
  ...parts,
})

it('a sample in which a phase did not happen counts as no time', () => {
  const phases = [{ parse: { count: 2, time: 0.4, longest: 0.3 } }, {}]
  expect(observePhases('x', samples({ phases }), 2)[0]?.value).toEqual({ kind: 'samples', samples: [0.2, 0] })
})

it('slow operations say how much too slow they are', () => {
  const phases = [
    { parse: { count: 1, time: 0.04, longest: 0.04 }, print: { count: 1, time: 0.001, longest: 0.001 } },
  ]
  const [notice] = slowNotices('x', 'head', samples({ wall: [0.012, 0.002], phases: [...phases, {}] }), 0.005)
  expect(notice?.message).toBe(
    'On head, longer than `slow: 5ms`, worst first: phase parse 40ms (8 times as long as it may, too long in 1 of 2 calls); a call 12ms (2.4 times as long as it may, too long in 1 of 2 calls).',
  )
})
