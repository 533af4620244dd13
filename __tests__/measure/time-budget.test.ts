import { expect, it } from 'vitest'
import { type Claim, mayStart } from '../../src/measure/time-budget.ts'

const claim = (expected: number, missing: number): Claim => ({ expected, missing })

it.each<[string, Claim[], number, boolean[]]>([
  ['all may when there is time', [claim(1, 5), claim(2, 5)], 100, [true, true]],
  ['a pair must end in time', [claim(3, 0)], 2.9, [false]],
  ['… and may end just in time', [claim(3, 0)], 3, [true]],
  ['cheap ones first when not all reach their fewest pairs', [claim(10, 5), claim(1, 5)], 40, [true, true]],
  ['what a cheap one needs is not spent by a dear one', [claim(10, 5), claim(1, 5)], 14, [false, true]],
  ['nor by one that has its fewest pairs', [claim(4, 0), claim(2, 3)], 9, [false, true]],
  ['which goes on when there is time for both', [claim(4, 0), claim(2, 3)], 10, [true, true]],
  ['one that cannot reach its fewest pairs uses what nobody needs', [claim(10, 5)], 25, [true]],
  ['unknown costs count as nothing', [claim(0, 5), claim(5, 0)], 5, [true, true]],
])('%s', (_name, claims, remaining, expected) => {
  expect(claims.map((_, index) => mayStart(claims, index, remaining))).toEqual(expected)
})
