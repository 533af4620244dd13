// Files that outlive the job: where Runs of the base branch are kept and found again.
import type { Receipt } from '../model/receipt.ts'

export interface FoundArtifact {
  readonly id: string
  readonly name: string
  readonly commit?: string
  readonly branch?: string
  readonly createdAt?: string
}

export type ArtifactQuery = { readonly name: string } & (
  | { readonly branch: string }
  /** Id of a workflow run: what an attempt of it left, whoever started it. */
  | { readonly run: string }
)

/** What may be read of an artifact that a stranger could have made. */
export interface ArtifactLimits {
  /** Of the archive. */
  readonly download: number
  /** Of all files together, unpacked. */
  readonly bytes: number
  readonly files: number
}

export interface Artifacts {
  upload(name: string, files: Readonly<Record<string, string | Uint8Array>>): Promise<Receipt>
  /** Newest first. Those of a branch are never of a fork, which may have a branch of the same name. */
  find(
    query: ArtifactQuery,
  ): Promise<{ readonly found: readonly FoundArtifact[]; readonly why?: string; readonly fix?: string }>
  /** What one workflow run left under names that begin with `prefix`; the newest of each name. Of anyone. */
  findOfRun(
    run: string,
    prefix: string,
  ): Promise<{ readonly found: readonly FoundArtifact[]; readonly why?: string; readonly fix?: string }>
  /** File name → content; `null` when it expired or cannot be read. */
  download(artifact: FoundArtifact, limits?: ArtifactLimits): Promise<Readonly<Record<string, string>> | null>
}
