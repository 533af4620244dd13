// A fault: one thing that is wrong in a suite, at one place. Checks find faults by path; this file gives them their
// line and turns them into the one error that carries them all.
import { ConfigError } from '../errors.ts'
import type { Notice } from '../model/notice.ts'

/** From the root of the suite: `['budgets', 0, 'metric']`. */
export type Path = readonly (string | number)[]

/** Line and column in the text, both from 1. */
export interface Position {
  readonly line: number
  readonly column: number
}

export interface Fault {
  readonly path: Path
  /** What is wrong, in the user's own key names. */
  readonly message: string
  /** Where, when the path alone does not say it: the second of two equal keys. */
  readonly position?: Position
}

/** Where a path stands in the text, or, for what is missing, where it would stand. */
export type Locate = (path: Path) => Position | undefined

/** `budgets[0].metric`, `benchmarks.cold-start`, `benchmarks["a b"].task`. */
export function pathText(path: Path): string {
  return path
    .map((part, index) => {
      if (typeof part === 'number') return `[${part}]`
      if (!/^[\w$/:@+-]+$/u.test(part)) return `[${printable(JSON.stringify(part))}]`
      return index === 0 ? part : `.${part}`
    })
    .join('')
}

/** `perf-gate.yml:12 budgets[0].metric` */
function whereText(file: string, { path, position }: Fault): string {
  const line = position === undefined ? file : `${file}:${position.line}`
  return path.length === 0 ? line : `${line} ${pathText(path)}`
}

/** In the order of the file, the first of each place. What has no place in the file comes before all. */
export function toNotices(code: string, faults: readonly Fault[], file: string, locate: Locate): Notice[] {
  const placed = faults.map((fault) => {
    const position = fault.position ?? locate(fault.path)
    return position === undefined ? fault : { ...fault, position }
  })
  placed.sort(
    ({ position: a }, { position: b }) =>
      (a?.line ?? 0) - (b?.line ?? 0) || (a?.column ?? 0) - (b?.column ?? 0),
  )
  const first = new Map<string, Notice>()
  for (const fault of placed) {
    const where = whereText(file, fault)
    if (!first.has(where)) first.set(where, { code, message: printable(fault.message), where })
  }
  return [...first.values()]
}

/** Names come from the file: a line break or a terminal code in one must not look like a message of ours. */
function printable(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]/gu, (character) => {
    const code = character.codePointAt(0) ?? 0
    return `\\u${code.toString(16).padStart(4, '0')}`
  })
}

/** One error for all faults: its message holds each on a line of its own, its notices hold them as data. */
export function configError(faults: readonly Notice[], fix?: string): ConfigError {
  const lines = faults.map(({ where, message }) => (where === undefined ? message : `${where}: ${message}`))
  return new ConfigError(lines.join('\n'), faults, fix)
}
