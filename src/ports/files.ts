// The file system as the core needs it. Paths are absolute or relative to the working directory; `/` separates.
export interface ListedFile {
  /** Relative to the directory. */
  readonly path: string
  readonly bytes: number
  readonly executable: boolean
  readonly link: boolean
}

export interface Files {
  /** `null` when there is no such file. */
  read(path: string): Promise<string | null>
  readBytes(path: string): Promise<Uint8Array | null>
  /** The text piece by piece, for files larger than memory; gzip is unpacked. `null` when there is no such file. */
  chunks(path: string): Promise<AsyncIterable<string> | null>
  /** Creates missing directories and replaces the file at once, so that a reader never sees half of it. */
  write(path: string, content: string | Uint8Array): Promise<void>
  exists(path: string): Promise<boolean>
  /** When it was last written, in milliseconds of no matter which clock, as finely as is known; `null` when there is no such file. */
  modified(path: string): Promise<number | null>
  /** Files (not directories) below `directory` that match; sorted; relative to it. */
  glob(patterns: readonly string[], directory: string): Promise<string[]>
  /**
   * What patterns name below `directory`, sorted: hidden files too, all of a directory that is named, links as links.
   */
  list(patterns: readonly string[], directory: string): Promise<readonly ListedFile[]>
  /**
   * Writes a file that lies below `directory`, whatever its path says.
   * @throws ReadError when the path leads out, or over a link
   */
  writeBelow(directory: string, path: string, content: Uint8Array, executable: boolean): Promise<void>
  remove(path: string): Promise<void>
  /** A fresh, empty directory outside of `beside`, on the same file system when there is a choice. */
  temporary(prefix: string, beside?: string): Promise<string>
}
