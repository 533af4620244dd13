// Files that outlive the job: where Runs of the base branch are kept and found again.
import type { Notice } from '../model/notice.ts'
import type { Receipt } from '../model/receipt.ts'

export interface FoundArtifact {
  readonly id: string
  readonly name: string
  readonly commit?: string
  readonly branch?: string
  readonly createdAt?: string
}

export type ArtifactQuery = { readonly name: string } & (
  | {
      readonly branch: string
      /** A commit that matters more than the newest: older pages are read until one of it is found. */
      readonly commit?: string
    }
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

export type ArtifactFiles = Readonly<Record<string, string | Uint8Array>>

export interface UploadOptions {
  /** How many of this name and branch are kept where nothing expires by itself; all when absent. */
  readonly newest?: number
}

export interface FoundArtifacts {
  readonly found: readonly FoundArtifact[]
  /** Why nothing was found. */
  readonly why?: string
  readonly fix?: string
  /** Why there is none of the commit that was asked for, where that is known: one sentence. */
  readonly missing?: string
  /** What everybody who configured this place should hear. */
  readonly notices?: readonly Notice[]
}

export interface Artifacts {
  /** Why nothing can be kept here, whoever asks: one sentence. */
  readonly unsupported?: string
  upload(name: string, files: ArtifactFiles, options?: UploadOptions): Promise<Receipt>
  /** Newest first. Those of a branch are never of a fork, which may have a branch of the same name. */
  find(query: ArtifactQuery): Promise<FoundArtifacts>
  /** What one workflow run left under names that begin with `prefix`; the newest of each name. Of anyone. */
  findOfRun(run: string, prefix: string): Promise<FoundArtifacts>
  /** File name → content; `null` when it expired or cannot be read. */
  download(artifact: FoundArtifact, limits?: ArtifactLimits): Promise<Readonly<Record<string, string>> | null>
  /** The same for files that are no text. */
  downloadBytes(
    artifact: FoundArtifact,
    limits?: ArtifactLimits,
  ): Promise<Readonly<Record<string, Uint8Array>> | null>
}
