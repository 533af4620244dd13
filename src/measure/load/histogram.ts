// HdrHistograms of durations: whole microseconds, three significant digits, from 1 µs to an hour. Plain 32-bit JS
// counts: recording costs 50 ns, and neither "packed" (15 times slower) nor 16-bit counts (which wrap) are worth it.
import {
  build,
  decodeFromCompressedBase64,
  encodeIntoCompressedBase64,
  type Histogram,
} from 'hdr-histogram-js'

export type { Histogram } from 'hdr-histogram-js'

const hour = 3_600_000_000

export function newHistogram(): Histogram {
  return build({
    bitBucketSize: 32,
    lowestDiscernibleValue: 1,
    highestTrackableValue: hour,
    numberOfSignificantValueDigits: 3,
  })
}

/** Records a duration in milliseconds. Out of range is clamped; what is no number would count as one and is refused. */
export function record(histogram: Histogram, milliseconds: number): void {
  const microseconds = Math.round(milliseconds * 1000)
  histogram.recordValue(microseconds >= 1 ? Math.min(microseconds, hour) : 1)
}

/** V2, deflated, base64: the form that Runs hold. */
export function encode(histogram: Histogram): string {
  return encodeIntoCompressedBase64(histogram)
}

export function merge(encoded: readonly string[]): string | null {
  const [first, ...rest] = encoded
  if (first === undefined) return null
  if (rest.length === 0) return first
  const all = newHistogram()
  for (const each of encoded) all.add(decodeFromCompressedBase64(each))
  return encodeIntoCompressedBase64(all)
}

/** Seconds at a percentile (0 to 100); 0 of nothing. */
export function percentile(encoded: string, percent: number): number {
  return decodeFromCompressedBase64(encoded).getValueAtPercentile(percent) / 1e6
}
