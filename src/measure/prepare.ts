// `prepare:` the command before each trial that nobody measures.
import type { Processes } from '../ports/processes.ts'
import { type Place, TrialError } from './driver.ts'
import { howItEnded, outputOf } from './output.ts'

/** @throws TrialError `prepare-failed` */
export async function prepare(
  processes: Pick<Processes, 'run'>,
  place: Place,
  command: string | undefined,
  settings: {
    readonly cwd: string
    readonly env: Readonly<Record<string, string>>
    readonly timeout: number
  },
): Promise<void> {
  if (command === undefined) return
  const finished = await processes.run({ command, ...settings })
  if (finished.exitCode === 0 && !finished.timedOut) return
  const why = finished.timedOut ? `did not end within ${settings.timeout} s` : howItEnded(finished)
  throw new TrialError(place, 'prepare-failed', `"prepare: ${command}" ${why}`, outputOf(finished))
}
