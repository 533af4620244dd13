// A workflow run as GitHub's REST API describes it, with all that its description asks for.
import type { ListedRun } from './fake-github.ts'

export function describedRun({ run, status, conclusion }: ListedRun, origin: string) {
  const url = `${origin}/repos/octo/app/actions/runs/${run.id}`
  const links = 'jobs_url logs_url check_suite_url artifacts_url cancel_url rerun_url workflow_url'.split(' ')
  return {
    id: run.id,
    node_id: `run-${run.id}`,
    name: 'perf-gate',
    display_title: 'a commit',
    path: '.github/workflows/perf-gate.yml',
    run_number: 1,
    event: 'push',
    workflow_id: 1,
    head_branch: run.head_branch,
    head_sha: run.head_sha,
    status,
    conclusion,
    url,
    html_url: `https://github.com/octo/app/actions/runs/${run.id}`,
    created_at: '2026-01-01T00:00:00Z',
    updated_at: '2026-01-01T00:00:00Z',
    pull_requests: [],
    head_commit: null,
    ...Object.fromEntries(links.map((link) => [link, `${url}/${link}`])),
    repository: describedRepository(run.repository_id, origin),
    head_repository: describedRepository(run.head_repository_id, origin),
  }
}

const repositoryLinks =
  'archive assignees blobs branches collaborators comments commits compare contents contributors deployments downloads events forks git_commits git_refs git_tags hooks html issue_comment issue_events issues keys labels languages merges milestones notifications pulls releases stargazers statuses subscribers subscription tags teams trees'
const personLinks =
  'followers following gists starred subscriptions organizations repos events received_events html avatar'

function describedRepository(id: number, origin: string) {
  const url = `${origin}/repos/octo/app`
  const linked = (names: string) =>
    Object.fromEntries(names.split(' ').map((name) => [`${name}_url`, `${url}/${name}`]))
  const owner = {
    login: 'octo',
    id: 7,
    node_id: 'owner',
    gravatar_id: '',
    type: 'User',
    site_admin: false,
    url,
    ...linked(personLinks),
  }
  return {
    id,
    node_id: `repository-${id}`,
    name: 'app',
    full_name: 'octo/app',
    private: false,
    fork: false,
    description: null,
    owner,
    url,
    ...linked(repositoryLinks),
  }
}
