// Many files as one, and how to tell that a file is the one that was packed.
export interface ArchiveLimits {
  /** Bytes of all files together, unpacked. */
  readonly bytes: number
  readonly files: number
}

export interface Archive {
  /** A zip archive; the same files give the same bytes. */
  pack(files: Readonly<Record<string, Uint8Array>>): Uint8Array
  /**
   * File name → content. A link is a file that holds its target: nothing of an archive can be anything but a file.
   * @throws ReadError when it is no zip, or larger than allowed
   */
  unpack(archive: Uint8Array, limits: ArchiveLimits): Readonly<Record<string, Uint8Array>>
  /** SHA-256, hexadecimal. */
  digest(content: Uint8Array): string
}
