// A benchmark that could not be measured. It stays in the Run: it never just goes missing.
import * as v from 'valibot'

export const FailureSchema = v.object({
  benchmark: v.string(),
  /** Absent when all metrics of the benchmark are concerned. */
  metric: v.optional(v.string()),
  /** Kebab-case, for machines. */
  code: v.string(),
  /** One sentence for people. */
  reason: v.string(),
  round: v.optional(v.number()),
  /** The end of what it printed. Data from the benchmark: never interpreted. */
  output: v.optional(v.string()),
})
export type Failure = Readonly<v.InferOutput<typeof FailureSchema>>
