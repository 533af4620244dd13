// Loaded into every Node process of a command or a service (`NODE_OPTIONS=--import …`) for a profiling trial: V8 watches
// it from here on. Node's own `--cpu-prof` is not allowed in NODE_OPTIONS before Node 22, and says nothing after SIGTERM.
import { mkdirSync, writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import process from 'node:process'
import { threadId } from 'node:worker_threads'
import { withoutInlining } from './host-inlining.ts'
import { record } from './host-recording.ts'
import { leaveSnapshot } from './host-snapshot.ts'
import { type Watcher, watchWindow } from './host-window.ts'

/** Puts down `text` for perf-gate to find. */
type Put = (extension: string, text: string) => void

function cpuWatcher(session: Session, seconds: number, put: Put): Watcher {
  const recording = record(session, seconds)
  return {
    begin: recording.begin,
    leave: () => recording.stop((profile) => put('cpuprofile', JSON.stringify(profile))),
  }
}

/** Allocations that stay are looked at from the start: what a service needs before its first request is memory too. */
function heapWatcher(
  session: Session,
  bytes: number,
  put: Put,
  path: (extension: string) => string,
): Watcher {
  session.post('HeapProfiler.enable')
  session.post('HeapProfiler.startSampling', { samplingInterval: bytes })
  return {
    begin() {},
    leave() {
      session.post('HeapProfiler.collectGarbage')
      session.post('HeapProfiler.stopSampling', (error, stopped) => {
        if (error === null) put('heapprofile', JSON.stringify(stopped.profile))
      })
      leaveSnapshot(path('heapsnapshot'))
    },
  }
}

function watch(directory: string, of: string | undefined, interval: number): void {
  withoutInlining()
  const session = new Session()
  session.connect()
  const path = (extension: string) => `${directory}/${process.pid}-${threadId}.${extension}`
  const put: Put = (extension, text) => {
    try {
      mkdirSync(directory, { recursive: true })
      writeFileSync(path(extension), text)
    } catch {
      // A benchmark must not fail because nobody could watch it.
    }
  }
  watchWindow(of === 'heap' ? heapWatcher(session, interval, put, path) : cpuWatcher(session, interval, put))
}

const {
  PERF_GATE_PROFILE_DIRECTORY: directory,
  PERF_GATE_PROFILE_OF: of,
  PERF_GATE_PROFILE_INTERVAL: interval,
} = process.env
if (directory !== undefined) watch(directory, of, Number(interval))
