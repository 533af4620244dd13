// Everything measured is a Run: a side of a paired measurement, a baseline, a shard, an imported file.
import * as v from 'valibot'
import { EnvironmentSchema } from './environment.ts'
import { FailureSchema } from './failure.ts'
import { NoticeSchema } from './notice.ts'
import { ProfileSchema } from './profile.ts'
import { SeriesSchema } from './series.ts'
import { ShardSchema } from './shard.ts'

export const runFormat = 'perf-gate/run'
export const runVersion = 1

export const SubjectSchema = v.object({
  label: v.optional(v.picklist(['base', 'head'])),
  commit: v.optional(v.string()),
  ref: v.optional(v.string()),
})
export type Subject = Readonly<v.InferOutput<typeof SubjectSchema>>

export const RunSchema = v.object({
  format: v.literal(runFormat),
  version: v.literal(runVersion),
  subject: v.optional(SubjectSchema, {}),
  /** Identifies the measuring job: two Runs of one measurement were interleaved and are paired by `round`. */
  measurement: v.optional(v.string()),
  environment: v.optional(EnvironmentSchema, {}),
  createdAt: v.optional(v.string()),
  seed: v.optional(v.number()),
  /** One of several jobs that measure the suite together; written when the shard has ended. */
  shard: v.optional(ShardSchema),
  /** Seconds that measuring took, both sides together, by entry of the suite: what later shards are balanced by. */
  spent: v.optional(v.record(v.string(), v.number())),
  notices: v.optional(v.array(NoticeSchema), []),
  failures: v.optional(v.array(FailureSchema), []),
  profiles: v.optional(v.array(ProfileSchema), []),
  series: v.array(SeriesSchema),
})
export type Run = Readonly<v.InferOutput<typeof RunSchema>>

/** Both sides of one measurement. */
export interface Runs {
  readonly base: Run
  readonly head: Run
}

/** A Run with nothing in it yet. */
export function emptyRun(parts: Partial<Run> = {}): Run {
  return {
    format: runFormat,
    version: runVersion,
    subject: {},
    environment: {},
    notices: [],
    failures: [],
    profiles: [],
    series: [],
    ...parts,
  }
}
