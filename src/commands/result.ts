// What every command hands back to the entry, and how a report is shown.
import type { ExitCode } from '../errors.ts'
import type { Report } from '../model/report.ts'
import { repeatedWith } from '../rendered.ts'
import { renderers } from '../report/renderers/index.ts'

export interface CommandResult {
  readonly exitCode: ExitCode
  /** For standard output. */
  readonly output: string
}

/** How a result is to be shown. */
export interface Display {
  readonly json: boolean
  readonly color: boolean
  /** Columns of the terminal. */
  readonly width?: number | undefined
}

/** @param config the suite's file, for the command line that repeats the run */
export function shown(report: Report, { json, color, width }: Display, config?: string): string {
  if (json) return renderers.json(report)
  return renderers.terminal(report, {
    color,
    ...(width === undefined ? {} : { width }),
    ...repeatedWith(config),
  })
}
