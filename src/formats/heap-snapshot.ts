// V8's `.heapsnapshot`: every object on the JS heap → how many of each constructor there are, and the bytes they take
// themselves. Such a file is many times as large as what is asked of it, so it is read piece by piece and never held.
// https://developer.chrome.com/docs/devtools/memory-problems/heap-snapshot-schema
import * as v from 'valibot'
import type { HeapConstructor } from '../model/profile.ts'
import { parseJson } from './reading/json.ts'

/** What stands on the heap by constructor, largest first, or one clause that says why that is unknown. */
export type ReadHeapSnapshot =
  | { readonly constructors: readonly HeapConstructor[] }
  | { readonly why: string }

const HeaderSchema = v.object({
  snapshot: v.object({
    meta: v.object({
      node_fields: v.array(v.string()),
      // The types of each field: a list of names, or one name.
      node_types: v.array(v.union([v.array(v.string()), v.string()])),
    }),
  }),
})

/** Characters: the header describes the format and is short. */
const longestHeader = 65_536
const longestName = 120
const mostConstructors = 400

/** As Chrome's developer tools name what has no constructor. */
const groups: Readonly<Record<string, string>> = {
  array: '(array)',
  string: '(string)',
  'concatenated string': '(string)',
  'sliced string': '(string)',
  number: '(number)',
  bigint: '(bigint)',
  symbol: '(symbol)',
  regexp: '(regexp)',
  closure: '(closure)',
  code: '(compiled code)',
}
/** Of these types, the name is that of the constructor. */
const named: ReadonlySet<string> = new Set(['object', 'native'])

interface Sum {
  count: number
  bytes: number
}

export async function readHeapSnapshot(chunks: AsyncIterable<string>): Promise<ReadHeapSnapshot> {
  const read = pieces(chunks[Symbol.asyncIterator]())
  const header = await read.until('"nodes":[', longestHeader)
  const parsed = header === null ? null : parseJson(`${header.replace(/,\s*$/, '')}}`)
  const checked = parsed !== null && 'value' in parsed ? v.safeParse(HeaderSchema, parsed.value) : null
  if (!checked?.success) return { why: 'it is no V8 heap snapshot' }
  const { node_fields: fields, node_types: types } = checked.output.snapshot.meta
  const at = { type: fields.indexOf('type'), name: fields.indexOf('name'), size: fields.indexOf('self_size') }
  const typeNames = types[at.type]
  if (at.name < 0 || at.size < 0 || !Array.isArray(typeNames))
    return { why: 'it is of a version of V8 that names its fields otherwise' }

  const byGroup = new Map<string, Sum>()
  const byName = new Map<number, Sum>()
  const node: number[] = []
  const whole = await read.numbers((value) => {
    node.push(value)
    if (node.length < fields.length) return
    const type = typeNames[node[at.type] ?? -1] ?? ''
    const size = node[at.size] ?? 0
    if (named.has(type)) add(byName, node[at.name] ?? -1, size)
    else add(byGroup, groups[type] ?? '(system)', size)
    node.length = 0
  })
  if (!whole || (await read.until('"strings":[')) === null) return truncated
  if (!(await read.strings((index, text) => rename(byName, byGroup, index, text), longestName)))
    return truncated
  const constructors = [...byGroup].map(([name, sum]) => ({ name, ...sum }))
  return { constructors: constructors.sort((a, b) => b.bytes - a.bytes).slice(0, mostConstructors) }
}

const truncated = { why: 'it ends in the middle' }

function add<Key>(sums: Map<Key, Sum>, key: Key, bytes: number, count = 1): void {
  const sum = sums.get(key) ?? { count: 0, bytes: 0 }
  sums.set(key, sum)
  sum.count += count
  sum.bytes += bytes
}

/** Several strings may spell one name. */
function rename(from: Map<number, Sum>, to: Map<string, Sum>, index: number, text: () => string): void {
  const sum = from.get(index)
  if (sum !== undefined) add(to, text() || '(anonymous)', sum.bytes, sum.count)
}

const quote = 34
const comma = 44
const closing = 93
const backslash = 92

/** The text, taken from its front. */
function pieces(source: AsyncIterator<string>) {
  let piece = ''
  let at = 0

  async function more(): Promise<boolean> {
    const { value, done } = await source.next()
    if (done === true) return false
    piece = value
    at = 0
    return true
  }

  return {
    /** What stands before `mark`, which is passed; `null` when it does not come. Without `most`, nothing is kept. */
    async until(mark: string, most?: number): Promise<string | null> {
      let seen = ''
      do {
        const from = most === undefined ? Math.max(0, seen.length - mark.length) : 0
        seen = seen.slice(from) + piece.slice(at)
        const found = seen.indexOf(mark)
        if (found >= 0) {
          at = piece.length - (seen.length - found - mark.length)
          return seen.slice(0, found)
        }
        if (most !== undefined && seen.length > most) return null
      } while (await more())
      return null
    },

    /** Whole numbers up to the closing bracket; false when the text ends first. */
    async numbers(each: (value: number) => void): Promise<boolean> {
      let value = 0
      let digits = 0
      do {
        for (; at < piece.length; at += 1) {
          const character = piece.charCodeAt(at)
          if (character >= 48 && character <= 57) {
            value = value * 10 + character - 48
            digits += 1
          } else if (character === comma || character === closing) {
            if (digits > 0) each(value)
            value = 0
            digits = 0
            if (character === closing) return true
          }
        }
      } while (await more())
      return false
    },

    /** Each string with its index, of long ones the front; false when the text ends before the closing bracket. */
    async strings(each: (index: number, text: () => string) => void, longest: number): Promise<boolean> {
      let index = 0
      let inside = false
      let escaped = false
      let kept = ''
      do {
        for (; at < piece.length; at += 1) {
          const character = piece.charCodeAt(at)
          if (!inside) {
            if (character === closing) return true
            if (character === quote) {
              inside = true
              kept = ''
            }
          } else if (character === quote && !escaped) {
            inside = false
            const written = kept
            each(index, () => unescaped(written))
            index += 1
          } else {
            escaped = character === backslash && !escaped
            if (kept.length < longest) kept += piece[at]
          }
        }
      } while (await more())
      return false
    },
  }
}

/** A string that was cut may end within an escape. */
function unescaped(written: string): string {
  const parsed = parseJson(`"${written.replace(/\\(u[0-9a-f]{0,3})?$/i, '')}"`)
  return 'value' in parsed && typeof parsed.value === 'string' ? parsed.value : written
}
