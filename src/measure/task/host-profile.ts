// The V8 profiler around what a task host does, switched on for extra trials only.
import { writeFileSync } from 'node:fs'
import { Session } from 'node:inspector'

/** @param settings `interval` in seconds; the `.cpuprofile` is left at `path` */
export async function profiled<Result>(
  work: () => Promise<Result>,
  { interval, path }: { readonly interval: number; readonly path: string },
): Promise<Result> {
  const session = new Session()
  session.connect()
  try {
    session.post('Profiler.enable')
    session.post('Profiler.setSamplingInterval', { interval: Math.round(interval * 1e6) })
    session.post('Profiler.start')
    const result = await work()
    session.post('Profiler.stop', (error, stopped) => {
      if (error === null) writeFileSync(path, JSON.stringify(stopped.profile))
    })
    return result
  } finally {
    session.disconnect()
  }
}
