// Entry of the command line: arguments → one command → its output and exit code.
import { resolve } from 'node:path'
import { Command, CommanderError, Option } from 'commander'
import { localHost } from './adapters/local/host.ts'
import { calibrateCommand } from './commands/calibrate.ts'
import { compareCommand } from './commands/compare.ts'
import { doctorCommand } from './commands/doctor.ts'
import { formatsCommand, historyCommand, importCommand } from './commands/import.ts'
import { initCommand } from './commands/init.ts'
import { mergeCommand } from './commands/merge.ts'
import { planCommand } from './commands/plan.ts'
import { publishCommand } from './commands/publish.ts'
import { reportCommand } from './commands/report.ts'
import type { CommandResult, Display } from './commands/result.ts'
import { runCommand } from './commands/run.ts'
import { validateCommand } from './commands/validate.ts'
import { readFlags } from './config/option-values.ts'
import { type Command as CommandName, flagsOf } from './config/options.ts'
import { ConfigError, exitCodes, PerfGateError } from './errors.ts'
import type { Host } from './ports/host.ts'

declare const PERF_GATE_VERSION: string
const version = typeof PERF_GATE_VERSION === 'string' ? PERF_GATE_VERSION : 'source'

type Written = Readonly<Record<string, unknown>>

interface Action {
  readonly help: string
  /** `<file>`: what stands beside the flags. */
  readonly arguments?: string
  readonly act: (written: Written, files: readonly string[]) => CommandResult | Promise<CommandResult>
}

/** Command → its one-line help and what it does with its written flags. */
const commands: Readonly<Record<CommandName, Action>> = {
  run: {
    help: 'Measure head against base, decide, report; exits 1 when the gate stops the change.',
    act: (written) => {
      const flags = readFlags('run', written)
      return runCommand(flags, display(flags), host(flags))
    },
  },
  plan: {
    help: 'Show what `run` would measure and compare, without measuring.',
    act: (written) => {
      const flags = readFlags('plan', written)
      return planCommand({ ...flags, out: '.perf-gate' }, display(flags), host(flags))
    },
  },
  validate: {
    help: 'Check the suite and show what was understood.',
    act: (written) => {
      const flags = readFlags('validate', written)
      return validateCommand(flags, display(flags), host(flags))
    },
  },
  compare: {
    help: 'Compare Run files; needs no repository and measures nothing.',
    act: (written) => {
      const flags = readFlags('compare', written)
      return compareCommand(
        { config: flags.config, base: flags.baseRuns, head: flags.headRuns },
        display(flags),
        host(flags),
      )
    },
  },
  merge: {
    help: 'Judge what the shards of a suite have measured: one verdict, as if one job had measured it all.',
    arguments: '<runs...>',
    act: (written, paths) => {
      const flags = readFlags('merge', written)
      return mergeCommand({ ...flags, paths }, display(flags), host(flags))
    },
  },
  calibrate: {
    help: 'Measure base against base: how noisy each metric is, what could be found, and what to change.',
    act: (written) => {
      const flags = readFlags('calibrate', written)
      return calibrateCommand(flags, display(flags), host(flags))
    },
  },
  import: {
    help: 'Read results of other tools into a Run; exits 1 when they hold failed benchmarks.',
    arguments: '<files...>',
    act: (written, files) => {
      const flags = readFlags('import', written)
      const { importFormat: format, better, outputFile: output } = flags
      return importCommand({ files, format, better, output }, flags, host({}))
    },
  },
  history: {
    help: 'Read the history of another gate (`history import FILE`) into one Run per commit.',
    arguments: '<import> <file>',
    act: (written, [verb, file = '']) => {
      const flags = readFlags('history', written)
      if (verb !== 'import')
        throw new ConfigError(
          `history ${verb ?? ''}: it can only import.`,
          [],
          'perf-gate history import FILE',
        )
      return historyCommand({ file, output: flags.historyOut }, flags, host({}))
    },
  },
  formats: {
    help: 'List the formats that `import` reads, with the command that writes each.',
    act: (written) => formatsCommand(readFlags('formats', written)),
  },
  init: {
    help: 'Write a first suite and the workflows; overwrites nothing.',
    act: (written) => initCommand(host(readFlags('init', written))),
  },
  doctor: {
    help: 'Look for what would keep the gate from working here, and say what to do about it.',
    act: (written) => {
      const flags = readFlags('doctor', written)
      return doctorCommand(flags, flags, host(flags))
    },
  },
  publish: {
    help: 'Post reports that another job measured; in a workflow_run those that the ended run has left.',
    arguments: '[files...]',
    act: async (written, files) =>
      publishCommand(files, readFlags('publish', written), await publishingHost()),
  },
  report: {
    help: 'Write a saved report.json down in another shape.',
    arguments: '<file>',
    act: (written, [file = '']) => {
      const flags = readFlags('report', written)
      const { reportFormat: format, outputFile: output } = flags
      return reportCommand({ file, format, output }, display({ ...flags, json: false }), host(flags))
    },
  },
}

/** A step of a workflow publishes to GitHub; anywhere else each publisher says why it cannot. */
async function publishingHost(): Promise<Host> {
  const { env } = process
  if (env.GITHUB_ACTIONS !== 'true') return host({})
  const { githubHost } = await import('./adapters/github/host.ts')
  const token = env.GITHUB_TOKEN === '' ? undefined : env.GITHUB_TOKEN
  return githubHost({ env, cwd: process.cwd(), version, token, progressLine: () => null })
}

interface HostFlags {
  readonly workingDirectory?: string
  readonly color?: boolean | undefined
  readonly quiet?: boolean
}

const wantsColor = ({ color }: HostFlags, stream: { readonly isTTY?: boolean }): boolean =>
  color ?? (process.env.NO_COLOR === undefined && stream.isTTY === true)

function display(flags: HostFlags & { readonly json: boolean }): Display {
  const { columns } = process.stdout
  return {
    json: flags.json,
    color: wantsColor(flags, process.stdout),
    ...(columns === undefined ? {} : { width: columns }),
  }
}

function host(flags: HostFlags) {
  const local = localHost({
    cwd: resolve(flags.workingDirectory ?? '.'),
    env: process.env,
    stderr: process.stderr,
    version,
    color: wantsColor(flags, process.stderr),
  })
  return flags.quiet === true
    ? { ...local, log: { ...local.log, progress: () => {}, info: () => {} } }
    : local
}

function program(): Command {
  const root = new Command('perf-gate')
    .description('A performance gate for changes: measures base and head, decides, and says how sure it is.')
    .version(version)
    .showSuggestionAfterError()
    .exitOverride()
  for (const [name, { help, arguments: takes, act }] of Object.entries(commands)) {
    const command = root.command(name).description(help).exitOverride()
    if (takes !== undefined) command.arguments(takes)
    for (const flag of flagsOf(name as CommandName)) {
      const option = new Option(flag.flags, flag.help)
      if (flag.default !== undefined) option.default(flag.default)
      if (flag.required) option.makeOptionMandatory()
      command.addOption(option)
    }
    command.action(async () => {
      const { exitCode, output } = await act(command.opts(), command.args)
      process.stdout.write(`${output.replace(/\n$/, '')}\n`)
      process.exitCode = exitCode
    })
  }
  return root
}

function tell(error: PerfGateError): void {
  process.stderr.write(`perf-gate: ${error.message}\n`)
  if (error.fix !== undefined) process.stderr.write(`${error.fix}\n`)
}

try {
  await program().parseAsync(process.argv)
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has said what is wrong; help and version are no errors.
    process.exitCode = error.exitCode === 0 ? exitCodes.pass : exitCodes.usage
  } else if (error instanceof PerfGateError) {
    tell(error)
    process.exitCode = error.exitCode
  } else {
    process.stderr.write(`perf-gate: this is a fault of perf-gate itself, please report it.\n`)
    process.stderr.write(`${error instanceof Error ? (error.stack ?? error.message) : String(error)}\n`)
    process.exitCode = exitCodes.unmeasured
  }
}
