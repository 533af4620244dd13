// Leaks of known size, found in real processes; caches that fill and end; and series of made-up rounds.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as v from 'valibot'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { openTask } from '../../../src/measure/drivers/task.ts'
import { leakNotices, observeLeak } from '../../../src/measure/leak/observe.ts'
import { searchLeak } from '../../../src/measure/leak/search.ts'
import { judgeLeak } from '../../../src/measure/leak/verdict.ts'
import { TaskSchema } from '../../../src/model/suite/benchmark.ts'
import { createRandom } from '../../../src/stats/random.ts'
import { head, type RealTools, realTools } from '../real-tools.ts'

let real: RealTools
beforeAll(async () => {
  real = await realTools()
  mkdirSync(join(real.directory, 'head'))
  // 6 small integers in an array of doubles: 48 bytes and two headers; strings and buffers outside of the heap too.
  const tasks = `
const kept = []
export function tight() { return Array.from({ length: 50 }, (_, i) => ({ i })).length }
export function hundred() { kept.push(new Float64Array(3)) }
export function thousand() { kept.push('x'.repeat(500) + Math.random().toString(36)) ; kept.push(new Array(60).fill(0.5)) }
export function huge() { kept.push(Buffer.alloc(100_000, 1)) }
const cache = new Map()
let next = 0
export function cached() { const key = next++ % 300; cache.set(key, { key, text: new Array(100).fill(key) }) }
`
  writeFileSync(join(real.directory, 'head/tasks.mjs'), tasks)
})
afterAll(() => real.remove())

async function test(name: string) {
  const spec = v.parse(TaskSchema, { task: 'tasks.mjs', leak: '32B', 'trial-time': '20ms', 'warm-up': '5ms' })
  const driver = openTask({ ...spec, name: 'x' }, real.tools)
  const place = head(join(real.directory, 'head'))
  const found = await (await driver.calibrate(`x/${name}`, [place])).aside?.(place)
  const value = found?.observations.find(({ metric }) => metric === 'leak')?.value
  return { bytes: value?.kind === 'exact' ? value.value : undefined, notices: found?.notices }
}

describe('a task that', () => {
  it.each([
    ['hundred', 100, 250],
    ['thousand', 900, 1800],
    ['huge', 95_000, 110_000],
  ])('keeps %s: found, with its size', async (name, least, most) => {
    const { bytes, notices } = await test(name)
    expect(bytes).toBeGreaterThan(least)
    expect(bytes).toBeLessThan(most)
    expect(notices).toMatchObject([
      { code: 'leak', message: expect.stringContaining('On head, memory grows') },
    ])
  })

  it.each(['tight', 'cached'])('%s: no leak', async (name) => {
    expect(await test(name)).toEqual({ bytes: 0, notices: [] })
  })
})

const noise = createRandom(4)
const rounds = (bytes: (round: number) => number) =>
  Array.from({ length: 20 }, (_, round) => 5e6 + bytes(round) + noise.uniform() * 3000)

describe('rounds', () => {
  it('that grow are a leak, with an interval that holds its size', () => {
    const found = judgeLeak(
      rounds((round) => round * 100_000),
      1000,
      32,
    )
    expect(found.kind).toBe('leak')
    expect(found.low).toBeLessThanOrEqual(100.5)
    expect(found.high).toBeGreaterThanOrEqual(99.5)
  })
  it('that stay are none', () =>
    expect(
      judgeLeak(
        rounds(() => 0),
        1000,
        32,
      ).kind,
    ).toBe('none'))
  it('that shrink are none', () =>
    expect(
      judgeLeak(
        rounds((round) => -round * 1e5),
        1000,
        32,
      ).kind,
    ).toBe('none'))
  it('that grow by less than is allowed are none', () =>
    expect(
      judgeLeak(
        rounds((round) => round * 10_000),
        1000,
        32,
      ).kind,
    ).toBe('none'))
  it('too noisy for the tolerance are inconclusive', () =>
    expect(
      judgeLeak(
        rounds(() => noise.uniform() * 1e6),
        1000,
        32,
      ).kind,
    ).toBe('inconclusive'))
  it('too few are inconclusive', () =>
    expect(judgeLeak([1], 1000, 32)).toMatchObject({ kind: 'inconclusive', p: 1 }))
})

describe('the search', () => {
  const program = (kept: (operation: number) => number) => {
    let operations = 0
    return async (count: number) => {
      operations += count
      return 5e6 + kept(operations) + noise.uniform() * 1000
    }
  }
  it('is not fooled by a cache that fills up while it looks', async () => {
    const { finding } = await searchLeak(
      program((operation) => 200 * Math.min(operation, 25_000)),
      4e-5,
      32,
    )
    expect(finding.kind).toBe('none')
  })
  it('growth that keeps slowing down is no leak', async () => {
    const filling = program((operation) => 5e6 * (1 - Math.exp(-operation / 15_000)))
    expect((await searchLeak(filling, 4e-5, 32)).finding.kind).toBe('none')
  })
  it('a large leak runs few operations: the test must not be what runs out of memory', async () => {
    let most = 0
    const round = program((operation) => operation * 1e6)
    const found = await searchLeak(
      (count) => {
        most = Math.max(most, count)
        return round(count)
      },
      1e-6,
      32,
    )
    expect(found.finding.kind).toBe('leak')
    expect(most).toBeLessThanOrEqual(20)
  })
  it('what it cannot tell has no value, and a notice', async () => {
    const found = { finding: judgeLeak([1], 1, 32), operations: 10, increase: 3_400_000 }
    expect(observeLeak('x', found, 70_200_000).map(({ metric, value }) => [metric, value])).toEqual([
      ['leak.increase', { kind: 'exact', value: 3e6 }],
      ['leak.peak', { kind: 'exact', value: 70e6 }],
    ])
    expect(leakNotices('x', 'base', found, 32)).toMatchObject([{ code: 'leak-inconclusive' }])
  })
})
