// GitHub as the forge: the pull request comment through the REST API, everything else through the runner's files and
// its log. Whatever GitHub refuses comes back as a Receipt.
import type { Receipt } from '../../model/receipt.ts'
import type { Forge, ForgeEvent } from '../../ports/forge.ts'
import type { Client } from './client.ts'
import { annotate, setOutputs } from './commands.ts'
import { upsertComment } from './comment.ts'
import { commentNeed, noToken, refusalOf } from './permissions.ts'
import { appendSummary, largestSummary } from './summary.ts'

export interface ForgeOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly token: string | undefined
  readonly event: () => Promise<ForgeEvent>
  readonly client: () => Promise<Client>
  /** Waits the given seconds. */
  readonly sleep: (seconds: number) => Promise<void>
}

export function githubForge({ env, token, event, client, sleep }: ForgeOptions): Forge {
  const comment = async (marker: string, body: string): Promise<Receipt> => {
    const publisher = 'comment'
    const { pullRequest, repository, ...rest } = await event()
    const [owner, repo] = (repository ?? '').split('/')
    if (pullRequest === undefined || !owner || !repo)
      return { publisher, status: 'skipped', why: 'This run belongs to no pull request.' }
    if (token === undefined) return { publisher, ...noToken(commentNeed) }
    try {
      const octokit = await client()
      const upserted = await upsertComment(
        octokit,
        { owner, repo, pullRequest },
        marker,
        body,
        await identity(octokit, token),
        (attempt) => sleep(attempt ** 2),
      )
      return { publisher, status: 'done', url: upserted.url }
    } catch (error) {
      return { publisher, ...refusalOf(error, commentNeed, rest) }
    }
  }
  return {
    limits: { comment: 65_536, summary: largestSummary },
    event,
    upsertComment: comment,
    writeSummary: (markdown) => appendSummary(env, markdown),
    annotate: async (annotations) => annotate(annotations),
    setOutputs: async (outputs) => setOutputs(env, outputs),
  }
}

/** Whose comments the token may take over. The token of a workflow cannot ask who it is; it always writes as a bot. */
async function identity(
  client: Client,
  token: string,
): Promise<(author: { readonly login: string; readonly type: string }) => boolean> {
  if (token.startsWith('ghs_')) return ({ type }) => type === 'Bot'
  const { data } = await client.rest.users.getAuthenticated()
  return ({ login }) => login === data.login
}
