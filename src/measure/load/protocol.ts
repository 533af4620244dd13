// What perf-gate and its load generator say to each other: one JSON object a line. The generator is a process of its
// own, so that nothing else perf-gate does can delay a request.
import type { Condition, LoadModel, LoadSpec, Work } from '../../model/suite/index.ts'
import type { Hosts } from './allowed.ts'

export type RunnableModel = Exclude<LoadModel, { readonly kind: 'levels' | 'stress' }>

/** One run of load. Seconds, per second. */
export interface LoadPlan
  extends Hosts,
    Pick<
      LoadSpec,
      | 'maxConnections'
      | 'startDelay'
      | 'gracefulStop'
      | 'warmUp'
      | 'timeout'
      | 'http'
      | 'insecure'
      | 'transport'
      | 'workers'
    > {
  readonly work: Work
  readonly model: RunnableModel
  /** Certificate of an authority to trust as well, as PEM. */
  readonly ca: string | null
  /** What relative URLs start from. */
  readonly base: string | null
  /** Data items, taken in turn. */
  readonly items: readonly Readonly<Record<string, unknown>>[]
  readonly abortWhen: readonly Condition[]
  readonly seed: number
  /** Directory of modules. */
  readonly directory: string
  /** Where the first user starts, and how far the next one is: several generators share the users. */
  readonly share?: { readonly index: number; readonly of: number }
}

export type Request =
  /** A port that is free now. */
  | { readonly kind: 'port' }
  /** One look whether `url` answers; `code` is `null` when nothing does. */
  | ({ readonly kind: 'probe'; readonly url: string; readonly timeout: number } & Pick<
      LoadPlan,
      'insecure' | 'ca' | 'allowHosts' | 'proposedHosts'
    >)
  | { readonly kind: 'run'; readonly plan: LoadPlan }

/** Counts and distributions of one step of one scenario in one stage. */
export interface Cell {
  readonly scenario: number
  readonly step: number
  readonly stage: number
  readonly requests: number
  readonly succeeded: number
  readonly timeouts: number
  /** Answers that ask to come back later. */
  readonly limited: number
  /** Bytes of bodies. */
  readonly received: number
  readonly sent: number
  /** Kind → count: `status-500`, `refused`, `check-contains`. */
  readonly errors: Readonly<Record<string, number>>
  /** HdrHistograms in microseconds; `null` when nothing was recorded, `service` also where it equals `response`. */
  readonly response: string | null
  readonly service: string | null
}

/** What one second showed. Seconds. */
export interface Window {
  /** Since the load began. */
  readonly at: number
  readonly intended: number
  readonly requests: number
  readonly failed: number
  readonly p50: number
  readonly p95: number
  readonly p99: number
}

export interface LoadResult {
  readonly kind: 'result'
  /** From the first intended request to the end of the load or the last answer. */
  readonly duration: number
  /** Iterations that the model intended, those begun, and those never begun. */
  readonly offered: number
  readonly started: number
  readonly dropped: number
  readonly iterations: number
  readonly users: number
  /** The most at once. */
  readonly connections: number
  /** Opened while it was measured. */
  readonly opened: number
  readonly cells: readonly Cell[]
  /** Length of each stage. */
  readonly stages: readonly number[]
  /** How late iterations were begun by the generator's own fault. */
  readonly slip: { readonly p50: number; readonly p95: number; readonly p99: number }
  /** Share of the time that the busiest event loop was busy, 0 to 1. */
  readonly utilization: number
  /** CPU seconds of the generator while it measured. */
  readonly cpu: number
  readonly windows: readonly Window[]
  /** Which condition ended it early. */
  readonly aborted: string | null
  readonly transport: string
}

export interface Live {
  readonly kind: 'live'
  readonly window: Window
}

/** Warming up is over. */
export interface Begun {
  readonly kind: 'begun'
}

export interface Failed {
  readonly kind: 'failed'
  readonly code: string
  readonly reason: string
}

export interface Port {
  readonly kind: 'port'
  readonly port: number
}

export interface Probed {
  readonly kind: 'probed'
  readonly code: number | null
}

export type Response = LoadResult | Live | Begun | Failed | Port | Probed

export interface Answers {
  readonly port: Port
  readonly probe: Probed
  readonly run: LoadResult
}
