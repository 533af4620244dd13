// What the operating system knows of this process: CPU time of its children and peak memory.
import { readFileSync } from 'node:fs'
import process from 'node:process'

/** Linux shows times in /proc in this unit, whatever the kernel counts in. */
const ticksPerSecond = 100

/** Seconds. Windows counts CPU time in steps of its scheduler. */
export const cpuResolution = process.platform === 'win32' ? 1 / 64 : 1e-6

/** Seconds of CPU that children took which ended and were waited for; 0 where nobody can say. */
export function childrenCpu(): number {
  if (process.platform !== 'linux') return 0
  try {
    const stat = readFileSync('/proc/self/stat', 'latin1')
    // Fields count from behind the program's name, which may hold anything; 14 and 15 are cutime and cstime.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[13]) + Number(fields[14])) / ticksPerSecond
  } catch {
    return 0
  }
}

/**
 * Bytes. Linux lets a program start with its parent's peak in `ru_maxrss`, which a large parent makes useless; VmHWM
 * starts afresh with the program.
 */
export function peakMemory(): number {
  if (process.platform === 'linux') {
    try {
      const kilobytes = /^VmHWM:\s+(\d+) kB$/m.exec(readFileSync('/proc/self/status', 'latin1'))?.[1]
      if (kilobytes !== undefined) return Number(kilobytes) * 1024
    } catch {
      // No /proc here: what getrusage says is better than nothing.
    }
  }
  return process.resourceUsage().maxRSS * 1024
}
