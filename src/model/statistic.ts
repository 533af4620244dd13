// How the iterations of one trial become the one value of that trial.
import * as v from 'valibot'

const names = ['median', 'mean', 'lower-quartile', 'min', 'max', 'sum'] as const
const expected = `expected ${names.join(', ')} or a percentile such as "p95"`

export const StatisticSchema = v.union(
  [
    v.picklist(names),
    /** A percentile: `p95`, `p99.9`. */
    v.pipe(v.string(), v.regex(/^p(\d{1,2}(\.\d+)?|100)$/, expected)),
  ],
  expected,
)

export type Statistic = v.InferOutput<typeof StatisticSchema>
