// The test that load generators fail: a server that stands still for a fifth of the time. Truth by simulation: whoever
// arrives while it stands still waits for its end.
import { expect, it } from 'vitest'
import { percentile } from '../../../src/measure/load/histogram.ts'
import { simulate } from './simulation.ts'

// Milliseconds: 10 ms of service, standing still for 2 s at the end of each 10 s.
const service = 10
const period = 10_000
const frozen = 2_000

function waits(arrival: number): number {
  const within = arrival % period
  return within >= period - frozen ? period - within : 0
}

const percents = [50, 90, 99, 99.9]

/** Seconds, for arrivals at a constant rate. */
function truth(rate: number, seconds: number): number[] {
  const all = Array.from({ length: rate * seconds }, (_, index) => {
    const arrival = (index * 1000) / rate
    return (waits(arrival) + service) / 1000
  }).sort((a, b) => a - b)
  return percents.map(
    (percent) => all[Math.min(all.length - 1, Math.ceil((percent / 100) * all.length) - 1)] ?? 0,
  )
}

const serve = (_: unknown, now: number) => ({ after: waits(now) + service })

it.each([
  { connections: 1000, name: 'with connections for all' },
  { connections: 200, name: 'with few connections, on which arrivals wait' },
])('$name, every percentile is within 10 % of the truth', async ({ connections }) => {
  const { result, rows } = await simulate(
    { rate: '500/s', duration: '40s', 'max-connections': connections },
    serve,
  )
  expect(result.offered).toBe(20_000)
  expect(result.started).toBe(20_000)
  const response = rows[0]?.response ?? ''
  for (const [index, expected] of truth(500, 40).entries())
    expect(Math.abs(percentile(response, percents[index] ?? 0) / expected - 1)).toBeLessThan(0.1)
})

it('the same run counted from the sending hides what happened', async () => {
  const { rows } = await simulate({ rate: '500/s', duration: '40s', 'max-connections': 10 }, serve)
  const [, p90 = 0] = truth(500, 40)
  const response = percentile(rows[0]?.response ?? '', 90)
  const fromSending = percentile(rows[0]?.service ?? '', 90)
  expect(response).toBeGreaterThan(0.9 * p90)
  expect(fromSending).toBeLessThan(0.1 * p90)
})

it('a closed model cannot see it either: its users wait, and send nothing meanwhile', async () => {
  const { rows } = await simulate({ users: 5, duration: '40s' }, serve)
  expect(percentile(rows[0]?.response ?? '', 90)).toBeLessThan(0.02)
})
