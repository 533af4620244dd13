// What every profiler says in the end: how often, or how long, a program was seen on which stack.
import type { Notice } from '../model/notice.ts'

/** A function on a stack, as the profiler names it. */
export interface CallSite {
  readonly function: string
  /** Path or address of its source. */
  readonly url?: string
  /** Of its definition, from 1. */
  readonly line?: number
  /** From 1. */
  readonly column?: number
}

export interface Stack {
  /** Outermost call first; never empty. */
  readonly sites: readonly CallSite[]
  /** In the unit of the profile. */
  readonly self: number
  /** Samples that saw it. */
  readonly samples: number
}

export interface StackSamples {
  /** Seconds, bytes, or the samples of a profiler that does not say how far apart they are. */
  readonly unit: 's' | 'B' | 'samples'
  readonly stacks: readonly Stack[]
  /** What could not be read. */
  readonly notices: readonly Notice[]
}

/** The samples, or one clause that says why the text holds none. */
export type ReadStacks = StackSamples | { readonly why: string }
