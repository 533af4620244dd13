// What one trial of one side says about one metric, on its way from a driver into a Run and into the stop rule.
import type { Notice } from './notice.ts'
import type { Side } from './side.ts'
import type { Statistic } from './statistic.ts'
import type { Better, Unit } from './unit.ts'

/**
 * Why a value says nothing about the program, as when the load generator was the bottleneck: it is kept and shown, and
 * its pair decides nothing.
 */
export interface Void {
  readonly void?: Notice | undefined
}

export interface Observation {
  readonly benchmark: string
  readonly metric: string
  readonly unit: Unit
  readonly better: Better
  readonly statistic?: Statistic
  readonly value:
    | ({ readonly kind: 'samples'; readonly samples: readonly number[] } & Void)
    | ({ readonly kind: 'histogram'; readonly histogram: string } & Void)
    | { readonly kind: 'exact'; readonly value: number }
}

/** Both sides of one round of one benchmark; a pair with a failed trial is void and never gets here. */
export interface Pair extends Readonly<Record<Side, readonly Observation[]>> {
  readonly round: number
  /** Which side ran first; absent when that is unknown, as for what one process measured of both. */
  readonly first?: Side
}
