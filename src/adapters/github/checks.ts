// The state of a commit for branch protection: a check run with its annotations in batches of fifty, or, where the
// token may not write checks, a commit status. A check that may have arrived although no answer did is looked for before
// it is created again.
import { randomUUID } from 'node:crypto'
import type { Receipt } from '../../model/receipt.ts'
import type { Check, ForgeEvent } from '../../ports/forge.ts'
import type { Client } from './client.ts'
import { checkNeed, isUncertain, refusalOf, statusOf } from './permissions.ts'
import { cutToBytes } from './summary.ts'

/** Annotations that one request may carry. */
const batch = 50
/** How often a check is created when nobody knows whether the last attempt arrived. */
const attempts = 3
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

/** @param pause waits the given seconds */
export function checkWriter(
  client: () => Promise<Client>,
  event: () => Promise<ForgeEvent>,
  pause: (seconds: number) => Promise<void>,
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
    const data =
      known === undefined
        ? await create(octokit, { ...common, name, head_sha: commit, ...state, output: output(first) }, pause)
        : (
            await octokit.rest.checks.update({
              ...common,
              check_run_id: known,
              ...state,
              output: output(first),
            })
          ).data
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

type NewCheck = NonNullable<Parameters<Client['rest']['checks']['create']>[0]>
type CheckRun = Awaited<ReturnType<Client['rest']['checks']['create']>>['data']

/** One check, also when the connection drops after GitHub has taken it: it is known again by an id of our own. */
async function create(
  octokit: Client,
  check: NewCheck & { readonly name: string; readonly head_sha: string },
  pause: (seconds: number) => Promise<void>,
): Promise<Pick<CheckRun, 'id' | 'html_url'>> {
  const externalId = randomUUID()
  for (let attempt = 1; ; attempt++) {
    try {
      const { data } = await octokit.rest.checks.create({
        ...check,
        external_id: externalId,
        // The plugin would create a second one.
        request: { retries: 0 },
      })
      return data
    } catch (error) {
      if (!isUncertain(error) || attempt >= attempts) throw error
    }
    await pause(attempt ** 2)
    const { owner, repo, name, head_sha: ref } = check
    const { data } = await octokit.rest.checks.listForRef({
      owner,
      repo,
      ref,
      check_name: name,
      filter: 'all',
      per_page: 100,
    })
    const arrived = data.check_runs.find(({ external_id: id }) => id === externalId)
    if (arrived !== undefined) return arrived
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
