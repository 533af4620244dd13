// What was seen of one metric of one benchmark on one side. The process (one trial) is the unit of replication,
// never the iteration inside it: research and reasons are in docs/how-it-decides.md.
import * as v from 'valibot'
import { NoticeSchema } from './notice.ts'

const number = v.pipe(v.number(), v.finite())

export const TrialSchema = v.object({
  /** Base and head trials of one `measurement` with the same round are a pair. */
  round: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** 0 = ran first in its pair, 1 = second. */
  position: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  startedAt: v.optional(v.string()),
  /** Per iteration (or per block of iterations), base units, warm-up already dropped. May hold what must be noticed: see compare. */
  samples: v.array(v.number()),
  /** Why it says nothing about the program: kept, shown, and left out of every comparison. */
  void: v.optional(NoticeSchema),
})
export type Trial = Readonly<v.InferOutput<typeof TrialSchema>>

export const HistogramRoundSchema = v.object({
  round: v.pipe(v.number(), v.integer(), v.minValue(0)),
  position: v.optional(v.pipe(v.number(), v.integer(), v.minValue(0))),
  startedAt: v.optional(v.string()),
  /** HdrHistogram V2, deflated, base64. Counts microseconds when the series is in seconds, else the base unit. */
  histogram: v.string(),
  /** As in a trial. */
  void: v.optional(NoticeSchema),
})
export type HistogramRound = Readonly<v.InferOutput<typeof HistogramRoundSchema>>

export const EvidenceSchema = v.variant('kind', [
  v.object({ kind: v.literal('trials'), trials: v.array(TrialSchema) }),
  v.object({ kind: v.literal('histogram'), rounds: v.array(HistogramRoundSchema) }),
  /** What a tool printed when it keeps no samples. */
  v.object({
    kind: v.literal('summary'),
    mean: v.optional(number),
    standardDeviation: v.optional(number),
    /** How many repetitions the figures rest on. */
    n: v.optional(v.pipe(v.number(), v.minValue(0))),
    median: v.optional(number),
    min: v.optional(number),
    max: v.optional(number),
    /** Keys as in statistics: `p95`. */
    quantiles: v.optional(v.record(v.string(), number)),
  }),
  /** A count or a size: compared exactly, outside the family of tests. */
  v.object({ kind: v.literal('exact'), value: v.number() }),
])
export type Evidence = Readonly<v.InferOutput<typeof EvidenceSchema>>
