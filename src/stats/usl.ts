// The Universal Scalability Law (N. J. Gunther, "Guerrilla Capacity Planning", 2007): throughput under concurrency N is
//   X(N) = λ N / (1 + σ (N − 1) + κ N (N − 1))
// with contention σ (what must queue) and coherency κ (what must agree with everybody else).

export interface Usl {
  /** Throughput of one user alone. */
  readonly lambda: number
  readonly sigma: number
  readonly kappa: number
  /** Concurrency with the most throughput; `null` when throughput only ever rises. */
  readonly peak: { readonly concurrency: number; readonly throughput: number } | null
}

export interface Point {
  readonly concurrency: number
  readonly throughput: number
}

export function uslThroughput(
  { lambda, sigma, kappa }: Pick<Usl, 'lambda' | 'sigma' | 'kappa'>,
  n: number,
): number {
  return (lambda * n) / (1 + sigma * (n - 1) + kappa * n * (n - 1))
}

/**
 * Least squares of relative errors. N / X(N) = a + b (N − 1) + c N (N − 1) is linear in a = 1/λ, b = σ/λ, c = κ/λ, none
 * of which can be negative: where one would be, it is left out.
 * @returns `null` for fewer than three different concurrencies, or a throughput that is not positive
 */
export function fitUsl(points: readonly Point[]): Usl | null {
  if (new Set(points.map(({ concurrency }) => concurrency)).size < 3) return null
  if (points.some(({ concurrency, throughput }) => !(throughput > 0) || !(concurrency > 0))) return null
  const bases = [() => 1, (n: number) => n - 1, (n: number) => n * (n - 1)]
  let best: { readonly fit: readonly number[]; readonly error: number } | null = null
  for (const used of [[0, 1, 2], [0, 1], [0, 2], [0]]) {
    const fit = solve(
      points,
      used.map((index) => bases[index] ?? (() => 0)),
    )
    if (fit === null || fit.some((value) => value < 0) || !((fit[0] ?? 0) > 0)) continue
    const all = [0, 1, 2].map((index) => fit[used.indexOf(index)] ?? 0)
    const error = points.reduce((sum, { concurrency, throughput }) => {
      const predicted = all.reduce(
        (total, value, index) => total + value * (bases[index]?.(concurrency) ?? 0),
        0,
      )
      return sum + ((predicted * throughput) / concurrency - 1) ** 2
    }, 0)
    // With equal errors the simpler one, which comes later, says the same.
    if (best === null || error < best.error - 1e-12) best = { fit: all, error }
  }
  const [a = 0, b = 0, c = 0] = best?.fit ?? []
  if (best === null) return null
  const law = { lambda: 1 / a, sigma: b / a, kappa: c / a }
  const concurrency = Math.sqrt((1 - law.sigma) / law.kappa)
  const hasPeak = law.kappa > 0 && law.sigma < 1 && Number.isFinite(concurrency)
  return { ...law, peak: hasPeak ? { concurrency, throughput: uslThroughput(law, concurrency) } : null }
}

/** Normal equations of the weighted fit, by Gaussian elimination with pivots; `null` when they are singular. */
function solve(
  points: readonly Point[],
  bases: readonly ((n: number) => number)[],
): readonly number[] | null {
  const size = bases.length
  const rows = Array.from({ length: size }, () => new Array<number>(size + 1).fill(0))
  for (const { concurrency, throughput } of points) {
    const weight = throughput / concurrency
    const values = bases.map((base) => base(concurrency) * weight)
    for (const [i, row] of rows.entries()) {
      for (let j = 0; j < size; j += 1) row[j] = (row[j] ?? 0) + (values[i] ?? 0) * (values[j] ?? 0)
      row[size] = (row[size] ?? 0) + (values[i] ?? 0)
    }
  }
  for (let column = 0; column < size; column += 1) {
    const pivotAt = rows.reduce(
      (most, row, index) =>
        index >= column && Math.abs(row[column] ?? 0) > Math.abs(rows[most]?.[column] ?? 0) ? index : most,
      column,
    )
    const pivot = rows[pivotAt]
    const here = rows[column]
    if (pivot === undefined || here === undefined || Math.abs(pivot[column] ?? 0) < 1e-300) return null
    rows[pivotAt] = here
    rows[column] = pivot
    for (const [index, row] of rows.entries()) {
      if (index === column) continue
      const factor = (row[column] ?? 0) / (pivot[column] ?? 1)
      for (let j = column; j <= size; j += 1) row[j] = (row[j] ?? 0) - factor * (pivot[j] ?? 0)
    }
  }
  return rows.map((row, index) => (row[size] ?? 0) / (row[index] ?? 1))
}
