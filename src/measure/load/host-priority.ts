// A generator that waits for its turn measures the waiting.
import { writeFileSync } from 'node:fs'
import { setPriority } from 'node:os'

/** Before other programs, where that is allowed; the others take what they get. */
export function goFirst(): void {
  try {
    setPriority(-10)
    // Linux weighs sessions against each other before the programs within one; the generator has one of its own.
    writeFileSync('/proc/self/autogroup', '-10')
  } catch {
    // Not allowed, or not there.
  }
}
