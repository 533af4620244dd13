// Loaded into every Node process that is watched (`NODE_OPTIONS=--import …`): what only the runtime knows of itself. The
// figures are left in a file when the process ends, or when the load on it does.
import { mkdirSync, writeFileSync } from 'node:fs'
import { monitorEventLoopDelay, performance } from 'node:perf_hooks'
import process from 'node:process'
import { GCProfiler } from 'node:v8'
import { threadId } from 'node:worker_threads'
import type { RuntimeFigures } from '../../model/resources.ts'
import { watchWindow } from '../profile/host-window.ts'

/** Milliseconds between two looks at the heap; the collector's own figures fill the gaps. */
const interval = 20

function watch(directory: string): void {
  const most = { used: 0, total: 0, external: 0 }
  const look = () => {
    const { heapUsed, heapTotal, external } = process.memoryUsage()
    most.used = Math.max(most.used, heapUsed)
    most.total = Math.max(most.total, heapTotal)
    most.external = Math.max(most.external, external)
  }
  // An observer of performance entries hears nothing of a program that never returns to its event loop.
  let collector = new GCProfiler()
  collector.start()
  const delay = monitorEventLoopDelay({ resolution: interval })
  delay.enable()
  let startedAt = performance.now()
  let atStart = performance.eventLoopUtilization()
  look()
  setInterval(look, interval).unref()
  const begin = () => {
    Object.assign(most, { used: 0, total: 0, external: 0 })
    collector.stop()
    collector = new GCProfiler()
    collector.start()
    delay.reset()
    startedAt = performance.now()
    atStart = performance.eventLoopUtilization()
  }
  const leave = () => {
    look()
    const collections = collector.stop()?.statistics ?? []
    // The heap is fullest just before it is collected.
    for (const { beforeGC } of collections) {
      most.used = Math.max(most.used, beforeGC.heapStatistics.usedHeapSize)
      most.total = Math.max(most.total, beforeGC.heapStatistics.totalHeapSize)
      most.external = Math.max(most.external, beforeGC.heapStatistics.externalMemory)
    }
    const blocked = (performance.now() - startedAt) / 1000
    const figures: RuntimeFigures = {
      heapUsed: most.used,
      heapTotal: most.total,
      external: most.external,
      pauses: collections.map(({ cost }) => cost / 1e6),
      // The histogram holds the time between two timers: what is beyond its own interval is delay. No timer at all means
      // that everything waited until the end.
      loopDelay: Math.max(0, (delay.count === 0 ? blocked : delay.percentile(99) / 1e9) - interval / 1000),
      loopUtilization: performance.eventLoopUtilization(atStart).utilization,
    }
    try {
      mkdirSync(directory, { recursive: true })
      writeFileSync(`${directory}/${process.pid}-${threadId}.json`, JSON.stringify(figures))
    } catch {
      // A benchmark must not fail because nobody could watch it.
    }
  }
  watchWindow({ begin, leave })
}

const directory = process.env.PERF_GATE_MONITOR_DIRECTORY
if (directory !== undefined) watch(directory)
