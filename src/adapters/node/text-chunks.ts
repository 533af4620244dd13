// Text of a file of any size, piece by piece, unpacked when it is gzip.
import { createReadStream } from 'node:fs'
import { open } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { ReadError } from '../../errors.ts'

/** Opens the file at once, so that a missing one is known before anything is read. */
export async function textChunks(path: string): Promise<AsyncIterable<string>> {
  const handle = await open(path)
  const magic = new Uint8Array(2)
  try {
    if ((await handle.stat()).isDirectory()) throw Object.assign(new Error('a directory'), { code: 'EISDIR' })
    await handle.read(magic, 0, 2, 0)
  } finally {
    await handle.close()
  }
  const zipped = magic[0] === 0x1f && magic[1] === 0x8b
  return decoded(path, zipped)
}

async function* decoded(path: string, zipped: boolean): AsyncIterable<string> {
  // A character may be cut in two between pieces; the decoder keeps the first half.
  const decoder = new TextDecoder('utf-8')
  const file = createReadStream(path)
  const bytes: AsyncIterable<Uint8Array> = zipped ? file.pipe(createGunzip()) : file
  try {
    for await (const piece of bytes) yield decoder.decode(piece, { stream: true })
  } catch (error) {
    throw new ReadError(
      `${path}: ${error instanceof Error ? error.message : String(error)}`,
      'Is the file whole?',
    )
  }
  yield decoder.decode()
}
