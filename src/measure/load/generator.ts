// Was it the program that was measured, or the generator? Limits as found by measuring: beyond them the generator's own
// queue shows in the latency.
import type { Notice } from '../../model/notice.ts'
import { writeDuration, writePercent } from '../../model/suite/quantity.ts'
import { merge, percentile } from './histogram.ts'
import type { LoadResult } from './protocol.ts'

/** Busy share of the event loop above which answers wait for the generator. */
export const busiest = 0.6
/** Begun late at p95 by more than this, and by more than a tenth of the latency at p95. Seconds. */
export const latestStart = 0.002
const share = 0.1
/** Of the intended iterations so many must have begun. */
export const leastBegun = 0.99

/** Why the latencies and the throughput of a run say nothing about the program; `null` when they do. */
export function generatorVerdict(result: LoadResult, open: boolean): Notice | null {
  const reasons = open ? openReasons(result) : closedReasons(result)
  if (reasons.length === 0) return null
  return {
    code: 'generator-saturated',
    message: `inconclusive: generator saturated (${reasons.join('; ')}).`,
    fix: 'Send less load, add "workers", or give the generator a core of its own.',
  }
}

function openReasons(result: LoadResult): string[] {
  const { utilization, slip, offered, started, dropped, aborted } = result
  const latency = latencyAt(result, 95)
  const allowed = Math.max(latestStart, share * latency)
  // What waited for a free connection until the end was begun as far as the generator goes.
  const begun = offered === 0 || aborted !== null ? 1 : (started + dropped) / offered
  return [
    ...(utilization > busiest
      ? [`its event loop was busy ${writePercent(round(utilization))} of the time`]
      : []),
    ...(slip.p95 > allowed
      ? [
          `it began requests ${writeDuration(round(slip.p95))} late at p95, of a latency of ${writeDuration(round(latency))}`,
        ]
      : []),
    ...(begun < leastBegun ? [`it began ${writePercent(round(begun))} of what was intended`] : []),
  ]
}

/** Users that wait for their answers wait at most for the work that the generator does for all of them. */
function closedReasons(result: LoadResult): string[] {
  const { utilization, cpu, cells, users } = result
  const requests = cells.reduce((sum, cell) => sum + cell.requests, 0)
  if (utilization <= busiest || requests === 0) return []
  const wait = (users * cpu) / requests
  const latency = latencyAt(result, 95)
  if (wait <= share * latency) return []
  return [
    `its event loop was busy ${writePercent(round(utilization))} of the time, which costs up to ${writeDuration(round(wait))} of a p95 of ${writeDuration(round(latency))}`,
  ]
}

function latencyAt({ cells }: LoadResult, percent: number): number {
  const all = merge(cells.flatMap(({ response }) => response ?? []))
  return all === null ? 0 : percentile(all, percent)
}

/** Three digits are enough for people. */
const round = (value: number) => Number(value.toPrecision(3))
