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
  const { kind, branch, defaultBranch } = event
  if (kind === 'pull_request' || kind === 'local' || branch === undefined || branch !== defaultBranch)
    return {
      publisher,
      status: 'skipped',
      why: `Baselines are stored by runs of the default branch${defaultBranch === undefined ? '' : ` ${defaultBranch}`} only.`,
    }
  const receipt = await artifacts.upload(artifactName(suite), { [runFile]: JSON.stringify(run) })
  return { ...receipt, publisher }
}
