// Names the functions of a profile the same way on both sides: files relative to the side's root, places in the source
// that a person wrote.
import type { CallSite } from '../../formats/profiles.ts'
import type { Notice } from '../../model/notice.ts'
import type { Files } from '../../ports/files.ts'
import { type FoundMap, findSourceMap, isElsewhere } from './source-map.ts'

export interface Located {
  readonly function: string
  readonly file?: string
  readonly line?: number
  /** The source line of the definition. */
  readonly text?: string
}

export interface Locator {
  locate(site: CallSite): Promise<Located>
  /** What could not be believed, once per file. */
  notices(): readonly Notice[]
}

interface SourceFile {
  readonly lines: readonly string[]
  readonly map: FoundMap
}

const longestText = 80

/** @param root absolute directory of the side */
export function locator(files: Pick<Files, 'read'>, root: string): Locator {
  const sources = new Map<string, Promise<SourceFile | null>>()
  const doubts = new Map<string, Notice>()

  async function open(path: string): Promise<SourceFile | null> {
    const text = await files.read(path).catch(() => null)
    if (text === null) return null
    const map = await findSourceMap(text, path, files)
    if (map.kind === 'broken') doubt(path, map.why)
    return { lines: text.split('\n'), map }
  }

  function source(path: string): Promise<SourceFile | null> {
    const known = sources.get(path) ?? open(path)
    sources.set(path, known)
    return known
  }

  function doubt(path: string, why: string): void {
    const file = relativeTo(root, path)
    // Dependencies often ship without their maps, and nobody here can change that.
    if (!doubts.has(file) && !file.includes('node_modules/'))
      doubts.set(file, {
        code: 'source-map',
        where: file,
        message: `Functions of ${file} are named as they were built: ${why}.`,
        fix: 'Build with source maps, and keep them beside the built files.',
      })
  }

  return {
    async locate(site) {
      const path = pathOf(site.url)
      if (path === null)
        return { function: site.function, ...(site.url === undefined ? {} : { file: site.url }) }
      const built = { function: site.function, file: relativeTo(root, path) }
      const found = await source(path)
      if (site.line === undefined) return built
      const here = clipped(found?.lines[site.line - 1])
      const asBuilt = { ...built, line: site.line, ...here }
      if (found?.map.kind !== 'found') return asBuilt
      const position = await found.map.map(site.line, site.column ?? 1)
      if (position === null) {
        doubt(path, 'its source map does not cover them')
        return asBuilt
      }
      const name = position.name ?? site.function
      if (isElsewhere(position, name)) {
        doubt(path, 'its source map points to where they are not')
        return asBuilt
      }
      return {
        function: name,
        file: relativeTo(root, pathOf(position.source) ?? position.source),
        line: position.line,
        ...clipped(position.text),
      }
    },
    notices: () => [...doubts.values()],
  }
}

function clipped(line: string | undefined): { text?: string } {
  const text = line?.trim().slice(0, longestText)
  return text === undefined || text === '' ? {} : { text }
}

/** Path of a file; `null` for what is none: the runtime's own modules, code without a file. */
function pathOf(url: string | undefined): string | null {
  if (url === undefined || /^(node|evalmachine|wasm|internal|https?|data|blob):/.test(url)) return null
  if (!url.startsWith('file:')) return url.replaceAll('\\', '/')
  try {
    // Drive letters follow a slash in addresses: /C:/work.
    return decodeURIComponent(new URL(url).pathname).replace(/^\/(?=[A-Za-z]:)/, '')
  } catch {
    return url
  }
}

function relativeTo(root: string, path: string): string {
  for (const start of [root, `/private${root}`])
    if (path.startsWith(`${start}/`)) return path.slice(start.length + 1)
  // Dependencies may be linked from elsewhere; from there on, the path is the same for both sides.
  const dependency = path.lastIndexOf('/node_modules/')
  return dependency === -1 ? path : path.slice(dependency + 1)
}
