import { describe, expect, it } from 'vitest'
import { percentile } from '../../../src/measure/load/histogram.ts'
import { simulate } from './simulation.ts'

const quick = () => ({ after: 10 })
const concurrency = (requests: readonly { readonly at: number }[], from: number, to: number) =>
  requests.filter(({ at }) => at >= from && at < to).length

describe('open models', () => {
  it('constant arrival rate: exactly so many, evenly, whatever the server does', async () => {
    const { result, requests } = await simulate({ rate: '100/s', duration: '10s' }, () => ({ after: 3000 }))
    expect(result).toMatchObject({ offered: 1000, started: 1000, dropped: 0, iterations: 1000 })
    for (let second = 0; second < 10; second += 1)
      expect(concurrency(requests, second * 1000, (second + 1) * 1000)).toBeCloseTo(100, -1)
  })

  it('ramping arrival rate: each stage has its row, and its number of arrivals', async () => {
    const stages = [
      { duration: '10s', target: '100/s' },
      { duration: '5s', target: '100/s' },
      { duration: '10s', target: '20/s' },
    ]
    const { result, rows } = await simulate({ rate: '20/s', stages }, quick)
    expect(result.offered).toBe(600 + 500 + 600)
    expect(rows.map(({ name }) => name)).toEqual(['', 'stage-1', 'stage-2', 'stage-3'])
    expect(rows.slice(1).map(({ requests }) => requests)).toEqual([600, 500, 600])
  })

  it('a slow tick delays, and every delay counts', async () => {
    const { result, rows } = await simulate({ rate: '1000/s', duration: '5s' }, quick, { tick: 50 })
    expect(result.started).toBe(5000)
    expect(result.slip.p50).toBeCloseTo(0.025, 2)
    expect(percentile(rows[0]?.response ?? '', 50)).toBeCloseTo(0.035, 2)
    expect(percentile(rows[0]?.service ?? '', 50)).toBeCloseTo(0.01, 3)
  })

  it('what is unanswered at the end counts as long as it was waited for, and as failed', async () => {
    const { rows, result } = await simulate(
      { rate: '10/s', duration: '2s', 'graceful-stop': '1s', 'max-connections': 5 },
      () => ({ after: Number.POSITIVE_INFINITY }),
    )
    expect(rows[0]).toMatchObject({ requests: 20, succeeded: 0, errors: { unfinished: 20 } })
    expect(result.dropped).toBe(15)
    expect(percentile(rows[0]?.response ?? '', 50)).toBeGreaterThan(1.5)
  })
})

describe('closed models', () => {
  it('constant users: each waits for its answer', async () => {
    const { rows, result } = await simulate({ users: 10, duration: '10s' }, quick)
    expect(result.users).toBe(10)
    expect(rows[0]?.requests).toBe(10 * 1000)
  })

  it('ramping users: as many as the stage says', async () => {
    const stages = [
      { duration: '10s', target: 20 },
      { duration: '10s', target: 0 },
    ]
    const { requests, result } = await simulate({ users: 0 + 1, stages }, () => ({ after: 100 }))
    expect(result.users).toBeGreaterThanOrEqual(19)
    expect(concurrency(requests, 9500, 10_500) / 10).toBeCloseTo(19, -1)
    expect(concurrency(requests, 19_000, 20_000) / 10).toBeLessThan(3)
  })

  it.each([
    { written: { users: 4, iterations: 10 }, requests: 10 },
    { written: { users: 4, iterations: 10, 'per-user': true }, requests: 40 },
  ])('iterations $written', async ({ written, requests }) => {
    const { rows, result } = await simulate(written, quick)
    expect(rows[0]?.requests).toBe(requests)
    expect(result.duration).toBeLessThan(1)
  })

  it('think time and pacing slow a user down', async () => {
    const thinking = await simulate({ users: 1, duration: '10s', 'think-time': '90ms' }, quick)
    expect(thinking.rows[0]?.requests).toBeCloseTo(100, -1)
    const paced = await simulate({ users: 1, duration: '10s', pacing: '1s' }, quick)
    expect(paced.rows[0]?.requests).toBe(10)
  })

  it('a target that is not there is not hammered', async () => {
    const { requests, result } = await simulate({ users: 1, duration: '20s' }, () => ({
      after: 0.1,
      fails: 'refused',
    }))
    expect(requests.length).toBeLessThan(60)
    expect(result.aborted).toBe('not a single answer')
  })
})

it('requests that run out of time are given up, and count', async () => {
  const { rows } = await simulate({ rate: '10/s', duration: '3s', timeout: '500ms' }, (_, now) =>
    now < 1000 ? { after: Number.POSITIVE_INFINITY } : { after: 10 },
  )
  expect(rows[0]?.timeouts).toBe(10)
  expect(percentile(rows[0]?.response ?? '', 99)).toBeGreaterThanOrEqual(0.5)
})

it('abort-when ends it once the bound was broken for long enough', async () => {
  const { result } = await simulate(
    { rate: '50/s', duration: '60s', 'abort-when': [{ metric: 'error-rate', above: '10%', for: '3s' }] },
    (_, now) => (now > 5000 ? { after: 5, status: 500 } : { after: 5 }),
  )
  expect(result.aborted).toBe('error-rate above 10% for 3s')
  expect(result.duration).toBeGreaterThan(7.5)
  expect(result.duration).toBeLessThan(10)
})

it('quick errors do not pass for quick answers', async () => {
  const { rows } = await simulate({ rate: '100/s', duration: '5s' }, (_, now) =>
    now % 20 < 10 ? { after: 1, status: 503 } : { after: 50 },
  )
  expect(rows[0]?.errors['status-503']).toBeGreaterThan(100)
  expect(percentile(rows[0]?.response ?? '', 1)).toBeGreaterThan(0.04)
})
