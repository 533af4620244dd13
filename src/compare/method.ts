// The one table from what was kept and how it was measured to the way it is compared.
import type { Evidence } from '../model/evidence.ts'
import type { Run } from '../model/run.ts'

/** Interleaved in one job, or measured one after the other. */
export type Design = 'paired' | 'unpaired'

export type Method =
  /** The evidence rule on pairs. */
  | 'pairs'
  /** Arithmetic. */
  | 'exact'
  /** Mann-Whitney on repetitions. */
  | 'ranks'
  /** Welch on logarithms, from mean, standard deviation and n. */
  | 'moments'

export const methods = {
  paired: { trials: 'pairs', histogram: 'pairs', exact: 'exact', summary: 'moments' },
  unpaired: { trials: 'ranks', histogram: 'ranks', exact: 'exact', summary: 'moments' },
} as const satisfies Record<Design, Record<Evidence['kind'], Method>>

/** Two Runs were interleaved when one measurement made both. */
export function designOf(base: Run, head: Run): Design {
  return base.measurement !== undefined && base.measurement === head.measurement ? 'paired' : 'unpaired'
}

/** `null` when the two sides kept things that cannot be compared. */
export function methodFor(design: Design, base: Evidence['kind'], head: Evidence['kind']): Method | null {
  if (base === head) return methods[design][base]
  // Samples can be summed up to what the other side kept; nothing else can be turned into another kind.
  const kinds = new Set([base, head])
  return kinds.has('trials') && kinds.has('summary') ? 'moments' : null
}
