// One metric measured before and after: which test its repetitions allow, and what was wrong with them.
import type { Comparison } from '../model/comparison.ts'
import type { Notice } from '../model/notice.ts'
import type { Terms } from '../model/terms.ts'
import { faultNotice, whereOf } from './oddities.ts'
import type { BothRepetitions, momentsFor } from './repetitions.ts'
import type { Certainty } from './settings.ts'
import { compareMoments, compareRanks, type Unpaired } from './unpaired.ts'

type About = Pick<Comparison, 'benchmark' | 'metric' | 'unit' | 'better'>

export type Outcome =
  | {
      readonly kind: 'tested'
      readonly test: Unpaired
      readonly n: readonly [number, number]
      readonly ranks: boolean
      readonly notices: readonly Notice[]
    }
  | { readonly kind: 'constant'; readonly base: number; readonly head: number; readonly n: number }
  | {
      readonly kind: 'untested'
      readonly reason: string
      readonly n: number
      readonly notices: readonly Notice[]
    }

export const noSpread = {
  kind: 'untested',
  reason:
    'The tool printed no spread (mean, standard deviation and repetitions), so chance cannot be told from change.',
  n: 0,
  notices: [],
} as const satisfies Outcome

export function byRanks(
  { base, head, withinProcess }: BothRepetitions,
  about: About,
  terms: Terms,
  { beta, minPairs }: Certainty,
): Outcome {
  const n = Math.min(base.values.length, head.values.length)
  const where = whereOf(about)
  const notices: Notice[] = [
    ...[...base.faults].map(([fault, count]) => faultNotice(where, 'base', fault, count)),
    ...[...head.faults].map(([fault, count]) => faultNotice(where, 'head', fault, count)),
  ]
  if (n === 0) return { kind: 'untested', reason: 'A side has no usable value.', n, notices }
  const [baseValue = Number.NaN] = base.values
  const [headValue = Number.NaN] = head.values
  const constant =
    base.values.every((value) => value === baseValue) && head.values.every((value) => value === headValue)
  if (constant && n >= minPairs) return constantOrCoarse(baseValue, headValue, n, about)
  if (Math.min(...base.values, ...head.values) < 0) {
    notices.push({
      code: 'negative-values',
      where,
      message: 'Some values are negative: they have no ratio.',
      fix: 'Report a quantity that cannot be negative, or the two parts of the difference.',
    })
    return { kind: 'untested', reason: 'Negative values have no ratio.', n, notices }
  }
  if (withinProcess)
    notices.push({
      code: 'one-process',
      where,
      message:
        'All repetitions come from one process of each side: how much one process differs from the next is not known.',
      fix: 'Let the tool run several processes, or measure with perf-gate.',
    })
  const test = compareRanks(base.values, head.values, about.better, terms, beta)
  return { kind: 'tested', test, n: [base.values.length, head.values.length], ranks: true, notices }
}

export function byMoments(
  base: ReturnType<typeof momentsFor>,
  head: ReturnType<typeof momentsFor>,
  about: About,
  terms: Terms,
  { beta, minPairs }: Certainty,
): Outcome {
  if (base === null || head === null) return noSpread
  const n = Math.min(base.n, head.n)
  if (base.standardDeviation === 0 && head.standardDeviation === 0 && n >= minPairs)
    return constantOrCoarse(base.mean, head.mean, n, about)
  const test = compareMoments(base, head, about.better, terms, beta)
  return test === null
    ? { ...noSpread, n }
    : { kind: 'tested', test, n: [base.n, head.n], ranks: false, notices: [] }
}

/** Counts may be the same every time; a time that is has lost its noise to rounding, and a change as large as that with it. */
function constantOrCoarse(base: number, head: number, n: number, { unit }: About): Outcome {
  if (unit !== 's' || base === head) return { kind: 'constant', base, head, n }
  const reason =
    'Every repetition of a side shows the very same time: it was rounded, or one result was given several times, and how large a change hides in that is not known.'
  return { kind: 'untested', reason, n, notices: [] }
}
