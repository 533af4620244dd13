// Artifacts in memory, as one branch of one repository has them.
import type { ArtifactQuery, Artifacts, FoundArtifact } from '../../src/ports/artifacts.ts'

export interface FakeArtifact {
  readonly name: string
  readonly commit: string
  readonly branch?: string
  /** Id of the workflow run that left it. */
  readonly run?: string
  /** `null` when it cannot be downloaded. */
  readonly files: Readonly<Record<string, string>> | null
  /** Instead of `files`, for what is no text. */
  readonly bytes?: Readonly<Record<string, Uint8Array>>
}

export interface FakeArtifacts extends Artifacts {
  readonly uploaded: Record<string, Readonly<Record<string, string | Uint8Array>>>
  readonly queries: ArtifactQuery[]
}

/** @param stored newest first */
export function fakeArtifacts(stored: readonly FakeArtifact[] = [], why = 'There is none.'): FakeArtifacts {
  const uploaded: FakeArtifacts['uploaded'] = {}
  const queries: ArtifactQuery[] = []
  return {
    uploaded,
    queries,
    async upload(name, files) {
      uploaded[name] = files
      return { publisher: 'artifact', status: 'done' }
    },
    async find(query) {
      queries.push(query)
      const found = stored.flatMap(({ name, commit, branch = 'main', run }, index): FoundArtifact[] => {
        const isAskedFor = 'run' in query ? run === query.run : branch === query.branch
        return name === query.name && isAskedFor ? [{ id: String(index), name, commit, branch }] : []
      })
      if (found.length > 0) return { found }
      return { found, why, ...('run' in query ? {} : { fix: 'Let the gate also run on pushes to main.' }) }
    },
    findOfRun: async () => ({ found: [], why }),
    download: async ({ id }) => stored[Number(id)]?.files ?? null,
    async downloadBytes({ id }) {
      const { files = null, bytes } = stored[Number(id)] ?? {}
      if (bytes !== undefined) return bytes
      const encode = ([name, text]: [string, string]) => [name, new TextEncoder().encode(text)] as const
      return files === null ? null : Object.fromEntries(Object.entries(files).map(encode))
    },
  }
}
