// One comment per pull request: found by its marker over all pages, edited in place, never doubled. Only what the
// token's own identity wrote is taken over, so that nobody can plant the comment and rewrite it later. GitHub cannot
// refuse an edit of something that has changed meanwhile, so each edit is looked at again after it was made.
import type { CommentEdit } from '../../ports/forge.ts'
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

export interface Edited {
  readonly url: string
  readonly change: 'created' | 'updated' | 'unchanged'
}

/** How often a comment is posted anew when nobody knows whether the last attempt arrived. */
const attempts = 3
/** How often jobs that write at the same time may get into each other's way. */
const rounds = 6

/**
 * @param isOurs whether the token could have written a comment of that author
 * @param pause waits the given seconds
 * @returns `null` when there is no comment and `edit` wants none
 * @throws what octokit throws when GitHub refuses
 */
export async function editComment(
  client: Client,
  { owner, repo, pullRequest }: Place,
  marker: string,
  edit: CommentEdit,
  isOurs: (author: { readonly login: string; readonly type: string }) => boolean,
  pause: (seconds: number) => Promise<void>,
): Promise<Edited | null> {
  const ours = async (): Promise<Comment[]> => {
    const all: readonly Comment[] = await client.paginate(client.rest.issues.listComments, {
      owner,
      repo,
      issue_number: pullRequest,
      per_page: 100,
    })
    return all
      .filter(
        (comment) =>
          comment.body?.startsWith(marker) === true && comment.user !== null && isOurs(comment.user),
      )
      .toSorted((a, b) => a.id - b.id)
  }
  let change: Edited['change'] = 'unchanged'
  let unanswered = 0
  for (let round = 1; ; round++) {
    const found = await ours()
    const [kept, ...duplicates] = found
    const body = edit(found.map((comment) => comment.body ?? ''))
    if (body === null) return kept === undefined ? null : { url: kept.html_url, change }
    if (kept !== undefined && same(kept.body, body) && duplicates.length === 0)
      return { url: kept.html_url, change }
    if (round > rounds) throw new Error('other jobs keep writing the comment at the same time')
    if (kept === undefined) {
      try {
        await client.rest.issues.createComment({
          owner,
          repo,
          issue_number: pullRequest,
          body,
          // After a 502 or a dropped connection the plugin would post again although the first may have arrived.
          request: { retries: 0 },
        })
        change = 'created'
      } catch (error) {
        unanswered++
        if (!isUncertain(error) || unanswered >= attempts) throw error
        await pause(unanswered ** 2)
        change = 'created'
        continue
      }
    } else {
      try {
        if (!same(kept.body, body))
          await client.rest.issues.updateComment({ owner, repo, comment_id: kept.id, body })
        if (change === 'unchanged') change = 'updated'
      } catch (error) {
        // Deleted since it was listed: the next round creates it anew.
        if (statusOf(error) !== 404) throw error
        continue
      }
      // A duplicate that cannot be removed is ugly, not wrong; the next run tries again.
      for (const { id } of duplicates)
        await client.rest.issues.deleteComment({ owner, repo, comment_id: id }).catch(() => {})
    }
    await pause(1)
  }
}

/** As a text box would keep it: GitHub may send other line ends than it was given. */
const same = (a: string | undefined, b: string): boolean => plain(a ?? '') === plain(b)

const plain = (body: string): string => body.replaceAll('\r\n', '\n').trimEnd()
