// How much of an arrival rate gets done while it lasts.
import type { LoadResult } from './protocol.ts'

/** Seconds that a tick may be late. */
const late = 0.2

/**
 * Answers over arrivals, in the second half of the load: what is under way at the beginning and at the end then cancels,
 * however long an answer takes. A scenario of several requests counts by its parts.
 * @returns 0 to 1; `null` where users wait for their answers, and where nothing arrived
 */
export function achievedRate({
  windows,
  stages,
  iterations,
  dropped,
  cells,
}: Pick<LoadResult, 'windows' | 'stages' | 'iterations' | 'dropped' | 'cells'>): number | null {
  const length = stages.reduce((sum, each) => sum + each, 0)
  // A window of one second is closed by the first tick after its end.
  const counted = windows.filter(({ at }) => at - 1 >= length / 2 - late && at <= length + late)
  const intended = counted.reduce((sum, window) => sum + window.intended, 0)
  const answered = counted.reduce((sum, { requests, failed }) => sum + requests - failed, 0)
  // What was never begun counts as a request that failed, and as no iteration.
  const requests = cells.reduce((sum, cell) => sum + cell.requests, 0) - dropped
  if (intended === 0 || iterations === 0 || requests <= 0) return null
  return Math.min(1, answered / intended / (requests / iterations))
}
