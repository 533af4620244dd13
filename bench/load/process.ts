// Programs of the benchmark: each on its own core, before other programs where that is allowed, and what they cost.
import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { setPriority, tmpdir } from 'node:os'
import { delimiter, join } from 'node:path'
import process from 'node:process'

/** For scripts, reports and programs of one run; removed at its end. */
export const directory = mkdtempSync(join(tmpdir(), 'perf-gate-bench-'))
export const cores = { server: '0', client: '1' } as const

const running = new Set<ChildProcess>()
process.on('exit', () => {
  for (const child of running) killGroup(child)
  rmSync(directory, { recursive: true, force: true })
})
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => process.exit(130))

function killGroup({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) process.kill(-pid, 'SIGKILL')
  } catch {
    // It has ended already.
  }
}

/** Path of a program, in `places` before PATH; `null` when it is nowhere. */
export function find(program: string, places: readonly string[] = []): string | null {
  const all = [...places, ...(process.env.PATH ?? '').split(delimiter)]
  return all.map((place) => join(place, program)).find((path) => existsSync(path)) ?? null
}

function works(...[program = '', ...rest]: readonly string[]): boolean {
  try {
    execFileSync(program, rest, { stdio: 'ignore' })
    return true
  } catch {
    return false
  }
}

/** One core each, where there are two and `taskset` can tell them apart. */
export const isPinned = works('taskset', '-c', cores.client, 'true')
/** Whether programs that mostly sleep can be woken the moment they should be, whatever else the machine does. */
const isWoken = works('chrt', '-f', '1', 'true')

/** @param wakes it is awake now and then only: a program that never sleeps would take the core from all others */
export function start(argv: readonly string[], core: string, wakes = false): ChildProcess {
  const [program = '', ...rest] = [
    ...(isPinned ? ['taskset', '-c', core] : []),
    ...(wakes && isWoken ? ['chrt', '-f', '1'] : []),
    ...argv,
  ]
  // In a session of its own, which Linux schedules as one group: its priority is what counts.
  const child = spawn(program, rest, {
    detached: true,
    stdio: ['ignore', 'pipe', 'ignore'],
    env: { ...process.env, TMPDIR: directory, GOMAXPROCS: '1' },
  })
  running.add(child)
  child.on('close', () => running.delete(child))
  child.on('error', () => running.delete(child))
  goFirst(child.pid)
  return child
}

function goFirst(pid: number | undefined): void {
  if (pid === undefined) return
  try {
    setPriority(pid, -10)
    writeFileSync(`/proc/${pid}/autogroup`, '-10')
  } catch {
    // Not allowed, or not there: it takes its turn like everybody else.
  }
}

/** CPU seconds of a program that runs; `null` where the system does not say. */
export function cpuOf({ pid }: ChildProcess): number | null {
  try {
    const text = readFileSync(`/proc/${pid}/stat`, 'utf8')
    // Fields 14 and 15, in hundredths of a second. The second one, a name in brackets, may hold spaces.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ')
    return (Number(fields[11]) + Number(fields[12])) / 100
  } catch {
    return null
  }
}

export interface Cost {
  readonly output: string
  /** CPU seconds, user and system, of it and its children. */
  readonly cpu: number
  /** Bytes at most; `null` without GNU time. */
  readonly memory: number | null
}

/**
 * Runs a load generator to its end.
 * @param limit seconds after which it is ended
 * @param wakes as for `start`
 */
export async function run(argv: readonly string[], limit: number, wakes = false): Promise<Cost> {
  const report = join(directory, 'cost')
  rmSync(report, { force: true })
  const child = start([...measuring(report), ...argv], cores.client, wakes)
  const timer = setTimeout(() => killGroup(child), limit * 1000)
  let output = ''
  child.stdout?.on('data', (chunk) => {
    output += chunk
  })
  await new Promise((resolve) => {
    child.on('close', resolve)
    child.on('error', resolve)
  })
  clearTimeout(timer)
  return { output, ...costIn(existsSync(report) ? readFileSync(report, 'utf8') : '') }
}

const gnuTime = find('time')

/** GNU time says it all; a shell's `times` knows no memory. */
function measuring(report: string): readonly string[] {
  return gnuTime === null
    ? ['sh', '-c', `"$@"; times > '${report}'`, 'sh']
    : [gnuTime, '-q', '-f', '%U %S %M', '-o', report]
}

function costIn(report: string): Pick<Cost, 'cpu' | 'memory'> {
  if (gnuTime !== null) {
    const [user = 0, system = 0, kilobytes = 0] = report.trim().split(/\s+/).slice(-3).map(Number)
    return { cpu: user + system, memory: kilobytes * 1024 }
  }
  // The second line is of the children: `0m1.5s 0m0.2s`.
  const times = (report.trim().split('\n')[1] ?? '').matchAll(/(\d+)m([\d.]+)s/g)
  return {
    cpu: [...times].reduce((sum, [, minutes, seconds]) => sum + Number(minutes) * 60 + Number(seconds), 0),
    memory: null,
  }
}
