// Comparisons held against budgets: what each row and the whole suite come to.
import * as v from 'valibot'
import { comparisonEntries, findings } from './comparison.ts'
import { NoticeSchema } from './notice.ts'
import { baseUnits } from './unit.ts'

export const outcomes = ['pass', 'warn', 'fail', 'not-compared'] as const
export type Outcome = (typeof outcomes)[number]

const QuantityValue = v.object({ value: v.number(), unit: v.nullable(v.picklist(baseUnits)) })

export const TermsSchema = v.object({
  gating: v.boolean(),
  regression: v.number(),
  ignoreBelow: v.number(),
  limit: v.optional(QuantityValue),
  floor: v.optional(QuantityValue),
  onRegression: v.picklist(['fail', 'warn', 'ignore']),
  maxVariation: v.optional(v.number()),
})

export const JudgedSchema = v.object({
  ...comparisonEntries,
  verdict: v.picklist([...findings, 'over-limit', 'accepted']),
  terms: TermsSchema,
  /** What this row does to the gate. */
  outcome: v.picklist(['pass', 'warn', 'fail', 'shown']),
})
export type Judged = Readonly<v.InferOutput<typeof JudgedSchema>>
export type RowVerdict = Judged['verdict']

export const VerdictSchema = v.object({
  verdict: v.picklist(outcomes),
  comparisons: v.array(JudgedSchema),
  notices: v.array(NoticeSchema),
})
export type Verdict = Readonly<v.InferOutput<typeof VerdictSchema>>
