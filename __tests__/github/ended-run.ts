// The event by which GitHub tells a second workflow that the run of a pull request has ended.
import type { WorkflowRun } from './artifact-service.ts'
import { repository } from './fake-github.ts'
import type { WorkflowEvent } from './fake-runner.ts'

/**
 * @param from `owner/name` of the fork; `null` when it was deleted since
 * @param conclusion of the run
 */
export function endedRun(run: WorkflowRun, from: string | null, conclusion = 'success'): WorkflowEvent {
  return {
    name: 'workflow_run',
    ref: 'refs/heads/main',
    sha: '1'.repeat(40),
    payload: {
      action: 'completed',
      workflow_run: {
        id: run.id,
        run_attempt: 1,
        event: 'pull_request',
        conclusion,
        head_sha: run.head_sha,
        head_branch: run.head_branch,
        head_repository: from === null ? null : { id: run.head_repository_id, full_name: from },
        // Empty for forks, on GitHub too.
        pull_requests: [],
        html_url: `https://github.com/octo/app/actions/runs/${run.id}`,
      },
      repository: { id: repository.id, default_branch: 'main' },
    },
  }
}
