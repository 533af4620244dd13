// `soak:` a long constant load: whether latency or memory rises while nothing else changes.
import { mannKendall } from '../../stats/mann-kendall.ts'
import { median } from '../../stats/quantile.ts'
import { theilSen } from '../../stats/theil-sen.ts'

/** Points below which nothing is said of a trend. */
const fewest = 10
/** Slopes are taken between all pairs: a day of seconds would be billions. */
const most = 300
/** A trend that chance would show less often than this is one. */
const significant = 0.01

/** [seconds, value] */
export type Point = readonly [number, number]

/** Blocks of neighbours, each as its medians. */
function thinned(points: readonly Point[]): readonly Point[] {
  if (points.length <= most) return points
  const size = Math.ceil(points.length / most)
  return Array.from({ length: Math.ceil(points.length / size) }, (_, index): Point => {
    const block = points.slice(index * size, (index + 1) * size)
    return [median(block.map(([at]) => at)), median(block.map(([, value]) => value))]
  })
}

/**
 * How much a series rose over its whole length, relative to its median: 0.2 is a fifth. The slope is Theil's and Sen's,
 * which outliers cannot move far; 0 where Mann and Kendall's test sees no trend, or one that falls.
 * @returns `null` for too few points, or a median of zero
 */
export function driftOf(all: readonly Point[]): number | null {
  const points = thinned(all)
  const [first] = points
  const last = points.at(-1)
  if (first === undefined || last === undefined || points.length < fewest) return null
  const level = median(points.map(([, value]) => value))
  if (!(level > 0)) return null
  const values = points.map(([, value]) => value)
  if (values.every((value) => value === values[0])) return 0
  const { p } = mannKendall(values)
  const { slope } = theilSen(points, 0.99)
  if (!(p < significant) || !(slope > 0)) return 0
  return (slope * (last[0] - first[0])) / level
}
