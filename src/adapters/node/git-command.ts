// One way to ask git: in a way that depends on no locale, prompts for nothing and runs no hooks.
import { spawnSync } from 'node:child_process'
import { MeasureError } from '../../errors.ts'
import type { EnvironmentVariables } from './child-environment.ts'
import { runProgram } from './program.ts'

export interface GitOptions {
  readonly cwd: string
  /** As started: git may need the credentials that benchmarks must not have. */
  readonly env: EnvironmentVariables
}

export interface Answer {
  readonly ok: boolean
  /** Trimmed. */
  readonly stdout: string
  readonly stderr: string
}

export interface More {
  /** What it reads. */
  readonly input?: string
  /** Variables for this call alone. */
  readonly env?: Readonly<Record<string, string>>
}

export interface GitCommand {
  ask(args: readonly string[], cwd?: string, more?: More): Promise<Answer>
  /** What git prints, or `null` when it fails. */
  answer(...args: readonly string[]): Promise<string | null>
  /** @throws MeasureError with git's own words */
  must(...args: readonly string[]): Promise<string>
  /** Without waiting, for the last moments of the process; true when it worked. */
  atOnce(...args: readonly string[]): boolean
}

/** The user's hooks are for the user's own checkouts; nothing may go on in the background while we measure. */
const settings = [
  'core.hooksPath=/dev/null',
  'advice.detachedHead=false',
  'gc.auto=0',
  'maintenance.auto=false',
]

/** Set inside hooks and by `git rebase --exec`: they would point every worktree at the same index. */
const inherited = /^GIT_(DIR|WORK_TREE|INDEX_FILE|PREFIX|COMMON_DIR)$/

/** Seconds, and bytes of an answer: a list of a million commits fits. */
const limit = 600
const keep = 2 ** 26

export function gitCommand({ cwd, env }: GitOptions): GitCommand {
  const environment: Record<string, string> = {}
  for (const [name, value] of Object.entries(env))
    if (value !== undefined && !inherited.test(name)) environment[name] = value
  Object.assign(environment, { LC_ALL: 'C', GIT_TERMINAL_PROMPT: '0', GIT_OPTIONAL_LOCKS: '0' })
  const options = settings.flatMap((setting) => ['-c', setting])

  const ask = async (args: readonly string[], directory = cwd, more: More = {}): Promise<Answer> => {
    const program = {
      file: 'git',
      args: [...options, ...args],
      cwd: directory,
      env: { ...environment, ...more.env },
      timeout: limit,
      keep,
      ...(more.input === undefined ? {} : { input: more.input }),
    }
    const { exitCode, stdout, stderr, timedOut } = await runProgram(program)
    return {
      ok: exitCode === 0,
      stdout: stdout.trim(),
      stderr: timedOut ? `no answer within ${limit} seconds` : stderr.trim(),
    }
  }
  return {
    ask,
    async answer(...args) {
      const { ok, stdout } = await ask(args)
      return ok ? stdout : null
    },
    async must(...args) {
      const { ok, stdout, stderr } = await ask(args)
      if (!ok) throw new MeasureError(`git ${args.join(' ')} failed: ${stderr}`)
      return stdout
    },
    atOnce: (...args) =>
      spawnSync('git', [...options, ...args], { cwd, env: environment, stdio: 'ignore', windowsHide: true })
        .status === 0,
  }
}
