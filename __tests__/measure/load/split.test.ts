import fc from 'fast-check'
import { expect, it } from 'vitest'
import { arrivalCount, arrivalsOf } from '../../../src/measure/load/arrivals.ts'
import type { LoadPlan } from '../../../src/measure/load/protocol.ts'
import { shareOf, workersFor } from '../../../src/measure/load/split.ts'

const plan = (model: LoadPlan['model']): LoadPlan => ({
  model,
  work: { kind: 'scenarios', scenarios: [] },
  base: null,
  items: [],
  abortWhen: [],
  allowHosts: [],
  proposedHosts: [],
  ca: null,
  seed: 1,
  directory: '/',
  maxConnections: 10,
  startDelay: 0,
  gracefulStop: 1,
  warmUp: 0,
  timeout: 1,
  http: 1.1,
  insecure: false,
  transport: 'auto',
  workers: undefined,
})

const all = (arrivals: () => number | null): number[] => {
  const times: number[] = []
  for (let at = arrivals(); at !== null; at = arrivals()) times.push(at)
  return times
}

it('arrivals ascend, lie within the stages, and are as many as their rate says', () => {
  const stage = fc.record({
    duration: fc.integer({ min: 1, max: 5 }),
    target: fc.integer({ min: 1, max: 50 }),
  })
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 50 }),
      fc.array(stage, { minLength: 1, maxLength: 4 }),
      (start, stages) => {
        const times = all(arrivalsOf(start, stages))
        const length = stages.reduce((sum, { duration }) => sum + duration, 0)
        expect(times.length).toBe(arrivalCount(start, stages))
        for (const [index, at] of times.entries()) {
          expect(at).toBeGreaterThanOrEqual(times[index - 1] ?? 0)
          expect(at).toBeLessThanOrEqual(length + 1e-6)
        }
      },
    ),
  )
})

it('threads take turns: together they arrive when one would', () => {
  const of = 3
  const shares = [0, 1, 2].map((index) => {
    const { model } = shareOf(plan({ kind: 'constant-arrival-rate', rate: 300, duration: 2 }), index, of)
    if (model.kind !== 'constant-arrival-rate') throw new Error(model.kind)
    return all(arrivalsOf(model.rate, [{ duration: 2, target: model.rate }], index / of))
  })
  const together = shares.flat().sort((a, b) => a - b)
  expect(together.length).toBe(600)
  for (const [index, at] of together.entries()) expect(at).toBeCloseTo(index / 300, 6)
})

it('users, iterations and connections are shared without remainder', () => {
  const shares = [0, 1, 2].map((index) =>
    shareOf(plan({ kind: 'shared-iterations', users: 7, iterations: 20, duration: 1 }), index, 3),
  )
  const sum = (value: (share: LoadPlan) => number) => shares.reduce((total, share) => total + value(share), 0)
  expect(sum(({ model }) => ('users' in model ? model.users : 0))).toBe(7)
  expect(sum(({ model }) => ('iterations' in model ? model.iterations : 0))).toBe(20)
  expect(sum(({ maxConnections }) => maxConnections)).toBe(10)
})

it.each([
  [5_000, undefined, 1],
  [60_000, undefined, 3],
  [200_000, undefined, 4],
  [100, 2, 2],
])('%s/s with workers %s takes %s threads of four', (rate, workers, expected) => {
  expect(workersFor({ ...plan({ kind: 'constant-arrival-rate', rate, duration: 1 }), workers }, 4)).toBe(
    expected,
  )
})
