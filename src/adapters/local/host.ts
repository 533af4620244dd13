// All ports for a plain machine.
import { resolve } from 'node:path'
import type { Host } from '../../ports/host.ts'
import { nodeArchive } from '../node/archive.ts'
import { nodeClock } from '../node/clock.ts'
import { nodeCompression } from '../node/compression.ts'
import { nodeFiles } from '../node/files.ts'
import { nodeGit } from '../node/git.ts'
import { gitBranch } from '../node/git-branch.ts'
import { nodeMachine } from '../node/machine.ts'
import { nodeProcesses } from '../node/processes.ts'
import { folderArtifacts, noArtifacts } from './artifacts.ts'
import { branchArtifacts } from './branch-artifacts.ts'
import { branchOfCI, isCI } from './ci.ts'
import { localForge } from './forge.ts'
import { type LocalLog, localLog, type Terminal } from './log.ts'

export interface LocalHostOptions {
  /** Absolute. */
  readonly cwd: string
  readonly env: Readonly<Record<string, string | undefined>>
  readonly stderr: Terminal
  readonly version: string
  readonly color: boolean
  /** Folder for earlier Runs, relative to `cwd`. */
  readonly baselineDirectory?: string | undefined
}

export interface LocalHost extends Host {
  readonly log: LocalLog
}

export function localHost(options: LocalHostOptions): LocalHost {
  const { cwd, env, stderr, version, color, baselineDirectory } = options
  const files = nodeFiles(cwd, env.RUNNER_TEMP || undefined)
  const git = nodeGit({ cwd, env })
  const branch = branchOfCI(env)
  const directory = baselineDirectory === undefined ? undefined : resolve(cwd, baselineDirectory)
  return {
    cwd,
    env,
    version,
    files,
    git,
    clock: nodeClock,
    compression: nodeCompression,
    archive: nodeArchive,
    machine: nodeMachine,
    processes: nodeProcesses({ env }),
    log: localLog({ stderr, env, color }),
    forge: {
      ...localForge,
      event: async () => ({ kind: 'local', ...(branch === null ? {} : { branch }) }),
    },
    artifactsIn: {
      folder: (path) => folderArtifacts({ directory: resolve(cwd, path), files, git, clock: nodeClock }),
      branch: (name) =>
        branchArtifacts({
          name,
          store: gitBranch({ cwd, env, branch: name }),
          writes: isCI(env),
          git,
          branch: async () => branch,
          clock: nodeClock,
        }),
      cache: () => null,
    },
    artifacts:
      directory === undefined ? noArtifacts : folderArtifacts({ directory, files, git, clock: nodeClock }),
  }
}
