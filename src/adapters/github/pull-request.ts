// Whose pull request is it that a workflow run measured? The forge is asked, never the run: an artifact can say what
// it likes. `workflow_run.pull_requests` is empty for forks, so the pull requests of the branch are listed.
import type { MeasuredRun } from '../../ports/forge.ts'
import type { Client } from './client.ts'

export async function findPullRequest(
  client: Client,
  owner: string,
  repo: string,
  measured: MeasuredRun,
): Promise<{ readonly pullRequest: number } | { readonly why: string }> {
  const { repository, branch, commit } = measured
  const short = commit.slice(0, 7)
  if (repository === undefined) return { why: 'The fork that was measured is not there any more.' }
  const [headOwner = ''] = repository.split('/')
  const open = await client.paginate(client.rest.pulls.list, {
    owner,
    repo,
    state: 'open',
    head: `${headOwner}:${branch}`,
    per_page: 100,
  })
  const ofBranch = open.filter(
    ({ head }) => head.ref === branch && head.repo?.full_name.toLowerCase() === repository.toLowerCase(),
  )
  if (ofBranch.length === 0)
    return { why: `No open pull request has the head ${headOwner}:${branch} (any more).` }
  const current = ofBranch.filter(({ head }) => head.sha === commit)
  const [only, another] = current
  if (only === undefined)
    return {
      why: `${short} is not the head of ${headOwner}:${branch} any more: a newer push is or will be measured.`,
    }
  if (another !== undefined)
    return {
      why: `${headOwner}:${branch} is the head of several pull requests (${current.map(({ number }) => `#${number}`).join(', ')}), and it is not known which of them was measured.`,
    }
  return { pullRequest: only.number }
}
