// Running other programs: measured, limited in time and output, and killed with all their children.
import type { Notice } from '../model/notice.ts'
import type { Resources } from '../model/resources.ts'

export interface Command {
  /** Run by the shell. */
  readonly command?: string
  /** Or a program and its arguments, without a shell. */
  readonly argv?: readonly string[]
  readonly cwd: string
  readonly env?: Readonly<Record<string, string>>
  /** Seconds. */
  readonly timeout?: number
  readonly input?: string
  /** Bytes that are kept of each stream, its last ones; 1 MiB when absent. */
  readonly keep?: number
  /** Watch what it takes from the machine: seconds between two looks. Watching costs a little time of another core. */
  readonly monitor?: number
}

/** Cost of a process tree, as the operating system accounts for it. */
export interface Cost {
  /** Seconds. */
  readonly wall: number
  /** Seconds, user + system, of the process and all children it waited for; `null` when it cannot be known here. */
  readonly cpu: number | null
  /** Bytes; the largest single process; `null` when it cannot be known here. */
  readonly peakMemory: number | null
}

export interface Finished {
  /** `null` after a signal; 127 for a program that cannot be started, as shells say it, with the reason in `stderr`. */
  readonly exitCode: number | null
  readonly signal: string | null
  readonly timedOut: boolean
  /** The last part of each stream; a program that prints megabytes costs no memory. */
  readonly stdout: string
  readonly stderr: string
  readonly truncated: boolean
  /** Where `monitor` was asked for: what was seen. */
  readonly resources?: Resources
}

/** A program that is talked to while it runs. Messages travel beside its output, so that its prints cannot disturb them. */
export interface Conversation {
  /** Sends one JSON-serialisable message; without effect once the program has ended. */
  send(message: unknown): void
  /** The next message; `undefined` once the program has ended and nothing is left to read. */
  receive(): Promise<unknown>
  /** Ends the program and all its children. */
  stop(): void
  /** Resolves when the program is gone, for whatever reason. */
  readonly finished: Promise<Finished>
}

/** What a process tree has used so far. */
export interface Usage {
  /** Seconds, user + system, of all that is still there. */
  readonly cpu: number
  /** Bytes of resident memory now, of all its processes together. */
  readonly memory: number
}

export interface Watch {
  /** What was seen until now; stops looking. */
  stop(): Promise<Resources>
}

/** A program that runs beside a measurement: a service under test. */
export interface Running {
  /** What it printed so far, both streams; the last part of it. */
  output(): string
  /** `null` where it cannot be known. */
  usage(): Usage | null
  /** Watches what it takes from the machine, from now on. @param interval seconds between two looks */
  watch(interval: number): Watch
  /** The program itself has ended; what it left behind may still be on its way out. */
  hasEnded(): boolean
  /** Asks it and all its children to end, then makes them. Resolves when they are gone. */
  stop(): Promise<Finished>
  /** Resolves when it is gone, for whatever reason. */
  readonly finished: Promise<Finished>
}

export interface Processes {
  /**
   * What it starts and leaves behind keeps running, unless it runs out of time or is watched: a setup may start a
   * database.
   */
  run(command: Command): Promise<Finished>
  /** Runs it so that its cost is known; what it leaves behind is ended, so that one trial cannot disturb the next. */
  measure(command: Command): Promise<Finished & { readonly cost: Cost }>
  /** What the costs of `measure` cannot tell on this machine: for the Run's notices; empty when they are exact. */
  costLimits(): Promise<readonly Notice[]>
  /** Starts a program that speaks lines of JSON, both ways, over its file descriptor 3. Its timeout limits its life. */
  converse(command: Command): Conversation
  /** Starts a program and lets it run until it is stopped or its timeout ends. */
  start(command: Command): Running
  /** Path of one of perf-gate's own bundles (`task-host`). */
  bundle(name: string): string
  /** Called before the process ends for whatever reason, also a signal; returns the way to call it off. */
  onExit(cleanUp: () => void): () => void
}
