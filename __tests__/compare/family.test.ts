import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { createFamily } from '../../src/compare/family.ts'

const alpha = 0.01
const familyOf = (worse: readonly number[]) => {
  const family = createFamily<number>(alpha)
  for (const [member, p] of worse.entries()) family.update(member, { worse: p, equivalent: 1, better: 1 })
  return family
}

describe('the p of a row, for the whole suite', () => {
  it('is corrected step by step, as Holm decides', () => {
    const worse = [0.0051, 0.001, 0.4, 0.0026]
    const family = familyOf(worse)
    expect([...family.rejected()]).toEqual([1, 3])
    expect(worse.map((p, member) => Number(family.corrected(member, p).toFixed(4)))).toEqual([
      0.0204, 0.004, 1, 0.0078,
    ])
  })

  it('never falls behind one that is surer', () => {
    const worse = [0.0024, 0.0025]
    const family = familyOf([...worse, 1, 1])
    expect(family.corrected(0, 0.0024)).toBeCloseTo(0.0096)
    expect(family.corrected(1, 0.0025)).toBeCloseTo(0.0096)
  })

  it('is at most alpha exactly where a regression is found', () =>
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 1e-6, max: 1, noNaN: true }), { minLength: 1, maxLength: 12 }),
        (worse) => {
          const family = familyOf(worse)
          const rejected = family.rejected()
          for (const [member, p] of worse.entries())
            expect(family.corrected(member, p) <= alpha * (1 + 1e-9)).toBe(rejected.has(member))
        },
      ),
      { seed: 1, numRuns: 300 },
    ))
})
