// The artifact service of a runner, small: the real @actions/artifact client uploads to it by its Twirp and blob
// protocol, and the REST API lists and downloads what is there. Kept in memory.
import { createHash, randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/** What a workflow run says about itself in the REST API. */
export interface WorkflowRun {
  readonly id: number
  readonly repository_id: number
  readonly head_repository_id: number
  readonly head_branch: string
  readonly head_sha: string
}

export interface StoredArtifact {
  readonly id: number
  readonly name: string
  readonly run: WorkflowRun
  content: Buffer
  finalized: boolean
  expired: boolean
  createdAt: string
  digest: string | null
}

export interface ArtifactService {
  readonly artifacts: StoredArtifact[]
  /** The token that the runner hands to the actions of a job. */
  runtimeToken(run: WorkflowRun): string
  /** Puts a finished artifact there without a client. */
  add(name: string, run: WorkflowRun, content: Uint8Array, parts?: Partial<StoredArtifact>): StoredArtifact
  /** True when the request was one of ours and has been answered. */
  handle(request: IncomingMessage, body: Buffer, response: ServerResponse): boolean
}

const twirp = '/twirp/github.actions.results.api.v1.ArtifactService/'

/** `origin` is known only once the server listens. */
export function artifactService(origin: () => string): ArtifactService {
  const artifacts: StoredArtifact[] = []
  const runs = new Map<string, WorkflowRun>()
  const blocks = new Map<string, Buffer>()

  const add: ArtifactService['add'] = (name, run, content, parts = {}) => {
    const artifact: StoredArtifact = {
      id: 1000 + artifacts.length,
      name,
      run,
      content: Buffer.from(content),
      finalized: true,
      expired: false,
      createdAt: new Date(Date.UTC(2026, 0, 1) + artifacts.length * 60_000).toISOString(),
      digest: `sha256:${createHash('sha256').update(content).digest('hex')}`,
      ...parts,
    }
    artifacts.push(artifact)
    return artifact
  }

  function call(method: string, run: WorkflowRun, body: Readonly<Record<string, unknown>>): Answer {
    const ofRun = artifacts.filter((artifact) => artifact.run.id === run.id)
    const named = ofRun.find((artifact) => artifact.name === body.name)
    switch (method) {
      case 'CreateArtifact': {
        if (body.version !== 7) return twirpError(400, 'invalid_argument', 'version 7 expected')
        if (named !== undefined)
          return twirpError(
            409,
            'already_exists',
            'an artifact with this name already exists on the workflow run',
          )
        const artifact = add(String(body.name), run, Buffer.alloc(0), { finalized: false })
        return json(200, {
          ok: true,
          signed_upload_url: `${origin()}/blob/${artifact.id}?sig=${randomUUID()}`,
        })
      }
      case 'FinalizeArtifact': {
        if (named === undefined) return twirpError(404, 'not_found', 'no such artifact')
        const hash = `sha256:${createHash('sha256').update(named.content).digest('hex')}`
        if (body.hash !== undefined && body.hash !== hash)
          return twirpError(400, 'invalid_argument', 'the digest does not match what was uploaded')
        if (Number(body.size) !== named.content.length)
          return twirpError(400, 'invalid_argument', 'the size does not match what was uploaded')
        named.finalized = true
        named.digest = hash
        return json(200, { ok: true, artifact_id: String(named.id) })
      }
      default:
        return twirpError(404, 'bad_route', `${method} is not faked`)
    }
  }

  function rest(url: URL): Answer | null {
    const one = /^\/repos\/[^/]+\/[^/]+\/actions\/artifacts\/(\d+)\/zip$/.exec(url.pathname)
    if (one !== null) {
      const artifact = artifacts.find(({ id, finalized }) => finalized && id === Number(one[1]))
      if (artifact === undefined) return json(404, { message: 'Not Found' })
      if (artifact.expired) return json(410, { message: 'Artifact has expired' })
      return {
        status: 302,
        headers: { location: `${origin()}/blob/${artifact.id}?sig=${randomUUID()}` },
        body: '',
      }
    }
    const ofRun = /^\/repos\/[^/]+\/[^/]+\/actions\/runs\/(\d+)\/artifacts$/.exec(url.pathname)
    const all = /^\/repos\/[^/]+\/[^/]+\/actions\/artifacts$/.test(url.pathname)
    if (ofRun === null && !all) return null
    const name = url.searchParams.get('name')
    const perPage = Number(url.searchParams.get('per_page') ?? 30)
    const page = Number(url.searchParams.get('page') ?? 1)
    const matching = artifacts
      .filter(
        (artifact) =>
          artifact.finalized &&
          (name === null || artifact.name === name) &&
          (ofRun === null || artifact.run.id === Number(ofRun[1])),
      )
      .toSorted((a, b) => b.id - a.id)
    const listed = matching.slice((page - 1) * perPage, page * perPage)
    return json(200, {
      total_count: matching.length,
      artifacts: listed.map((artifact) => described(artifact, origin())),
    })
  }

  function blob(request: IncomingMessage, url: URL, body: Buffer): Answer {
    const artifact = artifacts.find(({ id }) => id === Number(url.pathname.split('/')[2]))
    if (artifact === undefined) return { status: 404, headers: {}, body: '' }
    if (request.method === 'GET')
      return {
        status: 200,
        headers: {
          'content-type': 'application/zip',
          'content-disposition': `attachment; filename="${artifact.name}.zip"`,
        },
        body: artifact.content,
      }
    const part = url.searchParams.get('comp')
    if (part === 'block') blocks.set(`${artifact.id} ${url.searchParams.get('blockid')}`, body)
    else if (part === 'blocklist') {
      const ids = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map((match) => match[1])
      artifact.content = Buffer.concat(ids.map((id) => blocks.get(`${artifact.id} ${id}`) ?? Buffer.alloc(0)))
    } else artifact.content = body
    return { status: 201, headers: { etag: '"1"', 'last-modified': new Date().toUTCString() }, body: '' }
  }

  return {
    artifacts,
    add,
    runtimeToken(run) {
      const backendId = randomUUID()
      runs.set(backendId, run)
      // A run of another branch, or of a fork, has a scope of its own and only reads that of the default branch.
      const own = run.head_branch === 'main' && run.head_repository_id === run.repository_id
      const scopes = own ? ['refs/heads/main'] : ['refs/pull/7/merge', 'refs/heads/main']
      const claims = {
        scp: `Actions.Results:${backendId}:${randomUUID()}`,
        ac: JSON.stringify(scopes.map((Scope, index) => ({ Scope, Permission: index === 0 ? 3 : 1 }))),
      }
      return ['{"alg":"none"}', JSON.stringify(claims), 'unsigned']
        .map((part) => Buffer.from(part).toString('base64url'))
        .join('.')
    },
    handle(request, body, response) {
      const url = new URL(request.url ?? '/', 'http://github.invalid')
      if (url.pathname.startsWith(twirp)) {
        const message = JSON.parse(body.toString()) as Record<string, unknown>
        const run = runs.get(String(message.workflow_run_backend_id))
        send(
          response,
          run === undefined
            ? twirpError(401, 'unauthenticated', 'this run is unknown')
            : call(url.pathname.slice(twirp.length), run, message),
        )
        return true
      }
      if (url.pathname.startsWith('/blob/')) {
        send(response, blob(request, url, body))
        return true
      }
      const answer = request.method === 'GET' ? rest(url) : null
      if (answer !== null) send(response, answer)
      return answer !== null
    },
  }
}

interface Answer {
  readonly status: number
  readonly headers: Readonly<Record<string, string>>
  readonly body: string | Buffer
}

function json(status: number, value: unknown): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8' },
    body: JSON.stringify(value),
  }
}

const twirpError = (status: number, code: string, msg: string): Answer => json(status, { code, msg })

function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, headers).end(body)
}

function described(artifact: StoredArtifact, origin: string): Record<string, unknown> {
  const url = `${origin}/repos/octo/app/actions/artifacts/${artifact.id}`
  const expires = new Date(Date.parse(artifact.createdAt) + 90 * 86_400_000).toISOString()
  return {
    id: artifact.id,
    node_id: `artifact-${artifact.id}`,
    name: artifact.name,
    size_in_bytes: artifact.content.length,
    url,
    archive_download_url: `${url}/zip`,
    expired: artifact.expired,
    created_at: artifact.createdAt,
    updated_at: artifact.createdAt,
    expires_at: expires,
    digest: artifact.digest,
    workflow_run: artifact.run,
  }
}
