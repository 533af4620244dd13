// Errors that end a stage because it can hand nothing on. Each names its exit code; texts are for the person who reads them.
import type { Notice } from './model/notice.ts'

export const exitCodes = { pass: 0, fail: 1, usage: 2, unmeasured: 3 } as const
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes]

export class PerfGateError extends Error {
  readonly exitCode: ExitCode
  /** What to do about it. */
  readonly fix: string | undefined
  constructor(message: string, exitCode: ExitCode, fix?: string, options?: ErrorOptions) {
    super(message, options)
    this.exitCode = exitCode
    this.fix = fix
  }
}

/** The suite or the command line is wrong: nothing was measured. */
export class ConfigError extends PerfGateError {
  override readonly name = 'ConfigError'
  readonly notices: readonly Notice[]
  constructor(message: string, notices: readonly Notice[] = [], fix?: string) {
    super(message, exitCodes.usage, fix)
    this.notices = notices
  }
}

/** A side could not be prepared or measured. */
export class MeasureError extends PerfGateError {
  override readonly name = 'MeasureError'
  constructor(message: string, fix?: string, options?: ErrorOptions) {
    super(message, exitCodes.unmeasured, fix, options)
  }
}

/** A file of ours or of another tool could not be read. */
export class ReadError extends PerfGateError {
  override readonly name = 'ReadError'
  constructor(message: string, fix?: string, options?: ErrorOptions) {
    super(message, exitCodes.unmeasured, fix, options)
  }
}
