// The V8 profiler around what a task host does, switched on for extra trials only.
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'
import { withoutInlining } from '../profile/host-inlining.ts'
import { record } from '../profile/host-recording.ts'
import { leaveSnapshot } from '../profile/host-snapshot.ts'

/** @param settings `interval` in seconds; the `.cpuprofile` of `work` is left at `path` */
export async function profiled<Result>(
  warmUp: () => Promise<unknown>,
  work: () => Promise<Result>,
  { interval, path }: { readonly interval: number; readonly path: string },
): Promise<Result> {
  withoutInlining()
  const session = new Session()
  session.connect()
  try {
    const recording = record(session, interval)
    await warmUp()
    recording.begin()
    const result = await work()
    recording.stop((profile) => writeFileSync(path, JSON.stringify(profile)))
    return result
  } finally {
    session.disconnect()
  }
}

/**
 * As `profiled`, for allocations: what is garbage at the end does not count. `interval` in bytes. A picture of the heap is
 * left beside it.
 */
export async function heapProfiled<Result>(
  work: () => Promise<Result>,
  { interval, path }: { readonly interval: number; readonly path: string },
): Promise<Result> {
  withoutInlining()
  const session = new Session()
  session.connect()
  try {
    session.post('HeapProfiler.enable')
    session.post('HeapProfiler.startSampling', { samplingInterval: interval })
    const result = await work()
    session.post('HeapProfiler.collectGarbage')
    session.post('HeapProfiler.stopSampling', (error, stopped) => {
      if (error === null) writeFileSync(path, JSON.stringify(stopped.profile))
    })
    leaveSnapshot(path.replace(/\.\w+$/, '.heapsnapshot'))
    return result
  } finally {
    session.disconnect()
  }
}
