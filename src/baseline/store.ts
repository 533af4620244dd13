// What the default branch leaves for pull requests to be compared with: the head Run, as it is.
import type { Receipt } from '../model/receipt.ts'
import type { Run } from '../model/run.ts'
import type { Artifacts } from '../ports/artifacts.ts'
import type { ForgeEvent } from '../ports/forge.ts'
import { artifactName } from './name.ts'

/** The file inside the artifact. */
export const runFile = 'run.json'

export interface BaselineToStore {
  readonly suite: string
  readonly run: Run
  readonly event: ForgeEvent
  readonly artifacts: Artifacts
}

/** Uploads `run` when this is a run of the default branch itself; a Receipt says so when it is not. */
export async function storeBaseline({ suite, run, event, artifacts }: BaselineToStore): Promise<Receipt> {
  const publisher = 'baseline'
  const why = whyNotStored(event)
  if (why !== null) return { publisher, status: 'skipped', why }
  const receipt = await artifacts.upload(artifactName(suite), { [runFile]: JSON.stringify(run) })
  return { ...receipt, publisher }
}

/** Why nothing of this event is a baseline for others; `null` when it is one. */
export function whyNotStored({ kind, branch, defaultBranch }: ForgeEvent): string | null {
  if (kind !== 'pull_request' && kind !== 'local' && branch !== undefined && branch === defaultBranch)
    return null
  const name = defaultBranch === undefined ? '' : ` ${defaultBranch}`
  return `Baselines are stored by runs of the default branch${name} only.`
}
