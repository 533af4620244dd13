// The cache service of a runner, small: the real @actions/cache client saves and restores by its second protocol (Twirp
// and blobs) and, as on GitHub Enterprise Server, by its first. Scopes are those of the runtime token: everybody writes
// to the ref of their own run, and reads that, then the default branch.
import type { IncomingMessage, ServerResponse } from 'node:http'

export interface StoredCache {
  readonly id: number
  readonly key: string
  readonly version: string
  readonly scope: string
  content: Buffer
  finalized: boolean
}

export interface CacheService {
  readonly caches: StoredCache[]
  /** True when the request was one of ours and has been answered. */
  handle(request: IncomingMessage, body: Buffer, response: ServerResponse): boolean
}

interface Wanted {
  readonly keys: readonly string[]
  readonly version: string
}

const twirp = '/twirp/github.actions.results.api.v1.CacheService/'
const first = '/_apis/artifactcache/'
const blob = '/cache-blob/'

/** `origin` is known only once the server listens. */
export function cacheService(origin: () => string): CacheService {
  const caches: StoredCache[] = []
  const blocks = new Map<string, Buffer>()

  /** The newest whose key begins with the first of `keys` that has any; a run's own scope comes first. */
  function find(scopes: readonly string[], { keys, version }: Wanted): StoredCache | undefined {
    for (const scope of scopes)
      for (const key of keys) {
        const found = caches.findLast(
          (one) => one.finalized && one.scope === scope && one.version === version && one.key.startsWith(key),
        )
        if (found !== undefined) return found
      }
    return undefined
  }

  function reserve(scopes: readonly string[], key: string, version: string): StoredCache | null {
    const [scope = ''] = scopes
    if (caches.some((one) => one.key === key && one.version === version && one.scope === scope)) return null
    const cache = { id: caches.length + 1, key, version, scope, content: Buffer.alloc(0), finalized: false }
    caches.push(cache)
    return cache
  }

  const urlOf = ({ id }: StoredCache) => `${origin()}${blob}${id}`

  function call(method: string, scopes: readonly string[], message: Readonly<Record<string, unknown>>) {
    const { key = '', version = '' } = message as { readonly key?: string; readonly version?: string }
    switch (method) {
      case 'CreateCacheEntry': {
        const cache = reserve(scopes, key, version)
        return cache === null
          ? { ok: false, message: 'cache entry with the same key exists' }
          : { ok: true, signed_upload_url: urlOf(cache) }
      }
      case 'FinalizeCacheEntryUpload': {
        const cache = caches.find(
          (one) => one.key === key && one.version === version && one.scope === scopes[0],
        )
        if (cache === undefined || Number(message.size_bytes) !== cache.content.length) return { ok: false }
        cache.finalized = true
        return { ok: true, entry_id: String(cache.id) }
      }
      case 'GetCacheEntryDownloadURL': {
        const { restore_keys: more = [] } = message as { readonly restore_keys?: readonly string[] }
        const cache = find(scopes, { keys: [key, ...more], version })
        return cache === undefined
          ? { ok: false }
          : { ok: true, signed_download_url: urlOf(cache), matched_key: cache.key }
      }
      default:
        return null
    }
  }

  /** The first protocol: reserve, patch in chunks, commit; look up by query. */
  function callFirst(request: IncomingMessage, url: URL, scopes: readonly string[], body: Buffer): Answer {
    const resource = url.pathname.slice(first.length)
    const id = /^caches\/(\d+)$/.exec(resource)?.[1]
    if (request.method === 'GET' && resource === 'cache') {
      const keys = (url.searchParams.get('keys') ?? '').split(',')
      const cache = find(scopes, { keys, version: url.searchParams.get('version') ?? '' })
      if (cache === undefined) return { status: 204, body: '' }
      return json(200, { cacheKey: cache.key, scope: cache.scope, archiveLocation: urlOf(cache) })
    }
    if (request.method === 'POST' && resource === 'caches') {
      const { key, version } = JSON.parse(body.toString()) as { key: string; version: string }
      const cache = reserve(scopes, key, version)
      return cache === null ? json(409, { message: 'exists' }) : json(201, { cacheId: cache.id })
    }
    const cache = caches.find((one) => String(one.id) === id)
    if (cache === undefined) return json(404, { message: 'not faked' })
    if (request.method === 'PATCH') {
      const start = Number(/^bytes (\d+)-/.exec(request.headers['content-range'] ?? '')?.[1])
      cache.content = Buffer.concat([cache.content.subarray(0, start), body])
    } else cache.finalized = true
    return { status: 204, body: '' }
  }

  function move(request: IncomingMessage, url: URL, body: Buffer): Answer {
    const cache = caches.find(({ id }) => String(id) === url.pathname.slice(blob.length))
    if (cache === undefined) return { status: 404, body: '' }
    if (request.method === 'GET') return { status: 200, body: cache.content }
    const part = url.searchParams.get('comp')
    if (part === 'block') blocks.set(`${cache.id} ${url.searchParams.get('blockid')}`, body)
    else if (part === 'blocklist') {
      const ids = [...body.toString().matchAll(/<Latest>([^<]+)<\/Latest>/g)].map((match) => match[1])
      cache.content = Buffer.concat(ids.map((one) => blocks.get(`${cache.id} ${one}`) ?? Buffer.alloc(0)))
    } else cache.content = body
    return { status: 201, body: '' }
  }

  return {
    caches,
    handle(request, body, response) {
      const url = new URL(request.url ?? '/', 'http://github.invalid')
      const answer = url.pathname.startsWith(twirp)
        ? json(
            200,
            call(url.pathname.slice(twirp.length), scopesOf(request), JSON.parse(body.toString())) ?? {},
          )
        : url.pathname.startsWith(first)
          ? callFirst(request, url, scopesOf(request), body)
          : url.pathname.startsWith(blob)
            ? move(request, url, body)
            : null
      if (answer === null) return false
      response
        .writeHead(answer.status, {
          'content-type': typeof answer.body === 'string' ? 'application/json' : 'application/octet-stream',
          etag: '"1"',
          'last-modified': new Date(0).toUTCString(),
        })
        .end(answer.body)
      return true
    },
  }
}

interface Answer {
  readonly status: number
  readonly body: string | Buffer
}

const json = (status: number, value: unknown): Answer => ({ status, body: JSON.stringify(value) })

/** The claim `ac` of the runtime token: scopes, the run's own first. */
function scopesOf(request: IncomingMessage): readonly string[] {
  const claims = (request.headers.authorization ?? '').split('.')[1] ?? ''
  const { ac = '[]' } = JSON.parse(Buffer.from(claims, 'base64url').toString() || '{}') as { ac?: string }
  return (JSON.parse(ac) as readonly { readonly Scope: string }[]).map(({ Scope }) => Scope)
}
