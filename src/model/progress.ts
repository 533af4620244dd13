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
  | { readonly kind: 'failed'; readonly benchmark: string; readonly side: string; readonly reason: string }
  | { readonly kind: 'note'; readonly message: string }
