// Collects what a person would have seen.
import type { Progress } from '../../src/model/progress.ts'
import type { Log } from '../../src/ports/log.ts'

export interface FakeLog extends Log {
  readonly events: Progress[]
  /** `info: …`, `warning: …`, `error: …`, in order. */
  readonly lines: string[]
}

export function fakeLog(): FakeLog {
  const events: Progress[] = []
  const lines: string[] = []
  return {
    events,
    lines,
    progress: (event) => void events.push(event),
    info: (message) => void lines.push(`info: ${message}`),
    warning: (message) => void lines.push(`warning: ${message}`),
    error: (message) => void lines.push(`error: ${message}`),
  }
}
