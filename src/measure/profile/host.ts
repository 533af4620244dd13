// Loaded into every Node process of a command (`NODE_OPTIONS=--import …`) for a profiling trial: V8 watches it from here
// to its end. Node's own `--cpu-prof` is not allowed in NODE_OPTIONS before Node 22, and says nothing after SIGTERM.
import { mkdirSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import process from 'node:process'
import { threadId } from 'node:worker_threads'
import { withoutInlining } from './host-inlining.ts'

function watch(directory: string, microseconds: number): void {
  withoutInlining()
  const session = new Session()
  session.connect()
  session.post('Profiler.enable')
  session.post('Profiler.setSamplingInterval', { interval: microseconds })
  session.post('Profiler.start')
  let done = false
  const leave = () => {
    if (done) return
    done = true
    // The answer comes before `post` returns: nothing needs to be awaited while the process ends.
    session.post('Profiler.stop', (error, stopped) => {
      if (error !== null) return
      try {
        mkdirSync(directory, { recursive: true })
        writeFileSync(`${directory}/${process.pid}-${threadId}.cpuprofile`, JSON.stringify(stopped.profile))
      } catch {
        // A benchmark must not fail because nobody could watch it.
      }
    })
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
}

const { PERF_GATE_PROFILE_DIRECTORY: directory, PERF_GATE_PROFILE_INTERVAL: interval } = process.env
if (directory !== undefined) watch(directory, Number(interval) || 1000)
