// The `Archive` port: zip by fflate, digests by Node.
import { createHash } from 'node:crypto'
import { zipSync } from 'fflate'
import type { Archive } from '../../ports/archive.ts'
import { unzip } from './zip.ts'

/** The earliest time that a zip can hold: when a file was packed is no property of it. */
const noTime = new Date(1980, 0, 1)

export const nodeArchive: Archive = {
  pack: (files) => zipSync({ ...files }, { mtime: noTime, level: 6 }),
  unpack: unzip,
  digest: (content) => createHash('sha256').update(content).digest('hex'),
}
