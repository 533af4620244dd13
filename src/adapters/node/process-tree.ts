// Which processes belong to a command, and how all of them are ended: also those that left its process group, lost
// their parent, or wait for nobody.
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import pidtree from 'pidtree'

/** Set in the environment of every command, so that a process that detached itself is still known. */
export const marker = 'PERF_GATE_TRIAL'

export interface Tree {
  /** The process that was started; it leads a process group of its own, except on Windows. */
  readonly root: number
  /** Value of the marker. */
  readonly id: string
}

interface Process {
  readonly pid: number
  readonly parent: number
  readonly group: number
  readonly session: number
}

/** Every process that still runs, from /proc; `null` where there is none. */
function processes(): Process[] | null {
  let names: string[]
  try {
    names = readdirSync('/proc')
  } catch {
    return null
  }
  return names.flatMap((name) => {
    if (!/^\d+$/.test(name)) return []
    try {
      const stat = readFileSync(`/proc/${name}/stat`, 'latin1')
      // The program's name may hold spaces and brackets: fields count from behind the last bracket.
      const [state, parent, group, session] = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
      if (state === undefined || 'ZXx'.includes(state)) return []
      return [{ pid: Number(name), parent: Number(parent), group: Number(group), session: Number(session) }]
    } catch {
      return []
    }
  })
}

function carriesMarker(pid: number, id: string): boolean {
  try {
    return readFileSync(`/proc/${pid}/environ`, 'latin1').includes(`${marker}=${id}\0`)
  } catch {
    return false
  }
}

/** Process ids of the tree that still run, parents first; `null` where /proc cannot tell. */
export function members({ root, id }: Tree): number[] | null {
  const all = processes()
  if (all === null || all.length === 0) return null
  const children = new Map<number, number[]>()
  for (const { pid, parent } of all) children.set(parent, [...(children.get(parent) ?? []), pid])
  const found = new Set<number>()
  const visit = (pid: number) => {
    if (found.has(pid) || pid === process.pid) return
    found.add(pid)
    for (const child of children.get(pid) ?? []) visit(child)
  }
  for (const { pid, group, session } of all)
    if (pid === root || group === root || session === root || carriesMarker(pid, id)) visit(pid)
  return [...found]
}

function signal(pid: number, name: NodeJS.Signals): void {
  try {
    process.kill(pid, name)
  } catch {
    // Gone already, or never ours.
  }
}

/** Ends the whole tree at once, without waiting: for the last moments of the process. */
export function killTree(tree: Tree): void {
  if (process.platform === 'win32') {
    spawnSync('taskkill', ['/pid', String(tree.root), '/T', '/F'], { stdio: 'ignore', windowsHide: true })
    return
  }
  // A tree that forks while it is read needs another look.
  for (let look = 0; look < 20; look += 1) {
    const found = members(tree)
    if (found === null) signal(-tree.root, 'SIGKILL')
    if (found === null || found.length === 0) return
    // Children first: while their parent lives, orphans of theirs stay in sight.
    for (const pid of found.reverse()) signal(pid, 'SIGKILL')
  }
}

async function membersAnywhere(tree: Tree): Promise<number[]> {
  const found = members(tree)
  if (found !== null) return found
  const running = (pid: number) => {
    try {
      return process.kill(pid, 0)
    } catch {
      return false
    }
  }
  const below = await pidtree(tree.root).catch(() => [])
  return [tree.root, ...below].filter(running)
}

/**
 * Asks the whole tree to end (SIGTERM), then makes it end (SIGKILL).
 * @param grace seconds between both
 */
export async function endTree(tree: Tree, grace: number): Promise<void> {
  if (process.platform === 'win32') return killTree(tree)
  const asked = new Set<number>()
  const steps = Math.ceil(grace / 0.02)
  for (let step = 0; step < steps; step += 1) {
    const found = await membersAnywhere(tree)
    if (found.length === 0) break
    for (const pid of found) {
      if (!asked.has(pid)) signal(pid, 'SIGTERM')
      asked.add(pid)
    }
    await pause(20)
  }
  for (const pid of await membersAnywhere(tree)) signal(pid, 'SIGKILL')
  // Once more, by what does not depend on parents: they may be gone.
  killTree(tree)
}
