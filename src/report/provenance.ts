// How it was measured, in a few sentences: against what, on what, how much could have gone unseen, and the command that
// does it again. It answers the question that follows every red gate: can I trust this?
import type { Environment } from '../model/environment.ts'
import type { Report } from '../model/report.ts'
import type { Judged } from '../model/verdict.ts'
import { duration } from './amounts.ts'
import { count, counted, percentBound, writtenPercent } from './numbers.ts'
import type { RenderOptions } from './options.ts'
import { type Part, type Phrase, paragraph } from './phrase.ts'
import { worstUnseen } from './sentences.ts'
import { metricTitle, nameOf, worseWord } from './words.ts'

type Change = Report['change']

const shortCommit = 7

function commitPart(commit: string, options: RenderOptions): Part {
  const short = commit.slice(0, shortCommit)
  if (options.repositoryUrl === undefined || !isCommit(commit)) return { code: short }
  return { link: short, url: `${options.repositoryUrl}/commit/${commit}` }
}

function isCommit(text: string): boolean {
  return /^[0-9a-f]{7,64}$/.test(text)
}

/** What the base is, to follow its name; empty where the name says it. */
const whyThisBase: Readonly<Record<Change['reason'], string>> = {
  'merge-base': 'the merge-base',
  'previous-commit': 'the previous commit',
  'last-commit': 'the last commit',
  named: 'as asked for',
  folders: '',
  files: '',
}

function sideName(side: Change['base'], options: RenderOptions): Phrase {
  if (side.commit) return [commitPart(side.commit, options)]
  const name = side.directory || side.ref
  return name ? [{ code: name }] : []
}

/** `abc1234, the merge-base with main, 3 commits back`. */
function baseWords({ base, reason, distance }: Change, options: RenderOptions): Phrase {
  const name = sideName(base, options)
  const branch: Phrase =
    reason === 'merge-base' && base.ref !== undefined && base.ref !== base.commit
      ? [' with ', { code: base.ref }]
      : reason === 'named' && base.ref !== undefined && base.commit !== undefined
        ? [' (', { code: base.ref }, ')']
        : []
  const back = distance === undefined || distance === 0 ? '' : `, ${counted(distance, 'commit')} back`
  const why = whyThisBase[reason]
  if (name.length === 0) return why === '' ? ['base'] : [why, back]
  return [...name, why === '' ? '' : `, ${why}`, ...branch, back]
}

function headWords({ head }: Change, options: RenderOptions): Phrase {
  if (head.dirty === true) return ['Head is the working tree with its uncommitted changes.']
  if (head.commit) return ['Head is ', commitPart(head.commit, options), '.']
  const name = head.directory || head.ref
  return name ? ['Head is ', { code: name }, '.'] : []
}

const openings: Readonly<Record<Report['measured']['mode'], string>> = {
  paired: 'Paired against ',
  recorded: 'Compared with earlier runs of the base branch, up to ',
  imported: 'Imported results, compared with ',
  exact: 'Sizes and counts, compared exactly with ',
  mixed: 'Compared with ',
}

function machineWords(environment: Environment | undefined): string {
  if (environment?.cpu === undefined) return ''
  return ` on ${environment.cpu}${environment.cores === undefined ? '' : `, ${counted(environment.cores, 'core')}`}`
}

/** Seconds; what takes less would be told as "0 s". */
const tooShortToTell = 0.05

/** `12 metrics, 141 pairs in 3 min 12 s on AMD EPYC 7763, 4 cores; order random, seed 8123; …` */
function effort({ measured, comparisons }: Report): string {
  const exact = comparisons.filter(({ mode, outcome }) => mode === 'exact' && outcome !== 'shown').length
  const paired = measured.mode === 'paired' || measured.mode === 'mixed'
  const tested = measured.family > 0
  const amounts = [
    tested
      ? `${counted(measured.family, 'metric')}${exact > 0 ? ` (and ${count(exact)} exact)` : ''}`
      : exact > 0
        ? counted(exact, 'exact metric')
        : '',
    measured.pairs > 0 && paired ? counted(measured.pairs, 'pair') : '',
  ].filter((part) => part !== '')
  const { elapsed = 0 } = measured
  const time = elapsed < tooShortToTell ? '' : ` in ${duration(elapsed)}`
  const work =
    amounts.length === 0
      ? ''
      : `${amounts.join(', ')}${time}${tested ? machineWords(measured.environment) : ''}`
  const order = tested && paired && measured.seed !== undefined ? `order random, seed ${measured.seed}` : ''
  const promise =
    paired && tested
      ? `at most 1 in ${Math.floor(1 / measured.alpha)} unchanged pull requests would be stopped`
      : ''
  const parts = [work, order, promise].filter((part) => part !== '')
  return parts.length === 0 ? '' : `${parts.join('; ')}.`
}

/** What a change would have had to be to go unseen, and what is ignored on purpose. */
function sensitivity(rows: readonly Judged[]): string {
  const tested = rows.filter(({ outcome, mode }) => outcome !== 'shown' && mode === 'paired')
  const cleared = tested.filter(({ verdict }) => verdict === 'no-change')
  const bound = worstUnseen(cleared)
  const least = cleared.find(({ excludes }) => excludes === bound)
  const unseen =
    bound === null || least === undefined || cleared.length < 2
      ? ''
      : `What is called unchanged can be at most ${percentBound(bound)} ${worseWord(cleared)}; least sure is ${nameOf(least)} (${metricTitle(least.metric)}). `
  const ignored = new Set(tested.map(({ terms }) => writtenPercent(terms.ignoreBelow)))
  const [only] = ignored
  const practice = ignored.size === 1 && only !== undefined ? `Changes below ${only} are ignored.` : ''
  return `${unseen}${practice}`.trim()
}

/** With much noise, head's median may be above base's while the pairs say that it got faster. */
function contradiction(rows: readonly Judged[]): string {
  const isContrary = ({ mode, base, head, ratio }: Judged) =>
    mode === 'paired' && base !== null && head !== null && ratio !== null && (head - base) * (ratio - 1) < 0
  if (!rows.some(isContrary)) return ''
  return 'Base and head are medians by themselves; the change is taken pair by pair, so the two can differ.'
}

/** Operating system, runtimes and versions: `ubuntu24 20260817.1, Linux 6.8, node 24.21.0, perf-gate 0.1.0`. */
function versions({ environment, perfGate }: Report['measured']): string {
  const kernel = [environment?.os, environment?.kernel].filter((part) => part !== undefined).join(' ')
  const system = [environment?.runnerImage ?? '', kernel].filter((part) => part !== '')
  const runtimes = Object.entries(environment?.runtimes ?? {}).map(([name, version]) => `${name} ${version}`)
  const own = perfGate ?? environment?.perfGate
  return [...system, ...runtimes, ...(own === undefined ? [] : [`perf-gate ${own}`])].join(', ')
}

/** As a shell takes it back; names that need no quotes get none. */
function quoted(argument: string): string {
  return /^[\w./:=@%+-]+$/.test(argument) ? argument : `'${argument.replaceAll("'", "'\\''")}'`
}

/** The command that measures the same again; `null` where results came from files. */
export function repeatCommand(report: Report, options: RenderOptions = {}): string | null {
  const { change, measured } = report
  const from =
    change.base.directory !== undefined && change.head.directory !== undefined
      ? ['--base-dir', change.base.directory, '--head-dir', change.head.directory]
      : change.base.commit !== undefined && isCommit(change.base.commit)
        ? ['--base', change.base.commit.slice(0, shortCommit)]
        : null
  if (from === null || change.reason === 'files' || measured.mode === 'imported') return null
  const seed = measured.seed === undefined ? [] : ['--seed', String(measured.seed)]
  const rest = [...from, ...seed, ...(options.programArguments ?? [])].map(quoted)
  return `${options.program ?? 'npx perf-gate'} run ${rest.join(' ')}`
}

/** `Shown beside it: 8 earlier Runs, the nearest of abc1234, 3 commits before the merge-base.` */
function earlierRuns({ baseline, change }: Report, options: RenderOptions): Phrase {
  if (baseline === undefined) return []
  const { runs, commit, distance } = baseline
  const base = whyThisBase[change.reason] === 'as asked for' ? 'the base' : whyThisBase[change.reason]
  const where = distance === 0 ? `${base} itself` : `${counted(distance, 'commit')} before ${base}`
  const [what, nearest] =
    runs === 1 ? ['1 earlier Run', ', of '] : [`${runs} earlier Runs`, ', the nearest of ']
  return [`Shown beside it: ${what}${nearest}`, commitPart(commit, options), `, ${where}.`]
}

/** Paragraphs of "How this was measured", without the command that repeats it. */
export function provenance(report: Report, options: RenderOptions): Phrase[] {
  const nothing = report.comparisons.length === 0
  const against: Phrase = [
    nothing ? 'Base would have been ' : openings[report.measured.mode],
    ...baseWords(report.change, options),
    report.measured.restored === true ? '. Its program was kept by an earlier run and not built again.' : '.',
  ]
  const paragraphs = [
    paragraph(against, headWords(report.change, options), [effort(report)], earlierRuns(report, options)),
    paragraph([sensitivity(report.comparisons)], [contradiction(report.comparisons)]),
    paragraph([versions(report.measured)]),
  ]
  return paragraphs.filter((phrase) => phrase.length > 0)
}

/** How to get the same again; empty where results came from files. */
export function repetition(report: Report, options: RenderOptions): Phrase {
  const command = repeatCommand(report, options)
  return command === null ? [] : ['Again on your machine: ', { code: command }]
}
