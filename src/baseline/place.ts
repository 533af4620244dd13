// Where a suite keeps its Runs, as `baseline.from` says and as this job can.
import type { Notice } from '../model/notice.ts'
import type { BaselineSpec, Suite } from '../model/suite/index.ts'
import type { Artifacts } from '../ports/artifacts.ts'
import type { ForgeEvent } from '../ports/forge.ts'
import type { Host } from '../ports/host.ts'

export interface BaselinePlace {
  /** Key that tells the suite from others of the repository: its `name`. */
  readonly suite: string
  readonly event: ForgeEvent
  readonly artifacts: Artifacts
  readonly notices: readonly Notice[]
}

type PlaceHost = Pick<Host, 'artifacts' | 'artifactsIn' | 'git'>

/** `null` where nothing is looked up and nothing can be missed. */
export async function baselinePlace(
  { name: suite, baseline }: Pick<Suite, 'name' | 'baseline'>,
  event: ForgeEvent,
  host: PlaceHost,
): Promise<BaselinePlace | null> {
  const { from } = baseline
  const isLocal = event.kind === 'local'
  if (from === 'none' || (isLocal && (from === 'artifact' || from === 'cache'))) return null
  const chosen = choose(baseline, host)
  return { suite, ...chosen, event: isLocal ? await eventOfClone(event, host) : event }
}

function choose(
  { from, path, branch }: BaselineSpec,
  { artifacts, artifactsIn }: PlaceHost,
): Pick<BaselinePlace, 'artifacts' | 'notices'> {
  switch (from) {
    case 'file':
      return { artifacts: artifactsIn.folder(path), notices: [] }
    case 'branch':
      return { artifacts: artifactsIn.branch(branch), notices: [] }
    case 'cache':
      return { artifacts: artifactsIn.cache() ?? without('There is no cache here.'), notices: [] }
    case 'artifact':
    case 'none':
      return artifacts.unsupported === undefined
        ? { artifacts, notices: [] }
        : instead(artifacts.unsupported, artifactsIn.cache())
  }
}

/** GitHub Enterprise Server: what it has takes the place of artifacts; nobody's repository is pushed to unasked. */
function instead(why: string, cache: Artifacts | null): Pick<BaselinePlace, 'artifacts' | 'notices'> {
  if (cache === null)
    return { artifacts: without(why, 'Write into the suite: `baseline: { from: branch }`.'), notices: [] }
  const notice = {
    code: 'baseline-in-cache',
    message: `${why} Runs are kept in its cache instead.`,
    fix: 'Write `baseline: { from: cache }` into the suite, or `{ from: branch }`, which forgets nothing after a week.',
  }
  return { artifacts: cache, notices: [notice] }
}

function without(why: string, fix?: string): Artifacts {
  const answer = { why, ...(fix === undefined ? {} : { fix }) }
  return {
    upload: async () => ({ publisher: 'artifact', status: 'skipped', ...answer }),
    find: async () => ({ found: [], ...answer }),
    findOfRun: async () => ({ found: [], ...answer }),
    download: async () => null,
    downloadBytes: async () => null,
  }
}

/** Any CI, or a laptop: git says which branch this is. What no commit has is no baseline for others. */
async function eventOfClone(event: ForgeEvent, { git }: Pick<Host, 'git'>): Promise<ForgeEvent> {
  const [branch, defaultBranch] = [(await git.currentBranch()) ?? event.branch, await git.defaultBranch()]
  const { branch: _, ...rest } = event
  const isClean = !(await git.dirty())
  return {
    ...rest,
    kind: 'other',
    ...(branch === undefined || !isClean ? {} : { branch }),
    ...(defaultBranch === null ? {} : { defaultBranch }),
  }
}
