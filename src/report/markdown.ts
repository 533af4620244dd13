// GitHub's Markdown, written so that text of others stays text: no markup, HTML, mention, reference, link or emoji
// shortcode can come out of a benchmark's name or a reason.
import { clip, harmless, harmlessLines, isolated } from './foreign.ts'
import type { Phrase } from './phrase.ts'

/** Between the characters of something that GitHub would make a link of: takes no room and breaks no line. */
const joiner = '\u2060'

const longestText = 400

/** Text of others on one line, escaped. */
export function text(raw: string, longest = longestText): string {
  const escaped = clip(harmless(raw), longest)
    .replace(/[\\`*~[\]|]/g, '\\$&')
    .replace(/(?<![\p{L}\p{N}])_|_(?![\p{L}\p{N}])/gu, '\\_')
    .replace(/&(?=#?\w+;)/g, '&amp;')
    .replace(/<(?=[A-Za-z/!?])/g, '&lt;')
    // Documented by GitHub as the way to show a dollar that starts no formula.
    .replace(/\$/g, '<span>$$</span>')
    // What would open a heading, a quote or a list, or underline a heading, if a line began with it.
    .replace(/^(?:#{1,6}(?=\s|$)|>|[-=+]+(?=\s|$))/, '\\$&')
    .replace(/^\d{1,9}(?=[.)](?:\s|$))/, `$&${joiner}`)
  return isolated(defused(escaped))
}

/** Mentions, references, addresses and emoji shortcodes that GitHub no longer recognises. */
function defused(escaped: string): string {
  return escaped
    .replace(/(?<=@)(?=\S)|(?<=#)(?=\d)|(?<=GH-)(?=\d)/gi, joiner)
    .replace(/(?<=:)(?=\/\/)|(?<=www)(?=\.)/gi, joiner)
    .replace(/(?<=:)(?=[a-z0-9_+\\-]+:)/gi, joiner)
}

/** Text of others inside an HTML element, where Markdown is not read but mentions still are. */
function insideHtml(raw: string): string {
  const escaped = clip(harmless(raw), longestText)
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
  return isolated(defused(escaped))
}

/** Something to type or look up, in a code span that its own backticks cannot end. */
export function code(raw: string): string {
  const content = harmless(raw)
  if (content === '') return ''
  const fence = '`'.repeat(longestRun(content) + 1)
  const padding = content.startsWith('`') || content.endsWith('`') ? ' ' : ''
  return `${fence}${padding}${content}${padding}${fence}`
}

/** What a program printed, in a block that it cannot end. */
export function codeBlock(raw: string): string {
  const content = harmlessLines(raw)
  const fence = '`'.repeat(Math.max(3, longestRun(content) + 1))
  return `${fence}text\n${content}\n${fence}`
}

function longestRun(content: string): number {
  return Math.max(0, ...[...content.matchAll(/`+/g)].map(([run]) => run.length))
}

export function link(label: string, url: string): string {
  // Anything but a plain web address would be markup or a script.
  return /^https?:\/\/[^\s()<>[\]`|\\]+$/.test(url) ? `[${text(label)}](${url})` : text(label)
}

export function markdown(phrase: Phrase): string {
  return phrase
    .map((part) => {
      if (typeof part === 'string') return inline(part)
      if ('strong' in part) return `**${text(part.strong)}**`
      return 'code' in part ? code(part.code) : link(part.link, part.url)
    })
    .join('')
}

/** Text inside a sentence: keeps the spaces at its ends. */
function inline(raw: string): string {
  const content = text(raw, longestText * 2)
  if (content === '') return raw === '' ? '' : ' '
  return `${/^\s/.test(raw) ? ' ' : ''}${content}${/\s$/.test(raw) ? ' ' : ''}`
}

export type Align = 'left' | 'right' | 'center'

const rules: Readonly<Record<Align, string>> = { left: '---', right: '--:', center: ':-:' }

export interface MarkdownColumn {
  readonly title: string
  readonly align: Align
}

/** A table of cells that are Markdown already. */
export function table(columns: readonly MarkdownColumn[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) =>
    `|${cells.map((cell) => (cell === '' ? ' ' : ` ${cell} `)).join('|')}|`
  return [
    line(columns.map(({ title }) => title)),
    `|${columns.map(({ align }) => rules[align]).join('|')}|`,
    ...rows.map(line),
  ].join('\n')
}

/** A number in a table: it must not wrap between digits and unit. */
export function unbroken(cell: string): string {
  return cell.replaceAll(' ', '\u00A0')
}

/** A part that is closed until a reader opens it: `summary` is plain text, `body` Markdown already. */
export function fold(summary: string, body: string): string {
  // The line of the tags is HTML to GitHub; Markdown begins after the empty line.
  return `<details><summary>${insideHtml(summary)}</summary>\n\n${body}\n\n</details>`
}
