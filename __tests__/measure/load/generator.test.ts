import * as v from 'valibot'
import { describe, expect, it } from 'vitest'
import { generatorVerdict } from '../../../src/measure/load/generator.ts'
import type { LoadResult } from '../../../src/measure/load/protocol.ts'
import { roundOfLoad } from '../../../src/measure/load/round.ts'
import { LoadSpecSchema } from '../../../src/model/suite/load.ts'
import { simulate } from './simulation.ts'

const open = async (changes: Partial<LoadResult> = {}): Promise<LoadResult> => ({
  ...(await simulate({ rate: '100/s', duration: '2s' }, () => ({ after: 10 }))).result,
  ...changes,
})

describe('an open model', () => {
  it('is sound when the generator kept up', async () =>
    expect(generatorVerdict(await open(), true)).toBeNull())

  it.each([
    { changes: { utilization: 0.61 }, says: 'its event loop was busy 61% of the time' },
    {
      changes: { slip: { p50: 0.001, p95: 0.0031, p99: 0.01 } },
      says: 'it began requests 3.1ms late at p95, of a latency of 10ms',
    },
    { changes: { offered: 400 }, says: 'it began 50% of what was intended' },
  ])('is void: $says', async ({ changes, says }) => {
    const notice = generatorVerdict(await open(changes), true)
    expect(notice?.code).toBe('generator-saturated')
    expect(notice?.message).toContain('inconclusive: generator saturated')
    expect(notice?.message).toContain(says)
  })

  it('a slow service is no fault of the generator, however long its answers wait', async () => {
    const { result } = await simulate(
      { rate: '100/s', duration: '3s', 'max-connections': 2, 'graceful-stop': '1s' },
      () => ({ after: 500 }),
    )
    expect(result.dropped).toBeGreaterThan(100)
    expect(generatorVerdict(result, true)).toBeNull()
  })

  it('what was given up before it began is nothing that the service spent time on', async () => {
    const written = { rate: '100/s', duration: '2s', 'max-connections': 2, 'graceful-stop': '1s' }
    const { result } = await simulate(written, () => ({ after: 500 }))
    const load = v.parse(LoadSpecSchema, { target: 'http://127.0.0.1:3000/', ...written })
    const place = { side: 'head', directory: '/' } as const
    const settings = { name: 'shop', load, place, pause: async () => {}, refuseEmpty() {}, memory: () => [] }
    const { requests } = await roundOfLoad(settings, async () => result)
    expect(requests).toBe(result.started)
    expect(result.dropped).toBe(200 - requests)
  })

  it('late by a hair is not late where answers take long', async () => {
    const { result } = await simulate({ rate: '100/s', duration: '2s' }, () => ({ after: 100 }))
    expect(generatorVerdict({ ...result, slip: { p50: 0, p95: 0.005, p99: 0.01 } }, true)).toBeNull()
  })
})

describe('a closed model', () => {
  it('is void when its users wait for the generator', async () => {
    const { result } = await simulate({ users: 50, duration: '1s' }, () => ({ after: 1 }))
    const busy = { ...result, utilization: 0.95, cpu: 1 }
    expect(generatorVerdict(busy, false)?.message).toContain('generator saturated')
    expect(generatorVerdict({ ...busy, utilization: 0.3 }, false)).toBeNull()
  })
})
