// `perf-gate report`: a saved report in another shape.
import { ConfigError, exitCodes, ReadError } from '../errors.ts'
import { readReport } from '../model/saved-file.ts'
import type { Host } from '../ports/host.ts'
import { type ReportFormat, renderers } from '../report/renderers/index.ts'
import type { CommandResult, Display } from './result.ts'

export interface ReportRequest {
  readonly file: string
  readonly format: ReportFormat
  /** Standard output when absent. */
  readonly output?: string | undefined
}

export async function reportCommand(
  { file, format, output }: ReportRequest,
  { color, width }: Pick<Display, 'color' | 'width'>,
  { files }: Pick<Host, 'files'>,
): Promise<CommandResult> {
  const saved = await files.read(file)
  if (saved === null) throw new ConfigError(`${file}: there is no such file.`)
  const read = readReport(saved)
  if ('why' in read)
    throw new ReadError(`${file} ${read.why}`, 'Reports are what `perf-gate run` leaves as report.json.')
  const text = renderers[format](read.value, { color, ...(width === undefined ? {} : { width }) })
  if (output === undefined) return { exitCode: exitCodes.pass, output: text }
  await files.write(output, text)
  return { exitCode: exitCodes.pass, output: `${format} written to ${output}` }
}
