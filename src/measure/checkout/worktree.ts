// Where one side's files are: the folder that was given, or a git worktree that is always given back.
import { ConfigError } from '../../errors.ts'
import type { Change } from '../../model/change.ts'
import type { Notice } from '../../model/notice.ts'
import type { Side } from '../../model/side.ts'
import type { Host } from '../../ports/host.ts'

export interface PreparedSide {
  /** Absolute: what perf-gate's working directory is on this side. */
  readonly directory: string
  /** Absent for a bare folder. */
  readonly commit?: string
}

export interface Place {
  readonly side: PreparedSide
  /** Why there is nothing there. */
  readonly failure: { readonly code: 'checkout-failed' | 'no-directory'; readonly reason: string } | null
  readonly notices: readonly Notice[]
  dispose(): Promise<void>
}

type Hands = Pick<Host, 'git' | 'files' | 'processes' | 'log' | 'cwd'>

/** @throws ConfigError when a given folder does not exist */
export async function placeOf(side: Side, change: Change, host: Hands): Promise<Place> {
  const { commit, directory } = change[side]
  if (directory === undefined) {
    if (commit === undefined) throw new ConfigError(`${side} is neither a commit nor a folder.`)
    return checkOut(side, commit, host)
  }
  const absolute = /^([a-z]:)?[\\/]/i.test(directory) ? directory : `${host.cwd}/${directory}`
  if (!(await host.files.exists(absolute)))
    throw new ConfigError(`--${side}-dir ${directory}: there is no such directory in ${host.cwd}.`)
  const found = { directory: absolute, ...(commit === undefined ? {} : { commit }) }
  return { side: found, failure: null, notices: [], dispose: async () => {} }
}

/** Outside of the repository, so that nothing of the head, such as its node_modules, is found from there. */
async function checkOut(side: Side, commit: string, host: Hands): Promise<Place> {
  const { files, git, log, processes } = host
  const worktree = await files.temporary(`perf-gate-${side}-`, (await git.root()) ?? host.cwd)
  const callOff = processes.onExit(() => git.discardWorktree(worktree))
  const dispose = async () => {
    try {
      await git.removeWorktree(worktree)
    } catch (problem) {
      log.warning(`${worktree} could not be removed: ${told(problem)}`)
    }
    callOff()
  }
  // The same directory of the repository as the one perf-gate runs in.
  const below = (await git.prefix()).replace(/\/$/, '')
  const place = {
    side: { directory: below === '' ? worktree : `${worktree}/${below}`, commit },
    failure: null,
    notices: [],
    dispose,
  }
  const name = `${side} (${commit.slice(0, 7)})`
  try {
    await git.addWorktree(worktree, commit)
  } catch (problem) {
    const reason = `${name} could not be checked out: ${told(problem)}`
    return { ...place, failure: { code: 'checkout-failed', reason } }
  }
  const complaint = await git.fillSubmodules(worktree)
  const notices: Notice[] = []
  if (complaint !== null)
    notices.push({
      code: 'submodules-missing',
      message: `The submodules of ${name} could not be checked out: ${complaint}`,
      where: side,
      fix: 'Keep the credentials of the checkout (`persist-credentials: true`), or fetch them in `setup`.',
    })
  if (await files.exists(place.side.directory)) return { ...place, notices }
  const reason = `${name} has no directory ${below}, which perf-gate runs in.`
  return { ...place, notices, failure: { code: 'no-directory', reason } }
}

function told(problem: unknown): string {
  return problem instanceof Error ? problem.message : String(problem)
}
