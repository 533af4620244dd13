// The `Processes` port on Node.
import { fileURLToPath } from 'node:url'
import type { Command, Processes } from '../../ports/processes.ts'
import { childEnvironment, type EnvironmentVariables } from './child-environment.ts'
import { converse } from './conversation.ts'
import { type Chosen, chooseLauncher, costLimits, measureProgram } from './cost.ts'
import { onExit } from './ending.ts'
import { type Launcher, launchersFor } from './launchers.ts'
import { type Program, runProgram } from './program.ts'
import { startProgram } from './running.ts'
import { plainWords } from './words.ts'

/** Bundle → its source, for running from sources. */
const bundles: Readonly<Record<string, string>> = {
  'task-host': 'measure/task/host.ts',
  'task-host-typescript': 'measure/task/host-typescript.ts',
  'profile-host': 'measure/profile/host.ts',
  'load-host': 'measure/load/host.ts',
  'load-worker': 'measure/load/host-worker.ts',
  'monitor-host': 'measure/monitor/host.ts',
  'leak-host': 'measure/leak/host.ts',
}

export interface ProcessesOptions {
  /** The environment perf-gate was started with; children get it without secrets. */
  readonly env: EnvironmentVariables
  /** Values that were registered as secrets: a variable that holds one is kept from children. */
  readonly masked?: readonly string[]
  /** Ways to read costs, best first; those of this platform when absent. */
  readonly launchers?: readonly Launcher[]
}

export function nodeProcesses(options: ProcessesOptions): Processes {
  const inherited = childEnvironment(options.env, options.masked)
  const launchers = options.launchers ?? launchersFor(process.platform, process.arch)
  let choice: Promise<Chosen | null> | undefined
  const choose = () => {
    choice ??= chooseLauncher(launchers, inherited)
    return choice
  }
  return {
    async run(command) {
      const {
        report: _,
        wall: __,
        ...finished
      } = await runProgram({
        ...programOf(command, inherited),
        // A watched run is a trial: what it leaves behind must not disturb the next one.
        ...(command.monitor === undefined ? {} : { sweep: true }),
      })
      return finished
    },
    measure: async (command) => measureProgram(programOf(command, inherited), await choose()),
    converse: (command) => converse(programOf(command, inherited)),
    start: (command) => startProgram(programOf(command, inherited)),
    costLimits: async () => costLimits(await choose(), process.platform),
    bundle: bundlePath,
    onExit,
  }
}

function programOf(command: Command, inherited: Readonly<Record<string, string>>): Program {
  const shared = {
    cwd: command.cwd,
    // As a shell would: what was inherited names the directory that perf-gate runs in.
    env: { ...inherited, PWD: command.cwd, ...command.env },
    ...(command.timeout === undefined ? {} : { timeout: command.timeout }),
    ...(command.input === undefined ? {} : { input: command.input }),
    ...(command.keep === undefined ? {} : { keep: command.keep }),
    ...(command.monitor === undefined ? {} : { monitor: command.monitor }),
  }
  const line = command.command
  const words = command.argv ?? (line === undefined ? null : plainWords(line))
  const [file, ...args] = words ?? []
  if (process.platform === 'win32' && line !== undefined)
    return { ...shared, file: line, args: [], shell: true }
  if (file !== undefined) return { ...shared, file, args }
  if (line === undefined) throw new Error('a command needs `command` or `argv`')
  return { ...shared, file: '/bin/sh', args: ['-c', line] }
}

function bundlePath(name: string): string {
  const source = bundles[name]
  if (source === undefined) throw new Error(`perf-gate has no bundle "${name}"`)
  const here = import.meta.url
  if (here.endsWith('.ts')) return fileURLToPath(new URL(`../../${source}`, here))
  // Shared code is in dist/chunks/, the bundles are in dist/.
  return fileURLToPath(new URL(/\/chunks\/[^/]+$/.test(here) ? `../${name}.js` : `./${name}.js`, here))
}
