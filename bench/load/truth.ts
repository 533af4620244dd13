// Is the latency true while the server stands still? What each program reports, beside what the server itself noted.
import { own, percentilesIn } from './own.ts'
import type { Found } from './peers.ts'
import { run } from './process.ts'
import { startServer } from './server.ts'

const rate = 500
const [service, period, frozen] = [10, 10_000, 2000]
const percents = [50, 90, 99, 99.9]
type Percentiles = readonly (number | null)[]

/** Seconds. Whoever arrives while it stands still waits for its end. */
function simulated(seconds: number): readonly number[] {
  const waits = Array.from({ length: rate * seconds }, (_, index) => {
    const within = ((index * 1000) / rate) % period
    return ((within >= period - frozen ? period - within : 0) + service) / 1000
  }).sort((a, b) => a - b)
  return percents.map((percent) => waits[Math.max(0, Math.ceil((percent / 100) * waits.length) - 1)] ?? 0)
}

/** Prints the table. Answers with our errors, relative to what the server did. */
export async function truth(
  port: number,
  seconds: number,
  peers: readonly Found[],
): Promise<Record<string, number>> {
  // A fresh server each time: its ten seconds begin when it starts.
  const against = async (argv: (url: string) => readonly string[]) => {
    const server = await startServer(port, { service, freezes: true })
    const { output } = await run(argv(server.url), seconds + 60, true)
    return { output, did: await server.stop() }
  }
  const ours = (maxConnections: number) =>
    against((url) =>
      own(url, {
        model: { kind: 'constant-arrival-rate', rate, duration: seconds },
        warmUp: 0,
        maxConnections,
      }),
    )
  // Standing still, the server holds a thousand requests.
  const free = await ours(2000)
  const few = await ours(50)
  const reported = percentilesIn(free.output, 'due')
  const rows: [string, Percentiles][] = [
    ['the truth, simulated', simulated(seconds)],
    ['the truth, as the server noted it', free.did],
    ['**perf-gate**', reported],
    ['perf-gate, 50 connections', percentilesIn(few.output, 'due')],
    ['the same run, counted from the sending', percentilesIn(few.output, 'sent')],
  ]
  for (const { peer, path } of peers) {
    const { rate: command, percentiles } = peer
    if (command === undefined || percentiles === undefined) continue
    const { output } = await against((url) => command(path, url, rate, seconds, 50))
    rows.push([peer.name, percentiles(output)])
  }
  console.log(
    `\n${rate} requests per second for ${seconds} s; the server takes ${service} ms and stands still for 2 s in every 10. Milliseconds.\n`,
  )
  console.log('| latency | p50 | p90 | p99 | p99.9 |\n|---|--:|--:|--:|--:|')
  for (const [name, all] of rows)
    console.log(
      `| ${name} | ${all.map((value) => (value === null ? '?' : (value * 1000).toFixed(1))).join(' | ')} |`,
    )
  const error = (truth: readonly number[]) =>
    reported.map((value, index) => Number((value / (truth[index] ?? Number.NaN) - 1).toFixed(3)))
  const written = (errors: readonly number[]) =>
    errors.map((value) => `${value < 0 ? '' : '+'}${(value * 100).toFixed(1)}%`).join(', ')
  console.log(
    `\nperf-gate is off by ${written(error(free.did))} from what the server did, by ${written(error(simulated(seconds)))} from the simulation.\n`,
  )
  const [p50 = 0, p90 = 0, p99 = 0, p999 = 0] = error(free.did)
  return { p50, p90, p99, p999 }
}
