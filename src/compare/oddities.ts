// What was wrong with a metric's pairs, as Notices: each says what was seen, what it means for the verdict and what to do.
import type { Notice } from '../model/notice.ts'
import type { Side } from '../model/side.ts'
import type { PairedMetric } from './paired-metric.ts'
import type { Fault } from './value.ts'
import { counted } from './wording.ts'

const faultTexts = {
  empty: { what: 'no samples', fix: 'Check that the benchmark reports at least one value per trial.' },
  'not-finite': {
    what: 'a value that is no finite number',
    fix: 'Check what the benchmark divides by, and what it prints when it fails.',
  },
  unreadable: {
    what: 'a histogram that cannot be read',
    fix: 'Expected an HdrHistogram, V2, deflated, in base64.',
  },
  void: {
    what: 'a value that says nothing about the program (inconclusive: generator saturated)',
    fix: 'Send less load, add "workers", or give the generator a core of its own.',
  },
} as const satisfies Record<Fault, { readonly what: string; readonly fix: string }>

/** Where a row's notices point: `parse/large cpu`. */
export function whereOf({
  benchmark,
  metric,
}: {
  readonly benchmark: string
  readonly metric: string
}): string {
  return `${benchmark} ${metric}`
}

/** A trial without a value, on one side of an unpaired comparison or of a pair. */
export function faultNotice(where: string, side: Side, fault: Fault, count: number): Notice {
  const { what, fix } = faultTexts[fault]
  return {
    code: `${fault}-values`,
    where,
    message: `${counted(count, 'trial')} of ${side} had ${what} and ${count === 1 ? 'was' : 'were'} left out.`,
    fix,
  }
}

export function oddityNotices(metric: PairedMetric, minPairs: number): Notice[] {
  const where = whereOf(metric)
  const { faults, negative, zero, repeatedRounds, alwaysFirst } = metric.oddities
  const notices = [...faults].map(([key, count]) => {
    const [side, fault] = key.split(' ') as [Side, Fault]
    return faultNotice(where, side, fault, count)
  })
  const exact = metric.exact(minPairs) !== null
  if (negative > 0 && !exact)
    notices.push({
      code: 'negative-values',
      where,
      message: `${counted(negative, 'pair')} held a negative value, which has no ratio, and ${negative === 1 ? 'was' : 'were'} left out.`,
      fix: 'Report a quantity that cannot be negative, or the two parts of the difference.',
    })
  if (zero > 0 && !exact)
    notices.push({
      code: 'zero-values',
      where,
      message: `${counted(zero, 'pair')} had a zero on one side only; each counts as the largest change there is, and percentages mean little here.`,
      fix: 'Give the metric a `floor`, or measure something that is never zero.',
    })
  if (exact && !metric.countsOnly && metric.pairs > 1)
    notices.push({
      code: 'constant',
      where,
      message: `All ${metric.pairs} trials of each side gave one and the same value, so it was compared exactly.`,
    })
  if (repeatedRounds > 0)
    notices.push({
      code: 'repeated-rounds',
      where,
      message: `${counted(repeatedRounds, 'round')} appeared more than once; the first of each was used.`,
      fix: 'Merge Runs of different rounds only.',
    })
  if (alwaysFirst !== null)
    notices.push({
      code: 'fixed-order',
      where,
      message: `${alwaysFirst} ran first in all ${metric.pairs} pairs: what the second process of a pair suffers cannot be told from the change.`,
      fix: 'Draw the order of each pair at random, as `perf-gate run` does.',
    })
  return notices
}
