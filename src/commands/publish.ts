// `perf-gate publish`: posts reports that another job measured. In a `workflow_run` it takes them from the run that has
// ended; that job may have run a stranger's code, so that everything it left is checked, and rendered here anew.
import { isRule } from '../config/accepted.ts'
import { ConfigError, exitCodes, ReadError } from '../errors.ts'
import type { Receipt } from '../model/receipt.ts'
import type { Report } from '../model/report.ts'
import { readReport } from '../model/saved-file.ts'
import type { MeasuredRun } from '../ports/forge.ts'
import type { Host } from '../ports/host.ts'
import {
  admitReport,
  describeReceipts,
  mostReports,
  type PublishOptions,
  publish,
  recant,
  reportArtifacts,
  reportLimits,
  type Target,
} from '../publish/index.ts'
import { linksOf, renderedOf } from '../rendered.ts'
import { clip, harmless } from '../report/foreign.ts'
import { annotations } from '../report/renderers/index.ts'
import type { CommandResult } from './result.ts'

/**
 * @param files reports of this repository's own jobs; without any, those that the run of a `workflow_run` event left
 * @returns 0 when all that was there got out or is out of date, 3 when something could not be read or written
 */
export async function publishCommand(
  files: readonly string[],
  options: PublishOptions,
  host: Host,
): Promise<CommandResult> {
  if (files.length > 0) {
    const reports = await Promise.all(files.map((file) => readOwn(file, host)))
    return publishAll(reports, options, {}, host, [])
  }
  const event = await host.forge.event()
  const { measured } = event
  if (measured === undefined)
    throw new ConfigError(
      'publish was given no report, and this is no `workflow_run` event whose run could have left one.',
      [],
      'Name report files, or start it with `on: { workflow_run: { workflows: […], types: [completed] } }`.',
    )
  if (measured.event !== 'pull_request')
    return said(
      `Nothing to publish: the run ${measured.id} was started by ${measured.event}, not by a pull request.`,
    )
  const found = await host.forge.findPullRequest(measured)
  if ('why' in found) return said(`Nothing is published: ${found.why}`)
  const target: Target & { readonly commit: string } = {
    ...found,
    commit: measured.commit,
    run: { id: measured.id, attempt: measured.attempt, url: measured.url },
  }
  return publishRun(measured, options, target, host)
}

async function publishRun(
  measured: MeasuredRun,
  options: PublishOptions,
  target: Target & { readonly commit: string },
  host: Host,
): Promise<CommandResult> {
  const {
    found,
    why = 'It left no report.',
    fix,
  } = await host.artifacts.findOfRun(measured.id, reportArtifacts)
  if (found.length === 0) {
    if (measured.conclusion === 'success' && fix === undefined) return said(`Nothing to publish. ${why}`)
    await recant(null, host, options, target)
    return {
      ...said([why, fix].filter((part) => part !== undefined).join(' ')),
      exitCode: exitCodes.unmeasured,
    }
  }
  const edits = await editsOf(target, host)
  const reports: Report[] = []
  const refused: string[] = []
  for (const artifact of found.slice(0, mostReports)) {
    const files = await host.artifacts.download(artifact, reportLimits)
    const admitted =
      files === null
        ? { why: 'it could not be downloaded or unpacked' }
        : admitReport(files, artifact.name, measured, edits)
    if ('why' in admitted)
      refused.push(oneLine(`The artifact "${artifact.name}" is not published: ${admitted.why}.`))
    else reports.push(admitted.report)
  }
  if (found.length > mostReports)
    refused.push(`Only ${mostReports} of ${found.length} reports are published: no run needs more.`)
  return publishAll(reports, options, target, host, refused)
}

async function publishAll(
  reports: readonly Report[],
  options: PublishOptions,
  target: Target,
  host: Host,
  refused: readonly string[],
): Promise<CommandResult> {
  const event = await host.forge.event()
  const links = linksOf({ ...event, ...(target.run === undefined ? {} : { run: target.run }) })
  const receipts: Receipt[] = []
  for (const report of reports)
    receipts.push(
      ...(await publish({
        report,
        host,
        options,
        target,
        rendered: {
          ...renderedOf(report, host, links),
          annotations: options.check === 'always' ? annotations(report) : [],
          outputs: {},
        },
      })),
    )
  for (const line of refused) host.log.warning(line)
  const failed =
    refused.length > 0 ||
    receipts.some(({ publisher, status }) => publisher === 'comment' && status === 'failed')
  const lines = [...describeReceipts(receipts), ...refused]
  return { exitCode: failed ? exitCodes.unmeasured : exitCodes.pass, output: lines.join('\n') }
}

/** Said by the forge, not by the report: who widens a budget could leave out that it was widened. */
async function editsOf({ pullRequest }: Target, { forge }: Host): Promise<string[]> {
  const touched = pullRequest === undefined ? [] : await forge.changedFiles(pullRequest)
  if (touched === null) return ['Whether it does could not be found out.']
  const rules = touched.filter(isRule)
  const shown = rules.slice(0, 5).join(', ')
  return rules.length === 0 ? [] : [`It edits ${shown}${rules.length > 5 ? ' and more' : ''}.`]
}

async function readOwn(file: string, { files }: Pick<Host, 'files'>): Promise<Report> {
  const text = await files.read(file)
  if (text === null) throw new ConfigError(`${file}: there is no such file.`)
  const read = readReport(text)
  if ('why' in read)
    throw new ReadError(`${file} ${read.why}`, 'Reports are what `perf-gate run` leaves as report.json.')
  return read.value
}

const said = (output: string): CommandResult => ({ exitCode: exitCodes.pass, output })

/** Names and messages that quote a stranger: on one line, and no command to the runner that shows it. */
const oneLine = (text: string): string => clip(harmless(text), 400).replaceAll('##[', '# #[')
