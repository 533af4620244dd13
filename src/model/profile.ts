// Where time (or memory) went in one benchmark on one side: self and total per function, and the stacks they stood on.
import * as v from 'valibot'

const amount = v.pipe(v.number(), v.finite(), v.minValue(0))

export const FrameSchema = v.object({
  function: v.string(),
  /** Relative to the side's root, so that both sides agree; `node:fs` for the runtime's own; absent for built-ins. */
  file: v.optional(v.string()),
  /** Line of the definition, from 1. */
  line: v.optional(v.number()),
  /** The source line of its definition: tells functions of one name in one file apart when lines have moved. */
  text: v.optional(v.string()),
  /** In the profile's unit, over all of it: in the function itself, without what it called. */
  self: amount,
  /** With everything that it called. */
  total: amount,
  /** `self`, and that of the runtime's own functions that it called: what its source is answerable for. */
  own: v.optional(amount),
})
export type Frame = Readonly<v.InferOutput<typeof FrameSchema>>

/** Objects of one constructor on the JS heap, after a garbage collection. */
export const HeapConstructorSchema = v.object({
  /** `(array)`, `(string)` and the like for what has none. */
  name: v.string(),
  count: amount,
  /** Their own, without what they refer to. */
  bytes: amount,
})
export type HeapConstructor = Readonly<v.InferOutput<typeof HeapConstructorSchema>>

export const ProfileSchema = v.object({
  benchmark: v.string(),
  /** Other rows of the same program that it explains too, such as the steps of a scenario. */
  covers: v.optional(v.array(v.string())),
  /** What was sampled: `cpu` time, or `heap` in bytes. */
  kind: v.picklist(['cpu', 'heap']),
  /** Unit of all amounts: seconds, bytes, or the samples of a profiler that does not say how far apart they are. */
  unit: v.optional(v.picklist(['s', 'B', 'samples'])),
  /** Iterations the profile covers, so that times can be shown per iteration. */
  iterations: v.optional(v.number()),
  /** Samples that were taken: how far the amounts can be trusted. */
  samples: v.optional(v.number()),
  frames: v.array(FrameSchema),
  /** The weightiest stacks: indexes into `frames`, outermost call first. */
  stacks: v.optional(v.array(v.object({ frames: v.array(v.number()), self: amount }))),
  /** Of a `heap` profile: what stood on the heap at its end, largest first. */
  constructors: v.optional(v.array(HeapConstructorSchema)),
})
export type Profile = Readonly<v.InferOutput<typeof ProfileSchema>>
