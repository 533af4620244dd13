// Why a commit has no baseline although others have: what became of this workflow's own run for it.
import type { Client } from './client.ts'

export interface RunQuery {
  readonly client: Client
  readonly owner: string
  readonly repo: string
  /** `GITHUB_WORKFLOW_REF`: `owner/repo/.github/workflows/perf.yml@refs/heads/main`. */
  readonly workflowRef: string | undefined
  readonly branch: string
  readonly commit: string
}

/** One sentence, or nothing where it cannot be told or there never was such a run. Asks once; errors are no answer. */
export async function fateOfRun(query: RunQuery): Promise<string | undefined> {
  const { client, owner, repo, branch, commit } = query
  const workflow = /\/([^/@]+)@/.exec(query.workflowRef ?? '')?.[1]
  if (workflow === undefined) return undefined
  try {
    const { data } = await client.rest.actions.listWorkflowRuns({
      owner,
      repo,
      workflow_id: workflow,
      branch,
      head_sha: commit,
      per_page: 10,
    })
    // A fork may have a branch of the same name.
    const [run] = data.workflow_runs.filter(
      ({ head_repository, repository }) => head_repository?.id === repository.id,
    )
    if (run === undefined) return undefined
    const what = `The run of ${workflow} for ${commit.slice(0, 7)}`
    if (run.status !== 'completed') return `${what} has not ended yet (${run.html_url}).`
    return `${what} ${ended(run.conclusion)} (${run.html_url}).`
  } catch {
    return undefined
  }
}

function ended(conclusion: string | null): string {
  switch (conclusion) {
    case 'success':
      return 'left no baseline: the gate did not run in it, or its upload was cut short'
    case 'cancelled':
      return 'was cancelled and left no baseline; let `cancel-in-progress` spare the default branch'
    default:
      return `ended with "${conclusion ?? 'nothing'}" and left no baseline`
  }
}
