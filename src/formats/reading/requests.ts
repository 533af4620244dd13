// Raw requests, one by one, of tools that keep them: counted and recorded per benchmark in constant memory.
import type { Collector } from './collect.ts'
import { type Recorder, recorder, refuseTooMany } from './histogram.ts'
import { collectLoad } from './load.ts'

export interface Request {
  readonly benchmark: string
  /** Seconds. */
  readonly latency: number
  readonly failed: boolean
  /** When it began, in seconds since whenever the tool counts from; `null` when it does not say. */
  readonly startedAt: number | null
  readonly complaint?: string | undefined
}

interface Tally {
  readonly latencies: Recorder
  requests: number
  errors: number
  first: number
  last: number
  complaint?: string | undefined
}

export interface Requests {
  add(request: Request): void
  collectInto(collect: Collector): void
}

export function requests(): Requests {
  const tallies = new Map<string, Tally>()
  return {
    add({ benchmark, latency, failed, startedAt, complaint }) {
      let tally = tallies.get(benchmark)
      if (tally === undefined) {
        refuseTooMany(tallies.size + 1, benchmark)
        tally = { latencies: recorder(), requests: 0, errors: 0, first: Infinity, last: -Infinity }
        tallies.set(benchmark, tally)
      }
      tally.requests += 1
      tally.latencies.record(latency)
      if (failed) {
        tally.errors += 1
        tally.complaint ??= complaint
      }
      if (startedAt === null || !Number.isFinite(startedAt) || !Number.isFinite(latency)) return
      tally.first = Math.min(tally.first, startedAt)
      tally.last = Math.max(tally.last, startedAt + latency)
    },
    collectInto(collect) {
      for (const [benchmark, { latencies, requests: total, errors, first, last, complaint }] of tallies) {
        const elapsed = last - first
        if (latencies.refused > 0)
          collect.fail({
            benchmark,
            metric: 'latency',
            code: 'not-a-number',
            reason: `${latencies.refused} of ${total} latencies are no durations.`,
          })
        if (latencies.count > 0 && latencies.max === 0) {
          const reason = `All ${total} latencies are 0: they are below the tool's resolution.`
          collect.fail({ benchmark, metric: 'latency', code: 'zero-time', reason })
        }
        const usable = latencies.count > 0 && latencies.max > 0
        collectLoad(collect, {
          benchmark,
          requests: total,
          errors,
          complaint,
          ...(total > 1 && elapsed > 0 && Number.isFinite(elapsed) ? { throughput: total / elapsed } : {}),
          ...(usable ? { latency: { kind: 'histogram' as const, encoded: latencies.encode() } } : {}),
        })
      }
    },
  }
}
