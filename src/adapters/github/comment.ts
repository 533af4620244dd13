// One comment per pull request and suite: found by its marker over all pages, updated in place, never doubled. Only
// what the token's own identity wrote is taken over, so that nobody can plant the comment and rewrite it later.
import type { Client } from './client.ts'
import { isUncertain, statusOf } from './permissions.ts'

export interface Place {
  readonly owner: string
  readonly repo: string
  readonly pullRequest: number
}

interface Comment {
  readonly id: number
  readonly html_url: string
  readonly body?: string | undefined
  readonly user: { readonly login: string; readonly type: string } | null
}

export interface Upserted {
  readonly url: string
  readonly change: 'created' | 'updated' | 'unchanged'
}

/** How often a comment is posted anew when nobody knows whether the last attempt arrived. */
const attempts = 3

/**
 * @param body begins with `marker`
 * @param isOurs whether the token could have written a comment of that author
 * @param pause waits before attempt 1, 2, … after an uncertain answer
 * @throws what octokit throws when GitHub refuses
 */
export async function upsertComment(
  client: Client,
  place: Place,
  marker: string,
  body: string,
  isOurs: (author: { readonly login: string; readonly type: string }) => boolean,
  pause: (attempt: number) => Promise<void>,
): Promise<Upserted> {
  const { owner, repo, pullRequest } = place
  const ours = async (): Promise<Comment[]> => {
    const all: readonly Comment[] = await client.paginate(client.rest.issues.listComments, {
      owner,
      repo,
      issue_number: pullRequest,
      per_page: 100,
    })
    return all.filter(
      (comment) => comment.body?.startsWith(marker) === true && comment.user !== null && isOurs(comment.user),
    )
  }
  const removeAll = async (duplicates: readonly Comment[]): Promise<void> => {
    for (const { id } of duplicates) {
      // A duplicate that cannot be removed is ugly, not wrong; the next run tries again.
      await client.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => {})
    }
  }
  /** `null` when the comment was deleted since it was listed. */
  const update = async (found: readonly Comment[]): Promise<Upserted | null> => {
    const [kept, ...duplicates] = found
    if (kept === undefined) return null
    if (kept.body !== body) {
      try {
        await client.rest.issues.updateComment({ owner, repo, comment_id: kept.id, body })
      } catch (error) {
        if (statusOf(error) === 404) return update(duplicates)
        throw error
      }
    }
    await removeAll(duplicates)
    return { url: kept.html_url, change: kept.body === body ? 'unchanged' : 'updated' }
  }
  const create = async (attempt: number): Promise<Upserted> => {
    try {
      const { data } = await client.rest.issues.createComment({
        owner,
        repo,
        issue_number: pullRequest,
        body,
        // After a 502 or a dropped connection the plugin would post again although the first may have arrived.
        request: { retries: 0 },
      })
      if (attempt > 0) await removeAll((await ours()).filter(({ id }) => id !== data.id))
      return { url: data.html_url, change: 'created' }
    } catch (error) {
      if (!isUncertain(error) || attempt + 1 >= attempts) throw error
      await pause(attempt + 1)
      const arrived = await update(await ours())
      return arrived === null ? create(attempt + 1) : { ...arrived, change: 'created' }
    }
  }
  return (await update(await ours())) ?? (await create(0))
}
