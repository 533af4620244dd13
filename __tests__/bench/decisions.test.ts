// The bench that our promises rest on: other tools' rules on made-up pairs, and one small replay of the recording that
// is part of the repository.
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { peers } from '../../bench/decisions/peers.ts'
import { readRecording } from '../../bench/decisions/recording.ts'
import { replayAll, views } from '../../bench/decisions/replay.ts'
import { drawPairs, drawWindow } from '../../bench/decisions/resample.ts'
import type { SamplePair } from '../../bench/decisions/rules.ts'
import { createRandom } from '../../src/stats/random.ts'

const recording = readRecording(
  fileURLToPath(new URL('../../bench/decisions/data/own.jsonl.gz', import.meta.url)),
)

/** Pairs whose head is `ratio` times a base of about 1, with a little noise. */
function pairsOf(ratio: number, count = 40): SamplePair[] {
  const random = createRandom(8123)
  const sample = (level: number) => {
    const iterations = Array.from({ length: 10 }, () => level * (1 + 0.02 * (random.uniform() - 0.5)))
    return { iterations, value: iterations.reduce((sum, value) => sum + value, 0) / iterations.length }
  }
  return Array.from({ length: count }, () => ({ base: sample(1), head: sample(ratio) }))
}

describe("other tools' rules", () => {
  const said = (key: string, pairs: readonly SamplePair[]) =>
    peers.find((peer) => peer.key === key)?.decide(pairs, createRandom(1))

  it.each(peers.map((peer) => [peer.key, peer] as const))(
    '%s: triple is slower, a third is not',
    (_, peer) => {
      expect(peer.decide(pairsOf(3), createRandom(1)).slower).toBe(true)
      expect(peer.decide(pairsOf(1 / 3), createRandom(1)).slower).toBe(false)
    },
  )

  it.each(peers.map((peer) => [peer.key, peer] as const))('%s: identical values are no alarm', (_, peer) => {
    const constant = { iterations: [1, 1, 1], value: 1 }
    const pairs = Array.from({ length: 40 }, () => ({ base: constant, head: constant }))
    expect(peer.decide(pairs, createRandom(1)).slower).toBe(false)
  })

  it('a ratio is exceeded, not reached', () => {
    const pair = (head: number) => [
      { base: { iterations: [1], value: 1 }, head: { iterations: [head], value: head } },
    ]
    expect(said('ratio 1.10', pair(1.1))?.slower).toBe(false)
    expect(said('ratio 1.10', pair(1.1001))?.slower).toBe(true)
  })

  it('take as many pairs as they say', () => {
    const unchanged = pairsOf(1).map(({ base }) => ({ base, head: base }))
    expect(said('benchstat n=10', unchanged)?.pairs).toBe(10)
    expect(said('criterion', unchanged)?.pairs).toBe(1)
    // 20, then batches of 10 until the interval excludes zero.
    expect(said('tachometer', unchanged)?.pairs).toBe(40)
    expect(said('tachometer', pairsOf(1.5))?.pairs).toBe(20)
    // 5 + 2 + 3 + 5 + 6 + 8 + 9; the next batch of 11 would be more than 40.
    expect(said('perfgate retries', unchanged)?.pairs).toBe(38)
    expect(said('perfgate retries', pairsOf(1.5))?.pairs).toBe(5)
  })
})

describe('the recording of our own', () => {
  it('has twelve workloads with identical and slowed variants in every round', () => {
    expect(recording.workloads).toHaveLength(12)
    expect(recording.stable.every((name) => recording.workloads.includes(name))).toBe(true)
    expect(recording.rounds).toBeGreaterThanOrEqual(40)
    for (const workload of recording.workloads)
      for (const variant of ['A0', 'A1', 'A2', 'A3', 's2', 's3', 's5', 's10', 's20'])
        for (let round = 0; round < recording.rounds; round++) {
          const trial = recording.trial(workload, variant, round)
          expect(trial?.cpu.iterations.length).toBeGreaterThan(0)
          expect(trial?.cpu.median).toBeGreaterThan(0)
        }
  })

  it('pairs two different trials of one round', () => {
    const random = createRandom(8123)
    const window = drawWindow(recording, 40, random)
    const pairs = drawPairs(recording, window, 'json', 0, random) ?? []
    expect(pairs).toHaveLength(40)
    expect(pairs.every(({ base, head }) => base !== head)).toBe(true)
  })

  it('is replayed the same way by the same seed', () => {
    const replayed = replayAll(recording, { suites: 1, seed: 8123 })
    expect(replayAll(recording, { suites: 1, seed: 8123 })).toEqual(replayed)
    expect(replayed.own.cpu.suites).toBe(1)
    expect(replayed.own.cpu.pairsAll).toBeGreaterThanOrEqual(5)
    expect(replayed.own.cpu.pairsAll).toBeLessThanOrEqual(40)
    // Twenty per cent more work shows in at least one of eight processor-bound workloads.
    expect(replayed.own.cpu.power[20]).toBeGreaterThan(0)
    for (const { key } of views) expect(Object.keys(replayed.peers[key] ?? {})).toHaveLength(peers.length)
  })
})
