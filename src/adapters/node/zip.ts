// Zip archives in memory. Reading is bounded: a small archive can unpack to more than a runner holds.
import { unzipSync } from 'fflate'
import { ReadError } from '../../errors.ts'

export interface ZipLimits {
  /** Bytes of all files together, unpacked. */
  readonly bytes: number
  readonly files: number
}

/**
 * @returns file name → content, UTF-8
 * @throws ReadError when it is no zip, or larger than allowed
 */
export function readZip(archive: Uint8Array, limits: ZipLimits): Readonly<Record<string, string>> {
  return Object.fromEntries(
    Object.entries(unzip(archive, limits)).map(([name, content]) => [
      name,
      new TextDecoder().decode(content),
    ]),
  )
}

/**
 * @returns file name → content; a link is a file that holds its target
 * @throws ReadError when it is no zip, or larger than allowed
 */
export function unzip(archive: Uint8Array, limits: ZipLimits): Readonly<Record<string, Uint8Array>> {
  let bytes = 0
  let files = 0
  try {
    return unzipSync(archive, {
      filter({ name, originalSize }) {
        if (name.endsWith('/')) return false
        bytes += originalSize
        files += 1
        if (bytes > limits.bytes || files > limits.files)
          throw new ReadError(
            `the archive unpacks to more than ${limits.files} files or ${limits.bytes} bytes and was not read`,
          )
        return true
      },
    })
  } catch (error) {
    if (error instanceof ReadError) throw error
    throw new ReadError(`not a readable zip archive: ${String(error)}`, undefined, { cause: error })
  }
}
