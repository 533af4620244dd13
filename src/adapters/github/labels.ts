// Who put a label on a pull request: its history says so. Anybody who may triage can set labels, so that only the word
// of people with write access counts.
import type { Client } from './client.ts'
import type { Place } from './comment.ts'

export async function labelledBy(
  client: Client,
  { owner, repo, pullRequest }: Place,
  label: string,
): Promise<string[]> {
  const events = await client.paginate(client.rest.issues.listEvents, {
    owner,
    repo,
    issue_number: pullRequest,
    per_page: 100,
  })
  const ofLabel = events.filter(
    (event) =>
      (event.event === 'labeled' || event.event === 'unlabeled') &&
      'label' in event &&
      event.label?.name?.toLowerCase() === label.toLowerCase(),
  )
  const last = ofLabel.toSorted((a, b) => a.id - b.id).at(-1)
  const username = last?.event === 'labeled' ? last.actor?.login : undefined
  if (username === undefined) return []
  const { data } = await client.rest.repos.getCollaboratorPermissionLevel({ owner, repo, username })
  return data.permission === 'admin' || data.permission === 'write' ? [username] : []
}
