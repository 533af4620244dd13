// Under which name a suite's Runs are kept: readable, legal as an artifact name, and different for different suites.

/** Letters, digits, dot, dash and underscore stay; everything else becomes its code point between tildes. */
export function suitePart(suite: string): string {
  return [...suite]
    .map((character) =>
      /[A-Za-z0-9._-]/.test(character) ? character : `~${character.codePointAt(0)?.toString(16)}~`,
    )
    .join('')
}

export function artifactName(suite: string): string {
  return `perf-gate-baseline-${suitePart(suite)}`
}

export function programName(suite: string): string {
  return `perf-gate-program-${suitePart(suite)}`
}
