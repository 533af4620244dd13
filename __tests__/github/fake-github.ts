// GitHub as the action meets it, on one local origin: the OpenAPI contract in front, then faults on demand, tokens
// with permissions, the artifact service, and a stateful emulator behind.
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { createEmulator } from 'emulate'
import { type ArtifactService, artifactService, type WorkflowRun } from './artifact-service.ts'
import { cacheService, type StoredCache } from './cache-service.ts'
import { loadContract } from './contract.ts'
import { describedRun } from './workflow-runs.ts'

export const repository = { owner: 'octo', name: 'app', id: 42 } as const
export const botLogin = 'github-actions[bot]'

/** What each token may do. `write` and the others that start with `ghs_` are tokens of a workflow run. */
export const tokens = {
  write: 'ghs_write',
  readOnly: 'ghs_readonly',
  noActions: 'ghs_noactions',
  /** Comments and statuses, but no check runs. */
  noChecks: 'ghs_nochecks',
  person: 'ghp_octocat',
  stranger: 'ghp_mallory',
} as const

export interface Fault {
  readonly method: string
  readonly path: RegExp
  /** How many requests it hits. */
  times: number
  /** The request is carried out although its answer never arrives or says otherwise. */
  readonly accepted?: boolean
  /** Answer with this status; without it the connection is dropped. */
  readonly status?: number
  readonly headers?: Readonly<Record<string, string>>
  readonly message?: string
  /** Called with the request, before anything else happens. */
  readonly before?: () => Promise<void> | void
}

export interface Comment {
  readonly id: number
  readonly body: string
  readonly user: { readonly login: string }
}

export interface Head {
  readonly ref: string
  readonly sha: string
  /** `owner/name` */
  readonly repository: string
  readonly repositoryId: number
}

export interface CheckRun {
  readonly id: number
  readonly name: string
  readonly head_sha: string
  readonly status: string
  readonly conclusion: string | null
  readonly external_id: string | null
  readonly title: string | null
  readonly summary: string | null
  readonly annotations: readonly Readonly<Record<string, unknown>>[]
}

export interface ListedRun {
  readonly run: WorkflowRun
  readonly status: 'completed' | 'in_progress'
  readonly conclusion: 'success' | 'failure' | 'cancelled' | null
}

export interface FakeGitHub {
  readonly origin: string
  readonly artifacts: ArtifactService
  readonly caches: StoredCache[]
  /** Runs of the workflow, as the REST API lists them. */
  readonly workflowRuns: ListedRun[]
  readonly faults: Fault[]
  /** `METHOD path status` of every REST request, in order. */
  readonly requests: readonly string[]
  /** Requests or answers that GitHub's description does not allow. */
  readonly violations: readonly string[]
  openPullRequest(head: string, base?: string): Promise<number>
  closePullRequest(pullRequest: number): Promise<void>
  /** Where the head of a pull request really is: the emulator knows no forks and makes up its commits. */
  setHead(pullRequest: number, head: Head): void
  /** What a pull request changes; nothing unless it is said. */
  touch(pullRequest: number, paths: readonly string[]): void
  /** Puts a label on, and takes it off again unless it `stays`. */
  label(
    pullRequest: number,
    name: string,
    how: { readonly by: string; readonly permission: 'write' | 'read'; readonly stays: boolean },
  ): void
  /** Commit statuses that were written, oldest first. */
  readonly statuses: readonly Readonly<Record<string, unknown>>[]
  /** Check runs as they are now, in the order of their creation. */
  readonly checks: readonly CheckRun[]
  comments(pullRequest: number): Promise<Comment[]>
  comment(pullRequest: number, body: string, token?: string): Promise<Comment>
  deleteComment(id: number): Promise<void>
  /** Throws when a request or an answer broke the contract. */
  close(): Promise<void>
}

export function workflowRun(parts: Partial<WorkflowRun> = {}): WorkflowRun {
  return {
    id: 1,
    repository_id: repository.id,
    head_repository_id: repository.id,
    head_branch: 'main',
    head_sha: '1'.repeat(40),
    ...parts,
  }
}

export async function fakeGitHub(): Promise<FakeGitHub> {
  const contract = loadContract()
  const emulator = await createEmulator({
    service: 'github',
    port: 0,
    seed: {
      tokens: {
        [tokens.write]: { login: botLogin },
        [tokens.readOnly]: { login: botLogin },
        [tokens.noActions]: { login: botLogin },
        [tokens.noChecks]: { login: botLogin },
        [tokens.person]: { login: repository.owner },
        [tokens.stranger]: { login: 'mallory' },
      },
      github: {
        users: [{ login: repository.owner }, { login: botLogin }, { login: 'mallory' }],
        repos: [{ owner: repository.owner, name: repository.name, default_branch: 'main' }],
      },
    },
  })
  const requests: string[] = []
  const violations: string[] = []
  const faults: Fault[] = []
  const workflowRuns: ListedRun[] = []
  const heads = new Map<number, Head>()
  const statuses: Readonly<Record<string, unknown>>[] = []
  const checks: CheckRun[] = []
  const labelled: {
    readonly pullRequest: number
    readonly event: string
    readonly name: string
    readonly by: string
  }[] = []
  const permissions = new Map<string, string>()
  const changedFiles = new Map<number, readonly string[]>()
  let origin = ''
  const artifacts = artifactService(() => origin)
  const caches = cacheService(() => origin)

  /** The emulator's answer, made to look like GitHub's where it falls short. */
  async function emulated(method: string, path: string, token: string, body: string) {
    const answer = await fetch(`${emulator.url}${path}`, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(body === '' ? {} : { body }),
    })
    const text = (await answer.text())
      .replaceAll(emulator.url, origin)
      .replaceAll(/(https?:[^"]*)\[bot\]/g, '$1%5Bbot%5D')
      .replaceAll(/("login":"[^"]*\[bot\]".*?"type":)"User"/g, '$1"Bot"')
    const link = answer.headers.get('link')?.replaceAll(emulator.url, origin)
    return {
      status: answer.status,
      headers: { ...jsonType, ...(link === undefined ? {} : { link }) },
      body: text,
    }
  }

  async function answer(request: IncomingMessage, bytes: Buffer, response: ServerResponse): Promise<void> {
    const method = request.method ?? 'GET'
    const path = request.url ?? '/'
    const body = bytes.toString()
    if (caches.handle(request, bytes, response)) return
    if (path.startsWith('/twirp/') || path.startsWith('/blob/')) {
      artifacts.handle(request, bytes, response)
      return
    }
    violations.push(...contract.request(method, path, body))
    const fault = faults.find((one) => one.times > 0 && one.method === method && one.path.test(path))
    if (fault !== undefined) {
      fault.times--
      await fault.before?.()
      const token = tokenOf(request)
      if (fault.accepted === true && own(method, path, body) === null)
        await emulated(method, path, token, body)
      if (fault.status === undefined && fault.before === undefined) {
        requests.push(`${method} ${path} dropped`)
        request.socket.destroy()
        return
      }
      if (fault.status !== undefined) {
        requests.push(`${method} ${path} ${fault.status}`)
        response
          .writeHead(fault.status, { ...jsonType, ...fault.headers })
          .end(JSON.stringify({ message: fault.message ?? 'Server Error' }))
        return
      }
    }
    const refused = refusal(method, path, tokenOf(request), body)
    if (refused === null && artifacts.handle(request, bytes, response)) {
      requests.push(`${method} ${path} ${response.statusCode}`)
      return
    }
    const given = refused ?? own(method, path, body) ?? (await listed(method, path, request, body))
    requests.push(`${method} ${path} ${given.status}`)
    if (given.status < 400) violations.push(...contract.response(method, path, given.status, given.body))
    response.writeHead(given.status, given.headers).end(given.status === 204 ? undefined : given.body)
  }

  /** What the emulator has not. */
  function own(method: string, path: string, body: string) {
    const check = /^\/repos\/[^/]+\/[^/]+\/check-runs(?:\/(\d+))?$/.exec(path)
    if (check !== null && method !== 'GET')
      return writeCheck(
        check[1] === undefined ? undefined : Number(check[1]),
        JSON.parse(body) as WrittenCheck,
      )
    const ofCommit = /\/commits\/([^/]+)\/check-runs\?(.*)$/.exec(path)
    if (ofCommit !== null) {
      const called = new URLSearchParams(ofCommit[2]).get('check_name')
      const matching = checks.filter(({ head_sha, name }) => head_sha === ofCommit[1] && name === called)
      const body = { total_count: matching.length, check_runs: matching.map(describedCheck) }
      return { status: 200, headers: jsonType, body: JSON.stringify(body) }
    }
    const ofWorkflow = /\/actions\/workflows\/[^/]+\/runs\?(.*)$/.exec(path)
    if (ofWorkflow !== null) {
      const query = new URLSearchParams(ofWorkflow[1])
      const matching = workflowRuns.filter(
        ({ run }) => run.head_sha === query.get('head_sha') && run.head_branch === query.get('branch'),
      )
      const body = {
        total_count: matching.length,
        workflow_runs: matching.map((one) => describedRun(one, origin)),
      }
      return { status: 200, headers: jsonType, body: JSON.stringify(body) }
    }
    const events = /\/issues\/(\d+)\/events(?:\?|$)/.exec(path)
    if (events !== null && method === 'GET') {
      const ofPullRequest = labelled.filter(({ pullRequest }) => pullRequest === Number(events[1]))
      return page(ofPullRequest.map(labelEvent), path)
    }
    const touchedBy = /\/pulls\/(\d+)\/files(?:\?|$)/.exec(path)
    if (touchedBy !== null) {
      const touched = changedFiles.get(Number(touchedBy[1])) ?? []
      return page(touched.map(fileOf), path)
    }
    const person = /\/collaborators\/([^/]+)\/permission$/.exec(path)
    if (person !== null) {
      const permission = permissions.get(person[1] ?? '') ?? 'none'
      return {
        status: 200,
        headers: jsonType,
        body: JSON.stringify({ permission, role_name: permission, user: null }),
      }
    }
    const status = /^\/repos\/[^/]+\/[^/]+\/statuses\/(\w+)$/.exec(path)
    if (method !== 'POST' || status === null) return null
    const written = { sha: status[1], ...(JSON.parse(body) as object) }
    statuses.push(written)
    const now = new Date(0).toISOString()
    const more = { id: statuses.length, node_id: 'status', url: origin, avatar_url: null, creator: null }
    const answered = {
      target_url: null,
      description: null,
      context: 'default',
      ...written,
      ...more,
      created_at: now,
      updated_at: now,
    }
    return { status: 201, headers: jsonType, body: JSON.stringify(answered) }
  }

  /** As many as `per_page` says, and the link to the next ones. */
  function page(values: readonly unknown[], path: string) {
    const url = new URL(path, origin)
    const size = Number(url.searchParams.get('per_page') ?? 30)
    const number = Number(url.searchParams.get('page') ?? 1)
    url.searchParams.set('page', String(number + 1))
    const link: { readonly link?: string } =
      values.length > size * number ? { link: `<${url.href}>; rel="next"` } : {}
    const body = JSON.stringify(values.slice(size * (number - 1), size * number))
    return { status: 200, headers: { ...jsonType, ...link }, body }
  }

  function fileOf(filename: string) {
    const url = `${origin}/octo/app/blob/main/${encodeURIComponent(filename)}`
    const links = { blob_url: url, raw_url: url, contents_url: url }
    return {
      sha: 'f'.repeat(40),
      filename,
      status: 'modified',
      additions: 1,
      deletions: 1,
      changes: 2,
      ...links,
    }
  }

  function labelEvent({ event, name, by }: (typeof labelled)[number], id: number) {
    const url = `${origin}/users/${by}`
    const links =
      'url html_url followers_url following_url gists_url starred_url subscriptions_url organizations_url repos_url events_url received_events_url avatar_url'
    const actor = {
      login: by,
      id: 7,
      node_id: 'user',
      gravatar_id: '',
      type: 'User',
      site_admin: false,
      ...Object.fromEntries(links.split(' ').map((link) => [link, url])),
    }
    const label = { name, color: 'ededed' }
    const times = {
      performed_via_github_app: null,
      commit_id: null,
      commit_url: null,
      created_at: new Date(id * 1000).toISOString(),
    }
    return { id, node_id: `event-${id}`, url: `${origin}/events/${id}`, actor, event, label, ...times }
  }

  /** GitHub adds annotations to those of earlier requests, and replaces the rest. */
  function writeCheck(id: number | undefined, { output, ...written }: WrittenCheck) {
    const at = id === undefined ? checks.length : checks.findIndex((one) => one.id === id)
    const known = checks[at]
    if (id !== undefined && known === undefined)
      return { status: 404, headers: jsonType, body: JSON.stringify({ message: 'Not Found' }) }
    const annotations = [...(known?.annotations ?? []), ...(output?.annotations ?? [])]
    const now: CheckRun = {
      id: id ?? 9000 + at,
      name: written.name ?? known?.name ?? '',
      head_sha: written.head_sha ?? known?.head_sha ?? '',
      status: written.status ?? known?.status ?? 'queued',
      conclusion: written.conclusion ?? known?.conclusion ?? null,
      external_id: written.external_id ?? known?.external_id ?? null,
      summary: output?.summary ?? known?.summary ?? null,
      title: output?.title ?? known?.title ?? null,
      annotations,
    }
    checks[at] = now
    const status = id === undefined ? 201 : 200
    return { status, headers: jsonType, body: JSON.stringify(describedCheck(now)) }
  }

  function describedCheck({ title, summary, annotations, ...check }: CheckRun) {
    const url = `${origin}/repos/octo/app/check-runs/${check.id}`
    return {
      ...check,
      node_id: 'check',
      url,
      html_url: `${origin}/octo/app/runs/${check.id}`,
      details_url: null,
      started_at: null,
      completed_at: null,
      check_suite: null,
      app: null,
      pull_requests: [],
      output: {
        title,
        summary,
        text: null,
        annotations_count: annotations.length,
        annotations_url: `${url}/annotations`,
      },
    }
  }

  /** The emulator's answer; pull requests completed by what it does not know. */
  async function listed(method: string, path: string, request: IncomingMessage, body: string) {
    const url = new URL(path, origin)
    const isPulls = method === 'GET' && /\/pulls$/.test(url.pathname)
    const head = url.searchParams.get('head')
    if (isPulls) url.searchParams.delete('head')
    const given = await emulated(
      method,
      isPulls ? `${url.pathname}${url.search}` : path,
      tokenOf(request),
      body,
    )
    if (given.status >= 400) return given
    if (!isPulls) return given
    const pulls = (JSON.parse(given.body) as Pull[]).map((pull) => {
      const real = heads.get(pull.number)
      if (real === undefined) return pull
      const [login = ''] = real.repository.split('/')
      const repo = { ...pull.base.repo, id: real.repositoryId, full_name: real.repository }
      return {
        ...pull,
        head: { ...pull.head, ref: real.ref, sha: real.sha, label: `${login}:${real.ref}`, repo },
      }
    })
    const matching = pulls.filter((pull) => head === null || pull.head.label === head)
    return { ...given, body: JSON.stringify(matching) }
  }

  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      answer(request, Buffer.concat(chunks), response).catch((error: unknown) => {
        violations.push(`the fake failed: ${String(error)}`)
        request.socket.destroy()
      })
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`

  const repo = `/repos/${repository.owner}/${repository.name}`
  const direct = async <Value>(
    method: string,
    path: string,
    body: unknown,
    token: string,
  ): Promise<Value> => {
    const given = await emulated(method, path, token, body === undefined ? '' : JSON.stringify(body))
    if (given.status >= 400) throw new Error(`${method} ${path}: ${given.status} ${given.body}`)
    return (given.body === '' ? undefined : JSON.parse(given.body)) as Value
  }

  return {
    get origin() {
      return origin
    },
    artifacts,
    caches: caches.caches,
    workflowRuns,
    faults,
    requests,
    violations,
    statuses,
    setHead: (pullRequest, head) => void heads.set(pullRequest, head),
    checks,
    touch: (pullRequest, paths) => void changedFiles.set(pullRequest, paths),
    label(pullRequest, name, { by, permission, stays }) {
      permissions.set(by, permission)
      labelled.push({ pullRequest, event: 'labeled', name, by })
      if (!stays) labelled.push({ pullRequest, event: 'unlabeled', name, by })
    },
    async openPullRequest(head, base = 'main') {
      const body = { title: head, head, base }
      return (await direct<{ number: number }>('POST', `${repo}/pulls`, body, tokens.person)).number
    },
    closePullRequest: (pullRequest) =>
      direct('PATCH', `${repo}/pulls/${pullRequest}`, { state: 'closed' }, tokens.person),
    async comments(pullRequest) {
      const all: Comment[] = []
      for (let page = 1; ; page++) {
        const path = `${repo}/issues/${pullRequest}/comments?per_page=100&page=${page}`
        const listed = await direct<Comment[]>('GET', path, undefined, tokens.person)
        all.push(...listed)
        if (listed.length < 100) return all
      }
    },
    comment: (pullRequest, body, token = tokens.person) =>
      direct<Comment>('POST', `${repo}/issues/${pullRequest}/comments`, { body }, token),
    deleteComment: (id) => direct('DELETE', `${repo}/issues/comments/${id}`, undefined, tokens.person),
    async close() {
      server.closeAllConnections()
      await new Promise<void>((resolve) => server.close(() => resolve()))
      await emulator.close()
      if (violations.length > 0) throw new Error(`GitHub's contract was broken:\n${violations.join('\n')}`)
    },
  }
}

interface WrittenCheck {
  readonly name?: string
  readonly head_sha?: string
  readonly status?: string
  readonly conclusion?: string
  readonly external_id?: string
  readonly output?: {
    readonly title?: string
    readonly summary?: string
    readonly annotations?: readonly Readonly<Record<string, unknown>>[]
  }
}

interface Pull {
  readonly number: number
  readonly head: { readonly label: string }
  readonly base: { readonly repo: object }
}

const jsonType = { 'content-type': 'application/json; charset=utf-8' }

const tokenOf = (request: IncomingMessage): string =>
  (request.headers.authorization ?? '').replace(/^(bearer|token) /i, '')

/** GitHub's own words, where it says no before it looks at the request. */
function refusal(method: string, path: string, token: string, body: string) {
  const says = (status: number, message: string, headers: Readonly<Record<string, string>> = {}) => ({
    status,
    headers: { ...jsonType, ...headers },
    body: JSON.stringify({
      message,
      documentation_url: 'https://docs.github.com/rest',
      status: String(status),
    }),
  })
  const known = Object.values<string>(tokens)
  if (token !== '' && !known.includes(token)) return says(401, 'Bad credentials')
  if (token === '' && method !== 'GET') return says(401, 'Requires authentication')
  const integration = token.startsWith('ghs_')
  if (integration && path === '/user') return says(403, 'Resource not accessible by integration')
  if (token === tokens.readOnly && method !== 'GET')
    return says(403, 'Resource not accessible by integration', {
      'x-accepted-github-permissions': 'issues=write; pull_requests=write',
    })
  if (token === tokens.noActions && path.includes('/actions/'))
    return says(403, 'Resource not accessible by integration', {
      'x-accepted-github-permissions': 'actions=read',
    })
  if (token === tokens.noChecks && path.includes('/check-runs'))
    return says(403, 'Resource not accessible by integration', {
      'x-accepted-github-permissions': 'checks=write',
    })
  if (path.includes('/comments') && (method === 'POST' || method === 'PATCH')) {
    const text = (JSON.parse(body) as { body?: unknown }).body
    // GitHub counts characters, not UTF-16 units or bytes.
    if (typeof text === 'string' && [...text].length > 65_536)
      return says(422, 'Validation Failed: Body is too long (maximum is 65536 characters)')
  }
  return null
}
