// GitHub as the forge: the pull request comment through the REST API, everything else through the runner's files and
// its log. Whatever GitHub refuses comes back as a Receipt.
import type { Forge, ForgeEvent } from '../../ports/forge.ts'
import { checkWriter } from './checks.ts'
import type { Client } from './client.ts'
import { annotate, setOutputs } from './commands.ts'
import { editComment } from './comment.ts'
import { labelledBy } from './labels.ts'
import { checkNeed, commentNeed, messageOf, noToken, pullRequestNeed, refusalOf } from './permissions.ts'
import { findPullRequest } from './pull-request.ts'
import { appendSummary, largestSummary } from './summary.ts'

export interface ForgeOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly token: string | undefined
  readonly event: () => Promise<ForgeEvent>
  readonly client: () => Promise<Client>
  /** Waits the given seconds. */
  readonly sleep: (seconds: number) => Promise<void>
  readonly warn?: (message: string) => void
}

export function githubForge({ env, token, event, client, sleep, warn = () => {} }: ForgeOptions): Forge {
  const comment: Forge['upsertComment'] = async (marker, edit, named) => {
    const publisher = 'comment'
    const { pullRequest: own, repository, ...rest } = await event()
    const pullRequest = named ?? own
    const [owner, repo] = (repository ?? '').split('/')
    if (pullRequest === undefined || !owner || !repo)
      return { publisher, status: 'skipped', why: 'This run belongs to no pull request.' }
    if (token === undefined) return { publisher, ...noToken(commentNeed) }
    try {
      const octokit = await client()
      const place = { owner, repo, pullRequest }
      const edited = await editComment(octokit, place, marker, edit, await identity(octokit, token), sleep)
      if (edited === null) return { publisher, status: 'skipped', why: 'There is nothing to comment on.' }
      return { publisher, status: 'done', url: edited.url }
    } catch (error) {
      return { publisher, ...refusalOf(error, commentNeed, rest) }
    }
  }
  const pullRequestOf: Forge['findPullRequest'] = async (measured) => {
    const { repository, ...rest } = await event()
    const [owner = '', repo = ''] = (repository ?? '').split('/')
    if (token === undefined) return { why: noToken(pullRequestNeed).why }
    try {
      return await findPullRequest(await client(), owner, repo, measured)
    } catch (error) {
      return { why: refusalOf(error, pullRequestNeed, rest).why }
    }
  }
  const labelled: Forge['labelledBy'] = async (label) => {
    const { repository, pullRequest } = await event()
    const [owner = '', repo = ''] = (repository ?? '').split('/')
    if (token === undefined || pullRequest === undefined) return []
    try {
      return await labelledBy(await client(), { owner, repo, pullRequest }, label)
    } catch (error) {
      // Nothing is accepted on a guess.
      warn(`The label "${label}" could not be looked up: ${messageOf(error)}`)
      return []
    }
  }
  const changedFiles: Forge['changedFiles'] = async (pullRequest) => {
    const [owner = '', repo = ''] = ((await event()).repository ?? '').split('/')
    if (token === undefined) return null
    try {
      const octokit = await client()
      const where = { owner, repo, pull_number: pullRequest, per_page: 100 }
      const touched = await octokit.paginate(octokit.rest.pulls.listFiles, where)
      return touched.flatMap(({ filename, previous_filename: before }) =>
        before === undefined ? [filename] : [filename, before],
      )
    } catch (error) {
      warn(`The files of the pull request could not be listed: ${messageOf(error)}`)
      return null
    }
  }
  const check = checkWriter(client, event, sleep)
  return {
    limits: { comment: 65_536, summary: largestSummary },
    event,
    upsertComment: comment,
    findPullRequest: pullRequestOf,
    changedFiles,
    labelledBy: labelled,
    check: async (wanted) =>
      token === undefined ? { publisher: 'check', ...noToken(checkNeed) } : check(wanted),
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
