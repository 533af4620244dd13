// Looks at a process tree again and again while it runs, and at the machine beside it.
import { availableParallelism, loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import type { Resources } from '../../model/resources.ts'
import { availableMemory, machineTicks, type ProcessState, processState } from './proc.ts'
import { members, type Tree } from './process-tree.ts'

export interface Watching {
  /** What was seen until now; stops looking. `null` where the system tells nothing of processes. */
  stop(): Resources | null
}

interface Seen {
  state: ProcessState
  /** It was there at the latest look. */
  alive: boolean
  /** It ended while its parent went on: a parent that waits for its children has their times in its own figures. */
  inParent: boolean
}

/**
 * Watches `tree` from now on. The first look is at once, because the program may be gone before the second.
 * @param interval seconds
 */
export function watchTree(tree: Tree, interval: number): Watching {
  const startedAt = performance.now()
  const ticksAtStart = machineTicks()
  const seen = new Map<string, Seen>()
  const most = { memory: 0, processes: 0, threads: 0, descriptors: 0 }
  let samples = 0
  let memorySum = 0
  let available = Number.POSITIVE_INFINITY
  let hidden = false

  function look(): void {
    const pids = members(tree)
    if (pids === null) {
      hidden = true
      return
    }
    const states = pids.flatMap((pid) => processState(pid) ?? [])
    const present = new Set(states.map(({ pid }) => pid))
    for (const each of seen.values()) {
      if (each.alive && !present.has(each.state.pid)) each.inParent = present.has(each.state.parent)
      each.alive = false
    }
    for (const state of states)
      seen.set(`${state.pid} ${state.startedAt}`, { state, alive: true, inParent: false })
    available = Math.min(available, availableMemory() ?? available)
    if (states.length === 0) return
    samples += 1
    const sum = (value: (state: ProcessState) => number) => states.reduce((all, each) => all + value(each), 0)
    const memory = sum((state) => state.memory)
    memorySum += memory
    // Between two looks a process may have had more than at either; what it had at most, the kernel remembers.
    const highest = Math.max(...states.map((state) => state.peakMemory))
    most.memory = Math.max(most.memory, memory, highest)
    most.processes = Math.max(most.processes, states.length)
    most.threads = Math.max(
      most.threads,
      sum((state) => state.threads),
    )
    most.descriptors = Math.max(
      most.descriptors,
      sum((state) => state.descriptors),
    )
  }

  look()
  const timer = setInterval(look, Math.max(1, interval * 1000))
  timer.unref()
  return {
    stop() {
      clearInterval(timer)
      look()
      if (hidden) return null
      const states = [...seen.values()].flatMap(({ state, inParent }) => (inParent ? [] : [state]))
      const io = states.flatMap((state) => state.io ?? [])
      const total = (values: readonly number[]) => values.reduce((sum, each) => sum + each, 0)
      return {
        elapsed: (performance.now() - startedAt) / 1000,
        samples,
        cpu: total(states.map((state) => state.cpu + state.childrenCpu)),
        peakMemory: most.memory,
        meanMemory: samples === 0 ? 0 : memorySum / samples,
        processes: most.processes,
        threads: most.threads,
        descriptors: most.descriptors,
        switches: total([...seen.values()].map(({ state }) => state.switches)),
        ...(io.length === 0
          ? {}
          : { read: total(io.map(({ read }) => read)), written: total(io.map(({ written }) => written)) }),
        machine: machine(ticksAtStart, available),
        notices: samples === 0 ? [unseen] : [],
      }
    },
  }
}

const unseen = {
  code: 'not-watched',
  message: 'It ended before anybody could look at it: its threads, descriptors and I/O are unknown.',
}

function machine(start: ReturnType<typeof machineTicks>, available: number): Resources['machine'] {
  const end = machineTicks()
  const all = start === null || end === null ? 0 : end.all - start.all
  return {
    cores: availableParallelism(),
    ...(start === null || end === null || all <= 0
      ? {}
      : {
          busy: Math.max(0, 1 - (end.idle - start.idle) / all),
          steal: Math.max(0, (end.steal - start.steal) / all),
        }),
    load: loadavg()[0] ?? 0,
    ...(Number.isFinite(available) ? { available } : {}),
  }
}
