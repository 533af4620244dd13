// YAML text → plain data, with the place of every key and value kept for messages. Only the plain part of YAML is
// taken: no tags of its own, no second document, and aliases only up to a size, so that ten lines cannot become ten
// gigabytes.
import {
  type Alias,
  isAlias,
  isMap,
  isScalar,
  isSeq,
  LineCounter,
  type ParsedNode,
  parseDocument,
  type YAMLError,
} from 'yaml'
import { type Fault, type Locate, type Path, type Position, pathText } from './fault.ts'

export type Read =
  | {
      readonly data: unknown
      readonly locate: Locate
      /** How a number was written, where it would be printed differently: `1.10`. */
      readonly spelling: (path: Path) => string | undefined
      readonly faults: readonly Fault[]
    }
  /** No YAML: nothing can be said about its content. */
  | { readonly broken: readonly Fault[] }

/** A suite with a thousand benchmarks has about ten thousand values. */
const mostValues = 50_000
const deepest = 64

// What the parser's codes mean for somebody who writes a suite, and what to do. Others keep the parser's own words.
const advice: Readonly<Record<string, string>> = {
  BAD_ALIAS: 'a value that starts with * must be in quotes: "*"',
  BAD_INDENT: 'the indentation does not fit the lines above, or a bracket is not closed',
  BAD_SCALAR_START: 'a value that starts with this character must be in quotes',
  BLOCK_AS_IMPLICIT_KEY:
    'either this value contains ": " and must be in quotes, or the line below it is indented too far',
  MULTILINE_IMPLICIT_KEY: 'a key must be on one line and end with ":"',
  MULTIPLE_DOCS: 'only one document is possible: remove the second "---"',
  NON_STRING_KEY: 'a key must be plain text',
  RESOURCE_EXHAUSTION: 'nested too deeply',
  TAB_AS_INDENT: 'tabs cannot indent YAML: use spaces',
}

// JavaScript objects have these without being asked, so a check for unknown keys would not see them.
const reserved = new Set([...Object.getOwnPropertyNames(Object.prototype), 'prototype'])

/** Reads one document. Duplicate keys, tags and dangling aliases are faults; the rest of the data is still given. */
export function readYaml(text: string): Read {
  const lines = new LineCounter()
  const document = parseDocument(text, {
    lineCounter: lines,
    uniqueKeys: false,
    prettyErrors: false,
    stringKeys: true,
  })
  const position = (offset: number): Position => {
    const { line, col } = lines.linePos(offset)
    return { line: Math.max(1, line), column: Math.max(1, col) }
  }
  if (document.errors.length > 0) return { broken: brokenLines(document.errors, position) }

  const faults: Fault[] = []
  const places = new Map<string, Position>()
  const spellings = new Map<string, string>()
  const open = new Set<unknown>()
  let count = 0

  function mapping(items: readonly { key: unknown; value: unknown }[], path: Path): Record<string, unknown> {
    const found: Record<string, unknown> = {}
    for (const { key: keyNode, value } of items) {
      if (!isScalar(keyNode)) continue
      const key = String(keyNode.value ?? '')
      const below = [...path, key]
      const at = position(keyNode.range?.[0] ?? 0)
      if (reserved.has(key))
        faults.push({ path, message: `"${key}" cannot be a key: JavaScript reserves it`, position: at })
      else if (Object.hasOwn(found, key)) {
        const first = places.get(pathText(below))
        const line = first === undefined ? '' : ` on line ${first.line}`
        faults.push({ path: below, message: `there already is a "${key}"${line}`, position: at })
      } else {
        places.set(pathText(below), at)
        found[key] = plain(value, below)
      }
    }
    return found
  }

  function plain(node: unknown, path: Path): unknown {
    count += 1
    if (count > mostValues) return undefined
    if (path.length > deepest) {
      faults.push({ path: path.slice(0, 3), message: 'nested too deeply' })
      return undefined
    }
    if (isAlias(node)) return aliased(node, path)
    if (!isMap(node) && !isSeq(node) && !isScalar(node)) return null
    const key = pathText(path)
    if (node.range && !places.has(key)) places.set(key, position(node.range[0]))
    if (isScalar(node)) {
      if (typeof node.value === 'number' && node.source !== undefined && node.source !== String(node.value))
        spellings.set(key, node.source)
      return node.value
    }
    open.add(node)
    const found = isMap(node)
      ? mapping(node.items, path)
      : node.items.map((item, index) => plain(item, [...path, index]))
    open.delete(node)
    return found
  }

  function aliased(node: Alias, path: Path): unknown {
    const { source } = node
    const target: unknown = node.resolve(document)
    if (target !== undefined && !open.has(target)) return plain(target, path)
    const message =
      target === undefined
        ? `*${source} is read as a YAML alias and nothing is called &${source}: put a glob in quotes, "*${source}"`
        : `the alias *${source} contains itself`
    faults.push({ path, message })
    return undefined
  }

  const contents: ParsedNode | null = document.contents
  const data = contents === null ? undefined : plain(contents, [])
  for (const { pos, message } of document.warnings)
    faults.push({ path: [], message: `${message}: remove it`, position: position(pos[0]) })
  if (count > mostValues)
    faults.push({ path: [], message: `more than ${mostValues} values: aliases multiply what they stand for` })

  return {
    data,
    faults,
    spelling: (path) => spellings.get(pathText(path)),
    locate: (path) => {
      for (let length = path.length; length >= 0; length -= 1) {
        const at = places.get(pathText(path.slice(0, length)))
        if (at !== undefined) return at
      }
      return undefined
    },
  }
}

function brokenLines(errors: readonly YAMLError[], position: (offset: number) => Position): Fault[] {
  const byLine = new Map<number, Fault>()
  for (const { code, message, pos } of errors) {
    const at = position(pos[0])
    // One slip breaks much of what follows on its line: the first message is the one about it.
    if (byLine.has(at.line)) continue
    byLine.set(at.line, {
      path: [],
      message: `not YAML, column ${at.column}: ${advice[code] ?? message}`,
      position: at,
    })
  }
  return [...byLine.values()].slice(0, 5)
}
