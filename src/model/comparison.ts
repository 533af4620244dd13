// One metric of one benchmark, head against base: what was found, how sure it is, and why.
import * as v from 'valibot'
import { NoticeSchema } from './notice.ts'
import { BetterSchema, UnitSchema } from './unit.ts'

export const findings = [
  'regression',
  'improvement',
  'no-change',
  'inconclusive',
  'new',
  'gone',
  'failed',
] as const
export type Finding = (typeof findings)[number]

export const modes = ['paired', 'recorded', 'imported', 'exact'] as const
export type Mode = (typeof modes)[number]

const nullableNumber = v.nullable(v.number())

export const comparisonEntries = {
  benchmark: v.string(),
  metric: v.string(),
  unit: UnitSchema,
  better: BetterSchema,
  mode: v.picklist(modes),
  /** Values of the two sides in base units; `null` where a side is missing. */
  base: nullableNumber,
  head: nullableNumber,
  /** Head over base. */
  ratio: nullableNumber,
  /** Interval of `ratio` that holds at all times at once; `null` where nothing can be said. */
  interval: v.nullable(v.tuple([v.number(), v.number()])),
  /** For the whole suite, already corrected for the number of metrics. */
  p: nullableNumber,
  /** Pairs, runs or repetitions that the finding rests on. */
  pairs: v.number(),
  /** Pairs that point the same way as `ratio`; absent where there are no pairs. */
  agree: v.optional(v.number()),
  /**
   * Only of a regression that shows in the fastest iterations of the trials and not in the declared statistic by itself:
   * head over base of these iterations, and the pairs in which they are worse. `ratio` and `interval` stay those of the
   * declared statistic.
   */
  fastest: v.optional(v.object({ ratio: v.number(), agree: v.number() })),
  /** The smallest relative change for the worse that is excluded: 0.031 means "would have noticed 3.1 %". */
  excludes: nullableNumber,
  /** One sentence. */
  reason: v.string(),
  notices: v.optional(v.array(NoticeSchema), []),
}

export const ComparisonSchema = v.object({ ...comparisonEntries, verdict: v.picklist(findings) })
export type Comparison = Readonly<v.InferOutput<typeof ComparisonSchema>>
