// CPU and memory of a live process tree, from /proc. The scheduler's own account is in nanoseconds, where the usual one
// counts hundredths of a second: too coarse for a second of light load.
import { readdirSync, readFileSync } from 'node:fs'
import type { Usage } from '../../ports/processes.ts'
import { members, type Tree } from './process-tree.ts'

/** Linux counts memory in pages and old CPU time in ticks of a hundredth of a second. */
const pageSize = 4096
const ticksPerSecond = 100

/** `null` where there is no /proc, or nothing of the tree is left. */
export function usageOf(tree: Tree): Usage | null {
  const found = members(tree)
  if (found === null || found.length === 0) return null
  let cpu = 0
  let memory = 0
  for (const pid of found) {
    cpu += cpuOf(pid)
    memory += memoryOf(pid)
  }
  return { cpu, memory }
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'latin1')
  } catch {
    return null
  }
}

/** Seconds of all threads of a process, and of children it has waited for. */
function cpuOf(pid: number): number {
  const stat = read(`/proc/${pid}/stat`)
  if (stat === null) return 0
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const [user = 0, system = 0, childUser = 0, childSystem = 0] = fields.slice(11, 15).map(Number)
  const children = (childUser + childSystem) / ticksPerSecond
  return (threadsOf(pid) ?? (user + system) / ticksPerSecond) + children
}

/** From the scheduler; `null` where the kernel keeps no such account. */
function threadsOf(pid: number): number | null {
  let threads: string[]
  try {
    threads = readdirSync(`/proc/${pid}/task`)
  } catch {
    return null
  }
  let nanoseconds = 0
  for (const thread of threads) {
    const ran = Number(read(`/proc/${pid}/task/${thread}/schedstat`)?.split(' ')[0])
    if (!Number.isFinite(ran)) return null
    nanoseconds += ran
  }
  return nanoseconds / 1e9
}

function memoryOf(pid: number): number {
  const resident = Number(read(`/proc/${pid}/statm`)?.split(' ')[1])
  return Number.isFinite(resident) ? resident * pageSize : 0
}
