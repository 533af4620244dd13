// The `Artifacts` port on GitHub's cache, through GitHub's own client: one folder, restored as the newest entry has it
// and saved as a new one, because an entry never changes. The client is large and loaded only when it is used.
import { resolve } from 'node:path'
import type { Artifacts } from '../../ports/artifacts.ts'
import type { Files } from '../../ports/files.ts'
import { type FolderOptions, folderArtifacts } from '../local/artifacts.ts'
import { messageOf } from './permissions.ts'

export interface CacheOptions extends Pick<FolderOptions, 'git' | 'branch' | 'clock'> {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly files: Files
}

/** Relative to the workspace, and the same for every job: an entry is found only under the path it was saved with. */
const folder = '.perf-gate/baselines'
/** Runs that are kept of one suite and branch. */
const newest = 50

/** GitHub's own servers have the second version of the service; an Enterprise Server the first, or none. */
export function hasCache({ ACTIONS_RUNTIME_TOKEN: token, ...env }: CacheOptions['env']): boolean {
  const service = env.ACTIONS_CACHE_SERVICE_V2 ? env.ACTIONS_RESULTS_URL : env.ACTIONS_CACHE_URL
  return Boolean(token && service)
}

export function cachedArtifacts({ env, files, ...options }: CacheOptions): Artifacts {
  const directory = resolve(env.GITHUB_WORKSPACE ?? '.', folder)
  const inFolder = folderArtifacts({ ...options, files, directory, place: 'The cache' })
  const absence = hasCache(env)
    ? null
    : {
        why: 'The cache can be used by the action only: the runner gives a `run:` step no access to it.',
        fix: 'uses: org/perf-gate@v1',
      }

  /** Another suite of the same job may have left its own there. */
  const restore = async (name: string) => {
    await files.remove(directory)
    // Nothing of it is to be committed.
    await files.write(`${directory}/../.gitignore`, '*\n')
    const { restoreCache } = await import('@actions/cache')
    return restoreCache([folder], `${name}/none`, [`${name}/`])
  }

  return {
    async upload(name, content, given = {}) {
      const publisher = 'artifact'
      if (absence !== null) return { publisher, status: 'skipped', ...absence }
      try {
        await restore(name)
        const written = await inFolder.upload(name, content, { newest, ...given })
        if (written.status !== 'done') return written
        const { saveCache } = await import('@actions/cache')
        const run = `${env.GITHUB_RUN_ID ?? 0}-${env.GITHUB_RUN_ATTEMPT ?? 1}`
        const saved = await saveCache([folder], `${name}/${run}-${options.clock.now().toString(36)}`)
        if (saved !== -1) return { publisher, status: 'done' }
        return {
          publisher,
          status: 'failed',
          why: 'The cache took no new entry; the warning of its client in the log says why.',
        }
      } catch (error) {
        return { publisher, status: 'failed', why: `The cache could not be written: ${messageOf(error)}` }
      }
    },

    async find(query) {
      if ('run' in query) return { found: [], why: 'The cache holds nothing of single workflow runs.' }
      if (absence !== null) return { found: [], ...absence }
      try {
        await restore(query.name)
      } catch (error) {
        return { found: [], why: `The cache could not be read: ${messageOf(error)}.` }
      }
      const { found } = await inFolder.find(query)
      if (found.length > 0) return { found }
      return {
        found,
        why: `The cache holds no "${query.name}" of ${query.branch}: it is saved when the gate runs there, and goes when nobody has asked for it for 7 days.`,
        fix: `Let the gate also run on pushes to ${query.branch}.`,
      }
    },

    findOfRun: inFolder.findOfRun,
    download: inFolder.download,
    downloadBytes: inFolder.downloadBytes,
  }
}
