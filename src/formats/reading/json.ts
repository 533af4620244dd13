// JSON as tools write it: with banner lines around it, and with NaN and Infinity, which JSON does not have.

export interface JsonProblem {
  /** From 1. */
  readonly line: number
  readonly message: string
}

type Parsed = { readonly value: unknown } | JsonProblem

/** Lines that may open a value between banners are tried in turn, but not for ever. */
const startsTried = 8
const opensJson = /^\s*(?:\{\s*(?:["}]|$)|\[\s*(?:[[{"\]\d-]|$))/

/** Levels; no tool comes near it, and what walks through a value must come back. */
const deepest = 500

export function parseJson(text: string): Parsed {
  const tooDeep = firstTooDeep(text)
  if (tooDeep !== -1) {
    const line = text.slice(0, tooDeep).split('\n').length
    return { line, message: `it is nested deeper than ${deepest} levels` }
  }
  try {
    return { value: JSON.parse(text) }
  } catch (error) {
    const problem = problemOf(text, error)
    if (!/\b(?:NaN|Infinity)\b/.test(text)) return problem
    try {
      return { value: JSON.parse(quoteNonNumbers(text)) }
    } catch {
      return problem
    }
  }
}

/** The JSON value of a text: all of it, or what stands between lines that a shell or a package manager printed. */
export function findJson(text: string): Parsed {
  if (text.trim() === '') return { line: 1, message: 'it is empty' }
  const whole = /^\s*[[{]/.test(text) ? parseJson(text) : undefined
  if (whole !== undefined && 'value' in whole) return whole
  const end = Math.max(text.lastIndexOf('}'), text.lastIndexOf(']')) + 1
  let tried = 0
  for (let start = 0; start !== -1 && start < end && tried < startsTried; ) {
    const next = text.indexOf('\n', start)
    if (opensJson.test(text.slice(start, next === -1 ? undefined : Math.min(next, start + 80)))) {
      tried += 1
      const found = parseJson(text.slice(start, end))
      if ('value' in found) return found
    }
    start = next === -1 ? -1 : next + 1
  }
  return whole ?? { line: 1, message: 'it holds no JSON' }
}

export interface FoundObject {
  /** From 1; where it begins. */
  readonly line: number
  /** `undefined` when the object was cut off or is no JSON. */
  readonly value: unknown
}

/** Objects that begin a line, on one line or spread over several, among anything else that was printed. */
export function objectsIn(text: string): readonly FoundObject[] {
  const found: FoundObject[] = []
  let broken = 0
  let line = 1
  for (let start = 0; start < text.length && broken < startsTried; ) {
    const next = text.indexOf('\n', start)
    let end = next === -1 ? text.length : next + 1
    if (/^[ \t]*\{/.test(text.slice(start, start + 80))) {
      const close = closingBrace(text, start)
      const parsed = close === -1 ? null : parseJson(text.slice(start, close + 1))
      const whole = parsed !== null && 'value' in parsed
      found.push({ line, value: whole ? parsed.value : undefined })
      if (whole) end = Math.max(end, close + 1)
      else broken += 1
    }
    line += text.slice(start, end).split('\n').length - 1
    start = end
  }
  return found
}

/** Where the first brace from `start` on is closed, or -1. */
function closingBrace(text: string, start: number): number {
  let depth = 0
  let quoted = false
  for (let at = start; at < text.length; at += 1) {
    const character = text[at]
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
    } else if (character === '"') quoted = true
    else if (character === '{') depth += 1
    else if (character === '}') {
      depth -= 1
      if (depth === 0) return at
    }
  }
  return -1
}

/** JSON that was cut off, without its last, broken element and with its brackets closed: enough to tell what it was. */
export function closedJson(text: string): string | null {
  let end = -1
  const whole = walk(text, (character, at) => {
    if (character === ',') end = at
    return true
  })
  if (!whole || end === -1) return null
  const open: string[] = []
  walk(text.slice(0, end), (character) => {
    if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']')
    else if (character !== ',') open.pop()
    return true
  })
  return text.slice(0, end) + open.reverse().join('')
}

/** Where the text is nested too deep; -1 when it is not. */
function firstTooDeep(text: string): number {
  // Too short to be.
  if (text.length <= deepest) return -1
  let depth = 0
  let found = -1
  walk(text, (character, at) => {
    if (character === '{' || character === '[') depth += 1
    else if (character !== ',') depth -= 1
    if (depth <= deepest) return true
    found = at
    return false
  })
  return found
}

/**
 * Goes through brackets and commas outside of quotes until `visit` has enough.
 * @returns false where a bracket closes another one
 */
function walk(text: string, visit: (character: string, at: number) => boolean): boolean {
  const open: string[] = []
  let quoted = false
  for (let at = 0; at < text.length; at += 1) {
    const character = text[at] ?? ''
    if (quoted) {
      if (character === '\\') at += 1
      else if (character === '"') quoted = false
      continue
    }
    if (character === '"') quoted = true
    else if (character === '{' || character === '[') open.push(character === '{' ? '}' : ']')
    else if (character === '}' || character === ']') {
      if (open.pop() !== character) return false
    } else if (character !== ',') continue
    if (!quoted && !visit(character, at)) return true
  }
  return true
}

/** Bare `NaN`, `Infinity` and `-Infinity` become strings, so that null and NaN stay apart; text in quotes stays. */
function quoteNonNumbers(text: string): string {
  return text.replace(
    /"(?:[^"\\]|\\.)*"|(-?)\b(NaN|Infinity)\b/g,
    (found, sign: string | undefined, word?: string) => (word === undefined ? found : `"${sign}${word}"`),
  )
}

function problemOf(text: string, error: unknown): JsonProblem {
  const message = error instanceof Error ? error.message : String(error)
  const position = /at position (\d+)/.exec(message)?.[1]
  const before = position === undefined ? text : text.slice(0, Number(position))
  const line = before.split('\n').length
  return { line, message: `it is not whole JSON (${message.replace(/,? ?".*" is not valid JSON/s, '')})` }
}
