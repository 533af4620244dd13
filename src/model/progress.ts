// What a person may see while it measures.
import type { Evidence } from './stop-rule.ts'

export type Progress =
  | { readonly kind: 'setup'; readonly side: string; readonly command: string }
  | { readonly kind: 'calibrating'; readonly benchmark: string }
  | {
      readonly kind: 'pair'
      readonly benchmark: string
      readonly round: number
      readonly evidence: readonly Evidence[]
      /** Benchmarks not decided yet, of all. */
      readonly open: number
      readonly of: number
      /** Seconds of the time budget. */
      readonly elapsed: number
      readonly maxTime: number
    }
  /** One second of a load test. */
  | {
      readonly kind: 'load'
      readonly benchmark: string
      readonly side: string
      /** Seconds since its load began. */
      readonly elapsed: number
      /** Answers per second. */
      readonly rate: number
      /** Share of them that failed. */
      readonly errors: number
      /** Seconds; of what was answered. */
      readonly p95: number
    }
  | { readonly kind: 'failed'; readonly benchmark: string; readonly side: string; readonly reason: string }
  | { readonly kind: 'note'; readonly message: string }
