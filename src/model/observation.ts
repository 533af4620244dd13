// What one trial of one side says about one metric, on its way from a driver into a Run and into the stop rule.
import type { Side } from './side.ts'
import type { Statistic } from './statistic.ts'
import type { Better, Unit } from './unit.ts'

export interface Observation {
  readonly benchmark: string
  readonly metric: string
  readonly unit: Unit
  readonly better: Better
  readonly statistic?: Statistic
  readonly value:
    | { readonly kind: 'samples'; readonly samples: readonly number[] }
    | { readonly kind: 'histogram'; readonly histogram: string }
    | { readonly kind: 'exact'; readonly value: number }
}

/** Both sides of one round of one benchmark; a pair with a failed trial is void and never gets here. */
export interface Pair extends Readonly<Record<Side, readonly Observation[]>> {
  readonly round: number
  /** Which side ran first; absent when that is unknown, as for what one process measured of both. */
  readonly first?: Side
}
