// The `Artifacts` port on a folder that outlives the job: a network share, a cache, a place on a laptop. The layout is
// NAME/BRANCH/TIME-NUMBER/, each holding files/ and, written last, artifact.json: without it an upload is not whole.
import type { Artifacts, FoundArtifact } from '../../ports/artifacts.ts'
import type { Clock } from '../../ports/clock.ts'
import type { Files } from '../../ports/files.ts'
import type { Git } from '../../ports/git.ts'

const noFolder = 'No folder to keep Runs in was named.'
const nameOne = 'Name one that outlives the job: `--baseline-dir DIR`.'

const noRuns = 'There are no workflow runs outside of GitHub Actions.'

/** Where there is no folder: every answer says so. */
export const noArtifacts: Artifacts = {
  upload: async () => ({ publisher: 'artifact', status: 'skipped', why: noFolder, fix: nameOne }),
  find: async () => ({ found: [], why: noFolder, fix: nameOne }),
  findOfRun: async () => ({ found: [], why: noRuns }),
  download: async () => null,
  downloadBytes: async () => null,
}

const record = 'artifact.json'

/** Any text as one part of a path, reversibly: `feature/a` → `feature%2Fa`, `..` → `%2E%2E`. */
function part(text: string): string {
  return encodeURIComponent(text)
    .replaceAll('*', '%2A')
    .replace(/^\.+/, (dots) => '%2E'.repeat(dots.length))
}

export interface FolderOptions {
  readonly directory: string
  /** How messages call it; the directory when absent. */
  readonly place?: string
  readonly files: Pick<Files, 'read' | 'readBytes' | 'write' | 'glob' | 'remove'>
  readonly git: Pick<Git, 'currentBranch' | 'resolve'>
  /** Where a CI checks out no branch, it knows it by itself. */
  readonly branch?: () => Promise<string | null>
  readonly clock: Pick<Clock, 'now' | 'seed'>
}

export function folderArtifacts(options: FolderOptions): Artifacts {
  const { directory, place: called = directory, files, git, clock, branch: known } = options

  /** Whole ones, newest first. */
  async function list(name: string, branch: string): Promise<readonly FoundArtifact[]> {
    const place = `${directory}/${part(name)}/${part(branch)}`
    const found: FoundArtifact[] = []
    for (const path of await files.glob([`*/${record}`], place)) {
      const id = path.split('/')[0] ?? ''
      const artifact = readRecord(await files.read(`${place}/${path}`), id)
      if (artifact !== null && artifact.name === name && artifact.branch === branch)
        // Where it was found counts, not what it says: the folder may have been moved.
        found.push({ ...artifact, id: `${part(name)}/${part(branch)}/${id}` })
    }
    return found.sort((a, b) => ((a.createdAt ?? '') < (b.createdAt ?? '') ? 1 : -1))
  }

  async function read<Content>(id: string, file: (path: string) => Promise<Content | null>) {
    const place = `${directory}/${id}`
    if ((await files.read(`${place}/${record}`)) === null) return null
    const content: Record<string, Content> = {}
    for (const path of await files.glob(['*'], `${place}/files`)) {
      const read = await file(`${place}/files/${path}`)
      if (read !== null) content[decodeURIComponent(path)] = read
    }
    return content
  }

  return {
    async upload(name, content, { newest } = {}) {
      const branch = (await git.currentBranch()) ?? (await known?.()) ?? null
      if (branch === null)
        return {
          publisher: 'artifact',
          status: 'skipped',
          why: 'No branch is checked out to keep this Run for.',
        }
      const createdAt = new Date(clock.now()).toISOString()
      // Two jobs may finish in the same millisecond.
      const place = `${createdAt.replaceAll(':', '-')}-${clock.seed().toString(16).padStart(8, '0')}`
      const id = `${part(name)}/${part(branch)}/${part(place)}`
      const commit = await git.resolve('HEAD')
      const found: FoundArtifact = { id, name, branch, createdAt, ...(commit === null ? {} : { commit }) }
      try {
        for (const [file, text] of Object.entries(content))
          await files.write(`${directory}/${id}/files/${part(file)}`, text)
        await files.write(`${directory}/${id}/${record}`, `${JSON.stringify(found, null, 2)}\n`)
        if (newest !== undefined)
          for (const { id: old } of (await list(name, branch)).slice(newest))
            await files.remove(`${directory}/${old}`)
      } catch (error) {
        const why = `${called} could not be written: ${error instanceof Error ? error.message : String(error)}`
        return { publisher: 'artifact', status: 'failed', why }
      }
      return { publisher: 'artifact', status: 'done' }
    },

    async find(query) {
      if ('run' in query) return { found: [], why: 'There are no workflow runs here.' }
      const { name, branch } = query
      const found = await list(name, branch)
      if (found.length > 0) return { found }
      const parts = await files.glob(['*/files/*'], `${directory}/${part(name)}/${part(branch)}`)
      const begun = parts.length > 0 ? ' that is whole: an upload was cut short' : ' yet'
      return { found, why: `${called} holds no "${name}" of ${branch}${begun}.` }
    },

    findOfRun: async () => ({ found: [], why: noRuns }),
    download: ({ id }) => read(id, files.read),
    downloadBytes: ({ id }) => read(id, files.readBytes),
  }
}

function readRecord(text: string | null, id: string): FoundArtifact | null {
  try {
    const read: unknown = JSON.parse(text ?? '')
    if (typeof read !== 'object' || read === null) return null
    const fields = Object.entries(read).filter(([, value]) => typeof value === 'string')
    const { name, branch, commit, createdAt }: Partial<Record<string, string>> = Object.fromEntries(fields)
    if (name === undefined || branch === undefined || createdAt === undefined) return null
    return { id, name, branch, createdAt, ...(commit === undefined ? {} : { commit }) }
  } catch {
    return null
  }
}
