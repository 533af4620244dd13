import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { createRandom, fork, splitmix64, xoshiro128starstar } from '../../src/stats/random.ts'

describe('the generators against their authors', () => {
  // Reference outputs of splitmix64.c for the state 1234567.
  test('splitmix64', () => {
    const outputs: bigint[] = []
    let counter = 1234567n
    for (let index = 0; index < 3; index++) {
      const { output, next } = splitmix64(counter)
      outputs.push(output)
      counter = next
    }
    expect(outputs).toEqual([6457827717110365317n, 3203168211198807973n, 9817491932198370423n])
  })

  // Reference outputs of xoshiro128starstar.c for the state 1, 2, 3, 4.
  test('xoshiro128**', () => {
    const word = xoshiro128starstar([1, 2, 3, 4])
    expect(Array.from({ length: 6 }, word)).toEqual([11520, 0, 5927040, 70819200, 2031721883, 1637235492])
  })
})

test('the same seed gives the same sequence, another one another', () => {
  const draw = (seed: number) => {
    const random = createRandom(seed)
    return Array.from({ length: 8 }, () => random.uniform())
  }
  expect(draw(8123)).toEqual(draw(8123))
  expect(draw(8123)).not.toEqual(draw(8124))
  expect(draw(8123)).toMatchInlineSnapshot(`
    [
      0.692578367502332,
      0.8079126858205743,
      0.2772895380755407,
      0.6040632762061984,
      0.19043651905762526,
      0.8343483196218852,
      0.7630905968901572,
      0.6943116790432715,
    ]
  `)
})

test('a fork depends on seed and label, and is a 32-bit seed itself', () => {
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 2 ** 32 - 1 }), fc.string(), fc.string(), (seed, a, b) => {
      const forked = fork(seed, a)
      expect(Number.isInteger(forked) && forked >= 0 && forked < 2 ** 32).toBe(true)
      expect(fork(seed, a)).toBe(forked)
      // A collision of 32-bit seeds is possible, but not among a hundred random ones.
      if (a !== b) expect(fork(seed, b)).not.toBe(forked)
    }),
    { seed: 1 },
  )
  expect(fork(1, 'order/parse')).not.toBe(fork(2, 'order/parse'))
})

describe('distributions, 40 000 draws each', () => {
  const draws = 40_000

  test('coin: fair, and consecutive tosses independent', () => {
    const random = createRandom(1)
    let heads = 0
    let repeats = 0
    let previous = false
    for (let index = 0; index < draws; index++) {
      const toss = random.coin()
      if (toss) heads++
      if (toss === previous) repeats++
      previous = toss
    }
    // Four standard deviations of a fair coin are one percentage point.
    expect(Math.abs(heads / draws - 0.5)).toBeLessThan(0.01)
    expect(Math.abs(repeats / draws - 0.5)).toBeLessThan(0.01)
  })

  test('uniform: mean 1/2, variance 1/12, inside [0, 1)', () => {
    const random = createRandom(2)
    const values = Array.from({ length: draws }, () => random.uniform())
    const mean = values.reduce((sum, value) => sum + value, 0) / draws
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / draws
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.006)
    expect(Math.abs(variance - 1 / 12)).toBeLessThan(0.002)
    expect(values.every((value) => value >= 0 && value < 1)).toBe(true)
  })

  test('shuffle: every order of three is as likely, and nothing is lost', () => {
    const random = createRandom(3)
    const seen = new Map<string, number>()
    for (let index = 0; index < draws; index++) {
      const order = random.shuffle(['a', 'b', 'c']).join('')
      seen.set(order, (seen.get(order) ?? 0) + 1)
    }
    expect([...seen.keys()].sort()).toEqual(['abc', 'acb', 'bac', 'bca', 'cab', 'cba'])
    for (const count of seen.values()) expect(Math.abs(count / draws - 1 / 6)).toBeLessThan(0.008)
  })
})

test('integer refuses what it cannot draw', () => {
  expect(() => createRandom(1).integer(0)).toThrow(RangeError)
  expect(() => createRandom(1).integer(2.5)).toThrow(RangeError)
})
