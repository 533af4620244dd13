// Text that others wrote (names, reasons, what a program printed) made harmless for whatever shows it: no control
// characters, no terminal commands, nothing that turns the reading direction round or hides. Escaping for one language
// (Markdown, XML) comes after this and is the matter of markdown.ts and xml.ts.

/** Colours and cursor movements of terminals: an escape or CSI character and what belongs to it. */
const terminalCommand = /(?![\t\n\r])\p{Cc}(?:\[[0-?]*[ -/]*[@-~]|\][^\p{Cc}]*(?:(?![\t\n\r])\p{Cc}\\?)?)/gu

/** Invisible, or changes how its neighbours are shown. Joiners stay: scripts and emoji need them. */
const hidden =
  /[\u200B\u200E\u200F\u061C\u202A-\u202E\u2060-\u2064\u2066-\u206F\uFEFF\uFFFE\uFFFF\u{E0000}-\u{E007F}\p{Surrogate}]/gu

const control = /(?![\t\n])\p{Cc}/gu

/** Stands where a character was taken out, so that two names never become the same unseen. */
const replacement = '\uFFFD'

/** Harmless text of several lines. */
export function harmlessLines(text: string): string {
  return text
    .replace(/\r\n?/g, '\n')
    .replace(terminalCommand, '')
    .replace(hidden, replacement)
    .replace(control, replacement)
}

/** Harmless text on one line. */
export function harmless(text: string): string {
  return harmlessLines(text)
    .replace(/[\s\u2028\u2029]+/g, ' ')
    .trim()
}

/** At most `most` characters; the middle goes, because names differ at their ends. */
export function clip(text: string, most: number): string {
  const characters = [...text]
  if (characters.length <= most) return text
  const kept = most - 1
  const front = Math.ceil(kept / 2)
  return `${characters.slice(0, front).join('')}…${characters.slice(characters.length - (kept - front)).join('')}`
}

/** The last lines of what a program printed: at most `lines` of them and `characters` in all. */
export function tail(text: string, lines: number, characters: number): string {
  const all = harmlessLines(text).replace(/\s+$/, '').split('\n')
  const last = [...all.slice(-lines).join('\n')]
  const cut = last.length > characters
  const shown = cut ? last.slice(-characters).join('') : last.join('')
  return cut || all.length > lines ? `…\n${shown.replace(/^\n+/, '')}` : shown
}

/** Reads from right to left (Hebrew, Arabic and their neighbours). */
const rightToLeft = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u

/** Keeps right-to-left words from reordering the numbers beside them. */
export function isolated(text: string): string {
  return rightToLeft.test(text) ? `\u2068${text}\u2069` : text
}
