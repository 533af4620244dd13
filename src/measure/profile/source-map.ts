// From a place in built code to the place that a person wrote. A map that is broken, or that points to where nothing
// is, is not believed: the built code is then named instead, and a notice says so.
import { SourceMapConsumer } from 'source-map-js'
import type { Files } from '../../ports/files.ts'

export interface Position {
  /** As the map names it, resolved against the map's own place. */
  readonly source: string
  /** From 1. */
  readonly line: number
  /** What the map says the function is called. */
  readonly name?: string
  /** The source line. */
  readonly text?: string
  /** The whole source, where it is known. */
  readonly lines?: readonly string[]
}

/** Where a generated position comes from; `null` for code that the map does not cover. */
export type Mapping = (line: number, column: number) => Promise<Position | null>

export type FoundMap =
  | { readonly kind: 'none' }
  | { readonly kind: 'broken'; readonly why: string }
  | { readonly kind: 'found'; readonly map: Mapping }

const comment = /\/[/*][#@]\s*sourceMappingURL=([^\s'"*]+)[^\n]*$/gm

/** @param code content of the file at the absolute `path` */
export async function findSourceMap(
  code: string,
  path: string,
  files: Pick<Files, 'read'>,
): Promise<FoundMap> {
  // The last one counts: bundles carry comments of what they were made of.
  const url = [...code.matchAll(comment)].at(-1)?.[1]
  if (url === undefined) return { kind: 'none' }
  const inline = /^data:[^,]*?(;base64)?,(.*)$/s.exec(url)
  const directory = path.slice(0, path.lastIndexOf('/'))
  try {
    const text =
      inline === null ? await files.read(resolved(directory, decodeURIComponent(url))) : inlined(inline)
    if (text === null) return { kind: 'broken', why: `its source map ${url} is missing` }
    // A prefix against cross-site inclusion, which some servers put there.
    return { kind: 'found', map: mappingOf(text.replace(/^\)\]\}'[^\n]*\n/, ''), directory, files) }
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error)
    return { kind: 'broken', why: `its source map cannot be read (${why.slice(0, 120)})` }
  }
}

function inlined([, base64, data = '']: RegExpExecArray): string {
  if (base64 === undefined) return decodeURIComponent(data)
  const bytes = Uint8Array.from(atob(data), (character) => character.charCodeAt(0))
  return new TextDecoder().decode(bytes)
}

function mappingOf(text: string, directory: string, files: Pick<Files, 'read'>): Mapping {
  const consumer = new SourceMapConsumer(text)
  const sources = new Map<string, Promise<readonly string[] | null>>()

  /** As the map holds it, or as it lies on disk; `null` where neither is the case. */
  async function linesOf(source: string): Promise<readonly string[] | null> {
    const content =
      consumer.sourceContentFor(source, true) ??
      (await files.read(resolved(directory, source)).catch(() => null))
    return content?.split('\n') ?? null
  }

  return async (line, column) => {
    const { source, line: at, name } = consumer.originalPositionFor({ line, column: column - 1 })
    if (source === null || at === null) return null
    const reading = sources.get(source) ?? linesOf(source)
    sources.set(source, reading)
    const lines = await reading
    // A line behind the end of the source cannot be where the code comes from.
    if (at < 1 || (lines !== null && at > lines.length)) return null
    const written = lines?.[at - 1]?.trim()
    return {
      source: withoutScheme(source) ?? resolved(directory, source),
      line: at,
      ...(name === null || name === undefined ? {} : { name }),
      ...(written === undefined ? {} : { text: written }),
      ...(lines === null ? {} : { lines }),
    }
  }
}

/** Lines above and below its place that may hold the name of a function. */
const [above, below] = [6, 1]

/** The source has a function of that name, and it is somewhere else: the map is of another build. */
export function isElsewhere({ line, lines }: Position, name: string): boolean {
  if (lines === undefined || !/^[A-Za-z_$][\w$]{2,}$/.test(name)) return false
  const word = new RegExp(`(?<![\\w$])${name.replaceAll('$', '\\$')}(?![\\w$])`)
  const nearby = lines.slice(Math.max(0, line - 1 - above), line + below)
  return !nearby.some((each) => word.test(each)) && lines.some((each) => word.test(each))
}

/** `webpack://shop/./src/cart.ts?1f2e` → `src/cart.ts`. */
function withoutScheme(source: string): string | null {
  const [, path] = /^[a-z][\w+.-]+:\/\/[^/]*\/+(.*?)(?:\?.*)?$/i.exec(source) ?? []
  return path === undefined || source.startsWith('file:') ? null : resolved('', path).replace(/^\//, '')
}

function resolved(directory: string, path: string): string {
  if (/^(file:|\/|[A-Za-z]:[\\/])/.test(path)) return path
  const parts = directory.split('/')
  for (const part of path.split('/')) {
    if (part === '..') parts.pop()
    else if (part !== '.') parts.push(part)
  }
  return parts.join('/')
}
