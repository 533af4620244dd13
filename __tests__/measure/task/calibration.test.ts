import { describe, expect, it } from 'vitest'
import { settingsFor, settingsNotices } from '../../../src/measure/task/calibration.ts'

const times = { trialTime: 0.4, warmUp: 0.2 }
const wall = (...seconds: number[]) => seconds.map((each) => ({ wall: each }))

describe('settings', () => {
  it.each([
    // A sample lasts a 160th of the trial.
    [wall(1e-6), { calls: 2500, samples: 160, warmUpSamples: 80 }],
    // Long enough on the faster side; the slower one sets how many fit.
    [wall(1e-4, 2e-4), { calls: 25, samples: 80, warmUpSamples: 40 }],
    // At least 20 samples while five trial times allow it …
    [wall(0.05), { calls: 1, samples: 20, warmUpSamples: 4 }],
    [wall(0.1), { calls: 1, samples: 20, warmUpSamples: 2 }],
    // … and never fewer than three.
    [wall(0.5), { calls: 1, samples: 4, warmUpSamples: 1 }],
    [wall(3), { calls: 1, samples: 3, warmUpSamples: 1 }],
  ])('%o → %o', (costs, expected) => {
    expect(settingsFor(costs, times, undefined)).toEqual(expected)
  })

  it('never make a sample too short for the clocks', () => {
    const { calls, samples } = settingsFor(wall(1e-6), { trialTime: 0.02, warmUp: 0.01 }, undefined)
    expect([calls, samples]).toEqual([500, 40])
  })

  it('take the declared number of calls', () => {
    expect(settingsFor(wall(1e-3), times, 7)).toEqual({ calls: 7, samples: 57, warmUpSamples: 29 })
  })

  it('are finite for a function that takes no time at all', () => {
    const { calls, samples } = settingsFor(wall(0), times, undefined)
    expect(calls * samples).toBeLessThanOrEqual(4e9)
  })
})

describe('notices', () => {
  it.each([
    [wall(1e-6), undefined, []],
    [wall(1e-6), 10, ['short-samples']],
    [wall(0.5), undefined, ['few-samples']],
  ])('%o with %o calls: %o', (costs, declared, expected) => {
    const settings = settingsFor(costs, times, declared)
    expect(settingsNotices('b', settings, costs).map((notice) => notice.code)).toEqual(expected)
  })
})
