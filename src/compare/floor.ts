// The absolute size from which on a regression matters: a condition of the budget, not of the test.
import type { Comparison } from '../model/comparison.ts'
import type { Notice } from '../model/notice.ts'
import type { Terms } from '../model/terms.ts'
import { whereOf } from './oddities.ts'

/** A regression smaller than the `floor` of its terms is no change that matters, and says so. */
export function withFloor(row: Comparison, { floor }: Terms): Comparison {
  if (floor === undefined) return row
  if (floor.unit !== null && floor.unit !== row.unit) {
    const notice: Notice = {
      code: 'floor-unit',
      where: whereOf(row),
      message: `Its \`floor\` is in ${floor.unit}, the metric in ${row.unit}: the floor is not applied.`,
      fix: `Write the floor in ${row.unit}, or as a bare number.`,
    }
    return { ...row, notices: [...row.notices, notice] }
  }
  const size = absoluteChange(row)
  if (row.verdict !== 'regression' || size === null || size >= floor.value) return row
  return {
    ...row,
    verdict: 'no-change',
    reason: `${row.reason} But that is less than its floor, so it does not count.`,
  }
}

/** By the ratio that is reported, so that the row does not contradict itself; by the values where there is no ratio. */
function absoluteChange({ base, head, ratio }: Comparison): number | null {
  if (base === null || head === null) return null
  return ratio === null ? Math.abs(head - base) : Math.abs((ratio - 1) * base)
}
