// The Runs of the base branch that earlier jobs left behind, those of the nearest ancestors first. Whatever is missing
// or unusable is said in a sentence of its own; it never stops the gate, which measures both sides anyway.
import type { Environment } from '../model/environment.ts'
import type { Notice } from '../model/notice.ts'
import type { Run } from '../model/run.ts'
import { readRun } from '../model/saved-file.ts'
import type { Artifacts, FoundArtifact } from '../ports/artifacts.ts'
import { comparable } from './comparable.ts'
import { artifactName } from './name.ts'
import { type History, nearestFirst, type Ranked } from './nearest.ts'
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

/** Downloads under way at once. */
const atOnce = 4

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
  const read = await inOrder(ranked, atOnce, (one) => open(one, artifacts))
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

type Opened = (Ranked & { readonly run: Run }) | (Ranked & { readonly why: string })

async function open(ranked: Ranked, artifacts: Artifacts): Promise<Opened> {
  const { artifact } = ranked
  const files = await artifacts.download(artifact)
  if (files === null) return { ...ranked, why: 'it expired or could not be downloaded' }
  const text = files[runFile]
  if (text === undefined)
    return { ...ranked, why: `it holds no ${runFile}: its upload may have been cut short` }
  const read = readRun(text)
  if ('why' in read) return { ...ranked, why: `its ${runFile} ${read.why}` }
  // What the forge says of the commit holds; the file's own word is only a copy of it.
  const { commit, branch } = artifact
  const subject = {
    ...read.value.subject,
    ...(commit === undefined ? {} : { commit }),
    ...(branch === undefined ? {} : { ref: branch }),
  }
  return { ...ranked, run: { ...read.value, subject } }
}

function unreadable({ id, commit }: FoundArtifact, why: string): Notice {
  const of = commit === undefined ? '' : ` of commit ${commit.slice(0, 7)}`
  return {
    code: 'baseline-unreadable',
    message: `The recorded baseline${of} (artifact ${id}) was left out: ${why}.`,
  }
}

/** Results in the order of `items`, with at most `width` calls under way. */
async function inOrder<Item, Result>(
  items: readonly Item[],
  width: number,
  call: (item: Item) => Promise<Result>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let start = 0; start < items.length; start += width)
    results.push(...(await Promise.all(items.slice(start, start + width).map(call))))
  return results
}
