// What Linux says of processes and of the machine in /proc. Everything may be hidden or gone: then it is absent, or what
// Node says of the machine stands for it.
import { readdirSync } from 'node:fs'
import { cpus, freemem } from 'node:os'
import { groupOf, readText } from './cgroup.ts'

/** USER_HZ: /proc shows times in this unit, whatever the kernel counts in. */
const ticksPerSecond = 100
/** Context switches are listed per thread; beyond this many threads, looking would cost more than it tells. */
const mostThreads = 64

export interface ProcessState {
  readonly pid: number
  readonly parent: number
  /** Tells a process from a later one with the same number. */
  readonly startedAt: number
  /** Seconds, user + system: its own, and of children that ended and were waited for. */
  readonly cpu: number
  readonly childrenCpu: number
  /** Bytes of resident memory now. */
  readonly memory: number
  /** Bytes, the most since this program was started (`exec` begins anew, unlike in `ru_maxrss`). */
  readonly peakMemory?: number
  readonly threads?: number
  readonly descriptors?: number
  readonly switches?: number
  /** Bytes, children that were waited for included; `null` for processes of others. */
  readonly io?: { readonly read: number; readonly written: number } | null
}

function count(directory: string): number {
  try {
    return readdirSync(directory).length
  } catch {
    return 0
  }
}

function field(status: string, name: string): number {
  return Number(new RegExp(`^${name}:\\s+(\\d+)`, 'm').exec(status)?.[1] ?? 0)
}

/** `null` when it is gone, or hidden. */
export function processState(pid: number): ProcessState | null {
  const stat = readText(`/proc/${pid}/stat`)
  const status = readText(`/proc/${pid}/status`)
  if (stat === null || status === null) return null
  // Fields count from behind the program's name, which may hold anything: proc(5) has this one as its third.
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  const at = (number: number) => Number(fields[number - 3] ?? 0)
  const threads = at(20)
  const io = readText(`/proc/${pid}/io`)
  return {
    pid,
    parent: at(4),
    startedAt: at(22),
    cpu: (at(14) + at(15)) / ticksPerSecond,
    childrenCpu: (at(16) + at(17)) / ticksPerSecond,
    memory: field(status, 'VmRSS') * 1024,
    peakMemory: field(status, 'VmHWM') * 1024,
    threads,
    descriptors: count(`/proc/${pid}/fd`),
    switches: threads > mostThreads ? switchesIn(status) : threadSwitches(pid, status),
    io: io === null ? null : { read: field(io, 'read_bytes'), written: field(io, 'write_bytes') },
  }
}

const switchesIn = (status: string) =>
  field(status, 'voluntary_ctxt_switches') + field(status, 'nonvoluntary_ctxt_switches')

function threadSwitches(pid: number, status: string): number {
  let sum = 0
  try {
    for (const thread of readdirSync(`/proc/${pid}/task`))
      sum += switchesIn(readText(`/proc/${pid}/task/${thread}/status`) ?? '')
    return sum
  } catch {
    return switchesIn(status)
  }
}

/** Ticks that all cores spent since boot, of any length; `steal` where the system tells. */
export interface MachineTicks {
  readonly all: number
  readonly idle: number
  readonly steal?: number
}

export function machineTicks(): MachineTicks {
  const line = /^cpu\s+(.+)$/m.exec(readText('/proc/stat') ?? '')?.[1]
  if (line === undefined) return portableTicks()
  // user nice system idle iowait irq softirq steal; guests are counted in user already.
  const ticks = line.split(/\s+/).slice(0, 8).map(Number)
  const all = ticks.reduce((sum, each) => sum + each, 0)
  return { all, idle: (ticks[3] ?? 0) + (ticks[4] ?? 0), steal: ticks[7] ?? 0 }
}

function portableTicks(): MachineTicks {
  const times = cpus().map((core) => core.times)
  const sum = (values: readonly number[]) => values.reduce((total, each) => total + each, 0)
  return { all: sum(times.map((each) => sum(Object.values(each)))), idle: sum(times.map(({ idle }) => idle)) }
}

/** Bytes that programs may still take: of the machine, or of the container where that is less. */
export function availableMemory(): number {
  const kilobytes = /^MemAvailable:\s+(\d+)/m.exec(readText('/proc/meminfo') ?? '')?.[1]
  const machine = kilobytes === undefined ? freemem() : Number(kilobytes) * 1024
  return Math.min(machine, groupOf().available ?? machine)
}
