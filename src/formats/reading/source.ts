// A file as the formats see it: plain text, its lines, and the JSON in it, each worked out once however many ask.
import type { Better } from '../../model/unit.ts'
import { findJson, type JsonProblem, parseJson } from './json.ts'
import { plainText } from './plain-text.ts'

export interface JsonLine {
  /** From 1. */
  readonly line: number
  readonly value: unknown
}

export interface Source {
  /** As the person named it; for messages and, where a tool keeps names in paths, for names. */
  readonly file: string
  /** Without colours, byte order mark and carriage returns. */
  readonly text: string
  /** The first 64 Ki characters of `text`. */
  readonly head: string
  /** Said by the person for a format that cannot know it. */
  readonly better?: Better
  lines(): readonly string[]
  /** The one JSON value of the text, banners around it ignored; `undefined` when there is none. */
  json(): unknown
  /** Why `json()` is undefined. */
  jsonProblem(): JsonProblem
  /** The objects of a text with one JSON object per line; other lines are passed over. */
  jsonLines(): readonly JsonLine[]
}

export const headLength = 65_536

export function sourceOf(file: string, written: string, better?: Better): Source {
  const text = plainText(written)
  const lines = once(() => text.split('\n'))
  const json = once(() => findJson(text))
  const jsonLines = once(() => {
    const found: JsonLine[] = []
    for (const [index, line] of lines().entries()) {
      const start = line.trimStart()
      if (!start.startsWith('{')) continue
      const parsed = parseJson(start)
      if ('value' in parsed) found.push({ line: index + 1, value: parsed.value })
    }
    return found
  })
  return {
    file,
    text,
    head: text.slice(0, headLength),
    ...(better === undefined ? {} : { better }),
    lines,
    json: () => {
      const found = json()
      return 'value' in found ? found.value : undefined
    },
    jsonProblem: () => {
      const found = json()
      return 'value' in found ? { line: 1, message: 'it is JSON, of another shape' } : found
    },
    jsonLines,
  }
}

function once<Value>(work: () => Value): () => Value {
  let done: { readonly value: Value } | undefined
  return () => {
    done ??= { value: work() }
    return done.value
  }
}
