// Samples → figures, for lists too long to keep: a million samples of one process say no more than their summary.
import type { Figures } from './figures.ts'

/** Above this many samples of one series a summary is kept in their place. */
export const samplesKept = 10_000

const kept = [0.05, 0.25, 0.75, 0.9, 0.95, 0.99, 0.999]

/** Mean, sample standard deviation (n − 1), range and percentiles (nearest rank) of finite numbers, at least one. */
export function summarize(samples: readonly number[]): Figures {
  const sorted = Float64Array.from(samples).sort()
  const n = sorted.length
  // Welford's update: no large sums of squares.
  let mean = 0
  let squares = 0
  for (const [index, value] of sorted.entries()) {
    const delta = value - mean
    mean += delta / (index + 1)
    squares += delta * (value - mean)
  }
  const rank = (share: number) => sorted[Math.min(n - 1, Math.max(0, Math.ceil(share * n) - 1))] ?? mean
  return {
    mean,
    ...(n > 1 ? { standardDeviation: Math.sqrt(squares / (n - 1)) } : {}),
    n,
    median: rank(0.5),
    min: rank(0),
    max: rank(1),
    quantiles: Object.fromEntries(kept.map((share) => [`p${Number((share * 100).toFixed(1))}`, rank(share)])),
  }
}

/** The standard deviation behind a relative margin of error of `mean ± rme %` at 95 %, as benchmark.js and its heirs print. */
export function deviationOfMargin(mean: number, marginPercent: number, n: number): number | undefined {
  if (!(n > 1) || !(marginPercent >= 0) || !Number.isFinite(mean)) return undefined
  const critical = studentAt95[Math.round(n - 1) - 1] ?? 1.96
  return ((marginPercent / 100) * mean * Math.sqrt(n)) / critical
}

/** Student's t, two-sided 95 %, for 1 to 30 degrees of freedom; benchmark.js takes 1.96 above. Source: any table of t. */
const studentAt95 = [
  12.706, 4.303, 3.182, 2.776, 2.571, 2.447, 2.365, 2.306, 2.262, 2.228, 2.201, 2.179, 2.16, 2.145, 2.131,
  2.12, 2.11, 2.101, 2.093, 2.086, 2.08, 2.074, 2.069, 2.064, 2.06, 2.056, 2.052, 2.048, 2.045, 2.042,
]
