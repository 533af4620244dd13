// How sure the gate must be and how long it may take.
import * as v from 'valibot'
import { DurationSchema } from './quantity.ts'

export const defaultAlpha = 0.01

export const GateSchema = v.pipe(
  v.strictObject({
    alpha: v.optional(
      v.pipe(
        v.number(),
        v.gtValue(0),
        v.maxValue(0.2, 'expected at most 0.2: more would stop one unchanged pull request in five'),
        v.description('The share of unchanged pull requests that may be stopped, for the whole suite.'),
      ),
      defaultAlpha,
    ),
    'max-time': v.optional(
      v.pipe(DurationSchema, v.description('Time budget for measuring, after setup.')),
      '8m',
    ),
    'max-pairs': v.optional(
      v.pipe(v.number(), v.integer(), v.minValue(5), v.description('Pairs per benchmark at most.')),
    ),
    'on-inconclusive': v.optional(
      v.pipe(
        v.picklist(['pass', 'warn', 'fail']),
        v.description('What an undecided metric does to the gate.'),
      ),
      'warn',
    ),
  }),
  v.transform(({ 'max-time': maxTime, 'max-pairs': maxPairs, 'on-inconclusive': onInconclusive, alpha }) => ({
    alpha,
    maxTime,
    // 40 pairs at alpha 1 %, 30 at 5 %: research/decision-rules, section 4.5.
    maxPairs: maxPairs ?? (alpha >= 0.05 ? 30 : 40),
    onInconclusive,
  })),
)
export type Gate = Readonly<v.InferOutput<typeof GateSchema>>
