// All ports in one hand: what an entry builds and the core is given.
import type { Archive } from './archive.ts'
import type { Artifacts } from './artifacts.ts'
import type { Clock } from './clock.ts'
import type { Compression } from './compression.ts'
import type { Files } from './files.ts'
import type { Forge } from './forge.ts'
import type { Git } from './git.ts'
import type { Log } from './log.ts'
import type { Machine } from './machine.ts'
import type { Processes } from './processes.ts'

export interface ArtifactPlaces {
  /** Relative to the working directory. */
  folder(directory: string): Artifacts
  /** A branch of the repository, and of its remote `origin`. */
  branch(name: string): Artifacts
  /** The cache of the CI that this runs in; `null` where there is none. */
  cache(): Artifacts | null
}

export interface Host {
  readonly files: Files
  readonly git: Git
  readonly processes: Processes
  readonly compression: Compression
  readonly archive: Archive
  readonly clock: Clock
  readonly log: Log
  readonly forge: Forge
  readonly artifacts: Artifacts
  /** The same in other places. */
  readonly artifactsIn: ArtifactPlaces
  readonly machine: Machine
  /** Environment variables, as started. */
  readonly env: Readonly<Record<string, string | undefined>>
  /** Absolute path that relative ones start from. */
  readonly cwd: string
  readonly version: string
}
