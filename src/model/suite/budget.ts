// What a metric may cost: relative (`regression`), absolute (`limit`), and from which size on it matters (`floor`).
import * as v from 'valibot'
import { PercentSchema, QuantitySchema } from './quantity.ts'

export const BudgetSchema = v.pipe(
  v.strictObject({
    benchmark: v.optional(
      v.pipe(
        v.string(),
        v.nonEmpty(),
        v.description('Name or glob of the benchmarks it is for; all when absent.'),
      ),
      '**',
    ),
    metric: v.pipe(v.string(), v.nonEmpty(), v.description('Name or glob of the metrics it is for.')),
    limit: v.optional(
      v.pipe(
        QuantitySchema,
        v.description('Absolute bound on head: a maximum, or a minimum where higher is better.'),
      ),
    ),
    regression: v.optional(
      v.pipe(PercentSchema, v.description('A change for the worse that must be noticed.')),
    ),
    'ignore-below': v.optional(
      v.pipe(PercentSchema, v.description('Changes smaller than this do not count.')),
    ),
    floor: v.optional(
      v.pipe(
        QuantitySchema,
        v.description('A regression must also be at least this large, in absolute terms.'),
      ),
    ),
    'on-regression': v.optional(
      v.pipe(v.picklist(['fail', 'warn', 'ignore']), v.description('What a broken budget does to the gate.')),
    ),
  }),
  v.transform(({ 'ignore-below': ignoreBelow, 'on-regression': onRegression, ...rest }) => ({
    ...rest,
    ignoreBelow,
    onRegression,
  })),
)
export type Budget = Readonly<v.InferOutput<typeof BudgetSchema>>
