// Chooses, once, how the cost of commands is read on this machine: the first launcher of the ladder that proves itself.
import { accessSync, constants } from 'node:fs'
import { constants as osConstants } from 'node:os'
import { delimiter, join } from 'node:path'
import type { Notice } from '../../model/notice.ts'
import type { Cost, Finished } from '../../ports/processes.ts'
import type { Account, Launcher } from './launchers.ts'
import { type Program, type Ran, runProgram } from './program.ts'

/** A launcher and the interpreter it was found to work with. */
export interface Chosen {
  readonly launcher: Launcher
  readonly program: string
}

/** The system's own interpreters come first: those of version managers are scripts that take long to start. */
export function findProgram(name: string, path: string | undefined): string | null {
  for (const directory of ['/usr/bin', '/bin', ...(path ?? '').split(delimiter)]) {
    if (directory === '') continue
    try {
      accessSync(join(directory, name), constants.X_OK)
      return join(directory, name)
    } catch {
      // Not in this one.
    }
  }
  return null
}

/** The first of `launchers` that reports the cost of an empty command; `null` when none does. */
export async function chooseLauncher(
  launchers: readonly Launcher[],
  env: Readonly<Record<string, string>>,
): Promise<Chosen | null> {
  for (const launcher of launchers) {
    const program = findProgram(launcher.name, env.PATH)
    if (program === null) continue
    const launch = launcher.launch(program, ['/bin/sh', '-c', 'exit 7'], env)
    const ran = await runProgram({ ...launch, cwd: '/', timeout: 10, report: true })
    const account = launcher.read(ran.report)
    if (account !== null && account.status === 7 * 256 && !ran.timedOut) return { launcher, program }
  }
  return null
}

/** Runs `program` below the chosen launcher; with none, only its wall time is known. */
export async function measureProgram(
  program: Program,
  chosen: Chosen | null,
): Promise<Finished & { readonly cost: Cost }> {
  if (chosen === null) return account(await runProgram({ ...program, sweep: true }), null)
  const { launcher } = chosen
  const launch = launcher.launch(chosen.program, [program.file, ...program.args], program.env)
  const ran = await runProgram({ ...program, ...launch, report: true, sweep: !launcher.sweeps })
  return account(ran, launcher.read(ran.report))
}

function account(ran: Ran, found: Account | null): Finished & { readonly cost: Cost } {
  const { report: _, wall, ...finished } = ran
  if (found === null) return { ...finished, cost: { wall, cpu: null, peakMemory: null } }
  return {
    ...finished,
    ...endOf(found.status),
    cost: { wall: found.wall ?? wall, cpu: found.cpu, peakMemory: found.peakMemory },
  }
}

/** Exit code or signal name out of the status that `waitpid` gives. */
function endOf(status: number): Pick<Finished, 'exitCode' | 'signal'> {
  const number = status & 0x7f
  if (number === 0) return { exitCode: status >> 8, signal: null }
  const name = Object.entries(osConstants.signals).find(([, value]) => value === number)?.[0]
  return { exitCode: null, signal: name ?? `signal ${number}` }
}

/** What the costs cannot tell, for the Run's notices. */
export function costLimits(chosen: Chosen | null, platform: string): readonly Notice[] {
  if (chosen === null) {
    return [
      {
        code: 'cost-wall-only',
        message: `CPU time and memory of commands cannot be read on ${platform}: only their wall time is measured.`,
        fix:
          platform === 'win32'
            ? 'Gate on `wall`, or run perf-gate on Linux or macOS.'
            : 'Install perl or python3 on the machine that measures.',
      },
    ]
  }
  const { launcher } = chosen
  if (launcher.knowsMemory) return []
  return [
    {
      code: 'cost-coarse',
      message: `CPU time of commands is counted in steps of ${launcher.step * 1000} ms and their memory is unknown: neither perl nor python3 was found.`,
      fix: 'Install perl or python3 on the machine that measures.',
    },
  ]
}
