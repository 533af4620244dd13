// How many columns a text takes on a terminal, so that tables stay aligned when names are not ASCII.

const segmenter = new Intl.Segmenter('en', { granularity: 'grapheme' })

/** Characters that East Asian Width (UAX 11) calls wide, by script and block, and emoji that are shown as pictures. */
const wide =
  /^(?:\p{Emoji_Presentation}|.\uFE0F|[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}\u3000-\u303E\uFF01-\uFF60\uFFE0-\uFFE6])/u

/** Combining marks and joiners by themselves. */
const invisible = /^[\p{Mark}\p{Format}]+$/u

export function widthOf(text: string): number {
  let columns = 0
  for (const { segment } of segmenter.segment(text)) {
    if (!invisible.test(segment)) columns += wide.test(segment) ? 2 : 1
  }
  return columns
}

/** `text` with spaces up to `columns`, before or behind it. */
export function pad(text: string, columns: number, align: 'left' | 'right'): string {
  const spaces = ' '.repeat(Math.max(0, columns - widthOf(text)))
  return align === 'left' ? text + spaces : spaces + text
}

/** The longest beginning of `text` that takes at most `columns`, ending in `…` where something is missing. */
export function clipToWidth(text: string, columns: number): string {
  if (widthOf(text) <= columns) return text
  let kept = ''
  for (const { segment } of segmenter.segment(text)) {
    if (widthOf(kept + segment) > columns - 1) break
    kept += segment
  }
  return `${kept}…`
}
