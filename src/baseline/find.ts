// The Runs of the base branch that earlier jobs left behind, those of the nearest ancestors first. Whatever is missing
// or unusable is said in a sentence of its own; it never stops the gate, which measures both sides anyway.
import type { Environment } from '../model/environment.ts'
import type { Notice } from '../model/notice.ts'
import type { Run } from '../model/run.ts'
import { readRun } from '../model/saved-file.ts'
import type { Artifacts, FoundArtifact } from '../ports/artifacts.ts'
import { comparable } from './comparable.ts'
import { inOrder } from './in-order.ts'
import { artifactName } from './name.ts'
import { type History, nearestFirst } from './nearest.ts'
import type { BaselinePlace } from './place.ts'
import { runFile } from './store.ts'

export interface BaselineQuery extends Omit<BaselinePlace, 'notices'> {
  readonly notices?: readonly Notice[]
  /** Of head: Runs of another suite or machine are left out. */
  readonly environment?: Environment
  /** Where the change started from; without it Runs count as they are found, newest first. */
  readonly history?: History | undefined
  /** Runs to read at most; the recorded rule needs ten. */
  readonly limit?: number
}

export interface Baseline {
  /** Of the same suite and machine, those of the nearest ancestors first. */
  readonly runs: readonly Run[]
  /** The nearest commit that has one, and how many commits it lies before the base. */
  readonly nearest?: { readonly commit: string; readonly distance: number }
  readonly notices: readonly Notice[]
}

export async function findBaseline(query: BaselineQuery): Promise<Baseline> {
  const found = await find(query)
  return { ...found, notices: [...(query.notices ?? []), ...found.notices] }
}

async function find({
  suite,
  environment,
  event,
  artifacts,
  history,
  limit = 10,
}: BaselineQuery): Promise<Baseline> {
  const branch = baselineBranch(event)
  if (typeof branch !== 'string') return none(branch.why)
  const commit = history?.base
  const {
    found,
    why,
    fix,
    missing,
    notices = [],
  } = await artifacts.find({
    name: artifactName(suite),
    branch,
    ...(commit === undefined ? {} : { commit }),
  })
  const absent = missing === undefined ? [] : [{ code: 'baseline-missing', message: missing }]
  if (found.length === 0) return none(why ?? 'None was found.', fix, [...notices, ...absent])
  const ranked = await nearestFirst(found, history, limit)
  if (ranked.length === 0) return none(unrelated(found, commit), undefined, [...notices, ...absent])
  const read = await inOrder(ranked, async (one) => ({
    ...one,
    ...(await openBaseline(one.artifact, artifacts)),
  }))
  const runs = read.flatMap((one) => ('run' in one ? [one] : []))
  const { kept, notices: leftOut } = comparable(runs, environment)
  const [first] = kept
  return {
    runs: kept.map(({ run }) => run),
    ...(first?.distance === undefined || first.artifact.commit === undefined
      ? {}
      : { nearest: { commit: first.artifact.commit, distance: first.distance } }),
    notices: [
      ...notices,
      // Where the base has a Run of its own, nothing is missing.
      ...(ranked.some(({ distance }) => distance === 0) ? [] : absent),
      ...read.flatMap((one) => ('why' in one ? [unreadable(one.artifact, one.why)] : [])),
      ...leftOut,
    ],
  }
}

/** The branch whose Runs a change is held against, or why there is none. */
export function baselineBranch({
  targetBranch,
  defaultBranch,
  branch: own,
}: BaselinePlace['event']): string | { readonly why: string } {
  const branch = defaultBranch ?? targetBranch ?? own
  if (branch === undefined) return { why: 'It is not known which branch this is compared with.' }
  if (targetBranch === undefined || targetBranch === branch) return branch
  return {
    why: `Runs are recorded for the default branch ${branch} only, and this is compared with ${targetBranch}.`,
  }
}

function none(why: string, fix?: string, notices: readonly Notice[] = []): Baseline {
  const message = `There is no recorded baseline. ${why}`
  return {
    runs: [],
    notices: [{ code: 'no-baseline', message, ...(fix === undefined ? {} : { fix }) }, ...notices],
  }
}

function unrelated(found: readonly FoundArtifact[], base: string | undefined): string {
  const runs = found.length === 1 ? 'The one that was found is' : `All ${found.length} that were found are`
  return `${runs} of commits that the base ${base?.slice(0, 7) ?? ''} does not go back to: newer ones, or rewritten ones.`
}

type Opened = { readonly run: Run } | { readonly why: string }

export async function openBaseline(
  artifact: FoundArtifact,
  artifacts: Pick<Artifacts, 'download'>,
): Promise<Opened> {
  const files = await artifacts.download(artifact)
  if (files === null) return { why: 'it expired or could not be downloaded' }
  const text = files[runFile]
  if (text === undefined) return { why: `it holds no ${runFile}: its upload may have been cut short` }
  const read = readRun(text)
  if ('why' in read) return { why: `its ${runFile} ${read.why}` }
  // What the forge says of the commit holds; the file's own word is only a copy of it.
  const { commit, branch } = artifact
  const subject = {
    ...read.value.subject,
    ...(commit === undefined ? {} : { commit }),
    ...(branch === undefined ? {} : { ref: branch }),
  }
  return { run: { ...read.value, subject } }
}

function unreadable({ id, commit }: FoundArtifact, why: string): Notice {
  const of = commit === undefined ? '' : ` of commit ${commit.slice(0, 7)}`
  return {
    code: 'baseline-unreadable',
    message: `The recorded baseline${of} (artifact ${id}) was left out: ${why}.`,
  }
}
