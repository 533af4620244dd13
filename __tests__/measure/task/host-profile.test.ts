import { expect, it } from 'vitest'
import { from } from '../../../src/measure/task/host-profile.ts'

const profile = {
  nodes: [],
  startTime: 1000,
  endTime: 2000,
  samples: [1, 2, 3, 4],
  // Taken at 1100, 1300, 1600, 2000.
  timeDeltas: [100, 200, 300, 400],
}

it.each([
  [1000, [1, 2, 3, 4], [100, 200, 300, 400]],
  [1200, [2, 3, 4], [100, 300, 400]],
  [1300, [2, 3, 4], [0, 300, 400]],
  [1999, [4], [1]],
])('from %i on', (start, samples, timeDeltas) => {
  expect(from(profile, start)).toEqual({ ...profile, startTime: start, samples, timeDeltas })
})

it('has no samples when the last one came before', () => {
  const early = { ...profile, endTime: 3000 }
  expect(from(early, 2500)).toEqual({ ...early, startTime: 2500, samples: [], timeDeltas: [] })
})

it.each([999, 2001])('does not guess when the clocks disagree (%i)', (start) => {
  expect(() => from(profile, start)).toThrow('clocks')
})
