// How the end of a program is told in a Failure.
import type { Finished } from '../ports/processes.ts'

const longest = 4000

/** The end of what it printed, errors last because they matter most; `undefined` when it printed nothing. */
export function outputOf(finished: Pick<Finished, 'stdout' | 'stderr'>): string | undefined {
  const text = [finished.stdout, finished.stderr]
    .map((part) => part.trimEnd())
    .filter((part) => part !== '')
    .map((part) => part.slice(-longest))
    .join('\n')
  return text === '' ? undefined : text
}

/** "exited with code 3", "was ended by SIGSEGV". */
export function howItEnded(finished: Pick<Finished, 'exitCode' | 'signal'>): string {
  if (finished.signal === 'SIGKILL') return 'was killed (SIGKILL): out of memory?'
  if (finished.signal !== null) return `was ended by ${finished.signal}`
  return `exited with code ${finished.exitCode ?? 'unknown'}`
}
