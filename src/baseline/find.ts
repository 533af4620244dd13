// The Runs of the base branch that earlier jobs left behind, newest first. Whatever is missing or unusable is said in
// a sentence of its own; it never stops the gate, which measures both sides anyway.
import type { Notice } from '../model/notice.ts'
import type { Run } from '../model/run.ts'
import { readRun } from '../model/saved-file.ts'
import type { Artifacts, FoundArtifact } from '../ports/artifacts.ts'
import type { ForgeEvent } from '../ports/forge.ts'
import { inOrder } from './in-order.ts'
import { artifactName } from './name.ts'
import { runFile } from './store.ts'

export interface BaselineQuery {
  /** Key that tells the suite from others of the repository: its `name`. */
  readonly suite: string
  /** Runs of another suite hash measured something else, and are left out. */
  readonly suiteHash?: string
  readonly event: ForgeEvent
  readonly artifacts: Artifacts
  /** Runs to read at most; the recorded rule needs ten. */
  readonly limit?: number
}

export interface Baseline {
  /** Newest first. Of the same suite; whether machine and runtime agree is for the comparison to see. */
  readonly runs: readonly Run[]
  readonly notices: readonly Notice[]
}

export async function findBaseline(query: BaselineQuery): Promise<Baseline> {
  const { suite, suiteHash, event, artifacts, limit = 10 } = query
  const { targetBranch, defaultBranch } = event
  const branch = defaultBranch ?? targetBranch ?? event.branch
  if (branch === undefined) return none('It is not known which branch this is compared with.')
  if (targetBranch !== undefined && targetBranch !== branch)
    return none(
      `Runs are recorded for the default branch ${branch} only, and this is compared with ${targetBranch}.`,
    )
  const { found, why, fix } = await artifacts.find({ name: artifactName(suite), branch })
  if (found.length === 0) return none(why ?? 'None was found.', fix)
  const read = await inOrder(found.slice(0, limit), (artifact) => openBaseline(artifact, artifacts))
  const runs = read.flatMap((one) => ('run' in one ? [one.run] : []))
  const same = runs.filter((run) => suiteHash === undefined || run.environment.suiteHash === suiteHash)
  return {
    runs: same,
    notices: [
      ...read.flatMap((one) => ('why' in one ? [unreadable(one.artifact, one.why)] : [])),
      ...otherSuite(runs.length - same.length, same.length),
    ],
  }
}

function none(why: string, fix?: string): Baseline {
  const message = `There is no recorded baseline. ${why}`
  return { runs: [], notices: [{ code: 'no-baseline', message, ...(fix === undefined ? {} : { fix }) }] }
}

type Opened = { readonly run: Run } | { readonly artifact: FoundArtifact; readonly why: string }

export async function openBaseline(artifact: FoundArtifact, artifacts: Artifacts): Promise<Opened> {
  const files = await artifacts.download(artifact)
  if (files === null) return { artifact, why: 'it expired or could not be downloaded' }
  const text = files[runFile]
  if (text === undefined)
    return { artifact, why: `it holds no ${runFile}: its upload may have been cut short` }
  const read = readRun(text)
  if ('why' in read) return { artifact, why: `its ${runFile} ${read.why}` }
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

function otherSuite(different: number, same: number): Notice[] {
  if (different === 0) return []
  const kept = same === 0 ? 'None is left to compare with' : `${same} are left`
  return [
    {
      code: 'baseline-of-another-suite',
      message: `${different} recorded ${different === 1 ? 'Run was' : 'Runs were'} measured with other benchmarks, or measured differently, and left out. ${kept} until the base branch has run the suite as it is now.`,
    },
  ]
}
