// Units, digits and signs: what a reader sees of every number.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { amount, amounts, difference, duration, writtenAmount } from '../../src/report/amounts.ts'
import {
  change,
  count,
  counted,
  interval,
  percent,
  percentBound,
  significance,
  writtenPercent,
} from '../../src/report/numbers.ts'

fc.configureGlobal({ seed: 8123 })

describe('amounts beside each other', () => {
  test.each([
    [0.0121, 0.01297, 's', '12.1 → 13.0 ms'],
    [9.9e-7, 1.1e-6, 's', '0.99 → 1.10 µs'],
    [3e-9, 3.1e-9, 's', '3.00 → 3.10 ns'],
    [141, 200, 's', '141 → 200 s'],
    [700, 760, 's', '11.7 → 12.7 min'],
    // Rounded to three digits these would be the same, or ten times further apart than they are.
    [0.0121, 0.01212, 's', '12.10 → 12.12 ms'],
    [0.01214, 0.01215, 's', '12.14 → 12.15 ms'],
    [0.084, 0.084, 's', '84.0 ms'],
    [0, 0.0012, 's', '0 → 1.20 ms'],
    [0, 0, 's', '0 s'],
    [3e-9, 2, 's', '3.00 ns → 2.00 s'],
    [129_003_520, 129_100_000, 'B', '129.0 → 129.1 MB'],
    [812, 900, 'B', '812 → 900 B'],
    [1_500_000, 2_000_000, 'B/s', '1.50 → 2.00 MB/s'],
    [1204, 1291, 'count', '1,204 → 1,291'],
    [12_345.6, 11_000, '/s', '12,346 → 11,000/s'],
    [0.001, 0.003, 'ratio', '0.10 → 0.30 %'],
    [1.5, 1.7, 'ops/op', '1.50 → 1.70 ops/op'],
    [-5, 3, 'B', '−5 → 3 B'],
    [null, 5, 'count', '– → 5'],
    [Number.NaN, Number.POSITIVE_INFINITY, 's', '– → –'],
  ])('%s and %s in %s', (base, head, unit, expected) => {
    expect(amounts(base, head, unit).range).toBe(expected)
  })

  test.each([
    [250_001, 250_004, 'B', '250,001 → 250,004 B'],
    [240_112, 254_870, 'B', '240 → 255 kB'],
    [15_000_000, 15_000_001, 'count', '15,000,000 → 15,000,001'],
  ])('exact %s and %s in %s', (base, head, unit, expected) => {
    expect(amounts(base, head, unit, { exact: true }).range).toBe(expected)
  })

  test('exact amounts that differ never look alike', () => {
    fc.assert(
      fc.property(fc.nat(2 ** 31), fc.nat(2 ** 31), fc.constantFrom('B', 'count'), (base, head, unit) => {
        const shown = amounts(base, head, unit, { exact: true })
        expect(shown.base === shown.head).toBe(base === head)
      }),
    )
  })

  test('measured amounts that differ by a thousandth never look alike', () => {
    const magnitude = fc.double({ min: 1e-9, max: 1e6, noNaN: true })
    fc.assert(
      fc.property(magnitude, fc.double({ min: 0.001, max: 5, noNaN: true }), (base, step) => {
        const shown = amounts(base, base * (1 + step), 's')
        expect(shown.base).not.toBe(shown.head)
      }),
    )
  })
})

test.each([
  [0.0129, 's', '12.9 ms'],
  [null, 's', '–'],
  [1e15, 'things', '1.00e+15 things'],
  [5, '', '5.00'],
])('one amount: %s in %s', (value, unit, expected) => {
  expect(amount(value, unit)).toBe(expected)
})

test.each([
  [0.15, 's', '150 ms'],
  [600, 's', '10 min'],
  [250_000, 'B', '250 kB'],
  [0.01, 'ratio', '1 %'],
  [200, '/s', '200/s'],
  [Number.NaN, 's', '–'],
])('as written: %s in %s', (value, unit, expected) => {
  expect(writtenAmount(value, unit)).toBe(expected)
})

test('differences carry their sign', () => {
  expect(difference(18_020, 18_092, 'B')).toBe('+72 B')
  expect(difference(18_092, 18_020, 'B')).toBe('−72 B')
  expect(difference(5, 5, 'B')).toBe('0 B')
})

test.each([
  [1.072, '+7.2 %'],
  [0.9, '−10.0 %'],
  [1, '0 %'],
  [1.0005, '+0.05 %'],
  [1.00001, '+0.001 %'],
  [1.000001, '+<0.001 %'],
  [3.4, '+240 %'],
  [12.4, '×12.4'],
  [0, '−100 %'],
  [null, '–'],
  [Number.NaN, '–'],
  [Number.POSITIVE_INFINITY, '–'],
])('change of ratio %s', (ratio, expected) => {
  expect(change(ratio)).toBe(expected)
})

test.each([
  [[1.059, 1.084], '+5.9 to +8.4 %'],
  [[0.96, 1.12], '−4 to +12 %'],
  [[1, 1.12], '0 to +12 %'],
  [[0.999, 1.0005], '−0.10 to +0.05 %'],
  [[2.4, 2.4], '+140 %'],
  [[8, 12], '×8 to ×12'],
  [[1, Number.POSITIVE_INFINITY], '–'],
  [null, '–'],
] as const)('interval %j', (bounds, expected) => {
  expect(interval(bounds)).toBe(expected)
})

test('an interval is rounded outwards', () => {
  expect(interval([1.0591, 1.0839])).toBe('+5.9 to +8.4 %')
  expect(interval([1.0589, 1.0841])).toBe('+5.8 to +8.5 %')
})

test('a bound is never rounded down', () => {
  expect(percentBound(0.031)).toBe('3.1 %')
  expect(percentBound(0.0311)).toBe('3.2 %')
  expect(percentBound(0.12)).toBe('12 %')
  expect(percentBound(0)).toBe('0 %')
})

test('shares', () => {
  expect(percent(0.072)).toBe('7.2 %')
  expect(percent(0.000001)).toBe('less than 0.001 %')
  expect(percent(null)).toBe('–')
  expect(writtenPercent(0.05)).toBe('5 %')
  expect(writtenPercent(0.125)).toBe('12.5 %')
})

test.each([
  [0.0004, 'p < 0.001'],
  [0.0042, 'p = 0.004'],
  [0.234, 'p = 0.23'],
  [1, 'p = 1'],
  [null, null],
  [Number.NaN, null],
])('significance of %s', (p, expected) => {
  expect(significance(p)).toBe(expected)
})

test.each([
  [2.4, '2.4 s'],
  [12, '12 s'],
  [60, '1 min'],
  [192, '3 min 12 s'],
  [3900, '1 h 5 min'],
  [Number.NaN, '–'],
])('duration of %s s', (seconds, expected) => {
  expect(duration(seconds)).toBe(expected)
})

test('counts have separators, and nouns their number', () => {
  expect(count(1204)).toBe('1,204')
  expect(counted(1, 'pair')).toBe('1 pair')
  expect(counted(11, 'pair')).toBe('11 pairs')
})

test('no number, however odd, shows as NaN, Infinity or undefined', () => {
  const any = fc.oneof(fc.double(), fc.constantFrom(Number.NaN, Number.POSITIVE_INFINITY, -0, 5e-324, null))
  const unit = fc.oneof(fc.constantFrom('s', 'B', 'count', 'ratio', '/s', 'B/s', 'x'), fc.string())
  fc.assert(
    fc.property(any, any, unit, fc.boolean(), (base, head, unit, exact) => {
      const plain = unit.replace(/NaN|Infinity|undefined/g, '')
      const { base: left, head: right, range } = amounts(base, head, plain, { exact })
      const texts = [left, right, range, change(base), percent(base), interval([base ?? 0, head ?? 0])]
      expect(texts.join(' ')).not.toMatch(/NaN|Infinity|undefined/)
    }),
  )
})
