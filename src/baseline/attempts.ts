// A job that is run again continues the evidence of its earlier attempts: their Runs are found, checked to be of the same
// programs measured in the same way, and handed on. Starting afresh until the result is liked would make every error
// rate meaningless.
import { ConfigError } from '../errors.ts'
import type { Change } from '../model/change.ts'
import type { Notice } from '../model/notice.ts'
import type { Receipt } from '../model/receipt.ts'
import type { Run, Runs } from '../model/run.ts'
import { readRun } from '../model/saved-file.ts'
import type { ShardPlace } from '../model/shard.ts'
import { sides } from '../model/side.ts'
import type { Artifacts } from '../ports/artifacts.ts'
import type { Files } from '../ports/files.ts'
import type { ForgeEvent } from '../ports/forge.ts'
import { attemptName } from './name.ts'

/** The two Runs in an output directory and in an artifact. */
export const runFiles = { base: 'base.run.json', head: 'head.run.json' } as const

export interface EarlierQuery {
  readonly suite: string
  readonly suiteHash: string
  readonly change: Change
  readonly event: ForgeEvent
  readonly artifacts: Pick<Artifacts, 'find' | 'download'>
  readonly files: Pick<Files, 'read'>
  /** An output directory of an earlier measurement that was named to be continued. */
  readonly directory?: string | undefined
  /** One of several jobs that measure the suite: each continues what it measured itself. */
  readonly shard?: ShardPlace | undefined
}

export interface Earlier {
  /** `null`: this is the first attempt, or nothing of the others can be continued. */
  readonly runs: Runs | null
  readonly notices: readonly Notice[]
}

const nothing: Earlier = { runs: null, notices: [] }

/**
 * The Runs that this measurement continues.
 * @throws ConfigError when a directory was named and cannot be continued
 */
export async function findEarlier(query: EarlierQuery): Promise<Earlier> {
  if (query.directory !== undefined) return fromDirectory(query.directory, query)
  const { run } = query.event
  return run === undefined || run.attempt <= 1 ? nothing : fromAttempts(run, query)
}

async function fromDirectory(directory: string, query: EarlierQuery): Promise<Earlier> {
  const texts = await Promise.all(sides.map((side) => query.files.read(`${directory}/${runFiles[side]}`)))
  const read = readBoth(
    Object.fromEntries(sides.map((side, index) => [runFiles[side], texts[index] ?? undefined])),
  )
  const why =
    'why' in read
      ? read.why
      : query.change.head.dirty === true
        ? 'the working tree holds changes that no commit has, so nobody can tell whether it is the same program'
        : whyOther(read.runs, query)
  if ('why' in read || why !== null)
    throw new ConfigError(
      `--continue ${directory}: it cannot be continued, because ${why}.`,
      [],
      'Leave `--continue` out to measure afresh.',
    )
  return { runs: read.runs, notices: [continued(read.runs, `the Runs in ${directory}`)] }
}

async function fromAttempts(run: NonNullable<ForgeEvent['run']>, query: EarlierQuery): Promise<Earlier> {
  const { artifacts, suite, shard } = query
  let reason = ''
  let fix: string | undefined
  // Every attempt leaves all that was measured until then, so the latest holds everything. An attempt that ran other
  // jobs of the workflow left none.
  for (let attempt = run.attempt - 1; attempt >= 1; attempt--) {
    const answer = await artifacts.find({ name: attemptName(suite, { ...run, attempt }, shard), run: run.id })
    reason = answer.why ?? 'None was found.'
    fix = answer.fix
    const [artifact] = answer.found
    // What keeps one from being found keeps them all.
    if (artifact === undefined && fix !== undefined) break
    if (artifact === undefined) continue
    const read = readBoth((await artifacts.download(artifact)) ?? {})
    const why = 'why' in read ? read.why : whyOther(read.runs, query)
    if ('runs' in read && why === null)
      return { runs: read.runs, notices: [continued(read.runs, `attempt ${attempt}`)] }
    reason = `What attempt ${attempt} left cannot be continued: ${why}.`
    break
  }
  return {
    runs: null,
    notices: [
      {
        code: 'attempt-not-continued',
        message: `This is attempt ${run.attempt}, and it stands alone: the evidence of the earlier ones was not found. ${reason}`,
        fix:
          fix ?? 'Judge all attempts together: of several that start afresh, one is sooner or later wrong.',
      },
    ],
  }
}

export type ReadRuns = { readonly runs: Runs } | { readonly why: string }

/** File name → text, as an artifact or an output directory holds both Runs. */
export function readBoth(texts: Readonly<Record<string, string | undefined>>): ReadRuns {
  const runs: Partial<Record<'base' | 'head', Run>> = {}
  for (const side of sides) {
    const text = texts[runFiles[side]]
    if (text === undefined) return { why: `there is no ${runFiles[side]}` }
    const read = readRun(text)
    if ('why' in read) return { why: `${runFiles[side]} ${read.why}` }
    runs[side] = read.value
  }
  const { base, head } = runs
  return base === undefined || head === undefined ? { why: 'a side is missing' } : { runs: { base, head } }
}

/** Why these Runs are of something else; `null` when they are of the same programs, measured in the same way. */
function whyOther({ base, head }: Runs, { suiteHash, change }: EarlierQuery): string | null {
  if (head.measurement === undefined || head.measurement !== base.measurement)
    return 'its two Runs are not of one measurement'
  if (head.environment.suiteHash !== suiteHash) return 'it was measured with other benchmarks, or differently'
  for (const [side, run] of [
    ['head', head],
    ['base', base],
  ] as const) {
    const { commit } = change[side]
    if (commit === undefined)
      return `nobody can tell whether the ${side} is the same: it is a folder without a commit`
    if (run.subject.commit !== commit)
      return `its ${side} is ${run.subject.commit?.slice(0, 7) ?? 'no commit'}, and this one is ${commit.slice(0, 7)}`
  }
  return null
}

function continued({ head }: Runs, what: string): Notice {
  const rounds = firstRoundAfter({ head, base: head })
  return {
    code: 'continued',
    message: `This continues ${what}: ${rounds} ${rounds === 1 ? 'round' : 'rounds'} measured then count as well.`,
  }
}

/** The round to go on with: no round is used twice, also not one whose pair was void. */
export function firstRoundAfter({ base, head }: Runs): number {
  let next = 0
  for (const { series, failures } of [base, head]) {
    for (const { evidence } of series) {
      const rounds =
        evidence.kind === 'trials' ? evidence.trials : evidence.kind === 'histogram' ? evidence.rounds : []
      for (const { round } of rounds) next = Math.max(next, round + 1)
    }
    for (const { round } of failures) next = Math.max(next, (round ?? -1) + 1)
  }
  return next
}

export interface AttemptToStore {
  readonly suite: string
  readonly runs: Runs
  readonly event: ForgeEvent
  readonly artifacts: Pick<Artifacts, 'upload'>
  readonly shard?: ShardPlace | undefined
}

/** Leaves all that was measured so far to the next attempt of this job; nothing to say outside of a workflow. */
export async function storeAttempt({
  suite,
  runs,
  event,
  artifacts,
  shard,
}: AttemptToStore): Promise<readonly Receipt[]> {
  if (event.run === undefined) return []
  const content = Object.fromEntries(sides.map((side) => [runFiles[side], JSON.stringify(runs[side])]))
  const receipt = await artifacts.upload(attemptName(suite, event.run, shard), content)
  return [{ ...receipt, publisher: 'attempt' }]
}
