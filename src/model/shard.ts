// One of several jobs that measure a suite together: which part of it is whose.
import * as v from 'valibot'

export const ShardSchema = v.object({
  /** From 1. */
  index: v.pipe(v.number(), v.integer(), v.minValue(1)),
  /** Names of the benchmarks of every shard, in order: the same in all shards of one suite. */
  division: v.array(v.array(v.string())),
  /** Why this base, for the report that is made of all shards. */
  change: v.optional(
    v.object({
      reason: v.picklist(['merge-base', 'previous-commit', 'last-commit', 'named', 'folders']),
      distance: v.optional(v.number()),
    }),
  ),
})
export type Shard = Readonly<v.InferOutput<typeof ShardSchema>>

/** `--shard 2/5`: the second of five. */
export interface ShardPlace {
  /** From 1. */
  readonly index: number
  readonly count: number
}

export function describeShard({ index, count }: ShardPlace): string {
  return `shard ${index} of ${count}`
}

/** Which planned benchmark a measured one (`parse/large`) belongs to: the longest name that fits. */
export function plannedName(measured: string, planned: ReadonlySet<string>): string | undefined {
  for (let name = measured; name !== ''; name = name.slice(0, Math.max(0, name.lastIndexOf('/'))))
    if (planned.has(name)) return name
  return undefined
}
