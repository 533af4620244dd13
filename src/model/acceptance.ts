// A regression that people have decided to live with: what, how much of it, until when, why, and who says so.
import * as v from 'valibot'
import { matchesBenchmark, matchesGlob } from './glob.ts'
import { percent } from './suite/amount.ts'

const line = (description: string) =>
  v.pipe(v.string(), v.regex(/^[^\p{Cc}]+$/u, 'expected text in one line'), v.description(description))

const AcceptanceSchema = v.pipe(
  v.strictObject({
    benchmark: line('Name or glob of the benchmarks.'),
    metric: line('Name or glob of the metrics.'),
    'up-to': percent('The change for the worse that is accepted; a larger one is not.'),
    until: v.pipe(
      v.string('expected a date such as "2026-12-31"'),
      v.isoDate('expected a date such as "2026-12-31"'),
      v.description('The last day on which it is accepted.'),
    ),
    reason: line('Why, for reviewers and for whoever reads it when it expires.'),
    by: line('Who accepts it.'),
  }),
  v.title('acceptance'),
  v.transform(({ 'up-to': upTo, ...rest }) => ({ ...rest, upTo })),
)

/** The file `perf-gate.accepted.yml`. */
export const AcceptedSchema = v.strictObject({ accepted: v.array(AcceptanceSchema) })

export interface Acceptance {
  readonly benchmark: string
  readonly metric: string
  /** A ratio: 0.08; absent for any amount. */
  readonly upTo?: number
  /** `2026-12-31`; absent where it holds for this pull request only. */
  readonly until?: string
  readonly reason: string
  readonly by: string
  /** `perf-gate.accepted.yml:4` */
  readonly where?: string
}

export function matchesAcceptance(
  acceptance: Acceptance,
  row: { readonly benchmark: string; readonly metric: string },
): boolean {
  return matchesBenchmark(acceptance.benchmark, row.benchmark) && matchesGlob(acceptance.metric, row.metric)
}
