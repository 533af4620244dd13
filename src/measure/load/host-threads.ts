// Runs a plan in this thread, or in as many as it needs.
import { availableParallelism } from 'node:os'
import process from 'node:process'
import { Worker } from 'node:worker_threads'
import { HostError } from './host-failure.ts'
import type { Target } from './host-function.ts'
import { runLoad } from './host-run.ts'
import type { Begun, Live, LoadPlan, LoadResult } from './protocol.ts'
import { joinResults, shareOf, workersFor } from './split.ts'

/** @param program path of the thread's program */
export async function runInThreads(
  plan: LoadPlan,
  target: Target | null,
  program: string | undefined,
  tell: (event: Live | Begun) => void,
): Promise<LoadResult> {
  const count = workersFor(plan, Math.max(1, availableParallelism() - 1))
  if (count === 1 || program === undefined) return runLoad(plan, target, tell)
  const cpu = process.cpuUsage()
  let begun = false
  const workers = Array.from(
    { length: count },
    (_, index) => new Worker(program, { workerData: shareOf(plan, index, count) }),
  )
  try {
    const results = await Promise.all(
      workers.map((worker, index) =>
        resultOf(worker, (event) => {
          // One thread speaks for all of what is shown live.
          if (event.kind === 'live' ? index === 0 : !begun) tell(event)
          if (event.kind === 'begun') begun = true
        }),
      ),
    )
    const used = process.cpuUsage(cpu)
    return { ...joinResults(results), cpu: (used.user + used.system) / 1e6 }
  } finally {
    for (const worker of workers) await worker.terminate()
  }
}

function resultOf(worker: Worker, tell: (event: Live | Begun) => void): Promise<LoadResult> {
  return new Promise((resolve, reject) => {
    worker.on('message', (message: LoadResult | Live | Begun) => {
      if (message.kind === 'result') resolve(message)
      else tell(message)
    })
    worker.on('error', reject)
    worker.on('exit', () =>
      reject(new HostError('generator-failed', 'a thread of the load generator ended by itself')),
    )
  })
}
