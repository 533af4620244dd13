// JSON of a known shape: the schema in each format documents what it reads, and a file of another shape is named by key.
import * as v from 'valibot'
import { ReadError } from '../../errors.ts'
import type { Source } from './source.ts'

/** A figure as tools write it; whether it can be used is for the collector to say. */
export const figureSchema = v.optional(v.nullable(v.union([v.number(), v.string(), v.boolean()])))
export const optionalText = v.optional(v.nullable(v.string()))
export const anyRecord = v.record(v.string(), v.unknown())

/** `value` as the schema says; throws `ReadError` with the key that is wrong. */
export function shaped<Schema extends v.GenericSchema>(
  source: Source,
  schema: Schema,
  value: unknown = source.json(),
): v.InferOutput<Schema> {
  if (value === undefined) {
    const problem = source.jsonProblem()
    throw new ReadError(`line ${problem.line}: ${problem.message}`)
  }
  const result = v.safeParse(schema, value)
  if (result.success) return result.output
  const [issue] = result.issues
  const key = v.getDotPath(issue) ?? 'the whole'
  throw new ReadError(`${key}: expected ${issue.expected ?? 'something else'}, found ${issue.received}`)
}

/** The value in a list of one when it has the shape, else none: for lines that may hold anything. */
export function matching<Schema extends v.GenericSchema>(
  schema: Schema,
  value: unknown,
): v.InferOutput<Schema>[] {
  const result = v.safeParse(schema, value)
  return result.success ? [result.output] : []
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** The value at a path of keys; `undefined` where there is none. */
export function at(value: unknown, ...path: readonly (string | number)[]): unknown {
  let here = value
  for (const key of path) {
    if (typeof here !== 'object' || here === null || !Object.hasOwn(here, key)) return undefined
    here = Array.isArray(here) ? here[Number(key)] : (here as Readonly<Record<string, unknown>>)[key]
  }
  return here
}

export function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : []
}

export function textOf(value: unknown): string | undefined {
  return typeof value === 'string' && value !== '' ? value : undefined
}
