// The shape of what was written, held against the schema's: mappings where mappings belong, every key known and with
// a value, one kind per benchmark. valibot alone stops at the first unknown key and takes a list for a mapping.
import type * as v from 'valibot'
import { didYouMean } from '../model/nearest.ts'
import { type BenchmarkKind, benchmarkKinds, benchmarkSchemas, kindsIn } from '../model/suite/benchmark.ts'
import { loadEntries } from '../model/suite/load-keys.ts'
import { found, oneOf } from './explain.ts'
import type { Fault, Path } from './fault.ts'

/** A schema as far as this walk looks at it. */
interface Node {
  readonly type: string
  readonly wrapped?: Node
  readonly entries?: Readonly<Record<string, Node>>
  readonly item?: Node
  readonly value?: Node
  readonly options?: readonly unknown[]
}

export type Mapping = Readonly<Record<string, unknown>>

export function isMapping(value: unknown): value is Mapping {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Walks `written` along `schema`. What is below a fault is not looked at. */
export function shapeFaults(schema: v.GenericSchema, written: unknown): Fault[] {
  return walk(schema, written, [])
}

function walk(schema: Node, value: unknown, path: Path): Fault[] {
  if (value === null || value === undefined)
    return [{ path, message: 'has no value: give it one, or remove the key' }]
  if (schema.wrapped !== undefined) return walk(schema.wrapped, value, path)
  const { entries, item, value: member } = schema
  if (entries !== undefined)
    return eachKey(value, path, (key, below, inside) => {
      const entry = Object.hasOwn(entries, key) ? entries[key] : undefined
      return entry === undefined
        ? [{ path: below, message: unknownKey(key, Object.keys(entries)) }]
        : walk(entry, inside, below)
    })
  if (schema.type === 'record' && member !== undefined)
    return eachKey(value, path, (_, below, inside) => walk(member, inside, below))
  if (item !== undefined && Array.isArray(value))
    return value.flatMap((inside: unknown, index) => walk(item, inside, [...path, index]))
  if (schema.options?.includes(benchmarkSchemas.task)) return benchmark(value, path)
  return []
}

function eachKey(
  value: unknown,
  path: Path,
  check: (key: string, below: Path, inside: unknown) => Fault[],
): Fault[] {
  if (!isMapping(value)) return [{ path, message: `expected "key: value" lines, found ${found(value)}` }]
  return Object.entries(value).flatMap(([key, inside]) => check(key, [...path, key], inside))
}

function benchmark(value: unknown, path: Path): Fault[] {
  if (!isMapping(value)) return walk(benchmarkSchemas.task, value, path)
  const [kind, ...more] = kindsIn(value)
  if (kind === undefined) return [{ path, message: noKind(value) }]
  if (more.length > 0) {
    const both = [kind, ...more].map((key) => `"${key}"`).join(' and ')
    return [{ path, message: `has ${both}: a benchmark has one of them; make it two benchmarks` }]
  }
  const { entries } = benchmarkSchemas[kind]
  return walk({ ...benchmarkSchemas[kind], entries }, value, path).map((fault) =>
    foreignKey(fault, kind, path),
  )
}

function noKind(value: Mapping): string {
  const keys = Object.keys(value)
  const guess = keys.map((key) => didYouMean(key, benchmarkKinds)).find((text) => text !== '')
  return `expected one of the keys ${oneOf(benchmarkKinds)}, which say what is measured${guess ?? ''}`
}

function unknownKey(key: string, known: readonly string[]): string {
  const guess = didYouMean(key, known)
  return `unknown key "${key}"${guess === '' ? `; there are ${known.join(', ')}` : guess}`
}

/** A key that another kind of benchmark has is no slip of the pen. */
function foreignKey(fault: Fault, kind: BenchmarkKind, path: Path): Fault {
  const key = fault.path.at(-1)
  if (fault.path.length !== path.length + 1 || typeof key !== 'string') return fault
  if (Object.hasOwn(benchmarkSchemas[kind].entries, key)) return fault
  if (kind === 'load' && Object.hasOwn(loadEntries, key))
    return { ...fault, message: `unknown key "${key}" here; it belongs below "load"` }
  const owners = benchmarkKinds.filter((other) => Object.hasOwn(benchmarkSchemas[other].entries, key))
  if (owners.length === 0) return fault
  return { ...fault, message: `unknown key "${key}" for "${kind}"; it belongs to ${oneOf(owners)}` }
}
