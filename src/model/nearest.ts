// "Did you mean …?" for names that were nearly right.

/**
 * Edits (insert, delete, replace, swap of neighbours) from `a` to `b`: the optimal string alignment distance
 * (Damerau 1964, restricted). A letter in the wrong case counts a quarter of an edit.
 */
export function distance(a: string, b: string): number {
  let twoBack: number[] = []
  let previous = Array.from({ length: b.length + 1 }, (_, column) => column)
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row]
    for (let column = 1; column <= b.length; column += 1) {
      const [x, y] = [a[row - 1] ?? '', b[column - 1] ?? '']
      const replace = x === y ? 0 : x.toLowerCase() === y.toLowerCase() ? 0.25 : 1
      let cost = Math.min(
        (previous[column] ?? 0) + 1,
        (current[column - 1] ?? 0) + 1,
        (previous[column - 1] ?? 0) + replace,
      )
      if (row > 1 && column > 1 && x === b[column - 2] && a[row - 2] === y)
        cost = Math.min(cost, (twoBack[column - 2] ?? 0) + 1)
      current.push(cost)
    }
    twoBack = previous
    previous = current
  }
  return previous[b.length] ?? 0
}

/** The candidate that `written` was most likely meant to be: at most a third of its letters differ. */
export function nearest(written: string, candidates: Iterable<string>): string | undefined {
  // Longer words are not keys that somebody mistyped, and comparing them costs time.
  if (written.length > 80) return undefined
  let best: string | undefined
  let least = Math.max(1, Math.floor(written.length / 3)) + 0.25
  for (const candidate of candidates) {
    const edits = distance(written, candidate)
    if (edits < least) [best, least] = [candidate, edits]
  }
  return best
}

/** `; did you mean "regression"?`, or nothing. */
export function didYouMean(written: string, candidates: Iterable<string>): string {
  const candidate = nearest(written, candidates)
  return candidate === undefined ? '' : `; did you mean "${candidate}"?`
}
