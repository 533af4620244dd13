// The `Git` port: the real git in the working directory.
import { MeasureError } from '../../errors.ts'
import type { Git } from '../../ports/git.ts'
import { type GitOptions, gitCommand } from './git-command.ts'
import { gitHistory } from './git-history.ts'
import { gitWorktrees } from './git-worktrees.ts'

export function nodeGit(options: GitOptions): Git {
  const git = gitCommand(options)
  const history = gitHistory(git, options.cwd)
  const known = (ref: string) => git.answer('rev-parse', '--verify', '--quiet', '--end-of-options', ref)

  return {
    ...gitWorktrees(git, options.cwd),
    mergeBase: history.mergeBase,
    distance: history.distance,
    ancestors: history.ancestors,

    async root() {
      const { ok, stdout, stderr } = await git.ask(['rev-parse', '--show-toplevel'])
      if (ok && stdout !== '') return stdout
      if (/not a git repository|must be run in a work tree/.test(stderr)) return null
      if (stderr.includes('dubious ownership'))
        throw new MeasureError(
          `git does not trust ${options.cwd}: it belongs to another user.`,
          `Run \`git config --global --add safe.directory "${options.cwd}"\` before perf-gate.`,
        )
      throw new MeasureError(
        `git does not answer in ${options.cwd}: ${stderr}`,
        'Install git, or give two folders: `--base-dir` and `--head-dir`.',
      )
    },
    prefix: async () => (await git.answer('rev-parse', '--show-prefix')) ?? '',
    // `./` is what makes a path relative to where we are, not to the root.
    read: (commit, path) => git.answer('cat-file', 'blob', `${commit}:./${path}`),
    resolve: (ref) => known(`${ref}^{commit}`),
    async committedAt(commit) {
      const text = (await git.answer('cat-file', 'commit', commit)) ?? ''
      const seconds = /^committer .* (\d+) [+-]\d{4}$/m.exec(text.split('\n\n')[0] ?? '')?.[1]
      return seconds === undefined ? null : 1000 * Number(seconds)
    },
    async parents(commit) {
      // `cat-file` shows what the commit says; `rev-list` shows what a shallow clone made of it.
      const text = (await git.answer('cat-file', 'commit', commit)) ?? ''
      const header = text.split('\n\n')[0] ?? ''
      return [...header.matchAll(/^parent ([0-9a-f]+)$/gm)].map(([, id = '']) => id)
    },
    async defaultBranch() {
      const head = await git.answer('symbolic-ref', '--short', '--quiet', 'refs/remotes/origin/HEAD')
      if (head) return head.slice('origin/'.length)
      for (const place of ['refs/remotes/origin', 'refs/heads'])
        for (const branch of ['main', 'master']) if (await known(`${place}/${branch}`)) return branch
      return null
    },
    currentBranch: async () => (await git.answer('symbolic-ref', '--short', '--quiet', 'HEAD')) || null,
    // Files that git does not know yet are as often results as sources: they do not count.
    dirty: async () => Boolean(await git.answer('status', '--porcelain', '--untracked-files=no')),

    async fetch(ref) {
      const isCommit = /^[0-9a-f]{40}([0-9a-f]{24})?$/.test(ref)
      const branch = `+refs/heads/${ref}:refs/remotes/origin/${ref}`
      const wanted = isCommit ? [ref] : [branch, `+refs/tags/${ref}:refs/tags/${ref}`]
      // In a shallow clone only the tip: `mergeBase` fetches as much history as it needs. Where the tip is known
      // already, a depth would cut the history that is there.
      const shallow = await history.shallow()
      const here = isCommit ? null : await known(`refs/remotes/origin/${ref}`)
      const depth = shallow && !here ? ['--depth=1'] : []
      for (const refspec of wanted)
        if ((await git.ask(['fetch', '--quiet', '--no-tags', ...depth, 'origin', refspec])).ok) return true
      return false
    },
  }
}
