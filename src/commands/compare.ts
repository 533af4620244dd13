// `perf-gate compare`: a verdict on Runs that are already there.
import { loadSuite, suiteForComparing } from '../config/load.ts'
import { decide, exitCodeOf } from '../decide.ts'
import { ConfigError, ReadError } from '../errors.ts'
import type { Run } from '../model/run.ts'
import { readRun } from '../model/saved-file.ts'
import type { Host } from '../ports/host.ts'
import { writeReports } from '../rendered.ts'
import { type CommandResult, type Display, shown } from './result.ts'

export interface CompareRequest {
  readonly config?: string | undefined
  readonly base: readonly string[]
  readonly head: readonly string[]
  readonly out?: string | undefined
}

/**
 * Compares Run files that are already there: needs no repository and measures nothing. Two Runs of one measurement are
 * paired; one Run a side is an import; several Runs of the base are its history, and further ones of the head are fresh
 * jobs that confirm an alarm.
 */
export async function compareCommand(
  request: CompareRequest,
  display: Display,
  host: Host,
): Promise<CommandResult> {
  const loaded =
    request.config === undefined
      ? { suite: suiteForComparing(), notices: [] }
      : await loadSuite({ files: host.files, path: request.config, purpose: 'compare' })
  const bases = await readRuns(request.base, host)
  const heads = await readRuns(request.head, host)
  const [head, ...confirm] = heads
  const [base] = bases
  if (head === undefined || base === undefined)
    throw new ConfigError('compare needs Runs of both sides.', [], 'Give `--base FILE --head FILE`.')
  const partner = bases.find((run) => run.measurement !== undefined && run.measurement === head.measurement)
  const report = decide({
    suite: loaded.suite,
    runs: { base: partner ?? base, head },
    earlier: bases.length === 1 ? [] : bases.filter((run) => run !== partner),
    ...(partner === undefined && bases.length > 1 ? { unpaired: { confirm } } : {}),
    change: { base: base.subject, head: head.subject, reason: 'files' },
    notices: loaded.notices,
    host,
  })
  if (request.out !== undefined) await writeReports(report, request.out, host)
  return { exitCode: exitCodeOf(report), output: shown(report, display) }
}

async function readRuns(paths: readonly string[], { files }: Pick<Host, 'files'>): Promise<Run[]> {
  return Promise.all(
    paths.map(async (path) => {
      const text = await files.read(path)
      if (text === null) throw new ConfigError(`${path}: there is no such file.`)
      const read = readRun(text)
      if ('why' in read)
        throw new ReadError(`${path} ${read.why}`, 'Runs are what `perf-gate run` leaves as *.run.json.')
      return read.value
    }),
  )
}
