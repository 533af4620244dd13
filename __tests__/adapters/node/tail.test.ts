import fc from 'fast-check'
import { expect, test } from 'vitest'
import { tail } from '../../../src/adapters/node/tail.ts'

test('keeps the last bytes, however they were cut into chunks', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ unit: 'grapheme' })),
      fc.integer({ min: 1, max: 40 }),
      (texts, limit) => {
        const kept = tail(limit)
        const whole = Buffer.concat(texts.map((text) => Buffer.from(text)))
        for (const text of texts) kept.add(Buffer.from(text))
        const text = kept.text()
        expect(kept.truncated()).toBe(whole.length > limit)
        // A cut through a character loses at most three of its bytes.
        expect(Buffer.byteLength(text)).toBeGreaterThanOrEqual(Math.min(limit, whole.length) - 3)
        expect(whole.toString('utf8').endsWith(text)).toBe(true)
      },
    ),
    { seed: 1 },
  )
})

test('a long stream of small chunks stays bounded', () => {
  const kept = tail(10)
  for (let i = 0; i < 100_000; i += 1) kept.add(Buffer.from(String(i % 10)))
  expect(kept.text()).toBe('0123456789')
  expect(kept.truncated()).toBe(true)
})

test('nothing added is nothing kept', () => {
  expect(tail(10).text()).toBe('')
  expect(tail(10).truncated()).toBe(false)
})
