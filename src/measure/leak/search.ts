// Rounds of operations until it is clear whether they leak. A cache that fills grows like a leak until it is full, so an
// alarm must be confirmed by the rounds that come after it.
import { judgeLeak, type LeakFinding } from './verdict.ts'

/** Rounds of a block, whose growth is judged by itself. */
const roundsPerBlock = 20
const warmUpRounds = 5
const mostBlocks = 4
/** Seconds that a round should take. */
const roundTime = 0.04
const fewestOperations = 10
const mostOperations = 20_000
/** Bytes that a round may add: a large leak must not end in a crash before it is proven. */
const growthPerRound = 4e6
/** Operations from which the first guess of the growth is made. */
const probe = 20

export interface LeakSearch {
  readonly finding: LeakFinding
  readonly operations: number
  /** Bytes from the first round after warm-up to the last one. */
  readonly increase: number
}

/**
 * @param round runs that many operations and answers with the bytes in use afterwards, garbage collected
 * @param seconds that an operation takes
 * @param tolerance bytes per operation that are no leak
 */
export async function searchLeak(
  round: (operations: number) => Promise<number>,
  seconds: number,
  tolerance: number,
): Promise<LeakSearch> {
  const operations = await operationsPerRound(round, seconds)
  for (let warm = 0; warm < warmUpRounds; warm += 1) await round(operations)
  const used: number[] = []
  let earlier: LeakFinding | undefined
  for (let block = 0; block < mostBlocks; block += 1) {
    for (let each = 0; each < roundsPerBlock; each += 1) used.push(await round(operations))
    const finding = judgeLeak(used.slice(-roundsPerBlock), operations, tolerance)
    const confirmed = earlier?.kind === 'leak' && finding.kind === 'leak' && finding.slope > earlier.slope / 2
    if (finding.kind === 'none' || confirmed) return result(finding)
    earlier = finding
  }
  const whole = judgeLeak(used.slice(-2 * roundsPerBlock), operations, tolerance)
  // Growth that keeps slowing down was never confirmed.
  return result(whole.kind === 'leak' ? { ...whole, kind: 'inconclusive' } : whole)

  function result(finding: LeakFinding): LeakSearch {
    const [first = 0] = used
    return { finding, operations, increase: Math.max(0, (used.at(-1) ?? first) - first) }
  }
}

async function operationsPerRound(
  round: (operations: number) => Promise<number>,
  seconds: number,
): Promise<number> {
  const before = await round(probe)
  const growth = Math.max(0, (await round(probe)) - before) / probe
  const inTime = Math.round(roundTime / Math.max(seconds, 1e-9))
  const inMemory = growth > 0 ? Math.floor(growthPerRound / growth) : mostOperations
  return Math.max(fewestOperations, Math.min(mostOperations, inTime, inMemory))
}
