// Building one side. What a build prints is kept in a file and shown only when it fails.
import type { Side } from '../../model/side.ts'
import type { Host } from '../../ports/host.ts'
import type { Finished } from '../../ports/processes.ts'

/** Seconds for one command: far beyond any build that a gate can wait for. */
const limit = 3600
/** Lines of output that a failure quotes. */
const quoted = 20

export interface SetupFailure {
  readonly code: 'setup-failed'
  /** Side, command and how it ended. */
  readonly reason: string
  /** The end of what it printed. Data, never interpreted. */
  readonly output: string
}

/** Runs the commands in order, up to the first that fails; `null` when all is well. */
export async function setUp({
  setup,
  side,
  directory,
  host,
  out,
}: {
  readonly setup: readonly string[]
  readonly side: Side
  readonly directory: string
  readonly host: Pick<Host, 'files' | 'processes' | 'log'>
  readonly out?: string | undefined
}): Promise<SetupFailure | null> {
  const printed: string[] = []
  let failure: SetupFailure | null = null
  for (const command of setup) {
    host.log.progress({ kind: 'setup', side, command })
    const finished = await host.processes.run({ command, cwd: directory, timeout: limit })
    printed.push(`$ ${command}\n${finished.stdout}${finished.stderr}`)
    if (finished.exitCode === 0 && !finished.timedOut) continue
    failure = {
      code: 'setup-failed',
      reason: `setup of ${side} failed: \`${command}\` ${ending(finished)} in ${directory}.`,
      output: lastLines(`${finished.stdout}\n${finished.stderr}`),
    }
    break
  }
  if (out !== undefined && printed.length > 0)
    await host.files.write(`${out}/setup-${side}.log`, `${printed.join('\n')}\n`)
  return failure
}

function ending({ exitCode, signal, timedOut }: Finished): string {
  if (timedOut) return `was ended after ${limit / 60} minutes`
  return signal === null ? `exited with ${exitCode}` : `was ended by ${signal}`
}

function lastLines(text: string): string {
  const lines = text.split(/\r?\n/).filter((line) => line.trim() !== '')
  return lines.slice(-quoted).join('\n')
}
