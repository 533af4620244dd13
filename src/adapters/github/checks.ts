// The state of a commit for branch protection: a check run with its annotations in batches of fifty, or, where the
// token may not write checks, a commit status.
import type { Receipt } from '../../model/receipt.ts'
import type { Check, ForgeEvent } from '../../ports/forge.ts'
import type { Client } from './client.ts'
import { checkNeed, refusalOf, statusOf } from './permissions.ts'
import { cutToBytes } from './summary.ts'

/** Annotations that one request may carry. */
const batch = 50
/** Characters of a check's summary. */
const longestSummary = 65_535
/** Characters of a status' description. */
const longestDescription = 140
/** GitHub shows annotations on these lines only; a check without a file needs some path. */
const someFile = 'perf-gate.yml'

const levels = { error: 'failure', warning: 'warning', notice: 'notice' } as const
const states = { success: 'success', neutral: 'success', failure: 'failure', running: 'pending' } as const

type AnnotationOfCheck = {
  readonly path: string
  readonly start_line: number
  readonly end_line: number
  readonly annotation_level: 'failure' | 'warning' | 'notice'
  readonly message: string
  readonly title: string
}

export function checkWriter(
  client: () => Promise<Client>,
  event: () => Promise<ForgeEvent>,
): (check: Check) => Promise<Receipt> {
  /** Name and commit → id of the check that this process created. */
  const created = new Map<string, number>()

  async function write(octokit: Client, owner: string, repo: string, check: Check): Promise<Receipt> {
    const { name, commit, conclusion, title, url } = check
    const state =
      conclusion === 'running'
        ? { status: 'in_progress' as const }
        : { status: 'completed' as const, conclusion }
    const batches = inBatches(check.annotations.map(described))
    const output = (annotations: readonly AnnotationOfCheck[]) => ({
      title: title.slice(0, 255),
      summary: cutToBytes(check.summary, longestSummary),
      annotations: [...annotations],
    })
    const common = { owner, repo, ...(url === undefined ? {} : { details_url: url }) }
    const [first = [], ...more] = batches
    const key = `${commit} ${name}`
    const known = created.get(key)
    const { data } =
      known === undefined
        ? await octokit.rest.checks.create({
            ...common,
            name,
            head_sha: commit,
            ...state,
            output: output(first),
            // A second check of the same name is worse than none.
            request: { retries: 0 },
          })
        : await octokit.rest.checks.update({
            ...common,
            check_run_id: known,
            ...state,
            output: output(first),
          })
    created.set(key, data.id)
    for (const annotations of more)
      await octokit.rest.checks.update({ owner, repo, check_run_id: data.id, output: output(annotations) })
    return {
      publisher: 'check',
      status: 'done',
      ...(data.html_url === null ? {} : { url: data.html_url }),
    }
  }

  return async (check) => {
    const publisher = 'check'
    const { repository, ...rest } = await event()
    const [owner = '', repo = ''] = (repository ?? '').split('/')
    try {
      const octokit = await client()
      try {
        return await write(octokit, owner, repo, check)
      } catch (error) {
        if (statusOf(error) !== 403) throw error
        const { name, commit, conclusion, title, url } = check
        await octokit.rest.repos.createCommitStatus({
          owner,
          repo,
          sha: commit,
          state: states[conclusion],
          context: name,
          description: title.slice(0, longestDescription),
          ...(url === undefined ? {} : { target_url: url }),
        })
        return { publisher, status: 'done', why: 'As a commit status: the token may not write checks.' }
      }
    } catch (error) {
      return { publisher, ...refusalOf(error, checkNeed, { repository: repository ?? '', ...rest }) }
    }
  }
}

function described({
  level,
  title,
  message,
  file,
  line = 1,
}: Check['annotations'][number]): AnnotationOfCheck {
  return {
    path: file ?? someFile,
    start_line: line,
    end_line: line,
    annotation_level: levels[level],
    message: message === '' ? title : message,
    title: title.slice(0, 255),
  }
}

function inBatches(annotations: readonly AnnotationOfCheck[]): AnnotationOfCheck[][] {
  const batches: AnnotationOfCheck[][] = []
  for (let start = 0; start < annotations.length; start += batch)
    batches.push(annotations.slice(start, start + batch))
  return batches
}
