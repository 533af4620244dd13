// Hands the finished report to the forge, one publisher after the other. What fails is a Receipt: the verdict never
// depends on publishing, and one refusal never stops the next publisher.
import type { Receipt } from '../model/receipt.ts'
import type { Report } from '../model/report.ts'
import type { Annotation, Check } from '../ports/forge.ts'
import type { Host } from '../ports/host.ts'
import { receiptsFooter } from './describe.ts'
import { handOver } from './hand-over.ts'
import { fitComment } from './marker.ts'
import type { CommentPolicy, PublishOptions, Target } from './options.ts'
import { commentMarker, hasSection, type Stamp, withNote, withSection } from './sections.ts'

export interface Rendered {
  /** Markdown of at most `limit` characters. */
  readonly comment: (limit: number) => string
  /** Markdown, at most `summaryRoom` bytes. */
  readonly summary: string
  /** The suite's name as Markdown. */
  readonly heading: string
  /** The verdict in one line, as plain text. */
  readonly title: string
  readonly annotations: readonly Annotation[]
  readonly outputs: Readonly<Record<string, string>>
}

export interface Publication {
  readonly report: Report
  readonly rendered: Rendered
  readonly host: Pick<Host, 'forge' | 'artifacts'>
  readonly options?: PublishOptions
  readonly target?: Target
  /** What became of earlier ways out, such as the baseline; shown in the same footers. */
  readonly earlier?: readonly Receipt[]
}

/**
 * The summary comes last, because it alone can say that the comment was refused.
 * @returns one Receipt per publisher, `earlier` not among them
 */
export async function publish(publication: Publication): Promise<Receipt[]> {
  const { report, rendered, host, options = { comment: 'always' }, target = {}, earlier = [] } = publication
  const { forge } = host
  const receipts: Receipt[] = []
  const footer = (): string => receiptsFooter([...earlier, ...receipts])
  const steps: Readonly<Record<string, () => Promise<Receipt | null>>> = {
    outputs: () => forge.setOutputs(rendered.outputs),
    annotations: async () =>
      rendered.annotations.length === 0 && target.pullRequest !== undefined
        ? null
        : forge.annotate(rendered.annotations),
    check: async () => {
      if (options.check !== 'always') return null
      const wanted = await checkOf(report.suite, forge, target)
      if (wanted === null) return null
      const { title, summary, annotations } = rendered
      const conclusion = conclusions[report.verdict]
      return forge.check({ ...wanted, conclusion, title, summary, annotations })
    },
    comment: async () => {
      if (options.comment === 'never')
        return { publisher: 'comment', status: 'skipped', why: 'Comments are turned off.' }
      const below = `${measuredIn(target)}${footer()}`
      const own = {
        suite: report.suite,
        stamp: await stampOf(report.createdAt, forge, target),
        heading: rendered.heading,
        render: (room: number) => fitComment(rendered.comment, below, room),
      }
      const isWanted = wantsComment(report, options.comment)
      const limit = forge.limits.comment
      const receipt = await forge.upsertComment(
        commentMarker,
        (existing) =>
          isWanted || hasSection(existing, report.suite) ? withSection(existing, own, limit) : null,
        target.pullRequest,
      )
      // Known only now; the other outputs must not wait for it.
      if (receipt.url !== undefined) await forge.setOutputs({ 'comment-url': receipt.url })
      return receipt
    },
    report: () => handOver(report, receipts, host, target),
    summary: () => forge.writeSummary(`${rendered.summary}\n${footer()}`),
  }
  for (const [publisher, step] of Object.entries(steps)) {
    const receipt = await attempt(publisher, step)
    if (receipt !== null) receipts.push(receipt)
  }
  return receipts
}

/** Before measuring: what a comment still says is of an earlier commit; a required check is under way. */
export async function announce(
  suite: string,
  host: Pick<Host, 'forge' | 'clock'>,
  options: PublishOptions,
): Promise<void> {
  const { forge } = host
  const { run, commit = '', pullRequest } = await forge.event()
  if (options.check === 'always') {
    const wanted = await checkOf(suite, forge, {})
    if (wanted !== null)
      await attempt('check', () =>
        forge.check({ ...wanted, conclusion: 'running', title: 'Measuring', summary: '', annotations: [] }),
      )
  }
  if (options.comment === 'never' || pullRequest === undefined) return
  await note(
    suite,
    host,
    `> ⏳ **Out of date**: this is of an earlier commit. ${linked('Measuring', commit, run)} …`,
  )
}

/**
 * After measuring ended without a report: the comment must not go on saying that it is under way.
 * @param suite `null` when nothing is known of the suites: all of them
 */
export async function recant(
  suite: string | null,
  host: Pick<Host, 'forge' | 'clock'>,
  options: PublishOptions,
  target: Target = {},
): Promise<void> {
  const event = await host.forge.event()
  const { run = event.run, commit = event.commit ?? '', pullRequest = event.pullRequest } = target
  if (options.check === 'always') {
    const wanted = await checkOf(suite ?? 'perf-gate', host.forge, target)
    const title = 'Nothing was compared: the job ended before there was a report'
    const rest = { conclusion: 'failure', title, summary: title, annotations: [] } as const
    if (wanted !== null) await attempt('check', () => host.forge.check({ ...wanted, ...rest }))
  }
  if (options.comment === 'never' || pullRequest === undefined) return
  const what = `${linked('could not be measured', commit, run)}`
  await note(
    suite,
    host,
    `> ⚠️ **Out of date**: this is of an earlier commit; the current one ${what}.`,
    target,
  )
}

async function note(
  suite: string | null,
  { forge, clock }: Pick<Host, 'forge' | 'clock'>,
  text: string,
  target: Target = {},
): Promise<void> {
  const stamp = await stampOf(new Date(clock.now()).toISOString(), forge, target)
  const edit = (existing: readonly string[]) => withNote(existing, { suite, stamp }, text)
  await attempt('comment', () => forge.upsertComment(commentMarker, edit, target.pullRequest))
}

/** Only where it is not the run that a reader comes from anyway. */
const measuredIn = ({ run }: Target): string =>
  run === undefined ? '' : `\n<sub>Measured in [run ${run.id}](${run.url}).</sub>\n`

function linked(words: string, commit: string, run: Target['run']): string {
  const what = /^[0-9a-f]{7,64}$/.test(commit) ? `${words} (${commit.slice(0, 7)})` : words
  return run === undefined ? what : `[${what}](${run.url})`
}

const conclusions = {
  pass: 'success',
  warn: 'success',
  fail: 'failure',
  // A green tick must mean that something was compared.
  'not-compared': 'failure',
} as const satisfies Record<Report['verdict'], Check['conclusion']>

async function checkOf(
  suite: string,
  forge: Host['forge'],
  target: Target,
): Promise<Pick<Check, 'name' | 'commit' | 'url'> | null> {
  const event = await forge.event()
  const { commit = event.commit, run = event.run } = target
  if (commit === undefined) return null
  const name = suite === 'perf-gate' ? suite : `perf-gate / ${suite}`
  return { name, commit, ...(run === undefined ? {} : { url: run.url }) }
}

async function stampOf(createdAt: string, forge: Host['forge'], target: Target): Promise<Stamp> {
  const { run = (await forge.event()).run } = target
  const at = Date.parse(createdAt)
  return { run: Number(run?.id ?? 0) || 0, attempt: run?.attempt ?? 1, at: Number.isFinite(at) ? at : 0 }
}

/** Whether there is something to say that is worth a comment where none is yet. */
function wantsComment({ verdict, comparisons }: Report, policy: CommentPolicy): boolean {
  const bad = verdict === 'fail' || verdict === 'not-compared'
  if (policy === 'always' || bad) return policy !== 'never'
  if (policy !== 'on-change') return false
  return verdict === 'warn' || comparisons.some(isChange)
}

const isChange = ({ verdict, outcome }: Report['comparisons'][number]): boolean =>
  outcome !== 'shown' && verdict !== 'no-change' && verdict !== 'inconclusive'

async function attempt(publisher: string, step: () => Promise<Receipt | null>): Promise<Receipt | null> {
  try {
    return await step()
  } catch (error) {
    return { publisher, status: 'failed', why: error instanceof Error ? error.message : String(error) }
  }
}
