// What perf-gate and a task host say to each other: one JSON object a line, one answer per request.

import type { Phases } from './host-phases.ts'

export type ProfileKind = 'cpu' | 'heap'

export type Request =
  /** Import the module. */
  | { readonly kind: 'load'; readonly module: string }
  /** Warm the task up and find out what a call costs. Seconds. */
  | {
      readonly kind: 'calibrate'
      readonly task: string
      readonly warmUp: number
      readonly lookTime: number
    }
  /** Measure: `samples` times, `calls` calls each. One sample at a time serves ping-pong trials. */
  | { readonly kind: 'run'; readonly task: string; readonly calls: number; readonly samples: number }
  /** Warm up and run with the profiler on: an extra trial, whose times count for nothing. */
  | {
      readonly kind: 'profile'
      /** Where time goes, or which functions allocate what stays. */
      readonly of: ProfileKind
      readonly task: string
      readonly calls: number
      readonly samples: number
      readonly warmUpSamples: number
      /** Seconds between two looks at the stack, or bytes between two looks at allocations. */
      readonly interval: number
      /** Where to leave the `.cpuprofile`. */
      readonly path: string
    }
  /** So many calls, then garbage is collected: what is still in use. */
  | { readonly kind: 'leak-round'; readonly task: string; readonly calls: number }
  | { readonly kind: 'finish' }

export interface Loaded {
  readonly kind: 'loaded'
  /** Export names; `default` for the default export. */
  readonly tasks: readonly string[]
}

export interface CallCost {
  readonly kind: 'calibrated'
  /** Seconds per call, once warm. */
  readonly wall: number
  /** Seconds; the smallest step of the CPU clock. */
  readonly cpuResolution: number
}

export interface Samples {
  readonly kind: 'samples'
  /** Seconds per call, one value per sample. */
  readonly wall: readonly number[]
  readonly cpu: readonly number[]
  /** Seconds of CPU that child processes took in all samples together, in whole clock ticks. */
  readonly children: number
  /** Per sample, where the task has any. */
  readonly phases?: readonly Phases[]
}

export interface Finished {
  readonly kind: 'finished'
  /** Bytes. */
  readonly peakMemory: number
}

export interface Failed {
  readonly kind: 'failed'
  readonly code: string
  readonly reason: string
}

export interface Profiled {
  readonly kind: 'profiled'
}

export interface InUse {
  readonly kind: 'in-use'
  /** Bytes in the JS heap and of what it holds outside of it. */
  readonly bytes: number
}

export type Response = Loaded | CallCost | Samples | Profiled | InUse | Finished | Failed

/** Which answer belongs to which request. */
export interface Answers {
  readonly load: Loaded
  readonly calibrate: CallCost
  readonly run: Samples
  readonly profile: Profiled
  readonly 'leak-round': InUse
  readonly finish: Finished
}
