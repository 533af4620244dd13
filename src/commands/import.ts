// `perf-gate import`: results of other tools → a Run. `perf-gate formats`: what can be read.
import { ConfigError, exitCodes } from '../errors.ts'
import { formats, importFiles, importHistory } from '../formats/index.ts'
import { emptyRun, type Run } from '../model/run.ts'
import type { Better } from '../model/unit.ts'
import type { Host } from '../ports/host.ts'
import type { CommandResult, Display } from './result.ts'

export interface ImportFiles {
  readonly files: readonly string[]
  readonly format: string
  readonly better?: Better | undefined
  /** Where the Run is written; only shown when absent. */
  readonly output?: string | undefined
}

/** Exit code 1 when the files hold failed benchmarks: they are in the Run, with their reasons. */
export async function importCommand(
  request: ImportFiles,
  { json }: Pick<Display, 'json'>,
  host: Pick<Host, 'files' | 'clock' | 'version'>,
): Promise<CommandResult> {
  const opened = []
  for (const file of request.files) {
    const chunks = await host.files.chunks(file)
    if (chunks === null) throw new ConfigError(`${file}: there is no such file.`)
    opened.push({ file, chunks })
  }
  const { read, imported } = await importFiles(opened, request.format, request.better)
  const run: Run = emptyRun({
    series: [...imported.series],
    failures: [...imported.failures],
    notices: [...imported.notices],
    createdAt: new Date(host.clock.now()).toISOString(),
    environment: { perfGate: host.version },
  })
  if (request.output !== undefined) await host.files.write(request.output, JSON.stringify(run))
  const exitCode = imported.failures.length > 0 ? exitCodes.fail : exitCodes.pass
  if (json) return { exitCode, output: JSON.stringify(run) }
  const sources = read.map(({ file, format }) => `${file}: ${format.title}`)
  return { exitCode, output: [...sources, ...describeRun(run), ...written(request.output)].join('\n') }
}

const written = (output: string | undefined) => (output === undefined ? [] : [`Run written to ${output}`])

function describeRun({ series, failures, notices }: Run): string[] {
  const benchmarks = new Map<string, string[]>()
  for (const { benchmark, metric, unit } of series)
    benchmarks.set(benchmark, [...(benchmarks.get(benchmark) ?? []), `${metric} (${unit})`])
  return [
    `${benchmarks.size} ${benchmarks.size === 1 ? 'benchmark' : 'benchmarks'}, ${series.length} series, ${failures.length} failed`,
    ...[...benchmarks].map(([name, metrics]) => `  ${name}: ${metrics.join(', ')}`),
    ...failures.map(({ benchmark, reason }) => `  failed: ${benchmark}: ${reason}`),
    ...notices.map(({ message, fix }) => `  note: ${[message, fix].filter(Boolean).join(' ')}`),
  ]
}

export function formatsCommand({ json }: Pick<Display, 'json'>): CommandResult {
  const rows = formats.map(({ name, title, produce }) => ({ name, title, produce }))
  const width = Math.max(...rows.map(({ name }) => name.length))
  return {
    exitCode: exitCodes.pass,
    output: json
      ? JSON.stringify(rows)
      : rows
          .map(
            ({ name, title, produce }) =>
              `${name.padEnd(width)}  ${title}\n${' '.repeat(width)}    ${produce}`,
          )
          .join('\n'),
  }
}

export interface HistoryFile {
  readonly file: string
  /** Folder for one Run per commit. */
  readonly output: string
}

/** The history of another gate → one Run file per commit, for `perf-gate compare --base FOLDER/*.run.json`. */
export async function historyCommand(
  { file, output }: HistoryFile,
  { json }: Pick<Display, 'json'>,
  { files }: Pick<Host, 'files'>,
): Promise<CommandResult> {
  const text = await files.read(file)
  if (text === null) throw new ConfigError(`${file}: there is no such file.`)
  const { format, runs } = importHistory({ text, file })
  const width = String(runs.length).length
  const paths: string[] = []
  for (const [index, run] of runs.entries()) {
    const commit = (run.subject.commit ?? 'unknown').replace(/[^0-9A-Za-z-]/g, '').slice(0, 12)
    // Numbered, so that a folder listing is in the order of time.
    const path = `${output}/${String(index + 1).padStart(width, '0')}-${commit}.run.json`
    await files.write(path, JSON.stringify(run))
    paths.push(path)
  }
  const said = `${file}: ${format.title}, ${runs.length} ${runs.length === 1 ? 'Run' : 'Runs'} written to ${output}`
  return {
    exitCode: exitCodes.pass,
    output: json ? JSON.stringify({ format: format.name, runs: paths }) : said,
  }
}
