// The program in which a task runs: one process per trial. It does what it is told over file descriptor 3 (see
// protocol.ts), so that the task may print, and the parent may alternate two live hosts sample by sample.
//
//   node task-host.js <task-host-typescript.js>
import { register } from 'node:module'
import { Socket } from 'node:net'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { bytesInUse, collectGarbage } from '../leak/host-in-use.ts'
import { cpuResolution, peakMemory } from './host-counters.ts'
import { describeError, stackOf, type Task, TaskError, tasksIn } from './host-exports.ts'
import { phase } from './host-phases.ts'
import { heapProfiled, profiled } from './host-profile.ts'
import { calibrate, measure, releaseResult } from './host-samples.ts'
import type { Request, Response } from './protocol.ts'

let tasks: ReadonlyMap<string, Task> = new Map()

async function load(module: string): Promise<Response> {
  const needsTypes = /\.[cm]?ts$/.test(module)
  const hooks = process.argv[2]
  // Node 22.18 and later strip types themselves.
  if (needsTypes && !process.features.typescript && hooks !== undefined) register(pathToFileURL(hooks))
  let exported: unknown
  try {
    exported = await import(pathToFileURL(module).href)
  } catch (error) {
    console.error(stackOf(error))
    throw new TaskError('import-failed', `importing it failed: ${describeError(error)}`)
  }
  tasks = tasksIn(exported)
  return { kind: 'loaded', tasks: [...tasks.keys()] }
}

function task(name: string): Task {
  const found = tasks.get(name)
  if (found === undefined) throw new TaskError('no-such-export', `it has no exported function "${name}"`)
  return found
}

async function profile(request: Extract<Request, { readonly kind: 'profile' }>): Promise<void> {
  const { calls, samples, warmUpSamples } = request
  const run = (count: number) => measure(task(request.task), calls, count)
  if (request.of === 'heap') {
    // Allocations need no warm code.
    await heapProfiled(() => run(samples), request)
    return
  }
  const warmUp = async () => {
    await run(warmUpSamples)
    collectGarbage()
  }
  await profiled(warmUp, () => run(samples), request)
}

async function answer(request: Request): Promise<Response> {
  switch (request.kind) {
    case 'load':
      return load(request.module)
    case 'calibrate':
      return {
        kind: 'calibrated',
        ...(await calibrate(task(request.task), request.warmUp, request.lookTime)),
        cpuResolution,
      }
    case 'run':
      return { kind: 'samples', ...(await measure(task(request.task), request.calls, request.samples)) }
    case 'profile':
      await profile(request)
      return { kind: 'profiled' }
    case 'leak-round':
      await measure(task(request.task), request.calls, 1)
      releaseResult()
      return { kind: 'in-use', bytes: await bytesInUse() }
    case 'finish':
      return { kind: 'finished', peakMemory: peakMemory() }
  }
}

function serve(): void {
  Object.defineProperty(globalThis, 'perfGate', { value: Object.freeze({ phase }) })
  // Taken before the task can replace it.
  const exit = process.exit.bind(process)
  const channel = new Socket({ fd: 3 })
  let busy = false
  const send = (response: Response) =>
    new Promise<void>((sent) => channel.write(`${JSON.stringify(response)}\n`, () => sent()))
  const fail = async (code: string, reason: string) => {
    await send({ kind: 'failed', code, reason })
    exit(1)
  }

  createInterface({ input: channel, crlfDelay: Number.POSITIVE_INFINITY }).on('line', async (line) => {
    busy = true
    // While a task runs, the channel must not keep the process alive: see beforeExit.
    channel.unref()
    try {
      const request: Request = JSON.parse(line)
      const response = await answer(request)
      channel.ref()
      busy = false
      await send(response)
      if (request.kind === 'finish') exit(0)
    } catch (error) {
      channel.ref()
      const known = error instanceof TaskError
      await fail(known ? error.code : 'threw', known ? error.message : describeError(error))
    }
  })
  // The parent is gone: nobody waits for results any more.
  channel.on('close', () => exit(1))
  channel.on('error', () => exit(1))
  process.on('uncaughtException', (error) => {
    channel.ref()
    void fail('threw', `an error outside of the call: ${describeError(error)}`)
  })
  process.on('beforeExit', () => {
    if (!busy) return
    busy = false
    channel.ref()
    void fail('never-settles', 'the promise it returned can never settle: nothing is left that could do it')
  })
}

serve()
