// Artifacts in memory, as one branch of one repository has them.
import type { Artifacts, FoundArtifact } from '../../src/ports/artifacts.ts'

export interface FakeArtifact {
  readonly name: string
  readonly commit: string
  readonly branch?: string
  /** `null` when it cannot be downloaded. */
  readonly files: Readonly<Record<string, string>> | null
}

export interface FakeArtifacts extends Artifacts {
  readonly uploaded: Record<string, Readonly<Record<string, string | Uint8Array>>>
  readonly queries: { readonly name: string; readonly branch: string }[]
}

/** @param stored newest first */
export function fakeArtifacts(stored: readonly FakeArtifact[] = [], why = 'There is none.'): FakeArtifacts {
  const uploaded: FakeArtifacts['uploaded'] = {}
  const queries: { readonly name: string; readonly branch: string }[] = []
  return {
    uploaded,
    queries,
    async upload(name, files) {
      uploaded[name] = files
      return { publisher: 'artifact', status: 'done' }
    },
    async find(query) {
      queries.push(query)
      const found = stored.flatMap(({ name, commit, branch = 'main' }, index): FoundArtifact[] =>
        name === query.name && branch === query.branch ? [{ id: String(index), name, commit, branch }] : [],
      )
      return found.length > 0 ? { found } : { found, why, fix: 'Let the gate also run on pushes to main.' }
    },
    findOfRun: async () => ({ found: [], why }),
    download: async ({ id }) => stored[Number(id)]?.files ?? null,
  }
}
