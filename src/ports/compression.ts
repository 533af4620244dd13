// How large bytes are once compressed. Deterministic for one version of the compressor, which the environment records.
export const compressions = ['gzip', 'brotli'] as const
export type CompressionMethod = (typeof compressions)[number]

export interface Compression {
  /** Bytes after compression at the highest level (gzip 9, brotli 11), as a build that serves static files does it. */
  compressedSize(content: Uint8Array, method: CompressionMethod): Promise<number>
}
