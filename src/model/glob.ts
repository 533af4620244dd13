// Globs over names of benchmarks and metrics: `*` within one part of a name, `**` across parts, `?` one character;
// everything else is itself. Too little to need a library, and these names are no paths.

export function isGlob(pattern: string): boolean {
  return /[*?]/.test(pattern)
}

export function matchesGlob(pattern: string, name: string): boolean {
  if (pattern === '**' || !isGlob(pattern)) return pattern === '**' || pattern === name
  const tokens = tokensOf(pattern)
  return after(tokens, name).has(tokens.length)
}

/** Whether a name or glob stands for `benchmark`: for itself, or for a benchmark that it is a row of (`parse/large`). */
export function matchesBenchmark(pattern: string, benchmark: string): boolean {
  if (!isGlob(pattern)) return benchmark === pattern || benchmark.startsWith(`${pattern}/`)
  const parts = benchmark.split('/')
  return parts.some((_, index) => matchesGlob(pattern, parts.slice(0, index + 1).join('/')))
}

/** Whether `pattern` can match some name that starts with `name/`: the rows of a benchmark are known only later. */
export function couldMatchBelow(pattern: string, name: string): boolean {
  const tokens = tokensOf(pattern)
  // Whatever is left of the pattern, some rest of a name fits it.
  return [...after(tokens, `${name}/`)].some((position) => position < tokens.length)
}

function tokensOf(pattern: string): readonly string[] {
  return pattern.match(/\*\*|[\s\S]/g) ?? []
}

/** Positions in the pattern that `text` leads to: a nondeterministic automaton, so that no pattern takes long. */
function after(tokens: readonly string[], text: string): ReadonlySet<number> {
  let reached = pastStars(new Set([0]), tokens)
  for (const character of text) {
    const next = new Set<number>()
    for (const position of reached) {
      const token = tokens[position]
      if (token === '**' || (token === '*' && character !== '/')) next.add(position)
      else if (token === character || (token === '?' && character !== '/')) next.add(position + 1)
    }
    reached = pastStars(next, tokens)
  }
  return reached
}

/** A star may also stand for nothing. */
function pastStars(positions: Set<number>, tokens: readonly string[]): ReadonlySet<number> {
  for (const position of positions) if (tokens[position]?.startsWith('*')) positions.add(position + 1)
  return positions
}
