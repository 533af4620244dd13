// The part of a profile that is kept: what came before the window is cut off, and calls are still told apart.
import { Session } from 'node:inspector'
import { describe, expect, it } from 'vitest'
import { record, withoutStart } from '../../../src/measure/profile/host-recording.ts'

const profile = {
  nodes: [],
  startTime: 1000,
  endTime: 1400,
  samples: [1, 2, 3, 4],
  timeDeltas: [100, 100, 100, 100],
}

describe('the start of a profile', () => {
  it.each([
    [0, [1, 2, 3, 4]],
    [100, [1, 2, 3, 4]],
    [101, [2, 3, 4]],
    [350, [4]],
    [401, []],
  ])('without its first %i µs', (microseconds, samples) => {
    const kept = withoutStart(profile, microseconds)
    expect(kept.samples).toEqual(samples)
    expect(kept.timeDeltas).toHaveLength(samples.length)
  })

  it('of a profile without samples', () => {
    expect(withoutStart({ nodes: [], startTime: 0, endTime: 1 }, 5).samples).toEqual([])
  })
})

describe('a recording', () => {
  it('keeps what came after its beginning', () => {
    const session = new Session()
    session.connect()
    const recording = record(session, 0.0002)
    const burn = (until: () => boolean) => {
      let sum = 0
      while (!until()) sum = (sum * 31 + 1) | 0
      return sum
    }
    const busy = (seconds: number) => {
      const start = process.cpuUsage()
      burn(() => {
        const { user, system } = process.cpuUsage(start)
        return user + system > seconds * 1e6
      })
    }
    busy(0.05)
    recording.begin()
    busy(0.05)
    let functions: readonly string[] = []
    recording.stop(({ nodes, samples = [] }) => {
      const sampled = new Set(samples)
      functions = nodes.filter(({ id }) => sampled.has(id)).map(({ callFrame }) => callFrame.functionName)
    })
    session.disconnect()
    expect(functions.length).toBeGreaterThan(0)
  })
})
