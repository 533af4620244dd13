// The absolute bound of a budget: a maximum for head's value, or a minimum where higher is better.
import type { Comparison } from '../model/comparison.ts'
import type { Notice } from '../model/notice.ts'
import type { Terms } from '../model/terms.ts'

export type LimitFinding =
  | { readonly kind: 'none' | 'kept' | 'broken'; readonly notice?: undefined }
  /** It cannot be said whether the limit is kept. */
  | { readonly kind: 'unknown'; readonly notice: Notice }

/** Holds head's value against the limit; needs no base. */
export function holdLimit(
  row: Pick<Comparison, 'benchmark' | 'metric' | 'unit' | 'better' | 'head'>,
  { limit }: { readonly limit?: Terms['limit'] | undefined },
): LimitFinding {
  if (limit === undefined) return { kind: 'none' }
  const where = `${row.benchmark} ${row.metric}`
  if (limit.unit !== null && limit.unit !== row.unit)
    return {
      kind: 'unknown',
      notice: {
        code: 'limit-unit',
        where,
        message: `Its \`limit\` is in ${limit.unit}, the metric in ${row.unit}: the limit cannot be held.`,
        fix: `Write the limit in ${row.unit}, or as a bare number.`,
      },
    }
  if (row.head === null)
    return {
      kind: 'unknown',
      notice: { code: 'limit-unknown', where, message: 'Head has no value to hold against its `limit`.' },
    }
  const broken = row.better === 'lower' ? row.head > limit.value : row.head < limit.value
  return { kind: broken ? 'broken' : 'kept' }
}
