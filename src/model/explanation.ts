// Why a benchmark became slower or larger: the functions that grew between the profiles of both sides.
import * as v from 'valibot'

/** An amount per iteration on each side, base units. */
const Both = v.object({ base: v.number(), head: v.number() })

const placeEntries = {
  function: v.string(),
  file: v.optional(v.string()),
  line: v.optional(v.number()),
}

export const GrownFunctionSchema = v.object({
  ...placeEntries,
  /** In the function itself. */
  self: Both,
  /** With everything that it called. */
  total: Both,
  /** In the function itself and in the runtime's functions that it called. */
  own: Both,
  /** The change of `own` is larger than what sampling alone does. */
  certain: v.boolean(),
  /** For a function of a dependency: the nearest caller that is not. */
  caller: v.optional(v.object(placeEntries)),
})
export type GrownFunction = Readonly<v.InferOutput<typeof GrownFunctionSchema>>

/** A box of the flame graph; `parent` is an index into the list, −1 for the outermost ones. */
export const FlameBoxSchema = v.object({ parent: v.number(), ...placeEntries, ...Both.entries })
export type FlameBox = Readonly<v.InferOutput<typeof FlameBoxSchema>>

/** Objects of one constructor at the end of the profile on each side: how many, and their own bytes. */
export const GrownConstructorSchema = v.object({ name: v.string(), count: Both, bytes: Both })
export type GrownConstructor = Readonly<v.InferOutput<typeof GrownConstructorSchema>>

export const ExplanationSchema = v.object({
  benchmark: v.string(),
  /** Other rows that it explains too. */
  covers: v.optional(v.array(v.string())),
  kind: v.picklist(['cpu', 'heap']),
  unit: v.picklist(['s', 'B']),
  /** Of the whole profile, per iteration. */
  total: Both,
  /** Most grown first, most shrunk last; those that did not change noticeably are left out. */
  functions: v.array(GrownFunctionSchema),
  flame: v.array(FlameBoxSchema),
  /** Of memory: most grown first; those that did not grow are left out. */
  constructors: v.optional(v.array(GrownConstructorSchema)),
})
export type Explanation = Readonly<v.InferOutput<typeof ExplanationSchema>>
