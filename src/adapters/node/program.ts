// One program, from start to end: in a process group of its own, its output drained at once into bounded tails, its
// time limited, its whole tree ended when it runs out.
import { type ChildProcess, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { Socket } from 'node:net'
import { performance } from 'node:perf_hooks'
import type { Finished } from '../../ports/processes.ts'
import { onExit } from './ending.ts'
import { watchTree } from './monitor.ts'
import { endTree, killTree, marker, type Tree } from './process-tree.ts'
import { tail } from './tail.ts'

export interface Program {
  readonly file: string
  readonly args: readonly string[]
  readonly cwd: string
  readonly env: Readonly<Record<string, string>>
  /** Let Node put a shell around it: `cmd.exe` on Windows. */
  readonly shell?: boolean
  /** Seconds; no limit when absent. */
  readonly timeout?: number
  readonly input?: string
  /** Bytes kept of each stream; 1 MiB when absent. */
  readonly keep?: number
  /** Open descriptor 3 and collect what is written to it. */
  readonly report?: boolean
  /** Open descriptor 3 both ways and talk over it; `end` ends the whole tree. Not called when it cannot be started. */
  readonly talk?: (channel: Socket, end: () => void) => void
  /** Told when it runs: the tree that it leads, and the way to end it. */
  readonly started?: (tree: Tree, end: () => void) => void
  /** Told at once when the program itself has ended. */
  readonly ended?: () => void
  /** Hears what is printed, on both streams. */
  readonly heard?: (chunk: Uint8Array) => void
  /** End what it leaves behind. */
  readonly sweep?: boolean
  /** Seconds between two looks at what it takes; nobody looks when absent. */
  readonly monitor?: number
}

export interface Ran extends Finished {
  /** What was written to descriptor 3. */
  readonly report: string
  /** Seconds between start and end, as seen from here. */
  readonly wall: number
}

/** Seconds between asking a tree to end and making it end. */
const grace = 2
const defaultKeep = 2 ** 20
/** Milliseconds: a longer timer of Node's goes off at once. */
const longest = 2 ** 31 - 1

/** Resolves when the program has ended, whatever way: one that cannot be started ends with 127 and says why. */
export async function runProgram(program: Program): Promise<Ran> {
  const id = randomBytes(8).toString('hex')
  const started = performance.now()
  const child = start(program, id)
  if (child instanceof Error) return neverRan(program, child)
  const keep = program.keep ?? defaultKeep
  const stdout = drain(child.stdout, keep, program.heard)
  const stderr = drain(child.stderr, keep, program.heard)
  const report = drain(child.stdio[3], keep)
  // A program need not read what it is given.
  child.stdin?.on('error', () => {})
  child.stdin?.end(program.input)

  const tree: Tree | null = child.pid === undefined ? null : { root: child.pid, id }
  const watching =
    tree === null || program.monitor === undefined ? undefined : watchTree(tree, program.monitor)
  const callOff = tree === null ? () => {} : onExit(() => killTree(tree))
  let timedOut = false
  let ending: Promise<void> | undefined
  const end = () => {
    if (tree !== null) ending ??= endTree(tree, grace)
  }
  const outOfTime = () => {
    timedOut = true
    end()
  }
  if (tree !== null) program.started?.(tree, end)
  const channel = child.stdio[3]
  if (channel instanceof Socket) program.talk?.(channel, end)
  const timer =
    program.timeout === undefined
      ? undefined
      : setTimeout(outOfTime, Math.min(program.timeout * 1000, longest))
  try {
    const { exitCode, signal, error } = await ended(child)
    program.ended?.()
    const wall = (performance.now() - started) / 1000
    clearTimeout(timer)
    const resources = await watching?.stop()
    if (error !== null) return neverRan(program, error)
    if (program.sweep) end()
    await ending
    await Promise.all([stdout.done(), stderr.done(), report.done()])
    return {
      exitCode,
      signal,
      timedOut,
      wall,
      stdout: stdout.tail.text(),
      stderr: stderr.tail.text(),
      truncated: stdout.tail.truncated() || stderr.tail.truncated(),
      report: report.tail.text(),
      ...(resources === undefined ? {} : { resources }),
    }
  } finally {
    callOff()
  }
}

function start(program: Program, id: string): ChildProcess | Error {
  try {
    return spawn(program.file, program.args, {
      cwd: program.cwd,
      // The marker has one length for all: the size of the environment moves the stack, and with it the time.
      env: { ...program.env, [marker]: id },
      stdio: [
        program.input === undefined ? 'ignore' : 'pipe',
        'pipe',
        'pipe',
        program.report || program.talk ? 'pipe' : 'ignore',
      ],
      detached: process.platform !== 'win32',
      windowsHide: true,
      shell: program.shell ?? false,
    })
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  }
}

function neverRan(program: Program, error: Error): Ran {
  const where = existsSync(program.cwd) ? '' : `: there is no directory ${program.cwd}`
  const stderr = `perf-gate: cannot run ${program.file}${where || `: ${error.message}`}\n`
  const empty = { signal: null, timedOut: false, truncated: false, stdout: '', report: '', wall: 0 }
  return { ...empty, exitCode: 127, stderr }
}

interface End {
  readonly exitCode: number | null
  readonly signal: string | null
  /** It never started. */
  readonly error: Error | null
}

function ended(child: ChildProcess): Promise<End> {
  return new Promise((resolve) => {
    child.on('error', (error) => {
      if (child.pid === undefined) resolve({ exitCode: null, signal: null, error })
    })
    child.once('exit', (exitCode, signal) => resolve({ exitCode, signal, error: null }))
  })
}

/**
 * Reads a stream to its end. A process that was left behind may hold the stream open for ever, so `done` also resolves
 * when the program has ended and the stream stays silent: what the program wrote is in the pipe by then. Reading goes
 * on, so that the process left behind does not die of a broken pipe, but keeps nobody alive.
 */
function drain(
  stream: ChildProcess['stdio'][number] | undefined,
  keep: number,
  heard?: (chunk: Uint8Array) => void,
) {
  const kept = tail(keep)
  if (!(stream instanceof Socket)) return { tail: kept, done: async () => {} }
  let reads = 0
  let open = true
  stream.on('data', (chunk: Uint8Array) => {
    reads += 1
    kept.add(chunk)
    heard?.(chunk)
  })
  stream.on('error', () => {})
  const closed = new Promise<void>((resolve) => {
    stream.on('close', () => {
      open = false
      resolve()
    })
  })
  const silent = async () => {
    for (let seen = -1; open && seen !== reads; ) {
      seen = reads
      await new Promise((resolve) => setTimeout(resolve, 50).unref())
    }
    stream.unref()
  }
  return { tail: kept, done: () => Promise.race([closed, silent()]) }
}
