// The one table of options: a flag of the command line and an input of the action are the same thing under the same
// name. action.yml, the flags and their help, and the tables in the docs all come from here.
import { reportFormats } from '../model/report.ts'
import { configNames } from './load.ts'

export const commands = [
  'run',
  'plan',
  'validate',
  'compare',
  'merge',
  'import',
  'formats',
  'report',
  'history',
  'calibrate',
  'publish',
  'init',
  'doctor',
] as const
export type Command = (typeof commands)[number]

/** How a written value becomes a typed one. */
export type OptionType =
  | { readonly type: 'text' }
  /** Names, several after one flag, the flag several times, or separated by commas or line breaks. */
  | { readonly type: 'list' }
  /** Paths, several after one flag or the flag several times. */
  | { readonly type: 'files' }
  /** A whole number from 0 to 2³² − 1. */
  | { readonly type: 'seed' }
  /** `2/5`: the second of five. */
  | { readonly type: 'shard' }
  /** `90s`; seconds inside. */
  | { readonly type: 'duration' }
  /** A whole number from `least` to `most`. */
  | { readonly type: 'count'; readonly least: number; readonly most: number }
  | { readonly type: 'choice'; readonly choices: readonly string[] }
  /** Given or not; with `negated` also taken back (`--no-color`), and undecided when neither is there. */
  | { readonly type: 'switch'; readonly negated?: true }

export type Option = OptionType & {
  /** One line, for help, action.yml and the docs. */
  readonly help: string
  /** Commands that take it as a flag. */
  readonly commands: readonly Command[]
  /** Whether the action takes it as an input. */
  readonly input: boolean
  /** As it would be written. */
  readonly default?: string
  /** Expression whose value the runner fills in before the action starts. */
  readonly inputDefault?: string
  /** Placeholder in help: `--max-time <duration>`. */
  readonly value?: string
  /** The command cannot do without it. */
  readonly required?: true
  /** The flag's name where it is not the property's in kebab-case. */
  readonly flag?: string
}

/** Property name → option. */
export const options = {
  config: {
    type: 'text',
    value: 'file',
    help: `The suite; when absent, ${configNames.join(', ')} are looked for; \`compare\` looks for none and then knows default budgets only.`,
    commands: ['run', 'plan', 'validate', 'compare', 'merge', 'calibrate', 'doctor'],
    input: true,
  },
  workingDirectory: {
    type: 'text',
    value: 'directory',
    help: 'Where the suite is looked for, and, in each checkout, where its commands run.',
    commands: ['run', 'plan', 'validate', 'merge', 'calibrate', 'init', 'doctor'],
    input: true,
    default: '.',
  },
  base: {
    type: 'text',
    value: 'ref',
    help: 'Commit, branch or tag to compare with; when absent, the merge-base with the target branch, and on that branch itself the previous commit.',
    commands: ['run', 'plan'],
    input: true,
  },
  head: {
    type: 'text',
    value: 'ref',
    help: 'Commit, branch or tag to judge; when absent, what is checked out.',
    commands: ['run', 'plan'],
    input: false,
  },
  baseDir: {
    type: 'text',
    value: 'directory',
    help: 'A folder that holds the base, instead of a commit.',
    commands: ['run', 'plan'],
    input: true,
  },
  headDir: {
    type: 'text',
    value: 'directory',
    help: 'A folder that holds the head, beside base-dir; when absent, the working directory.',
    commands: ['run', 'plan'],
    input: true,
  },
  baseRuns: {
    type: 'files',
    flag: 'base',
    value: 'run',
    help: 'Run files of the base.',
    commands: ['compare'],
    input: false,
    required: true,
  },
  headRuns: {
    type: 'files',
    flag: 'head',
    value: 'run',
    help: 'Run files of the head.',
    commands: ['compare'],
    input: false,
    required: true,
  },
  only: {
    type: 'list',
    value: 'names',
    help: 'Measure only these benchmarks: names or globs, separated by commas.',
    commands: ['run', 'plan', 'calibrate'],
    input: true,
  },
  seed: {
    type: 'seed',
    value: 'number',
    help: 'Repeats the random order of an earlier run; when absent, a fresh one is drawn.',
    commands: ['run', 'plan', 'calibrate'],
    input: true,
  },
  maxTime: {
    type: 'duration',
    value: 'duration',
    help: 'Time budget for measuring, such as 5m, instead of gate.max-time of the suite.',
    commands: ['run', 'plan', 'calibrate'],
    input: true,
  },
  continue: {
    type: 'text',
    value: 'directory',
    help: 'Goes on with what an earlier run left there: the same commits and benchmarks, its pairs and new ones together.',
    commands: ['run'],
    input: false,
  },
  shard: {
    type: 'shard',
    value: 'i/n',
    help: 'Measures one of n parts of the suite, such as 2/5, and judges nothing: merge does, with all parts together.',
    commands: ['run', 'plan'],
    input: true,
  },
  pairs: {
    type: 'count',
    least: 8,
    most: 1000,
    value: 'number',
    help: 'Pairs to measure of each benchmark.',
    commands: ['calibrate'],
    input: false,
    default: '20',
  },
  out: {
    type: 'text',
    value: 'directory',
    help: 'Where Runs and reports are left.',
    commands: ['run', 'merge', 'calibrate'],
    input: true,
    default: '.perf-gate',
  },
  token: {
    type: 'text',
    help: 'Token for the comment and for finding baselines; without one the gate still decides.',
    commands: [],
    input: true,
    inputDefault: 'github.token',
  },
  comment: {
    type: 'choice',
    choices: ['always', 'on-change', 'on-failure', 'never'],
    value: 'when',
    help: 'When a comment is written on the pull request: always, on-change, on-failure or never. One that is there already is kept up to date.',
    commands: ['publish'],
    input: true,
    default: 'always',
  },
  check: {
    type: 'choice',
    choices: ['always', 'never'],
    value: 'when',
    help: 'Whether the commit gets a check run of its own (a commit status where checks cannot be written): always or never.',
    commands: ['publish'],
    input: true,
    default: 'never',
  },
  name: {
    type: 'text',
    value: 'name',
    help: "Name of this run in comments, checks and baselines, instead of the suite's own; each leg of a matrix needs one.",
    commands: ['run', 'plan', 'merge'],
    input: true,
  },
  command: {
    type: 'choice',
    choices: ['run', 'merge', 'publish'],
    help: 'What the action does: run the gate; merge what the shards of this workflow run have measured; or publish, in a workflow_run, what a run without a writing token has left.',
    commands: [],
    input: true,
    default: 'run',
  },
  importFormat: {
    type: 'text',
    flag: 'format',
    value: 'name',
    help: 'Format of the files, or the tool that wrote them; auto tells by their content.',
    commands: ['import'],
    input: false,
    default: 'auto',
  },
  better: {
    type: 'choice',
    choices: ['lower', 'higher'],
    value: 'direction',
    help: 'Which way is better, for formats that do not say it: lower or higher.',
    commands: ['import'],
    input: false,
  },
  reportFormat: {
    type: 'choice',
    flag: 'format',
    choices: reportFormats,
    value: 'name',
    help: `One of ${reportFormats.join(', ')}.`,
    commands: ['report'],
    input: false,
    default: 'terminal',
  },
  historyOut: {
    type: 'text',
    flag: 'out',
    value: 'directory',
    help: 'Where one Run per commit is written.',
    commands: ['history'],
    input: false,
    default: '.perf-gate/history',
  },
  outputFile: {
    type: 'text',
    flag: 'out',
    value: 'file',
    help: 'Where the result is written.',
    commands: ['import', 'report'],
    input: false,
  },
  json: {
    type: 'switch',
    help: 'Print JSON for machines instead of text.',
    commands: [
      'run',
      'plan',
      'validate',
      'compare',
      'merge',
      'import',
      'formats',
      'history',
      'calibrate',
      'doctor',
    ],
    input: false,
  },
  quiet: {
    type: 'switch',
    help: 'No progress, only the result.',
    commands: ['run', 'calibrate'],
    input: false,
  },
  color: {
    type: 'switch',
    negated: true,
    help: 'Colours also where the output is no terminal; --no-color turns them off everywhere.',
    commands: ['run', 'compare', 'merge', 'report', 'calibrate'],
    input: false,
  },
} as const satisfies Record<string, Option>

export type Options = typeof options
export type OptionName = keyof Options
export type InputName = {
  [Name in OptionName]: Options[Name]['input'] extends true ? Name : never
}[OptionName]
export type FlagName<Of extends Command> = {
  [Name in OptionName]: Of extends Options[Name]['commands'][number] ? Name : never
}[OptionName]

export const optionNames = Object.keys(options) as readonly OptionName[]

export function optionOf(name: OptionName): Option {
  return options[name]
}

/** What the action sets for later steps of the workflow. */
export const outputs = {
  verdict: 'pass, warn, fail or not-compared.',
  regressions: 'How many metrics regressed or broke a limit.',
  inconclusive: 'How many metrics could not be decided.',
  report: 'Path of the report as JSON.',
  'comment-url': 'The comment on the pull request; empty when there is none.',
  'base-commit': 'The commit that was compared with.',
  seed: 'The seed of the random order.',
} as const
export type OutputName = keyof typeof outputs

/** The name that people write: `maxTime` → `max-time`. */
export function writtenName(name: OptionName): string {
  return optionOf(name).flag ?? name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)
}

/** One flag, as an argument parser wants to know it. */
export interface Flag {
  readonly name: OptionName
  /** `--max-time <duration>` */
  readonly flags: string
  readonly help: string
  readonly default?: string
  readonly required: boolean
}

/** Flags of one command, in the order of the table; one that can be taken back is two. */
export function flagsOf(command: Command): readonly Flag[] {
  return optionNames.flatMap((name): Flag[] => {
    const option = optionOf(name)
    if (!option.commands.includes(command)) return []
    const long = `--${writtenName(name)}`
    const flag: Flag = {
      name,
      flags: option.type === 'switch' ? long : `${long} <${placeholder(option)}>`,
      help: option.help,
      ...(option.default === undefined ? {} : { default: option.default }),
      required: option.required ?? false,
    }
    const negated = option.type === 'switch' && option.negated
    return negated ? [flag, { ...flag, flags: `--no-${writtenName(name)}`, help: 'No colours.' }] : [flag]
  })
}

function placeholder({ type, value = 'value' }: Option): string {
  return type === 'list' || type === 'files' ? `${value}...` : value
}
