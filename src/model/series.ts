// One metric of one benchmark on one side.
import * as v from 'valibot'
import { EvidenceSchema } from './evidence.ts'
import { StatisticSchema } from './statistic.ts'
import { BetterSchema, UnitSchema } from './unit.ts'

export const SeriesSchema = v.object({
  /** `name`, or `name/variant` where one entry of the suite holds several. */
  benchmark: v.pipe(v.string(), v.nonEmpty()),
  metric: v.pipe(v.string(), v.nonEmpty()),
  unit: UnitSchema,
  better: BetterSchema,
  /** How a trial's samples become its value; the metric's own default where absent. */
  statistic: v.optional(StatisticSchema),
  evidence: EvidenceSchema,
})
export type Series = Readonly<v.InferOutput<typeof SeriesSchema>>

/** Identity of a series inside a Run. */
export function seriesKey(series: { readonly benchmark: string; readonly metric: string }): string {
  return `${series.benchmark}\u0000${series.metric}`
}
