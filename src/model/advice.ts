// Advice: what the figures say beside the verdict, which it never changes. It carries data and words apart, so that every
// renderer writes amounts its own way and escapes what benchmarks are called.
import * as v from 'valibot'

/** Every rule, the most urgent first: the order in which advice is shown. */
export const adviceRules = [
  'errors',
  'timeouts',
  'rate-limits',
  'generator-saturated',
  'growing-memory',
  'low-throughput',
  'cpu-saturated',
  'event-loop-blocked',
  'gc-heavy',
  'tail-far-above-mean',
  'slow-mean',
  'high-memory',
  'connection-churn',
  'noisy-baseline',
  'trial-too-short',
] as const
export type AdviceRule = (typeof adviceRules)[number]

const finite = v.pipe(v.number(), v.finite())

/** Words, or a figure among them: an amount in a base unit, a factor, or something word for word. */
const SeenSchema = v.union([
  v.string(),
  v.object({ amount: finite, unit: v.string() }),
  v.object({ times: finite }),
  v.object({ code: v.string() }),
])
export type Seen = Readonly<v.InferOutput<typeof SeenSchema>>

export const AdviceSchema = v.object({
  /** One of `adviceRules`; a report of another version may have others. */
  rule: v.string(),
  title: v.string(),
  /** Where it fired, and what was seen there; the clearest case first. */
  seen: v.array(v.object({ benchmark: v.string(), words: v.array(SeenSchema) })),
  /** One sentence each: why it matters, what to try, where to look. */
  why: v.string(),
  attempt: v.string(),
  look: v.string(),
})
export type Advice = Readonly<v.InferOutput<typeof AdviceSchema>>
