// A program that was kept, laid over a checkout of its commit in place of building it.
import { ReadError } from '../../errors.ts'
import type { Notice } from '../../model/notice.ts'
import type { Program } from '../../model/program.ts'
import type { Files } from '../../ports/files.ts'

/** `null` when all of it is in place; else why not, with the directory in an unknown state. */
export async function layOver(
  { files: program, commit }: Program,
  directory: string,
  files: Pick<Files, 'writeBelow'>,
): Promise<Notice | null> {
  try {
    for (const { path, content, executable } of program)
      await files.writeBelow(directory, path, content, executable)
    return null
  } catch (error) {
    if (!(error instanceof ReadError)) throw error
    return {
      code: 'program-not-restored',
      message: `The base was built: the program that was kept of ${commit.slice(0, 7)} cannot be laid over its checkout: ${error.message}.`,
    }
  }
}
