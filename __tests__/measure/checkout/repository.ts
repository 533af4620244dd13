// Real repositories in temporary folders: an origin, and clones of it as people and runners make them.
import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { nodeGit } from '../../../src/adapters/node/git.ts'
import type { Git } from '../../../src/ports/git.ts'

/** Nothing of the machine's own configuration; fixed names and dates. */
export const gitEnvironment: Readonly<Record<string, string>> = {
  PATH: process.env.PATH ?? '',
  HOME: tmpdir(),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.com',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.com',
  GIT_AUTHOR_DATE: '2026-01-01T00:00:00Z',
  GIT_COMMITTER_DATE: '2026-01-01T00:00:00Z',
  GIT_CONFIG_COUNT: '2',
  GIT_CONFIG_KEY_0: 'protocol.file.allow',
  GIT_CONFIG_VALUE_0: 'always',
  GIT_CONFIG_KEY_1: 'init.defaultBranch',
  GIT_CONFIG_VALUE_1: 'main',
}

export interface Repository {
  readonly directory: string
  readonly git: Git
  /** Runs git there; what it prints, trimmed. */
  run(...args: string[]): string
  write(files: Readonly<Record<string, string>>): void
  /** Writes the files, or a new one, and commits everything; the commit's id. */
  commit(message: string, files?: Readonly<Record<string, string>>): string
  /** `count` commits on `branch`, quickly; the id of the last. */
  grow(branch: string, count: number): string
}

export interface Workbench {
  readonly directory: string
  /** A new repository without a remote. */
  create(name: string): Repository
  /** A clone of `origin`. */
  clone(origin: Repository, name: string, ...args: string[]): Repository
  /** What actions/checkout makes: `commit` alone, by default without history, checked out detached or on a branch. */
  checkout(origin: Repository, name: string, commit: string, options?: CheckoutOptions): Repository
  dispose(): void
}

interface CheckoutOptions {
  readonly depth?: number
  readonly branch?: string
}

export function workbench(): Workbench {
  const directory = realpathSync(mkdtempSync(join(tmpdir(), 'perf-gate-git-')))
  const url = ({ directory }: Repository) => pathToFileURL(directory).href
  const at = (name: string) => open(join(directory, name))
  const create = (name: string) => {
    mkdirSync(join(directory, name))
    const repository = at(name)
    repository.run('init', '--quiet')
    return repository
  }
  return {
    directory,
    create,
    clone(origin, name, ...args) {
      execFileSync('git', ['clone', '--quiet', ...args, url(origin), join(directory, name)], {
        env: gitEnvironment,
      })
      return at(name)
    },
    checkout(origin, name, commit, { depth = 1, branch } = {}) {
      const repository = create(name)
      repository.run('remote', 'add', 'origin', url(origin))
      const target = branch === undefined ? 'refs/remotes/pull/1/merge' : `refs/remotes/origin/${branch}`
      const deep = depth === 0 ? [] : [`--depth=${depth}`]
      repository.run('fetch', '--quiet', '--no-tags', ...deep, 'origin', `+${commit}:${target}`)
      repository.run(
        'checkout',
        '--quiet',
        '--force',
        ...(branch === undefined ? [] : ['-B', branch]),
        target,
      )
      return repository
    },
    dispose: () => rmSync(directory, { recursive: true, force: true }),
  }
}

function open(directory: string): Repository {
  const execute = (args: string[], input?: string) =>
    execFileSync('git', args, { cwd: directory, env: gitEnvironment, input: input ?? '', stdio: 'pipe' })
      .toString()
      .trim()
  const run = (...args: string[]) => execute(args)
  const write = (files: Readonly<Record<string, string>>) => {
    for (const [path, content] of Object.entries(files)) {
      mkdirSync(dirname(join(directory, path)), { recursive: true })
      writeFileSync(join(directory, path), content)
    }
  }
  let made = 0
  return {
    directory,
    git: nodeGit({ cwd: directory, env: gitEnvironment }),
    run,
    write,
    commit(message, files) {
      made += 1
      write(files ?? { [`file-${message.replaceAll(/\W/g, '-')}-${made}`]: message })
      run('add', '--all')
      run('commit', '--quiet', '--message', message)
      return run('rev-parse', 'HEAD')
    },
    grow(branch, count) {
      const tip = `refs/heads/${branch}`
      const commits = Array.from({ length: count }, (_, i) =>
        [
          `commit ${tip}`,
          'committer A <a@example.com> 1767225600 +0000',
          `data ${String(i).length}`,
          i,
          ...(i === 0 ? [`from ${tip}^0`] : []),
          '',
        ].join('\n'),
      )
      execute(['fast-import', '--quiet'], commits.join('\n'))
      return run('rev-parse', tip)
    },
  }
}
