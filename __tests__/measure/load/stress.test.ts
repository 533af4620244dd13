import { describe, expect, it } from 'vitest'
import type { LoadResult, Window } from '../../../src/measure/load/protocol.ts'
import { stressObservations } from '../../../src/measure/load/stress.ts'
import { samplesOf } from '../real-tools.ts'

const second = (at: number, p95: number, failed = 0): Window => ({
  at,
  intended: 100,
  requests: 100,
  failed,
  p50: p95 / 2,
  p95,
  p99: p95,
})
const resultOf = (windows: readonly Window[], parts: Partial<LoadResult> = {}): LoadResult => ({
  kind: 'result',
  duration: windows.length,
  offered: 100,
  started: 100,
  dropped: 0,
  iterations: 100,
  users: 1,
  connections: 1,
  opened: 1,
  cells: [],
  stages: [],
  slip: { p50: 0, p95: 0, p99: 0 },
  utilization: 0,
  cpu: 0,
  windows,
  aborted: null,
  transport: 'net',
  ...parts,
})
const model = {
  kind: 'stress',
  start: 10,
  ceiling: { of: 'rate', amount: 100 },
  step: 1,
  steps: 10,
  until: [{ metric: 'error-rate', above: 0.2, for: 1 }],
  pause: 0,
  recovery: 4,
} as unknown as Parameters<typeof stressObservations>[1]

/** The ramp is normal for two seconds at 10 ms, and broken after six. */
const ramp = resultOf(
  [1, 2, 3, 4, 5, 6].map((at) => second(at, 0.01 * at)),
  { aborted: 'error-rate' },
)
const seen = (...probe: readonly Window[]) => {
  const all = stressObservations('shop', model, ramp, resultOf(probe), 1)
  return Object.fromEntries(all.map(({ metric }) => [metric, samplesOf(all, metric)[0]]))
}

it('the limit is where it last held, the breaking point where it gave way', () => {
  expect(seen(second(1, 0.01))).toMatchObject({
    'stress.stable-limit': 55,
    'stress.breaking-point': 64,
  })
})

it('holds until the last whole second before, however short a break may be', () => {
  const short = { ...model, until: [{ metric: 'error-rate', above: 0.2, for: 0.5 }] } as typeof model
  const all = stressObservations('shop', short, ramp, resultOf([second(1, 0.01)]), 1)
  expect(samplesOf(all, 'stress.stable-limit')).toEqual([55])
})

describe('recovered', () => {
  it.each([
    { title: 'at once', probe: [second(1, 0.01), second(2, 0.011)], time: 1 },
    { title: 'after two seconds', probe: [second(1, 0.5), second(2, 0.3), second(3, 0.01)], time: 3 },
    {
      title: 'with one hiccup later on',
      probe: [second(1, 0.01), second(2, 0.2), second(3, 0.01), second(4, 0.01)],
      time: 1,
    },
  ])('$title', ({ probe, time }) => {
    expect(seen(...probe)).toMatchObject({ 'stress.recovered': 1, 'stress.recovery-time': time })
  })

  it.each([
    { title: 'slow to the end', probe: [second(1, 0.5), second(2, 0.5)] },
    { title: 'quick once, then slow', probe: [second(1, 0.01), second(2, 0.5), second(3, 0.5)] },
    { title: 'quick errors', probe: [second(1, 0.001, 50), second(2, 0.001, 50)] },
    { title: 'no answers', probe: [{ ...second(1, 0), requests: 0 }] },
  ])('not: $title', ({ probe }) => {
    expect(seen(...probe)).toMatchObject({
      'stress.recovered': 0,
      'stress.recovery-time': 1 + probe.length,
    })
  })
})
