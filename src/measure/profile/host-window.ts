// When a watcher inside of a program looks: from the start to the end of the process, or, in a service, for as long as
// the load lasts. perf-gate says when that is, by leaving files (see service/window.ts).
import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import process from 'node:process'
import { threadId } from 'node:worker_threads'

/** Milliseconds between two looks whether the window is open. */
const interval = 50

export interface Watcher {
  /** The window opens: what was seen until now, nobody asked for. */
  begin(): void
  /** Puts down what was seen; called once. */
  leave(): void
}

/** Calls `watcher` at the right moments of this process (or thread), whichever way it ends, SIGKILL excepted. */
export function watchWindow(watcher: Watcher): void {
  const directory = process.env.PERF_GATE_WINDOW_DIRECTORY
  const promise = `${directory}/${process.pid}-${threadId}.watching`
  let done = false
  const leave = () => {
    if (done) return
    done = true
    watcher.leave()
    if (directory !== undefined) rmSync(promise, { force: true })
  }
  process.once('exit', leave)
  for (const signal of ['SIGTERM', 'SIGINT'] as const) {
    const onSignal = () => {
      // A program with a handler of its own ends in its own way, and then there is an `exit`.
      if (process.listenerCount(signal) > 1) return
      leave()
      process.removeListener(signal, onSignal)
      process.kill(process.pid, signal)
    }
    if (threadId === 0) process.on(signal, onSignal)
  }
  if (directory !== undefined) followWindow(directory, promise, watcher.begin, leave)
}

function followWindow(directory: string, promise: string, begin: () => void, leave: () => void): void {
  let open = false
  const timer = setInterval(() => {
    if (!open && existsSync(`${directory}/begin`)) {
      open = true
      begin()
      try {
        mkdirSync(directory, { recursive: true })
        writeFileSync(promise, '')
      } catch {
        // A benchmark must not fail because nobody could watch it.
      }
    }
    if (!existsSync(`${directory}/end`)) return
    clearInterval(timer)
    leave()
  }, interval)
  timer.unref()
}
