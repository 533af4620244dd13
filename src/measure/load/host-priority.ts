// A generator that waits for its turn measures the waiting.
import { setPriority } from 'node:os'

/** Before other programs, where that is allowed; the others take what they get. */
export function goFirst(): void {
  try {
    setPriority(-10)
  } catch {
    // Not allowed here.
  }
}
