// A build puts a hash of the content into a file's name, so that it changes with every build. `app.3f2a1b9c.js` and
// `app.77e0d1aa.js` are one row: `app.*.js`.

/** Shortest hashes in use: esbuild, Rollup and Vite write 8 characters. */
const shortest = 8

function isWords(token: string): boolean {
  return /^([A-Z]?[a-z]{2,}|[A-Z]?[a-z]{2,}\d{1,2})+$/.test(token)
}

function isHash(token: string): boolean {
  if (token.length < shortest) return false
  // Hexadecimal without a digit may be a word ("defaced"); 20 letters of it are not.
  if (/^[0-9a-f]+$/i.test(token)) return /\d/.test(token) || token.length >= 20
  if (!/^[\w-]+$/.test(token) || isWords(token)) return false
  // Base 64 or base 32: capitals among small letters, digits among letters, or eight capitals as esbuild writes them.
  const mixed = /[a-z]/.test(token) && /[A-Z]/.test(token)
  const withDigits = /\d/.test(token) && /[A-Za-z]/.test(token)
  return mixed || withDigits || (token.length === 8 && /^[A-Z2-7]+$/.test(token))
}

/** The path with every hash in its file name replaced by `*`. Directories stay as they are. */
export function withoutHashes(path: string): string {
  const slash = path.lastIndexOf('/') + 1
  const name = path.slice(slash)
  // Vite's own alphabet holds "-" and "_", so the last eight characters before the extension are tried as a whole.
  const tail = /^(.+[-.])([\w-]{8})((?:\.[a-z0-9]{1,6}){1,3})$/.exec(name)
  if (tail?.[1] !== undefined && tail[2] !== undefined && isHash(tail[2]))
    return `${path.slice(0, slash)}${tail[1]}*${tail[3]}`
  const parts = name.split(/([-.])/)
  // The last part is the extension.
  const kept = parts.map((part, index) => (index < parts.length - 1 && isHash(part) ? '*' : part))
  return path.slice(0, slash) + kept.join('')
}
