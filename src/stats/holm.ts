// One error rate for many tests: Holm's step-down procedure (Holm 1979). It holds under any dependence, and for e-values
// as well as for p-values, because 1 / sup e is a p-value at all times at once (Vovk and Wang 2021).

/**
 * Which of the tests are rejected so that at most `alpha` of families without any effect have a rejection.
 * @param pValues one per test, uncorrected, 0 to 1.
 * @param family how many tests share `alpha`: at least as many as are given. Those not given count as not rejected.
 * @returns the indices of the rejected tests.
 */
export function holm(
  pValues: readonly number[],
  alpha: number,
  family: number = pValues.length,
): ReadonlySet<number> {
  // Only these can be rejected, and in a family of thousands they are few.
  const candidates = pValues
    .map((p, index) => ({ p, index }))
    .filter(({ p }) => p <= alpha)
    .sort((a, b) => a.p - b.p)
  const rejected = new Set<number>()
  for (const { p, index } of candidates) {
    if (p * (family - rejected.size) > alpha) break
    rejected.add(index)
  }
  return rejected
}
