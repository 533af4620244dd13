// How the processes of a tree are seen: in /proc on Linux, through `ps` and PowerShell (pidtree, pidusage) elsewhere.
import pidtree from 'pidtree'
import pidusage from 'pidusage'
import { type ProcessState, processState } from './proc.ts'
import { members, type Tree } from './process-tree.ts'

/** All processes of the tree that run now; `null` where the system tells nothing of processes. */
export type ProcessTable = (
  tree: Tree,
) => readonly ProcessState[] | null | Promise<readonly ProcessState[] | null>

const linuxTable: ProcessTable = (tree) => members(tree)?.flatMap((pid) => processState(pid) ?? []) ?? null

/** Whoever is gone between both questions is left out. */
export const portableTable: ProcessTable = async ({ root }) => {
  const below = await pidtree(root).catch(() => [])
  const found = await Promise.all([root, ...below].map((pid) => pidusage(pid).catch(() => null)))
  return found.flatMap((usage) =>
    usage === null
      ? []
      : [
          {
            pid: usage.pid,
            parent: usage.ppid,
            // Milliseconds since the process began are told; when it began is the same at every look, within a second.
            startedAt: Math.round((usage.timestamp - usage.elapsed) / 1000),
            cpu: usage.ctime / 1000,
            childrenCpu: 0,
            memory: usage.memory,
          },
        ],
  )
}

export const processTable: ProcessTable = process.platform === 'linux' ? linuxTable : portableTable
