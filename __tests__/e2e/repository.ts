// Small real repositories and the built command line tool, run the way a user runs it.
import { execFileSync, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..')
export const cli = join(root, 'dist/cli.js')

export type Tree = Readonly<Record<string, string>>

export function writeTree(directory: string, tree: Tree): void {
  for (const [path, text] of Object.entries(tree)) {
    mkdirSync(dirname(join(directory, path)), { recursive: true })
    writeFileSync(join(directory, path), text)
  }
}

export interface Repository {
  readonly directory: string
  git(...args: string[]): string
  commit(tree: Tree, message: string): string
  dispose(): void
}

/** An empty repository with the branch `main`, outside any other repository. */
export function createRepository(): Repository {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'perf-gate-e2e-')))
  const git = (...args: string[]) =>
    execFileSync('git', args, {
      cwd: directory,
      encoding: 'utf8',
      stdio: ['ignore', 'pipe', 'pipe'],
      env: {
        ...process.env,
        GIT_AUTHOR_NAME: 'a',
        GIT_AUTHOR_EMAIL: 'a@example.com',
        GIT_COMMITTER_NAME: 'a',
        GIT_COMMITTER_EMAIL: 'a@example.com',
        GIT_CONFIG_GLOBAL: '/dev/null',
      },
    }).trim()
  git('init', '-q', '-b', 'main')
  return {
    directory,
    git,
    commit(tree, message) {
      writeTree(directory, tree)
      git('add', '-A')
      git('commit', '-q', '--allow-empty', '-m', message)
      return git('rev-parse', 'HEAD')
    },
    dispose: () => rmSync(directory, { recursive: true, force: true }),
  }
}

export interface Ended {
  readonly exitCode: number | null
  readonly signal: NodeJS.Signals | null
  readonly stdout: string
  readonly stderr: string
}

export interface Started {
  readonly ended: Promise<Ended>
  kill(signal: NodeJS.Signals): void
  /** Resolves when stdout or stderr has shown `text`. */
  shows(text: string): Promise<void>
}

/** An environment as on a laptop: nothing of the CI that runs these tests. */
export function laptop(extra: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const kept = Object.entries(process.env).filter(
    ([name]) => !/^(GITHUB_|ACTIONS_|RUNNER_|INPUT_|CI$)/.test(name),
  )
  return { ...Object.fromEntries(kept), NO_COLOR: '1', ...extra }
}

export function start(
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv; program?: string },
): Started {
  const child = spawn(process.execPath, [options.program ?? cli, ...args], {
    cwd: options.cwd,
    env: options.env ?? laptop(),
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let stdout = ''
  let stderr = ''
  const listeners = new Set<() => void>()
  child.stdout.setEncoding('utf8').on('data', (text: string) => {
    stdout += text
    for (const listener of listeners) listener()
  })
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    stderr += text
    for (const listener of listeners) listener()
  })
  const ended = new Promise<Ended>((done, failed) => {
    child.on('error', failed)
    child.on('close', (exitCode, signal) => done({ exitCode, signal, stdout, stderr }))
  })
  return {
    ended,
    kill: (signal) => child.kill(signal),
    shows: (text) =>
      new Promise((done, failed) => {
        const look = () => {
          if (!(stdout + stderr).includes(text)) return
          listeners.delete(look)
          done()
        }
        listeners.add(look)
        look()
        ended.then(
          (end) =>
            failed(new Error(`ended before showing ${JSON.stringify(text)}: ${end.stdout}${end.stderr}`)),
          failed,
        )
      }),
  }
}

export const run = (
  args: readonly string[],
  options: { cwd: string; env?: NodeJS.ProcessEnv },
): Promise<Ended> => start(args, options).ended
