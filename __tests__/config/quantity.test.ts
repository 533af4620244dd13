// Amounts as people write them: what is read, what is refused, and that writing and reading again changes nothing.
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  parseDuration,
  parsePercent,
  parseQuantity,
  parseRate,
  parseSize,
  type Quantity,
  writeDuration,
  writeQuantity,
  writeSize,
} from '../../src/model/suite/quantity.ts'

describe('reading', () => {
  it.each([
    ['250ms', 0.25],
    ['1.5s', 1.5],
    ['8m', 480],
    ['8 min', 480],
    ['1h', 3600],
    ['1m30s', 90],
    ['1h 2m 3s', 3723],
    ['10us', 1e-5],
    ['10µs', 1e-5],
    ['10μs', 1e-5],
    ['5ns', 5e-9],
    ['0s', 0],
    ['1_000ms', 1],
  ])('duration %s', (text, seconds) => expect(parseDuration(text)).toBeCloseTo(seconds, 15))

  it.each([
    '',
    '5',
    's',
    '5 parsecs',
    '-5s',
    '1e999s',
    '5s3',
    '30s1m',
    '1m1m',
    '1:30',
    '.5s',
    '5m s',
    '1__0s',
  ])('no duration: %j', (text) => expect(parseDuration(text)).toBeNull())

  it.each([
    ['250kB', 250_000],
    ['1.5 MiB', 1_572_864],
    ['0B', 0],
    ['2GB', 2e9],
    ['1e3B', 1000],
  ])('size %s', (text, bytes) => expect(parseSize(text)).toBe(bytes))

  it.each(['250', '250kb', '1e999B', '-1B', '1 B B'])('no size: %j', (text) =>
    expect(parseSize(text)).toBeNull(),
  )

  it.each([
    ['5%', 0.05],
    ['0.5 %', 0.005],
    ['500%', 5],
  ])('percentage %s', (text, ratio) => expect(parsePercent(text)).toBe(ratio))

  it.each(['5', '0.05', '%', '-5%'])('no percentage: %j', (text) => expect(parsePercent(text)).toBeNull())

  it.each([
    ['200/s', 200],
    ['12000/min', 200],
    ['7200 / h', 2],
  ])('rate %s', (text, perSecond) => expect(parseRate(text)).toBe(perSecond))

  it.each(['200', '200/ms', '/s', '0x10/s'])('no rate: %j', (text) => expect(parseRate(text)).toBeNull())

  it.each<[string, Quantity]>([
    ['150ms', { value: 0.15, unit: 's' }],
    ['250kB', { value: 250_000, unit: 'B' }],
    ['5%', { value: 0.05, unit: 'ratio' }],
    ['200/s', { value: 200, unit: '/s' }],
    ['42', { value: 42, unit: null }],
    ['1e-7', { value: 1e-7, unit: null }],
  ])('any amount: %s', (text, amount) => expect(parseQuantity(text)).toEqual(amount))

  it('takes no time for hostile texts', () => {
    for (const text of ['1'.repeat(200_000), '1s'.repeat(50_000), ' '.repeat(200_000), '1_'.repeat(100_000)])
      expect(parseQuantity(`${text}x`)).toBeNull()
  })
})

describe('writing', () => {
  it.each([
    [480, '8m'],
    [90, '1m30s'],
    [3600, '1h'],
    [1.5, '1.5s'],
    [0.15, '150ms'],
    [61.2, '61.2s'],
    [1e-5, '10µs'],
    [0, '0s'],
  ])('%d seconds', (seconds, text) => expect(writeDuration(seconds)).toBe(text))

  it.each([
    [250_000, '250kB'],
    [1_572_864, '1.5MiB'],
    [0, '0B'],
    [1000, '1kB'],
    [1001, '1001B'],
  ])('%d bytes', (bytes, text) => expect(writeSize(bytes)).toBe(text))

  it('is undone by reading', () => {
    const amount = fc.oneof(
      fc.double({ min: 1e-9, max: 1e7, noNaN: true }),
      fc.integer({ min: 0, max: 10_000_000 }),
    )
    const unit = fc.constantFrom('s', 'B', 'ratio', '/s', null)
    fc.assert(
      fc.property(amount, unit, (value, of) => {
        const again = parseQuantity(writeQuantity({ value, unit: of }))
        expect(again?.unit).toBe(of)
        expect(Math.abs((again?.value ?? Number.NaN) - value)).toBeLessThanOrEqual(value * 1e-10)
      }),
      { seed: 1 },
    )
  })
})
