// Elements of XML, and of HTML and SVG, which are written the same way here. A string is text and is escaped; only what
// `element` made is markup, so the two cannot be mistaken for each other.
import { harmlessLines } from './foreign.ts'

export interface Markup {
  readonly markup: string
}

export type Attributes = Readonly<Record<string, string | number | undefined>>

const named: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

export function escapeXml(text: string): string {
  return harmlessLines(text).replace(/[&<>"']/g, (character) => named[character] ?? character)
}

/** One element. Without `children` it is closed at once (`<br/>`); attributes that are `undefined` are left out. */
export function element(
  name: string,
  attributes: Attributes = {},
  children?: readonly (string | Markup)[],
): Markup {
  const written = Object.entries(attributes)
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => ` ${key}="${escapeXml(String(value)).replace(/[\n\t]/g, ' ')}"`)
    .join('')
  if (children === undefined) return { markup: `<${name}${written}/>` }
  return { markup: `<${name}${written}>${joined(children).markup}</${name}>` }
}

/** Several pieces in a row, with `between` (white space) between them. */
export function joined(pieces: readonly (string | Markup)[], between = ''): Markup {
  return {
    markup: pieces
      .map((piece) => (typeof piece === 'string' ? escapeXml(piece) : piece.markup))
      .join(between),
  }
}
