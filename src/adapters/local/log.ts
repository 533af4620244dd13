// The `Log` port outside of GitHub: a live picture on a terminal, plain lines in a log. All of it on stderr, so that
// stdout holds results only.
import { styleText } from 'node:util'
import { createLogUpdate } from 'log-update'
import type { Log } from '../../ports/log.ts'
import { decisions, harmless, progressLines } from './progress-lines.ts'
import { progressScreen } from './progress-screen.ts'

export type Terminal = NodeJS.WritableStream & {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly rows?: number
}

export interface LocalLog extends Log {
  /** Takes the picture away: what follows stands alone. */
  done(): void
}

export interface LogOptions {
  readonly stderr: Terminal
  readonly env: Readonly<Record<string, string | undefined>>
  readonly color: boolean
}

/** A person watches: not a pipe, not a CI's pretended terminal, not one that cannot move its cursor. */
export function isWatched({ stderr, env }: Pick<LogOptions, 'stderr' | 'env'>): boolean {
  return stderr.isTTY === true && !env.CI && env.TERM !== 'dumb'
}

export function localLog(options: LogOptions): LocalLog {
  const { stderr, color } = options
  const level = (name: 'warning' | 'error', style: 'yellow' | 'red') => {
    // Whether to colour is the caller's decision, not that of whatever stream styleText looks at.
    const label = color ? styleText(style, name, { validateStream: false }) : name
    return (message: string) => `${label}: ${harmless(message)}`
  }
  const warning = level('warning', 'yellow')
  const error = level('error', 'red')
  return isWatched(options) ? liveLog(stderr, warning, error) : plainLog(stderr, warning, error)
}

type Format = (message: string) => string

function plainLog(stderr: Terminal, warning: Format, error: Format): LocalLog {
  const lines = progressLines()
  const print = (line: string) => stderr.write(`${line}\n`)
  return {
    progress: (event) => lines(event).forEach(print),
    info: (message) => void print(harmless(message)),
    warning: (message) => void print(warning(message)),
    error: (message) => void print(error(message)),
    done: () => {},
  }
}

function liveLog(stderr: Terminal, warning: Format, error: Format): LocalLog {
  // The cursor stays visible: a process that is killed cannot bring it back.
  const update = createLogUpdate(stderr, { showCursor: true })
  const screen = progressScreen()
  const lines = progressLines()
  const newDecisions = decisions()
  const redraw = () => {
    const picture = screen.draw(stderr.columns ?? 80, (stderr.rows ?? 24) - 1)
    if (picture.length > 0) update(picture.join('\n'))
  }
  /** Above the picture, where it stays. */
  const print = (line: string) => {
    update.clear()
    stderr.write(`${line}\n`)
    redraw()
  }
  return {
    progress(event) {
      if (event.kind === 'pair') newDecisions(event).forEach(print)
      if (event.kind === 'failed' || event.kind === 'note') lines(event).forEach(print)
      if (screen.observe(event)) redraw()
    },
    info: (message) => print(harmless(message)),
    warning: (message) => print(warning(message)),
    error: (message) => print(error(message)),
    done: () => update.clear(),
  }
}
