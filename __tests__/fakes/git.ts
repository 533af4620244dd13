// A repository as a table: commit → parents, name → commit. Enough to decide what is compared with what.
import type { Git } from '../../src/ports/git.ts'

export interface FakeRepository {
  /** Commit → its parents; the first is the one it was made on. */
  readonly commits?: Readonly<Record<string, readonly string[]>>
  /** Branches (`main`, `origin/main`), tags and `HEAD` → commit. */
  readonly refs?: Readonly<Record<string, string>>
  /** What only the remote has: names that `fetch` brings, as `refs` of here. */
  readonly remote?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Commit → path → content. */
  readonly files?: Readonly<Record<string, Readonly<Record<string, string>>>>
  /** Commit → milliseconds since 1970. */
  readonly committedAt?: Readonly<Record<string, number>>
  readonly branch?: string | null
  readonly defaultBranch?: string | null
  readonly dirty?: boolean
  /** `null`: no repository. */
  readonly root?: string | null
  readonly prefix?: string
}

export interface FakeGit extends Git {
  /** Directory → commit. */
  readonly worktrees: Map<string, string>
  readonly fetched: string[]
}

export function fakeGit(repository: FakeRepository = {}): FakeGit {
  const { commits = {}, branch = 'main', defaultBranch = 'main', dirty = false, prefix = '' } = repository
  const root = repository.root === undefined ? '/repository' : repository.root
  const refs = new Map(Object.entries(repository.refs ?? {}))
  const worktrees = new Map<string, string>()
  const fetched: string[] = []
  const ancestors = (commit: string): Set<string> => {
    const seen = new Set<string>()
    const visit = (id: string) => {
      if (seen.has(id)) return
      seen.add(id)
      for (const parent of commits[id] ?? []) visit(parent)
    }
    visit(commit)
    return seen
  }
  const resolve = async (ref: string): Promise<string | null> => {
    const { name = '', steps = '' } = /^(?<name>.*?)(?<steps>\^*)$/.exec(ref)?.groups ?? {}
    let commit = refs.get(name) ?? (Object.hasOwn(commits, name) ? name : undefined)
    for (const _ of steps) commit = commits[commit ?? '']?.[0]
    return commit ?? null
  }
  const distance = async (ancestor: string, descendant: string) => {
    const behind = ancestors(ancestor)
    const above = ancestors(descendant)
    return above.has(ancestor) ? [...above].filter((commit) => !behind.has(commit)).length : null
  }
  return {
    worktrees,
    fetched,
    root: async () => root,
    prefix: async () => prefix,
    resolve,
    read: async (commit, path) => repository.files?.[commit]?.[path] ?? null,
    committedAt: async (commit) => repository.committedAt?.[commit] ?? null,
    parents: async (commit) => commits[commit] ?? [],
    async mergeBase(a, b) {
      const [ofA, ofB] = [ancestors((await resolve(a)) ?? a), ancestors((await resolve(b)) ?? b)]
      const common = [...ofA].filter((commit) => ofB.has(commit))
      return common.find((commit) => !common.some((c) => c !== commit && ancestors(c).has(commit))) ?? null
    },
    distance,
    async ancestors(descendant, candidates, enough) {
      const known: [string, number][] = []
      for (const commit of candidates) {
        const steps = await distance(commit, descendant)
        if (steps !== null) known.push([commit, steps])
      }
      return new Map(known.sort(([, a], [, b]) => a - b).slice(0, enough))
    },
    defaultBranch: async () => defaultBranch,
    currentBranch: async () => branch,
    dirty: async () => dirty,
    async fetch(ref) {
      fetched.push(ref)
      const found = repository.remote?.[ref]
      for (const [name, commit] of Object.entries(found ?? {})) refs.set(name, commit)
      return found !== undefined
    },
    async addWorktree(directory, commit) {
      worktrees.set(directory, commit)
    },
    fillSubmodules: async () => null,
    async removeWorktree(directory) {
      worktrees.delete(directory)
    },
    removeStaleWorktrees: async () => {},
    discardWorktree: (directory) => void worktrees.delete(directory),
  }
}
