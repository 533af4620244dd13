// One branch that holds files instead of history: read, and replaced as a whole, here or at origin. Whoever replaces it
// names what they have read, so that of two writers at the same moment one is refused and reads again.
import { type GitCommand, type GitOptions, gitCommand } from './git-command.ts'
import { type TreeFiles, treeFiles } from './git-tree-files.ts'

export interface BranchState {
  /** `null`: there is no such branch. */
  readonly commit: string | null
  readonly files: TreeFiles
  /** Why this is what was last seen here and perhaps no longer so. */
  readonly stale?: string
}

export type Replaced =
  | { readonly kind: 'done' }
  /** Somebody else was faster: nothing was written. */
  | { readonly kind: 'raced' }
  | { readonly kind: 'protected' | 'not-permitted' | 'failed'; readonly why: string }

export interface GitBranch {
  read(): Promise<BranchState>
  /** One commit without parents takes the place of the one that was read. */
  replace(state: BranchState, message: string): Promise<Replaced>
}

export interface GitBranchOptions extends GitOptions {
  readonly branch: string
  /** Variables that let git in where the checkout has left no credentials. */
  readonly credentials?: (git: GitCommand, url: string) => Promise<Readonly<Record<string, string>>>
  /** Instead of the real one. */
  readonly git?: GitCommand
}

/** Whoever starts it: the commit says what wrote it. */
const author = ['AUTHOR', 'COMMITTER'].flatMap((role) => [
  [`GIT_${role}_NAME`, 'perf-gate'],
  [`GIT_${role}_EMAIL`, 'perf-gate@invalid'],
])

export function gitBranch(options: GitBranchOptions): GitBranch {
  const { branch, credentials, git = gitCommand(options) } = options
  const ref = `refs/heads/${branch}`
  const seen = `refs/remotes/origin/${branch}`
  const known = (name: string) =>
    git.answer('rev-parse', '--verify', '--quiet', '--end-of-options', `${name}^{commit}`)

  /** Variables for what goes to origin; `null` when there is no origin. */
  const remote = async () => {
    const url = await git.answer('remote', 'get-url', 'origin')
    return url ? ((await credentials?.(git, url)) ?? {}) : null
  }

  const state = async (commit: string | null, stale?: string): Promise<BranchState> => ({
    commit,
    files: await treeFiles(git, commit),
    ...(stale === undefined ? {} : { stale }),
  })

  return {
    async read() {
      const env = await remote()
      if (env === null) return state(await known(ref))
      const listed = await git.ask(['ls-remote', '--quiet', 'origin', ref], undefined, { env })
      if (!listed.ok) return state((await known(seen)) ?? (await known(ref)), lastLine(listed.stderr))
      const commit = listed.stdout.split(/\s/)[0] || null
      if (commit !== null && (await known(commit)) === null) {
        const args = ['fetch', '--quiet', '--no-tags', '--no-write-fetch-head', 'origin', `+${ref}:${seen}`]
        const fetched = await git.ask(args, undefined, { env })
        // It may have been replaced between the two.
        if (!fetched.ok || (await known(commit)) === null)
          return state(await known(seen), fetched.ok ? undefined : lastLine(fetched.stderr))
      }
      return state(commit)
    },

    async replace({ commit: before, files }, message) {
      const tree = await files.writeTree()
      const made = await git.ask(['commit-tree', tree, '-m', message], undefined, {
        env: Object.fromEntries(author),
      })
      if (!made.ok) return { kind: 'failed', why: lastLine(made.stderr) }
      const env = await remote()
      if (env === null) {
        const nothing = '0'.repeat(made.stdout.length)
        const moved = await git.ask(['update-ref', ref, made.stdout, before ?? nothing])
        return moved.ok ? { kind: 'done' } : refusal(moved.stderr)
      }
      const lease = `--force-with-lease=${ref}:${before ?? ''}`
      const pushed = await git.ask(
        ['push', '--porcelain', '--no-verify', lease, 'origin', `${made.stdout}:${ref}`],
        undefined,
        { env },
      )
      return pushed.ok ? { kind: 'done' } : refusal(`${pushed.stdout}\n${pushed.stderr}`)
    },
  }
}

/** What git says when the branch is no longer what it was: by the lease, by the server's lock, or for a new branch. */
const raced =
  /stale info|cannot lock ref|failed to update ref|unable to update|fetch first|non-fast-forward|reference already exists|but expected/

function refusal(output: string): Replaced {
  const why = lastLine(output)
  // A server's own words come first: a rule may be worded like a race.
  if (/protected branch|GH006|GH013|repository rule|hook declined|denyNonFastForwards/i.test(output))
    return { kind: 'protected', why }
  if (
    /denied|forbidden|error: 40[13]|write access|could not read (username|password)|authentication failed|not allowed to push|read.only/i.test(
      output,
    )
  )
    return { kind: 'not-permitted', why }
  if (raced.test(output)) return { kind: 'raced' }
  return { kind: 'failed', why }
}

/** The line that says the most: the server's, the ref's, else the last one. */
function lastLine(output: string): string {
  const lines = output.split('\n').filter((line) => line.trim() !== '')
  const telling = lines.find((line) =>
    /^remote: .*(error|denied|denies|declined|protected|not granted)/i.test(line),
  )
  const fatal = lines.find((line) => /^(fatal|error): /.test(line))
  const rejected = lines.find((line) => line.startsWith('!'))
  const line = telling ?? rejected ?? fatal ?? lines.at(-1) ?? 'git said nothing'
  return line
    .replace(/^remote: /, '')
    .replaceAll('\t', ' ')
    .trim()
    .replace(/\.$/, '')
}
