// `perf-gate validate`: is the suite right, and what was understood of it?
import { describeSuite } from '../config/describe.ts'
import { loadSuite } from '../config/load.ts'
import { exitCodes } from '../errors.ts'
import type { Host } from '../ports/host.ts'
import type { CommandResult, Display } from './result.ts'

export async function validateCommand(
  { config }: { readonly config?: string | undefined },
  { json }: Pick<Display, 'json'>,
  { files }: Pick<Host, 'files'>,
): Promise<CommandResult> {
  const { suite, notices, path } = await loadSuite({ files, path: config })
  const warnings = notices.map(({ where, message }) => `${where ?? path}: ${message}`)
  return {
    exitCode: exitCodes.pass,
    output: json
      ? JSON.stringify({ suite, notices })
      : [...describeSuite(suite, path), ...warnings].join('\n'),
  }
}
