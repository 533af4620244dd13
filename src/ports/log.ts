// What a person sees while it runs. A terminal draws it, a log prints plain lines, a test collects it.
import type { Progress } from '../model/progress.ts'

export interface Log {
  progress(event: Progress): void
  info(message: string): void
  warning(message: string): void
  error(message: string): void
}
