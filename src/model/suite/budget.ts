// What a metric may cost: relative (`regression`), absolute (`limit`), and from which size on it matters (`floor`).
import * as v from 'valibot'
import { percent, quantity } from './amount.ts'

const glob = (description: string) =>
  v.pipe(v.string(), v.nonEmpty('expected a name or a glob'), v.description(description))

export const BudgetSchema = v.pipe(
  v.strictObject({
    benchmark: v.optional(glob('Name or glob of the benchmarks it is for; all when absent.'), '**'),
    metric: glob('Name or glob of the metrics it is for.'),
    limit: v.optional(quantity('Absolute bound on head: a maximum, or a minimum where higher is better.')),
    regression: v.optional(
      percent("A change for the worse that must be noticed; the metric's own when absent."),
    ),
    'ignore-below': v.optional(
      percent('Changes smaller than this do not count; at most a fifth of `regression` when absent.'),
    ),
    floor: v.optional(quantity('A regression must also be at least this large, in absolute terms.')),
    'max-variation': v.optional(
      percent('Consistency: the coefficient of variation of the trials of head may be this much at most.'),
    ),
    'on-regression': v.optional(
      v.pipe(
        v.picklist(['fail', 'warn', 'ignore']),
        v.description('What a broken budget does to the gate; `fail` when absent.'),
      ),
    ),
  }),
  v.title('budget'),
  v.description('What one or several metrics may cost.'),
  v.transform(
    ({
      'ignore-below': ignoreBelow,
      'on-regression': onRegression,
      'max-variation': maxVariation,
      ...rest
    }) => ({
      ...rest,
      ignoreBelow,
      onRegression,
      ...(maxVariation === undefined ? {} : { maxVariation }),
    }),
  ),
)
export type Budget = Readonly<v.InferOutput<typeof BudgetSchema>>
