// perf-gate's load generator as one of the programs that are measured.
import { dirname, join } from 'node:path'
import process from 'node:process'
import { fileURLToPath } from 'node:url'
import { merge, percentile } from '../../src/measure/load/histogram.ts'
import type { LoadPlan, LoadResult } from '../../src/measure/load/protocol.ts'

const runner = join(dirname(fileURLToPath(import.meta.url)), 'one.ts')

export type Settings = Pick<LoadPlan, 'model'> & Partial<LoadPlan>

/** The program that does it, with the defaults that a suite has but for what is given. */
export function own(url: string, settings: Settings): readonly string[] {
  const plan: LoadPlan = {
    work: {
      kind: 'scenarios',
      scenarios: [
        {
          name: '',
          weight: 1,
          tags: {},
          thinkTime: undefined,
          pacing: undefined,
          requests: [
            {
              name: undefined,
              url,
              thinkTime: undefined,
              method: 'GET',
              headers: {},
              body: undefined,
              extract: {},
              check: { status: undefined, header: {} },
            },
          ],
        },
      ],
    },
    base: null,
    items: [],
    abortWhen: [],
    allowHosts: [],
    proposedHosts: [],
    ca: null,
    seed: 1,
    directory: '/',
    maxConnections: 1000,
    startDelay: 0,
    gracefulStop: 10,
    warmUp: 2,
    timeout: 10,
    http: 1.1,
    insecure: false,
    transport: 'auto',
    workers: 1,
    ...settings,
  }
  return [process.execPath, runner, JSON.stringify(plan)]
}

const resultIn = (output: string): LoadResult => JSON.parse(output)

export function requestsIn(output: string): number {
  return resultIn(output).cells.reduce((sum, { requests }) => sum + requests, 0)
}

/** Seconds at p50, p90, p99, p99.9: from when requests were due, or from when they were sent. */
export function percentilesIn(output: string, from: 'due' | 'sent'): readonly number[] {
  const all = merge(
    resultIn(output).cells.flatMap(({ response, service }) => (from === 'due' ? response : service) ?? []),
  )
  return [50, 90, 99, 99.9].map((percent) => percentile(all ?? '', percent))
}
