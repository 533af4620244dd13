// A step of a workflow: Node for files, processes and git, GitHub for everything that leaves the machine.
import { resolve } from 'node:path'
import type { Progress } from '../../model/progress.ts'
import type { Artifacts } from '../../ports/artifacts.ts'
import type { ForgeEvent } from '../../ports/forge.ts'
import type { Host } from '../../ports/host.ts'
import { folderArtifacts } from '../local/artifacts.ts'
import { branchArtifacts } from '../local/branch-artifacts.ts'
import { nodeArchive } from '../node/archive.ts'
import { nodeClock } from '../node/clock.ts'
import { nodeCompression } from '../node/compression.ts'
import { nodeFiles } from '../node/files.ts'
import { nodeGit } from '../node/git.ts'
import { gitBranch } from '../node/git-branch.ts'
import { nodeMachine } from '../node/machine.ts'
import { nodeProcesses } from '../node/processes.ts'
import { githubArtifacts } from './artifacts.ts'
import { cachedArtifacts, hasCache } from './cache.ts'
import type { Client } from './client.ts'
import { readEvent } from './event.ts'
import { githubForge } from './forge.ts'
import { tokenCredentials } from './git-credentials.ts'
import { type GroupedLog, githubLog } from './log.ts'

export interface GitHubHostOptions {
  /** The environment as the runner made it. */
  readonly env: Readonly<Record<string, string | undefined>>
  readonly cwd: string
  readonly version: string
  /** The input `token`; without one everything that needs no token still works. */
  readonly token: string | undefined
  /** A line of the log for a step of progress, `null` for none. */
  readonly progressLine: (event: Progress) => string | null
}

export function githubHost({ env, cwd, version, token, progressLine }: GitHubHostOptions): Host {
  const files = nodeFiles(cwd, env.RUNNER_TEMP)
  const log = githubLog(progressLine)
  const event = once((): Promise<ForgeEvent> => readEvent(env, files.read))
  // Octokit is loaded when the first request is sent: a run without a token never does.
  const client = once(async (): Promise<Client> => {
    const { createClient } = await import('./client.ts')
    const baseUrl = env.GITHUB_API_URL ?? 'https://api.github.com'
    return createClient({ token: token ?? '', baseUrl, env, version, warn: log.warning })
  })
  const git = nodeGit({ cwd, env })
  const forge = githubForge({ env, token, event, client, sleep: nodeClock.sleep, warn: log.warning })
  const artifacts = githubArtifacts({ env, token, event, client, files, warn: log.warning })
  const here = { git, clock: nodeClock, branch: async () => (await event()).branch ?? null }
  return {
    files,
    log,
    git,
    processes: nodeProcesses({ env, masked: token === undefined ? [] : [token] }),
    clock: nodeClock,
    compression: nodeCompression,
    archive: nodeArchive,
    machine: nodeMachine,
    forge: {
      ...forge,
      annotate(annotations) {
        log.unfold()
        return forge.annotate(annotations)
      },
    },
    artifactsIn: {
      folder: (path) => folderArtifacts({ ...here, directory: resolve(cwd, path), files }),
      branch: (name) => {
        const credentials = tokenCredentials({ token, env })
        const store = gitBranch({ cwd, env, branch: name, credentials })
        return branchArtifacts({ ...here, name, store, writes: true })
      },
      cache: () => (hasCache(env) ? folded(cachedArtifacts({ ...here, env, files }), log) : null),
    },
    artifacts: folded(artifacts, log),
    env,
    cwd,
    version,
  }
}

/** GitHub's clients tell the log about each of their steps. */
function folded(artifacts: Artifacts, log: Pick<GroupedLog, 'fold'>): Artifacts {
  return {
    ...artifacts,
    upload(name, content, options) {
      log.fold('Artifacts')
      return artifacts.upload(name, content, options)
    },
    download(artifact, limits) {
      log.fold('Artifacts')
      return artifacts.download(artifact, limits)
    },
    downloadBytes(artifact, limits) {
      log.fold('Artifacts')
      return artifacts.downloadBytes(artifact, limits)
    },
  }
}

/** The first call's promise, for every call. */
function once<Value>(make: () => Promise<Value>): () => Promise<Value> {
  let made: Promise<Value> | undefined
  return () => {
    made ??= make()
    return made
  }
}
