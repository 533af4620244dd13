// Names of benchmarks: one line, never empty, and parameters in one way for all tools: `name/size=10/mode=fast`.

/** One line without control characters; what has no name is called `unnamed`. */
export function cleanName(name: string): string {
  // biome's rule on control characters is for literals; \p{Cc} covers them all.
  return name.replace(/[\p{Cc}\s]+/gu, ' ').trim() || 'unnamed'
}

/** Parameters follow the name as `/key=value`, in the order the tool gives them, as in Go's sub-benchmarks. */
export function withParameters(
  name: string,
  parameters: Readonly<Record<string, unknown>> | null | undefined,
): string {
  const parts = Object.entries(parameters ?? {})
    .filter(([, value]) => value !== undefined && value !== null && value !== '')
    .map(
      ([key, value]) =>
        `/${cleanName(key)}=${cleanName(typeof value === 'object' ? JSON.stringify(value) : String(value))}`,
    )
  const clean = cleanName(name)
  return parts.length === 0 ? clean : `${clean.replace(/\/+$/, '') || clean}${parts.join('')}`
}

/** Parts of a path or of nested groups, joined by `/`; empty parts fall away. */
export function joinName(...parts: readonly (string | null | undefined)[]): string {
  return cleanName(
    parts.filter((part) => part !== null && part !== undefined && part.trim() !== '').join('/'),
  )
}
