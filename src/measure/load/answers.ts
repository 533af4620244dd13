// What an answer is held against, and what is taken from it.
import type { Check, Extraction } from '../../model/suite/index.ts'
import type { Answer } from './transport.ts'

/** Looks into an answer: `null` when all holds, else the kind of error. */
export type Judge = (answer: Answer, milliseconds: number) => string | null

export function judgeOf({ status, header, contains, matches, duration }: Check): Judge {
  const wanted = status === undefined ? null : new Set(status)
  const headers = Object.entries(header).map(([name, value]) => [name.toLowerCase(), value] as const)
  const pattern = matches === undefined ? null : new RegExp(matches)
  return (answer, milliseconds) => {
    const good = wanted === null ? answer.status >= 200 && answer.status < 300 : wanted.has(answer.status)
    if (!good) return `status-${answer.status}`
    for (const [name, value] of headers) if (headerOf(answer, name) !== value) return `check-header-${name}`
    if (contains !== undefined && !answer.body.includes(contains)) return 'check-contains'
    if (pattern !== null && !pattern.test(answer.body)) return 'check-matches'
    return duration !== undefined && milliseconds > duration * 1000 ? 'check-duration' : null
  }
}

/** Too many requests (RFC 6585), or unavailable with a time to come back (RFC 9110). */
export function isRateLimited(answer: Pick<Answer, 'status' | 'headers'>): boolean {
  return answer.status === 429 || (answer.status === 503 && headerOf(answer, 'retry-after') !== undefined)
}

/** @param name in small letters */
export function headerOf({ headers }: Pick<Answer, 'headers'>, name: string): string | undefined {
  for (let index = 0; index + 1 < headers.length; index += 2)
    if (headers[index]?.toLowerCase() === name) return headers[index + 1]
  return undefined
}

/** The value of a variable; `undefined` when the answer does not hold it. */
export type Extractor = (answer: Answer) => string | undefined

export function extractorOf({ json, header, regex }: Extraction): Extractor {
  if (header !== undefined) return (answer) => headerOf(answer, header.toLowerCase())
  if (regex !== undefined) {
    const pattern = new RegExp(regex)
    return ({ body }) => {
      const match = pattern.exec(body)
      return match === null ? undefined : (match[1] ?? match[0])
    }
  }
  const path = pathOf(json ?? '')
  return ({ body }) => {
    try {
      return textOf(valueAt(JSON.parse(body), path))
    } catch {
      return undefined
    }
  }
}

/** `$.items[0].id` → `items`, `0`, `id`. */
function pathOf(text: string): readonly string[] {
  return [...text.replace(/^\$\.?/, '').matchAll(/[^.[\]]+/g)].map(([part]) =>
    part.replace(/^["']|["']$/g, ''),
  )
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (inside, key) =>
      typeof inside === 'object' && inside !== null && Object.hasOwn(inside, key)
        ? (inside as Readonly<Record<string, unknown>>)[key]
        : undefined,
    value,
  )
}

export function textOf(value: unknown): string | undefined {
  if (value === undefined || value === null) return undefined
  return typeof value === 'object' ? JSON.stringify(value) : String(value)
}
