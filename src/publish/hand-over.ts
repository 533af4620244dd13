// Where comment or check cannot be written (a fork's token only reads), the report is left for a workflow that can: as an
// artifact of this run, read by `publish` in a `workflow_run` of the default branch, which trusts nothing in it.
import type { Receipt } from '../model/receipt.ts'
import { type Report, reportFormat } from '../model/report.ts'
import { readReport } from '../model/saved-file.ts'
import type { ArtifactLimits } from '../ports/artifacts.ts'
import type { MeasuredRun } from '../ports/forge.ts'
import type { Host } from '../ports/host.ts'
import type { Target } from './options.ts'

export const reportArtifacts = 'perf-gate-report-'
export const reportFile = 'report.json'

/** What a report of the largest suites takes, many times over. */
export const reportLimits: ArtifactLimits = { download: 4 * 1024 * 1024, bytes: 24 * 1024 * 1024, files: 5 }
/** Suites that one run may hand over. */
export const mostReports = 30
const mostRows = 10_000
const longestSuite = 100

/** Letters, digits, dot, dash and underscore stay; everything else becomes its code point between tildes. */
export function reportArtifact(suite: string): string {
  const kept = [...suite].map((character) =>
    /[A-Za-z0-9._-]/.test(character) ? character : `~${character.codePointAt(0)?.toString(16)}~`,
  )
  return `${reportArtifacts}${kept.join('')}`
}

/**
 * Also when only the check was refused: one that is required and never comes would block a fork's pull request for ever.
 * @returns `null` when everything that was wanted got out
 */
export async function handOver(
  report: Report,
  receipts: readonly Receipt[],
  { forge, artifacts }: Pick<Host, 'forge' | 'artifacts'>,
  target: Target,
): Promise<Receipt | null> {
  if (target.pullRequest !== undefined) return null
  const { kind, pullRequest } = await forge.event()
  const refused = receipts.some(
    ({ publisher, status, fix, refused: byPermission }) =>
      (publisher === 'comment' || publisher === 'check') &&
      (status === 'failed' || fix !== undefined || byPermission === true),
  )
  if (kind !== 'pull_request' || pullRequest === undefined || !refused) return null
  const receipt = await artifacts.upload(reportArtifact(report.suite), {
    [reportFile]: JSON.stringify(report),
  })
  const why =
    'A workflow that runs `publish` on workflow_run posts it as a comment and check: docs/github.md.'
  return { ...receipt, publisher: 'report', ...(receipt.status === 'done' ? { why } : {}) }
}

/**
 * A report as a stranger's job left it, or why it is not published. `edits` are what the forge says the pull request
 * edits of its own rules. What the forge knows better (which commit) is
 * replaced; what could lead a reader astray (commits and refs that are none, paths) is dropped; text stays, because
 * the renderers escape all text.
 */
export function admitReport(
  files: Readonly<Record<string, string>>,
  artifact: string,
  measured: MeasuredRun,
  edits: readonly string[],
): { readonly report: Report } | { readonly why: string } {
  const text = Object.hasOwn(files, reportFile) ? files[reportFile] : undefined
  if (text === undefined) return { why: `it holds no ${reportFile}` }
  const read = readReport(text)
  if ('why' in read) return { why: `its ${reportFile} ${read.why}` }
  const { value } = read
  if (!/^[^\p{Cc}\p{Surrogate}]+$/u.test(value.suite) || value.suite.length > longestSuite)
    return { why: 'its suite has no name that perf-gate would have taken' }
  if (reportArtifact(value.suite) !== artifact)
    return { why: 'it is called after another suite than it holds' }
  const rows = value.comparisons.length + value.recorded.length + value.failures.length + value.notices.length
  if (rows > mostRows) return { why: `it has more than ${mostRows} rows` }
  const mustFail = value.comparisons.some(({ outcome }) => outcome === 'fail')
  if (mustFail && value.verdict !== 'fail' && value.verdict !== 'not-compared')
    return { why: `it says "${value.verdict}" above rows that fail` }
  const { base, reason, distance } = value.change
  const { edits: _, baseline: __, ...unedited } = value
  return {
    report: {
      ...unedited,
      format: reportFormat,
      ...baselineOnly(value),
      ...(edits.length === 0 ? {} : { edits: [...edits] }),
      change: {
        base: commitOnly(base),
        head: { commit: measured.commit },
        reason,
        ...(distance === undefined || !Number.isSafeInteger(distance) ? {} : { distance }),
      },
      notices: [...provenanceOf(value, measured), ...value.notices],
    },
  }
}

/** Only what can be a commit and a count of them. */
function baselineOnly({ baseline }: Report): Pick<Report, 'baseline'> {
  if (baseline === undefined) return {}
  const { commit, distance, runs } = baseline
  return /^[0-9a-f]{40,64}$/.test(commit) && [distance, runs].every(Number.isSafeInteger) ? { baseline } : {}
}

/** `ref` is dropped with everything else that a reader may copy into a shell. */
function commitOnly({ commit }: Report['change']['base']): Report['change']['base'] {
  return commit !== undefined && /^[0-9a-f]{40,64}$/.test(commit) ? { commit } : {}
}

function provenanceOf({ verdict }: Report, { fromFork, repository, conclusion }: MeasuredRun) {
  const stopped = verdict === 'fail' || verdict === 'not-compared'
  return [
    ...(fromFork
      ? [
          {
            code: 'measured-by-a-fork',
            message: `Measured by a job that ran the code of ${repository ?? 'a fork'}: the numbers are as trustworthy as that code.`,
          },
        ]
      : []),
    ...(conclusion === 'success' && stopped
      ? [
          {
            code: 'contradicting-conclusion',
            message: 'The measuring job ended with success although its report did not pass.',
            fix: 'Look at the workflow: something ignores the exit code of the gate.',
          },
        ]
      : []),
    ...(conclusion === 'failure' && !stopped
      ? [
          {
            code: 'contradicting-conclusion',
            message: 'The measuring job failed although its report passed: look at its log.',
          },
        ]
      : []),
  ]
}
