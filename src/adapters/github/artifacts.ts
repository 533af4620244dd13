// Artifacts of workflow runs: uploaded and downloaded by GitHub's own client, found with one REST request. The client
// is large (2 MB) and loaded only when there is something to move.
import type { Receipt } from '../../model/receipt.ts'
import type { ArtifactLimits, ArtifactQuery, Artifacts, FoundArtifact } from '../../ports/artifacts.ts'
import type { Files } from '../../ports/files.ts'
import type { ForgeEvent } from '../../ports/forge.ts'
import { unzip } from '../node/zip.ts'
import type { Client } from './client.ts'
import { artifactNeed, messageOf, noToken, refusalOf } from './permissions.ts'
import { fateOfRun } from './workflow-runs.ts'

export interface ArtifactsOptions {
  readonly env: Readonly<Record<string, string | undefined>>
  readonly token: string | undefined
  readonly event: () => Promise<ForgeEvent>
  readonly client: () => Promise<Client>
  readonly files: Files
  readonly warn: (message: string) => void
}

/** For artifacts of this repository's own branches. */
const ownLimits: ArtifactLimits = { download: 32 * 1024 * 1024, bytes: 256 * 1024 * 1024, files: 100 }
/** Pages of 100; a further one is asked for only while nothing of what is wanted was there: forks can fill them. */
const pages = 5
/** Pages of 100 of a single run: several hundred shards, and what their attempts left. */
const pagesOfRun = 10

type Listed = Awaited<
  ReturnType<Client['rest']['actions']['listArtifactsForRepo']>
>['data']['artifacts'][number]

export function githubArtifacts(options: ArtifactsOptions): Artifacts {
  const { env, token, event, client, files, warn } = options
  const listed = new Map<string, Listed>()

  async function list(query: ArtifactQuery): ReturnType<Artifacts['find']> {
    const [owner, repo] = await repository(event)
    if (token === undefined) return { found: [], ...reason(noToken(artifactNeed)) }
    const all: Listed[] = []
    try {
      const { rest } = await client()
      for (let page = 1; page <= pages && !all.some((artifact) => isWanted(artifact, query)); page++) {
        const { data } = await rest.actions.listArtifactsForRepo({
          owner,
          repo,
          name: query.name,
          per_page: 100,
          page,
        })
        all.push(...data.artifacts)
        if (data.artifacts.length < 100) break
      }
    } catch (error) {
      return { found: [], ...reason(refusalOf(error, artifactNeed, await event())) }
    }
    const ours = all.filter((artifact) => isOf(artifact, query))
    const usable = ours
      .filter(({ expired }) => !expired)
      .toSorted((a, b) => (b.created_at ?? '').localeCompare(a.created_at ?? '') || b.id - a.id)
    for (const artifact of usable) listed.set(String(artifact.id), artifact)
    const missing = await whyMissing(query, ours, owner, repo)
    if (usable.length > 0) return { found: usable.map(described), ...missing }
    return { found: [], ...absence(query, all.length, ours.length), ...missing }
  }

  /** Of a commit that was asked for and has nothing (any more). */
  async function whyMissing(
    query: ArtifactQuery,
    ours: readonly Listed[],
    owner: string,
    repo: string,
  ): Promise<{ readonly missing?: string }> {
    if ('run' in query || query.commit === undefined) return {}
    const { branch, commit } = query
    const ofCommit = ours.filter(({ workflow_run: run }) => run?.head_sha === commit)
    if (ofCommit.some(({ expired }) => !expired)) return {}
    if (ofCommit.length > 0) return { missing: `What ${commit.slice(0, 7)} had left has expired.` }
    const workflowRef = env.GITHUB_WORKFLOW_REF
    const missing = await fateOfRun({ client: await client(), owner, repo, workflowRef, branch, commit })
    return missing === undefined ? {} : { missing }
  }

  /** Whoever started the run, also from a fork: what is in it is a stranger's word. */
  const listRun: Artifacts['findOfRun'] = async (run, prefix) => {
    const [owner, repo] = await repository(event)
    if (token === undefined) return { found: [], ...reason(noToken(artifactNeed)) }
    try {
      const { rest } = await client()
      const all: Listed[] = []
      for (let page = 1; page <= pagesOfRun; page++) {
        const { data } = await rest.actions.listWorkflowRunArtifacts({
          owner,
          repo,
          run_id: Number(run),
          per_page: 100,
          page,
        })
        all.push(...data.artifacts)
        if (data.artifacts.length < 100) break
      }
      const ofPrefix = all
        .filter((artifact) => artifact.name.startsWith(prefix) && !artifact.expired)
        .toSorted((a, b) => a.id - b.id)
      // A later attempt of a job stores under the same name again.
      const newest = new Map(ofPrefix.map((artifact) => [artifact.name, artifact]))
      for (const artifact of newest.values()) listed.set(String(artifact.id), artifact)
      if (newest.size > 0) return { found: [...newest.values()].map(described) }
      return { found: [], why: `The run ${run} left no artifact "${prefix}…".` }
    } catch (error) {
      return { found: [], ...reason(refusalOf(error, artifactNeed, await event())) }
    }
  }

  const downloadBytes: Artifacts['downloadBytes'] = async ({ id, name }, limits = ownLimits) => {
    const artifact = listed.get(id)
    if (artifact === undefined || token === undefined) return null
    const directory = await files.temporary('artifact-')
    try {
      if (artifact.size_in_bytes > limits.download)
        throw new Error(`it is ${artifact.size_in_bytes} bytes, more than ${limits.download}`)
      const [repositoryOwner, repositoryName] = await repository(event)
      const { DefaultArtifactClient } = await import('@actions/artifact')
      const { digestMismatch } = await new DefaultArtifactClient().downloadArtifact(artifact.id, {
        path: directory,
        // Unpacked by us, with limits.
        skipDecompress: true,
        findBy: { token, workflowRunId: artifact.workflow_run?.id ?? 0, repositoryOwner, repositoryName },
        ...(artifact.digest == null ? {} : { expectedHash: artifact.digest }),
      })
      if (digestMismatch === true) throw new Error('its digest is not the one it was uploaded with')
      const [file] = await files.glob(['*'], directory)
      const archive = file === undefined ? null : await files.readBytes(`${directory}/${file}`)
      if (archive === null) throw new Error('nothing arrived')
      return unzip(archive, limits)
    } catch (error) {
      warn(`The artifact ${name} (${id}) could not be read: ${messageOf(error)}`)
      return null
    } finally {
      await files.remove(directory)
    }
  }

  async function upload(
    name: string,
    content: Readonly<Record<string, string | Uint8Array>>,
  ): Promise<Receipt> {
    const publisher = 'artifact'
    if (!env.ACTIONS_RUNTIME_TOKEN || !env.ACTIONS_RESULTS_URL)
      return {
        publisher,
        status: 'skipped',
        why: 'Artifacts can be uploaded by the action only: the runner gives a `run:` step no access to them.',
        fix: 'uses: org/perf-gate@v1',
      }
    const directory = await files.temporary('artifact-')
    try {
      const paths = Object.keys(content).map((file) => `${directory}/${file}`)
      for (const [file, text] of Object.entries(content)) await files.write(`${directory}/${file}`, text)
      const { DefaultArtifactClient } = await import('@actions/artifact')
      await new DefaultArtifactClient().uploadArtifact(name, paths, directory)
      return { publisher, status: 'done' }
    } catch (error) {
      return { publisher, ...uploadRefusal(name, error) }
    } finally {
      await files.remove(directory)
    }
  }

  return {
    ...(isEnterpriseServer(env) ? { unsupported: noService } : {}),
    find: list,
    findOfRun: listRun,
    downloadBytes,
    async download(artifact, limits) {
      const files = await downloadBytes(artifact, limits)
      if (files === null) return null
      const text = new TextDecoder()
      return Object.fromEntries(Object.entries(files).map(([name, content]) => [name, text.decode(content)]))
    },
    upload,
  }
}

/** Whether no further page need be read. */
function isWanted(artifact: Listed, query: ArtifactQuery): boolean {
  if (!isOf(artifact, query)) return false
  if ('run' in query || query.commit === undefined) return true
  return artifact.workflow_run?.head_sha === query.commit && !artifact.expired
}

/**
 * Of the run that is asked for, or of a run of this repository's own branch: a fork can have a branch of the same name,
 * and upload what it likes under ours.
 */
function isOf({ workflow_run: run }: Listed, query: ArtifactQuery): boolean {
  if ('run' in query) return String(run?.id) === query.run
  return (
    run?.head_branch === query.branch &&
    run.repository_id !== undefined &&
    run.head_repository_id === run.repository_id
  )
}

function described({ id, name, created_at, workflow_run: run }: Listed): FoundArtifact {
  return {
    id: String(id),
    name,
    ...(run?.head_sha === undefined ? {} : { commit: run.head_sha }),
    ...(run?.head_branch == null ? {} : { branch: run.head_branch }),
    ...(created_at === null ? {} : { createdAt: created_at }),
  }
}

function absence(query: ArtifactQuery, all: number, ours: number): { why: string; fix?: string } {
  if ('run' in query)
    return { why: `The workflow run holds no artifact "${query.name}"${ours > 0 ? ' any more' : ''}.` }
  const { name, branch } = query
  if (ours > 0)
    return {
      why: `All artifacts "${name}" of the branch ${branch} have expired.`,
      fix: `Let the gate also run on pushes to ${branch}, and on a schedule: an artifact lasts 90 days.`,
    }
  const fix = `Let the gate also run on pushes to ${branch}.`
  if (all > 0)
    return {
      why: `There are artifacts "${name}", but none comes from the branch ${branch} of this repository.`,
      fix,
    }
  return { why: `There is no artifact "${name}" yet: it is stored when the gate runs on ${branch}.`, fix }
}

const noService = 'This GitHub Enterprise Server has no artifact service that the client can use.'

/** By the rule of GitHub's own client: github.com, data residency (`ghe.com`) and `localhost` have the service. */
function isEnterpriseServer({ GITHUB_SERVER_URL: url }: ArtifactsOptions['env']): boolean {
  const host = /^https?:\/\/([^/:]+)/.exec(url || 'https://github.com')?.[1] ?? ''
  return !/(^github\.com|\.ghe\.com|\.localhost)$/i.test(host)
}

function uploadRefusal(name: string, error: unknown): Pick<Receipt, 'status' | 'why' | 'fix'> {
  const message = messageOf(error)
  if (error instanceof Error && error.name === 'GHESNotSupportedError')
    return {
      status: 'skipped',
      why: noService,
    }
  if (/already exists|409/i.test(message))
    return {
      status: 'failed',
      why: `Another job of this workflow run has stored "${name}" already.`,
      fix: 'Give each leg of a matrix its own suite name.',
    }
  return { status: 'failed', why: `The artifact "${name}" could not be uploaded: ${message}` }
}

async function repository(event: () => Promise<ForgeEvent>): Promise<[owner: string, name: string]> {
  const [owner = '', name = ''] = ((await event()).repository ?? '').split('/')
  return [owner, name]
}

/** The lines to add, on one line: a Notice gives its advice in a sentence. */
const reason = ({
  why,
  fix,
}: {
  readonly why: string
  readonly fix?: string
}): { why: string; fix?: string } => ({
  why,
  ...(fix === undefined
    ? {}
    : {
        fix: `Add to the job: ${fix.replaceAll(/:\n {2}(.+(?:\n {2}.+)*)/g, flowMapping).replaceAll('\n', ' and ')}.`,
      }),
})

const flowMapping = (_: string, entries: string): string => `: { ${entries.replaceAll(/\n {2}/g, ', ')} }`
