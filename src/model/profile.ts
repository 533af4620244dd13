// Where time went in one benchmark on one side: self and total time per function.
import * as v from 'valibot'

export const FrameSchema = v.object({
  function: v.string(),
  file: v.optional(v.string()),
  line: v.optional(v.number()),
  /** Seconds. */
  self: v.number(),
  total: v.number(),
})
export type Frame = Readonly<v.InferOutput<typeof FrameSchema>>

export const ProfileSchema = v.object({
  benchmark: v.string(),
  /** What was sampled: `cpu` in seconds, `heap` in bytes. */
  kind: v.picklist(['cpu', 'heap']),
  /** Iterations the profile covers, so that times can be shown per iteration. */
  iterations: v.optional(v.number()),
  frames: v.array(FrameSchema),
})
export type Profile = Readonly<v.InferOutput<typeof ProfileSchema>>
