// How the iterations of one trial become the one value of that trial.
import * as v from 'valibot'

export const StatisticSchema = v.union([
  v.picklist(['median', 'mean', 'lower-quartile', 'min', 'max', 'sum']),
  /** A percentile: `p95`, `p99.9`. */
  v.pipe(v.string(), v.regex(/^p(\d{1,2}(\.\d+)?|100)$/, 'expected a percentile such as "p95"')),
])

export type Statistic = v.InferOutput<typeof StatisticSchema>
