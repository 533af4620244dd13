// Starts an action the way GitHub's runner does: inputs and GITHUB_* in the environment, command files, the event as a
// file; and reads what comes back by the runner's own rules, also the ones an action would rather not meet.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdir, mkdtemp, readFile, realpath, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { delimiter, dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parse } from 'yaml'
import type { WorkflowRun } from './artifact-service.ts'
import type { FakeGitHub } from './fake-github.ts'
import { repository } from './fake-github.ts'

export interface WorkflowEvent {
  readonly name: string
  readonly payload: unknown
  /** `refs/heads/main`, `refs/pull/1/merge` */
  readonly ref: string
  readonly sha: string
  readonly headRef?: string
  readonly baseRef?: string
}

export interface Step {
  readonly event: WorkflowEvent
  /** What is checked out. */
  readonly workspace: string
  /** The run that uploads belong to; without one the step has no artifact service. */
  readonly run?: WorkflowRun
  readonly github: FakeGitHub
  /** `GITHUB_TOKEN` of the job. */
  readonly token?: string
  readonly with?: Readonly<Record<string, string>>
  readonly env?: Readonly<Record<string, string>>
}

export interface WorkflowCommand {
  readonly command: string
  readonly properties: Readonly<Record<string, string>>
  readonly message: string
}

export interface StepResult {
  readonly exitCode: number | null
  readonly stdout: string
  readonly stderr: string
  readonly outputs: Readonly<Record<string, string>>
  readonly summary: string
  readonly commands: readonly WorkflowCommand[]
}

const root = fileURLToPath(new URL('../../', import.meta.url))

/** Node as the runner brings it along. */
export function runnerNode(): string {
  const own = join(root, 'node_modules', '.bin', 'node')
  return existsSync(own) ? own : process.execPath
}

/** Runs the `main` of an `action.yml` with the defaults it declares. */
export async function runAction(folder: string, step: Step): Promise<StepResult> {
  const action = parse(await readFile(join(folder, 'action.yml'), 'utf8')) as {
    readonly inputs?: Readonly<Record<string, { readonly default?: unknown; readonly required?: boolean }>>
    readonly runs: { readonly main: string }
  }
  const declared = action.inputs ?? {}
  const unknown = Object.keys(step.with ?? {}).filter((name) => !Object.hasOwn(declared, name))
  if (unknown.length > 0) throw new Error(`unexpected inputs: ${unknown.join(', ')}`)
  const expressions: Readonly<Record<string, string>> = { token: step.token ?? '', workspace: step.workspace }
  const defaults = Object.entries(declared).map(([name, { default: value }]): [string, string] => [
    name,
    String(value ?? '').replaceAll(/\$\{\{ github\.(\w+) \}\}/g, (_, key: string) => expressions[key] ?? ''),
  ])
  return runStep(join(folder, action.runs.main), {
    ...step,
    with: { ...Object.fromEntries(defaults), ...step.with },
  })
}

/** Runs a JavaScript or TypeScript file as a step. */
export async function runStep(main: string, step: Step): Promise<StepResult> {
  // Temporary files of a step lie outside of what is checked out, as on a runner.
  const temporary = await mkdtemp(join(await realpath(tmpdir()), 'runner-'))
  const file = async (name: string, content = ''): Promise<string> => {
    const path = join(temporary, name)
    await mkdir(dirname(path), { recursive: true })
    await writeFile(path, content)
    return path
  }
  const files = {
    GITHUB_OUTPUT: await file('_runner_file_commands/set_output'),
    GITHUB_STEP_SUMMARY: await file('_runner_file_commands/step_summary'),
    GITHUB_STATE: await file('_runner_file_commands/save_state'),
    GITHUB_ENV: await file('_runner_file_commands/set_env'),
    GITHUB_PATH: await file('_runner_file_commands/add_path'),
    GITHUB_EVENT_PATH: await file('_github_workflow/event.json', JSON.stringify(step.event.payload)),
  }
  const { stdout, stderr, exitCode } = await start(main, step.workspace, {
    ...machineVariables(),
    ...githubVariables(step),
    ...files,
    RUNNER_TEMP: temporary,
    ...Object.fromEntries(
      Object.entries(step.with ?? {}).map(([name, value]) => [
        `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
        value,
      ]),
    ),
    ...step.env,
  })
  const result = {
    exitCode,
    stdout,
    stderr,
    outputs: parseFileCommands(await readFile(files.GITHUB_OUTPUT, 'utf8')),
    summary: await readFile(files.GITHUB_STEP_SUMMARY, 'utf8'),
    commands: parseCommands(`${stdout}\n${stderr}`),
  }
  await rm(temporary, { recursive: true, force: true })
  return result
}

function start(main: string, cwd: string, env: Readonly<Record<string, string>>) {
  return new Promise<{ stdout: string; stderr: string; exitCode: number | null }>((resolve, reject) => {
    const child = spawn(runnerNode(), [main], { cwd, env, stdio: ['ignore', 'pipe', 'pipe'] })
    let stdout = ''
    let stderr = ''
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      stdout += text
    })
    child.stderr.setEncoding('utf8').on('data', (text: string) => {
      stderr += text
    })
    child.on('error', reject)
    child.on('close', (exitCode) => resolve({ stdout, stderr, exitCode }))
  })
}

/** What every process needs; nothing else of the machine that runs the tests gets through. */
function machineVariables(): Record<string, string> {
  const kept = ['HOME', 'SystemRoot', 'ComSpec', 'PATHEXT', 'TEMP', 'TMP', 'TMPDIR', 'LANG']
  const given = kept.flatMap((name) =>
    process.env[name] === undefined ? [] : [[name, process.env[name] ?? '']],
  )
  return {
    ...Object.fromEntries(given),
    PATH: [dirname(runnerNode()), process.env.PATH ?? ''].join(delimiter),
  }
}

function githubVariables({ event, github, workspace, run }: Step): Record<string, string> {
  const { ref } = event
  const isBranch = ref.startsWith('refs/heads/')
  return {
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_REPOSITORY: `${repository.owner}/${repository.name}`,
    GITHUB_REPOSITORY_ID: String(repository.id),
    GITHUB_SERVER_URL: 'https://github.com',
    GITHUB_API_URL: github.origin,
    GITHUB_WORKSPACE: workspace,
    GITHUB_EVENT_NAME: event.name,
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(heads|tags|pull)\//, ''),
    GITHUB_REF_TYPE: isBranch || ref.startsWith('refs/pull/') ? 'branch' : 'tag',
    GITHUB_SHA: event.sha,
    GITHUB_HEAD_REF: event.headRef ?? '',
    GITHUB_BASE_REF: event.baseRef ?? '',
    GITHUB_RUN_ID: String(run?.id ?? 1),
    GITHUB_RUN_ATTEMPT: '1',
    GITHUB_WORKFLOW_REF: `${repository.owner}/${repository.name}/.github/workflows/perf-gate.yml@${ref}`,
    GITHUB_JOB: 'gate',
    GITHUB_ACTOR: 'octocat',
    RUNNER_OS: 'Linux',
    RUNNER_ARCH: 'X64',
    ImageOS: 'ubuntu24',
    ImageVersion: '20261101.1',
    ...(run === undefined
      ? {}
      : {
          ACTIONS_RUNTIME_TOKEN: github.artifacts.runtimeToken(run),
          ACTIONS_RESULTS_URL: `${github.origin}/`,
          ACTIONS_CACHE_SERVICE_V2: 'True',
        }),
  }
}

/** `name=value` and `name<<delimiter` lines, refused where the runner refuses them. */
export function parseFileCommands(content: string): Record<string, string> {
  const found: Record<string, string> = {}
  const lines = content.split(/\r?\n/)
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (line === '') continue
    const equals = line.indexOf('=')
    const heredoc = line.indexOf('<<')
    if (heredoc >= 0 && (equals < 0 || heredoc < equals)) {
      const end = lines.indexOf(line.slice(heredoc + 2), at + 1)
      if (end < 0) throw new Error(`matching delimiter not found: ${line}`)
      found[line.slice(0, heredoc)] = lines.slice(at + 1, end).join('\n')
      at = end
    } else if (equals > 0) found[line.slice(0, equals)] = line.slice(equals + 1)
    else throw new Error(`invalid format: ${line}`)
  }
  return found
}

const commandNames = new Set(
  'error warning notice debug group endgroup add-mask add-matcher remove-matcher set-output set-env add-path save-state echo stop-commands'.split(
    ' ',
  ),
)

/** Workflow commands in a log, by the runner's rules: `::` at the start of a line, or `##[` anywhere in it. */
export function parseCommands(log: string): WorkflowCommand[] {
  const commands: WorkflowCommand[] = []
  let resume: string | null = null
  for (const line of log.split(/\r\n|\r|\n/)) {
    const second = /^\s*::([^\s:]+)(?: ([^:]*(?::(?!:)[^:]*)*))?::(.*)$/.exec(line)
    const first = /##\[([^\s\]]+)(?: ([^\]]*))?\](.*)$/.exec(line)
    const [, name = '', properties = '', message = ''] = second ?? first ?? []
    if (resume !== null) {
      if (name === resume) resume = null
      continue
    }
    if (!commandNames.has(name.toLowerCase())) continue
    if (name === 'stop-commands') resume = message
    commands.push({
      command: name,
      message: unescaped(message),
      properties: Object.fromEntries(
        properties
          .split(second === null ? ';' : ',')
          .filter((part) => part.includes('='))
          .map((part) => [part.slice(0, part.indexOf('=')), unescaped(part.slice(part.indexOf('=') + 1))]),
      ),
    })
  }
  return commands
}

const unescaped = (text: string): string =>
  text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%')
