// The load generator: a program of its own that does what it is told over file descriptor 3 (see protocol.ts).
//
//   node load-host.js <task-host-typescript.js> <load-worker.js>
import { register } from 'node:module'
import { createServer, Socket } from 'node:net'
import process from 'node:process'
import { createInterface } from 'node:readline'
import { pathToFileURL } from 'node:url'
import { Agent, request as ask } from 'undici'
import { refusalOf } from './allowed.ts'
import { connectionOptions } from './host-connect.ts'
import { HostError } from './host-failure.ts'
import type { Target } from './host-function.ts'
import { goFirst } from './host-priority.ts'
import { runInThreads } from './host-threads.ts'
import type { Begun, Live, LoadPlan, Request, Response } from './protocol.ts'
import { ForbiddenTarget } from './requests.ts'

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  if (address === null || typeof address === 'string') throw new HostError('no-port', 'there is no free port')
  return address.port
}

/**
 * Status of one answer; `null` when there is none.
 * @throws ForbiddenTarget, TypeError for what is no URL
 */
async function probe({
  url,
  timeout,
  ...trust
}: Extract<Request, { kind: 'probe' }>): Promise<number | null> {
  const target = new URL(url)
  const refusal = refusalOf(target, trust)
  if (refusal !== null) throw new ForbiddenTarget(refusal)
  // Whatever it speaks: it is asked whether it is there.
  const agent = new Agent({ allowH2: true, connect: connectionOptions(target, trust) })
  try {
    const answer = await ask(target, { signal: AbortSignal.timeout(timeout * 1000), dispatcher: agent })
    await answer.body.dump()
    return answer.statusCode
  } catch {
    return null
  } finally {
    await agent.destroy()
  }
}

async function importTarget(plan: LoadPlan): Promise<Target | null> {
  const { work } = plan
  if (work.kind !== 'function') return null
  const path = `${plan.directory}/${work.module}`
  const hooks = process.argv[2]
  if (/\.[cm]?ts$/.test(path) && !process.features.typescript && hooks !== undefined)
    register(pathToFileURL(hooks))
  let exported: Readonly<Record<string, unknown>>
  try {
    exported = { ...(await import(pathToFileURL(path).href)) }
  } catch (error) {
    throw new HostError('import-failed', `importing ${work.module} failed: ${describe(error)}`)
  }
  const found = exported[work.export] ?? valueIn(exported.default, work.export)
  if (typeof found === 'function') return (item, context) => found(item, context)
  throw new HostError('no-such-export', `${work.module} has no exported function "${work.export}"`)
}

function valueIn(object: unknown, key: string): unknown {
  return typeof object === 'object' && object !== null && Object.hasOwn(object, key)
    ? (object as Readonly<Record<string, unknown>>)[key]
    : undefined
}

const describe = (error: unknown) =>
  error instanceof Error ? `${error.name}: ${error.message}` : String(error)

async function answer(request: Request, send: (event: Live | Begun) => void): Promise<Response> {
  switch (request.kind) {
    case 'port':
      return { kind: 'port', port: await freePort() }
    case 'probe':
      return { kind: 'probed', code: await probe(request) }
    case 'run':
      return runInThreads(request.plan, await importTarget(request.plan), process.argv[3], send)
  }
}

function serve(): void {
  goFirst()
  const exit = process.exit.bind(process)
  const channel = new Socket({ fd: 3 })
  const send = (response: Response) =>
    new Promise<void>((sent) => channel.write(`${JSON.stringify(response)}\n`, () => sent()))
  const failed = (error: unknown): Response => {
    if (error instanceof HostError) return { kind: 'failed', code: error.code, reason: error.message }
    if (error instanceof ForbiddenTarget)
      return { kind: 'failed', code: 'forbidden-host', reason: error.message }
    return { kind: 'failed', code: 'generator-failed', reason: describe(error) }
  }
  createInterface({ input: channel, crlfDelay: Number.POSITIVE_INFINITY }).on('line', async (line) => {
    try {
      const request: Request = JSON.parse(line)
      await send(await answer(request, (event) => void send(event)))
    } catch (error) {
      await send(failed(error))
    }
  })
  channel.on('close', () => exit(1))
  channel.on('error', () => exit(1))
  process.on('uncaughtException', (error) => void send(failed(error)).then(() => exit(1)))
}

serve()
