// Raw durations → one HdrHistogram, in constant memory: three digits from one microsecond to an hour.
import { build, decodeFromCompressedBase64, encodeIntoCompressedBase64 } from 'hdr-histogram-js'
import { ReadError } from '../../errors.ts'

const microseconds = 1e6
const longest = 3600 * microseconds

/** Buckets count in 32 bits. */
const mostCounted = 2 ** 31 - 1

/** Histograms of one file: a hundred kilobytes each. A name with an id in it makes one for every request. */
const mostRecorders = 2000

/** Throws `ReadError` when a file has too many names to hold a histogram for each. */
export function refuseTooMany(recorders: number, latest: string): void {
  if (recorders <= mostRecorders) return
  throw new ReadError(
    `more than ${mostRecorders} different names, such as ${JSON.stringify(latest.slice(0, 80))}: give requests that differ only in an id one name`,
  )
}

export interface Recorder {
  /** Seconds. What is no duration, or too much to count, is not recorded, and counted in `refused`. */
  record(seconds: number, times?: number): void
  readonly count: number
  readonly refused: number
  /** The largest value recorded, in seconds. */
  readonly max: number
  /** HdrHistogram V2, deflated, base64; counts microseconds. */
  encode(): string
}

export function recorder(): Recorder {
  const histogram = newHistogram()
  let count = 0
  let refused = 0
  let max = 0
  return {
    record(seconds, times = 1) {
      const countable = Number.isInteger(times) && times >= 1 && count + times <= mostCounted
      if (!(seconds >= 0) || !Number.isFinite(seconds) || !countable) {
        refused += 1
        return
      }
      const value = Math.min(longest, Math.round(seconds * microseconds))
      if (times === 1) histogram.recordValue(value)
      else histogram.recordValueWithCount(value, times)
      count += times
      max = Math.max(max, seconds)
    },
    get count() {
      return count
    },
    get refused() {
      return refused
    },
    get max() {
      return max
    },
    encode: () => encodeIntoCompressedBase64(histogram),
  }
}

/** All of them as one: nothing is lost by it. */
export function mergeHistograms(encoded: readonly string[]): string {
  const all = newHistogram()
  for (const each of encoded) all.add(decodeFromCompressedBase64(each))
  return encodeIntoCompressedBase64(all)
}

function newHistogram() {
  return build({
    bitBucketSize: 32,
    lowestDiscernibleValue: 1,
    highestTrackableValue: longest,
    numberOfSignificantValueDigits: 3,
  })
}
