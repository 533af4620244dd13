// Looks at a process tree again and again while it runs, and at the machine beside it.
import { availableParallelism, loadavg } from 'node:os'
import { performance } from 'node:perf_hooks'
import { setTimeout as pause } from 'node:timers/promises'
import type { Notice } from '../../model/notice.ts'
import type { Resources } from '../../model/resources.ts'
import type { Watch } from '../../ports/processes.ts'
import { groupOf } from './cgroup.ts'
import { availableMemory, machineTicks, type ProcessState } from './proc.ts'
import { type ProcessTable, processTable } from './process-table.ts'
import type { Tree } from './process-tree.ts'

export interface WatchOptions {
  /** It has run for a while: what it used until now is not counted. */
  readonly running?: boolean
  readonly table?: ProcessTable
}

interface Seen {
  state: ProcessState
  /** What it had used before anybody watched. */
  readonly before: ProcessState | null
  /** It was there at the latest look. */
  alive: boolean
  /** It ended while its parent went on: a parent that waits for its children has their times in its own figures. */
  inParent: boolean
}

/** Looks, once the program has ended, until what is still there counts as left behind. */
const looksForGone = 10

type Figure = (state: ProcessState) => number | undefined

/**
 * Watches `tree` from now on. The first look is at once, because the program may be gone before the second.
 * @param interval seconds
 */
export function watchTree(
  tree: Tree,
  interval: number,
  { running = false, table = processTable }: WatchOptions = {},
): Watch {
  const startedAt = performance.now()
  const atStart = { ticks: machineTicks(), group: groupOf() }
  const seen = new Map<string, Seen>()
  const most = new Map<Figure, number>()
  let peakMemory = 0
  let processes = 0
  let samples = 0
  let memorySum = 0
  let available = availableMemory()
  let hidden = false
  let looking: Promise<void> | null = null

  function look(): void {
    if (looking !== null) return
    const states = table(tree)
    if (states instanceof Promise)
      looking = states.then(take).finally(() => {
        looking = null
      })
    else take(states)
  }

  function take(states: readonly ProcessState[] | null): void {
    hidden = states === null
    if (states === null) return
    const isFirst = samples === 0
    const present = new Set(states.map(({ pid }) => pid))
    for (const each of seen.values()) {
      if (each.alive && !present.has(each.state.pid)) each.inParent = present.has(each.state.parent)
      each.alive = false
    }
    for (const state of states) {
      const key = `${state.pid} ${state.startedAt}`
      const before = seen.get(key)?.before ?? (running && isFirst ? state : null)
      seen.set(key, { state, before, alive: true, inParent: false })
    }
    available = Math.min(available, availableMemory())
    if (states.length === 0) return
    samples += 1
    const memory = sum(states, (state) => state.memory) ?? 0
    memorySum += memory
    // Between two looks a process may have had more than at either; what it had at most, the kernel remembers.
    peakMemory = Math.max(peakMemory, memory, ...states.map((state) => state.peakMemory ?? 0))
    processes = Math.max(processes, states.length)
    for (const figure of [threads, descriptors]) {
      const now = sum(states, figure)
      if (now !== undefined) most.set(figure, Math.max(most.get(figure) ?? 0, now))
    }
  }

  /** Of all processes that were ever seen, since they were watched. */
  function used(figure: Figure, which: (each: Seen) => boolean = () => true): number | undefined {
    const values = [...seen.values()].filter(which).flatMap(({ state, before }) => {
      const now = figure(state)
      return now === undefined ? [] : [Math.max(0, now - (before === null ? 0 : (figure(before) ?? 0)))]
    })
    return values.length === 0 ? undefined : values.reduce((all, each) => all + each, 0)
  }

  async function lookOnce(): Promise<void> {
    await looking
    look()
    await looking
  }

  look()
  const timer = setInterval(look, Math.max(1, interval * 1000))
  timer.unref()
  return {
    async stop() {
      const elapsed = (performance.now() - startedAt) / 1000
      clearInterval(timer)
      await lookOnce()
      const living = () => [...seen.values()].filter(({ alive }) => alive).length
      // What ends with its parent needs a moment for it.
      for (let again = 0; !running && living() > 0 && again < looksForGone; again += 1) {
        await pause(20)
        await lookOnce()
      }
      const left = living()
      const counted = ({ inParent }: Seen) => !inParent
      return {
        elapsed,
        samples,
        cpu: used((state) => state.cpu + state.childrenCpu, counted) ?? 0,
        peakMemory,
        meanMemory: samples === 0 ? 0 : memorySum / samples,
        processes,
        ...present('threads', most.get(threads)),
        ...present('descriptors', most.get(descriptors)),
        ...present(
          'switches',
          used((state) => state.switches),
        ),
        ...present(
          'read',
          used((state) => state.io?.read, counted),
        ),
        ...present(
          'written',
          used((state) => state.io?.written, counted),
        ),
        machine: machine(atStart, available),
        notices: noticesOf({ samples, hidden, partly: !most.has(threads), left: running ? 0 : left }),
      }
    },
  }
}

const threads: Figure = (state) => state.threads
const descriptors: Figure = (state) => state.descriptors

/** `undefined` where nobody tells. */
function sum(states: readonly ProcessState[], figure: Figure): number | undefined {
  const values = states.flatMap((state) => figure(state) ?? [])
  return values.length === 0 ? undefined : values.reduce((all, each) => all + each, 0)
}

function present<Name extends string>(
  name: Name,
  value: number | undefined,
): Partial<Readonly<Record<Name, number>>> {
  return value === undefined ? {} : ({ [name]: value } as Record<Name, number>)
}

function noticesOf({
  samples,
  hidden,
  partly,
  left,
}: {
  readonly samples: number
  readonly hidden: boolean
  /** The system tells CPU time and memory alone. */
  readonly partly: boolean
  readonly left: number
}): Notice[] {
  if (hidden)
    return [
      {
        code: 'not-watched',
        message:
          'Its processes could not be watched: /proc is missing or hidden here. Only the machine and what Node.js says of itself are known.',
        fix: 'Mount /proc, without `hidepid`, where perf-gate runs.',
      },
    ]
  if (samples === 0)
    return [
      {
        code: 'not-watched',
        message: 'It ended before anybody could look at it: its threads, descriptors and I/O are unknown.',
      },
    ]
  return [...(partly ? [partlyWatched] : []), ...leftBehind(left)]
}

const partlyWatched: Notice = {
  code: 'partly-watched',
  message:
    'This system tells CPU time and memory of processes at the moment of each look: peaks between two looks, threads, descriptors, context switches and I/O are unknown.',
  fix: 'Measure on Linux to know them.',
}

function leftBehind(left: number): Notice[] {
  if (left === 0) return []
  const message = `It left ${left} ${left === 1 ? 'process' : 'processes'} behind when it ended: what they took until then counts, and they were ended.`
  return [{ code: 'left-behind', message, fix: 'Let the command wait for what it starts.' }]
}

function machine(
  {
    ticks,
    group,
  }: { readonly ticks: ReturnType<typeof machineTicks>; readonly group: ReturnType<typeof groupOf> },
  available: number,
): Resources['machine'] {
  const end = machineTicks()
  const all = end.all - ticks.all
  const now = groupOf()
  const stolen = end.steal === undefined || ticks.steal === undefined ? undefined : end.steal - ticks.steal
  return {
    cores: availableParallelism(),
    ...(all <= 0 ? {} : { busy: Math.max(0, 1 - (end.idle - ticks.idle) / all) }),
    ...(all <= 0 || stolen === undefined ? {} : { steal: Math.max(0, stolen / all) }),
    load: loadavg()[0] ?? 0,
    available,
    ...(now.peakMemory !== undefined && now.peakMemory > (group.peakMemory ?? now.peakMemory)
      ? { groupPeak: now.peakMemory }
      : {}),
    ...(now.throttled === undefined
      ? {}
      : { throttled: Math.max(0, now.throttled - (group.throttled ?? now.throttled)) }),
  }
}
