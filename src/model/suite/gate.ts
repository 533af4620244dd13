// How sure the gate must be and how long it may take.
import * as v from 'valibot'
import { positiveDuration } from './amount.ts'

export const defaultAlpha = 0.01

export const GateSchema = v.pipe(
  v.strictObject({
    alpha: v.optional(
      v.pipe(
        v.number('expected a share such as 0.01'),
        v.gtValue(0, 'expected more than 0: no test is never wrong'),
        v.maxValue(0.2, 'expected at most 0.2: more would stop one unchanged pull request in five'),
        v.description('The share of unchanged pull requests that may be stopped, for the whole suite.'),
      ),
      defaultAlpha,
    ),
    'max-time': v.optional(positiveDuration('Time budget for measuring, after setup.'), '8m'),
    'max-pairs': v.optional(
      v.pipe(
        v.number(),
        v.integer('expected a whole number'),
        v.minValue(5, 'expected 5 or more: nothing is decided on fewer pairs'),
        v.maxValue(1000, 'expected 1000 or fewer'),
        v.description('Pairs per benchmark at most; 40 when absent, 30 from `alpha` 0.05 on.'),
      ),
    ),
    'on-inconclusive': v.optional(
      v.pipe(
        v.picklist(['pass', 'warn', 'fail']),
        v.description('What an undecided metric does to the gate.'),
      ),
      'warn',
    ),
    'budgets-from': v.optional(
      v.pipe(
        v.picklist(['base', 'head']),
        v.description(
          'Whose `budgets` and `gate` judge a pull request that edits them: those of its base, or its own.',
        ),
      ),
      'base',
    ),
    confirm: v.optional(
      v.pipe(
        v.number(),
        v.integer('expected a whole number'),
        v.minValue(2, 'expected 2 or more: a single further job often repeats what alarmed the first'),
        v.description('Fresh jobs that must confirm an alarm against recorded Runs before it fails.'),
      ),
      2,
    ),
  }),
  v.title('gate'),
  v.description('How sure the gate must be and how long it may take.'),
  v.transform((written) => ({
    alpha: written.alpha,
    maxTime: written['max-time'],
    // 40 pairs at alpha 1 %, 30 at 5 %: docs/how-it-decides.md.
    maxPairs: written['max-pairs'] ?? (written.alpha >= 0.05 ? 30 : 40),
    onInconclusive: written['on-inconclusive'],
    budgetsFrom: written['budgets-from'],
    confirm: written.confirm,
  })),
)
export type Gate = Readonly<v.InferOutput<typeof GateSchema>>
