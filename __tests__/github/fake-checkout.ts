// A repository with pull requests, and checkouts of it as actions/checkout makes them: one commit deep, detached, with
// a remote to deepen from.
import { execFileSync } from 'node:child_process'
import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { repository as identity } from './fake-github.ts'
import type { WorkflowEvent } from './fake-runner.ts'

/** What a small test repository can do: see `__tests__/e2e/repository.ts`. */
interface Origin {
  readonly directory: string
  git(...args: string[]): string
}

export interface Checkout {
  readonly workspace: string
  readonly event: WorkflowEvent
  dispose(): void
}

/** The test merge of `branch` into main, checked out for the event of a push to pull request `number`. */
export function checkOutPullRequest(
  origin: Origin,
  number: number,
  branch: string,
  headRepository: number = identity.id,
): Checkout {
  const head = origin.git('rev-parse', branch)
  const base = origin.git('rev-parse', 'main')
  const tree = origin.git('merge-tree', '--write-tree', base, head).split('\n')[0] ?? ''
  const merge = origin.git('commit-tree', tree, '-p', base, '-p', head, '-m', `Merge ${head} into ${base}`)
  const ref = `refs/pull/${number}/merge`
  origin.git('update-ref', ref, merge)
  const repo = { id: identity.id }
  return checkOut(origin, merge, `refs/remotes/pull/${number}/merge`, {
    name: 'pull_request',
    ref,
    sha: merge,
    headRef: branch,
    baseRef: 'main',
    payload: {
      action: 'synchronize',
      number,
      pull_request: {
        number,
        head: { ref: branch, sha: head, repo: { id: headRepository } },
        // GitHub keeps the base of the time when the pull request was opened.
        base: { ref: 'main', sha: origin.git('rev-list', '--max-parents=0', 'main'), repo },
      },
      repository: { ...repo, full_name: `${identity.owner}/${identity.name}`, default_branch: 'main' },
    },
  })
}

/** The tip of main, checked out for the event of the push that made it. */
export function checkOutMain(origin: Origin): Checkout {
  const sha = origin.git('rev-parse', 'main')
  const parents = origin.git('rev-list', '--parents', '-n', '1', sha).split(' ')
  return checkOut(origin, sha, 'refs/remotes/origin/main', {
    name: 'push',
    ref: 'refs/heads/main',
    sha,
    payload: {
      ref: 'refs/heads/main',
      before: parents[1] ?? '0'.repeat(40),
      after: sha,
      repository: { id: identity.id, default_branch: 'main' },
    },
  })
}

function checkOut(origin: Origin, sha: string, localRef: string, event: WorkflowEvent): Checkout {
  const workspace = realpathSync(mkdtempSync(join(tmpdir(), 'workspace-')))
  const git = (...args: string[]): void => {
    execFileSync('git', args, {
      cwd: workspace,
      stdio: 'pipe',
      env: { ...process.env, GIT_CONFIG_GLOBAL: '/dev/null' },
    })
  }
  git('init', '-q', '-b', 'main')
  git('remote', 'add', 'origin', pathToFileURL(origin.directory).href)
  git('fetch', '-q', '--no-tags', '--depth=1', 'origin', `+${sha}:${localRef}`)
  if (event.name === 'push') git('checkout', '-q', '-B', 'main', localRef)
  else git('checkout', '-q', '--detach', localRef)
  return { workspace, event, dispose: () => rmSync(workspace, { recursive: true, force: true }) }
}
