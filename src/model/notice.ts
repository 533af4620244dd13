// A warning as data: it travels with the result it belongs to and is worded for the person who reads the report.
import * as v from 'valibot'

export const NoticeSchema = v.object({
  /** Stable, kebab-case, for machines: `short-trials`, `no-baseline`. */
  code: v.string(),
  /** One sentence: what was seen. */
  message: v.string(),
  /** Where: a benchmark, a file:line, a YAML key. */
  where: v.optional(v.string()),
  /** What to do about it. */
  fix: v.optional(v.string()),
})

export type Notice = Readonly<v.InferOutput<typeof NoticeSchema>>
