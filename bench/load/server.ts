// The server under load: as fast as one core can, or one that takes its time and stands still.
import { execFileSync } from 'node:child_process'
import { dirname, join } from 'node:path'
import process from 'node:process'
import { setTimeout as pause } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { cores, cpuOf, directory, find, start } from './process.ts'

const here = dirname(fileURLToPath(import.meta.url))

/** Written in C where there is a compiler, because wrk and ab would wait for anything else. */
export const language = find('cc') === null ? 'Node' : 'C'

let built: readonly string[] | null = null

function program(): readonly string[] {
  if (language === 'Node') return [process.execPath, join(here, 'node-server.ts')]
  const path = join(directory, 'server')
  execFileSync('cc', ['-O2', '-o', path, join(here, 'server.c')])
  return [path]
}

export interface Server {
  readonly url: string
  /** CPU seconds that it used up to now; `null` where the system does not say. */
  cpu(): number | null
  /** Ends it. Seconds that it took for its answers at p50, p90, p99, p99.9, where it takes its time. */
  stop(): Promise<readonly number[]>
}

/** @param settings milliseconds for an answer, and whether it stands still for the last 2 s of every 10 */
export async function startServer(
  port: number,
  settings?: { readonly service: number; readonly freezes: true },
): Promise<Server> {
  built ??= program()
  const child = start(
    [...built, String(port), ...(settings === undefined ? [] : [String(settings.service), '1'])],
    cores.server,
    settings !== undefined,
  )
  const url = `http://127.0.0.1:${port}/`
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  const ended = new Promise((resolve) => child.on('close', resolve))
  while ((await fetch(url).catch(() => null)) === null) {
    if (child.exitCode !== null) throw new Error(`the server did not start: is port ${port} taken?`)
    await pause(50)
  }
  return {
    url,
    cpu: () => cpuOf(child),
    async stop() {
      child.kill('SIGTERM')
      await ended
      return output
        .split('\n')
        .filter(Boolean)
        .map((line) => Number(line) / 1000)
    },
  }
}
