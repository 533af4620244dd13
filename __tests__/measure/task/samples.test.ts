import { expect, it } from 'vitest'
import { cpuPerCall, joinSamples } from '../../../src/measure/task/samples.ts'

const samples = (cpu: number[], children = 0) => ({ kind: 'samples' as const, wall: cpu, cpu, children })

it('charges every call the same share of what children took', () => {
  // 2 samples of 5 calls, children took 1 s.
  expect(cpuPerCall(samples([0.25, 0.75], 1), 5, 1e-6)).toEqual([0.35, 0.85])
})

it('has one value where the clock is coarser than a sample', () => {
  expect(cpuPerCall(samples([0, 1 / 64]), 10, 1 / 64)).toEqual([1 / 128])
  expect(cpuPerCall(samples([0.1, 0.3]), 10, 1 / 64)).toEqual([0.1, 0.3])
})

it('joins what was measured one by one', () => {
  expect(joinSamples([samples([1], 2), samples([3], 4)])).toEqual(samples([1, 3], 6))
})
