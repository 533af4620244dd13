// Words for what valibot finds: what was expected, what was there, what was probably meant.
import type * as v from 'valibot'
import { didYouMean } from '../model/nearest.ts'
import type { Fault, Path } from './fault.ts'

/** `"a", "b" or "c"` */
export function oneOf(words: readonly string[]): string {
  const quoted = words.map((word) => JSON.stringify(word))
  if (quoted.length < 2) return quoted.join('')
  return `${quoted.slice(0, -1).join(', ')} or ${quoted.at(-1)}`
}

/** A value in a message: as it was written when it is short, else what it is. */
export function found(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'nothing'
  if (Array.isArray(value)) return 'a list'
  if (typeof value === 'object') return '"key: value" lines'
  if (typeof value !== 'string') return String(value)
  return JSON.stringify(value.length > 60 ? `${value.slice(0, 59)}…` : value)
}

const typeWords: Readonly<Record<string, string>> = {
  string: 'expected text',
  number: 'expected a number',
  boolean: 'expected true or false',
  array: 'expected a list',
}

/** The words of `expected`, where the schema lists what it takes. */
function choicesOf({ type, expected }: v.BaseIssue<unknown>): readonly string[] {
  if (type !== 'picklist' && type !== 'values') return []
  return [...(expected ?? '').matchAll(/"((?:[^"\\]|\\.)*)"/g)].map(([, choice]) => choice ?? '')
}

/** For valibot: what to say where the schema itself has no words. */
export const wording = {
  message: (issue: v.BaseIssue<unknown>): string => {
    const choices = choicesOf(issue)
    if (choices.length > 0) return `expected ${oneOf(choices)}`
    return typeWords[issue.type] ?? `expected ${issue.expected ?? 'something else'}`
  },
}

/** The issue as a fault; `written` is the data that `prefix` and then the issue's path lead into. */
export function explain(issue: v.BaseIssue<unknown>, written: unknown, prefix: Path = []): Fault {
  const steps = issue.path ?? []
  const last = steps.at(-1)
  const path = [...prefix, ...steps.map(({ key }) => (typeof key === 'number' ? key : String(key)))]
  const onKey = last?.origin === 'key'
  if (onKey && issue.received === 'undefined') return { path, message: 'is missing' }
  const value = onKey ? last.key : valueAt(written, path)
  // What is wrong with keys together is said in full: all that was found is more keys.
  if (issue.kind !== 'schema' && typeof value === 'object' && value !== null && !Array.isArray(value))
    return { path, message: issue.message }
  const guess = typeof value === 'string' ? didYouMean(value, choicesOf(issue)) : ''
  // "expected 5 or more: nothing is decided on fewer" reads best with what was found before the reason.
  const [expectation = '', ...reason] = issue.message.split(': ')
  // "has a and b" has said what was found.
  if (!expectation.startsWith('expected')) return { path, message: issue.message }
  return { path, message: [`${expectation}, found ${found(value)}${guess}`, ...reason].join(': ') }
}

/** What stands at `path` in the data as it was written. */
export function valueAt(written: unknown, path: Path): unknown {
  return path.reduce<unknown>(
    (value, part) =>
      typeof value === 'object' && value !== null && Object.hasOwn(value, part)
        ? (value as Readonly<Record<string | number, unknown>>)[part]
        : undefined,
    written,
  )
}
