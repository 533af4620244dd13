// The log of a workflow step: plain lines, measuring folded into a group, warnings and errors as the runner marks them.
import * as core from '@actions/core'
import type { Progress } from '../../model/progress.ts'
import type { Log } from '../../ports/log.ts'
import { plainLines } from './commands.ts'

export interface GroupedLog extends Log {
  /** Folds what others write to the log from now on, up to the next line of ours. */
  fold(name: string): void
  /** Ends what is folded. */
  unfold(): void
}

/** @param lineOf one line for a step of progress, `null` for those that would only fill the log */
export function githubLog(lineOf: (event: Progress) => string | null): GroupedLog {
  let group: string | null = null
  /** The runner knows no groups inside groups: a new one ends the last. */
  const enter = (name: string | null): void => {
    if (name === group) return
    if (group !== null) core.endGroup()
    if (name !== null) core.startGroup(name)
    group = name
  }
  return {
    fold: enter,
    unfold: () => enter(null),
    progress(event) {
      const line = lineOf(event)
      if (line === null) return
      // What failed is not folded away.
      enter(event.kind === 'failed' ? null : event.kind === 'setup' ? 'Setup' : 'Measuring')
      core.info(plainLines(line))
    },
    info(message) {
      enter(null)
      core.info(plainLines(message))
    },
    warning(message) {
      enter(null)
      core.warning(message)
    },
    error(message) {
      enter(null)
      core.error(message)
    },
  }
}
