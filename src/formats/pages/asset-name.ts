// Names of built files without the hash of their contents, which changes with every change that is to be compared.

const hexadecimal = /([.-])[0-9a-f]{8,64}(?=\.)/g
const base64 = /([.-])([A-Za-z0-9_-]{8}|[A-Z0-9]{8})(?=\.\w+(?:\.map)?$)/

/** `assets/index-BxYz12_9.js` → `assets/index-[hash].js`; `known` are hashes that the bundler names itself. */
export function assetName(file: string, known: readonly string[] = []): string {
  let name = file
  for (const hash of known) if (hash.length >= 4) name = name.replaceAll(hash, '[hash]')
  name = name.replace(hexadecimal, '$1[hash]')
  return name.replace(base64, (whole, mark: string, hash: string) =>
    looksRandom(hash) ? `${mark}[hash]` : whole,
  )
}

/** Words have one case, or a capital at the start; hashes mix digits and capitals. */
function looksRandom(text: string): boolean {
  return (
    (/\d/.test(text) && /[A-Za-z]/.test(text)) ||
    /[a-z][A-Z]|[A-Z]{2}[a-z]|[A-Z][a-z]+[A-Z]/.test(text) ||
    /^[A-Z]{8}$/.test(text)
  )
}
