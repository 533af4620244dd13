// HTTP/2 over TLS, by Node's own client. Users share connections, as the users of one browser or gateway would: many
// requests at a time on each, and another connection when the ones that are there are full.
import { Buffer } from 'node:buffer'
import { validateHeaderName, validateHeaderValue } from 'node:http'
import {
  type ClientHttp2Session,
  type ClientHttp2Stream,
  connect,
  constants,
  type IncomingHttpHeaders,
  type OutgoingHttpHeaders,
} from 'node:http2'
import { connectionOptions } from './host-connect.ts'
import {
  failureKind,
  keptBody,
  type Lane,
  type Listener,
  type Transport,
  type TransportOptions,
  type WireRequest,
} from './transport.ts'

/** Requests at a time on one connection, where the server allows as many: what browsers and Node's own server do. */
const mostStreams = 100

interface Connection {
  readonly session: ClientHttp2Session
  streams: number
  isOpen: boolean
  /** It turned out to be something else than HTTP/2. */
  isOther: boolean
}

/** Connections of all lanes, by origin. */
interface Shared {
  readonly options: TransportOptions
  readonly connections: Map<string, Connection[]>
  opened: number
  /** How many requests at a time a server allows, once it has been met. */
  readonly allowed: Map<string, number>
}

function connectionFor(shared: Shared, origin: string): Connection {
  const { options, connections, allowed } = shared
  const all = connections.get(origin) ?? []
  const usable = all.filter(({ session }) => !session.closed && !session.destroyed)
  const most = Math.min(mostStreams, allowed.get(origin) ?? mostStreams)
  const free = usable.find(({ streams }) => streams < most)
  if (free !== undefined) return free
  const session = connect(origin, connectionOptions(new URL(origin), options))
  const made: Connection = { session, streams: 0, isOpen: false, isOther: false }
  session.on('connect', () => {
    made.isOpen = true
    shared.opened += 1
    made.isOther = session.alpnProtocol !== 'h2'
  })
  session.on('remoteSettings', ({ maxConcurrentStreams }) => {
    if (maxConcurrentStreams !== undefined) allowed.set(origin, Math.max(1, maxConcurrentStreams))
  })
  session.on('close', () => {
    made.isOpen = false
  })
  // Each of its requests hears of it.
  session.on('error', () => {})
  connections.set(origin, [...usable, made])
  return made
}

function openLane(shared: Shared): Lane {
  let under: { readonly connection: Connection; fail(kind: string): void } | null = null

  function send(request: WireRequest, listener: Listener): void {
    const connection = connectionFor(shared, request.origin)
    let stream: ClientHttp2Stream
    try {
      stream = connection.session.request(headersOf(request), { endStream: request.body === null })
    } catch {
      queueMicrotask(() => listener.failed('bad-request'))
      return
    }
    connection.streams += 1
    let over = false
    let head: IncomingHttpHeaders | null = null
    let bytes = 0
    const chunks: Buffer[] = []
    const finish = () => {
      over = true
      connection.streams -= 1
    }
    const mine = {
      connection,
      fail(kind: string): void {
        if (over) return
        finish()
        stream.close(constants.NGHTTP2_CANCEL)
        queueMicrotask(() => listener.failed(kind))
      },
    }
    under = mine
    stream.on('response', (headers) => {
      head = headers
    })
    stream.on('data', (chunk: Buffer) => {
      bytes += chunk.length
      if (request.wantsBody && bytes <= keptBody) chunks.push(chunk)
    })
    stream.on('end', () => {
      if (over) return
      const status = Number(head?.[':status'])
      if (head === null || stream.aborted || stream.rstCode !== constants.NGHTTP2_NO_ERROR) {
        mine.fail('reset')
        return
      }
      finish()
      const wanted = request.wantsHeaders || head['set-cookie'] !== undefined
      listener.answered({
        status,
        headers: wanted ? pairsOf(head) : [],
        body: chunks.length === 0 ? '' : Buffer.concat(chunks).toString('utf8'),
        bytes,
      })
    })
    stream.on('error', (error) => mine.fail(kindOf(error, connection)))
    stream.on('close', () => mine.fail('reset'))
    if (request.body !== null) stream.end(request.body)
  }

  return {
    send,
    abort(kind) {
      under?.fail(kind)
      // What has not even connected by now would hold up the next request as well.
      if (under?.connection.isOpen === false) under.connection.session.destroy()
    },
    close() {
      under?.fail('reset')
    },
  }
}

function kindOf(error: Error, { isOther }: Connection): string {
  if (isOther) return 'no-http2'
  // Why the connection could not be made.
  if (error.cause !== undefined) return failureKind(error.cause)
  const kind = failureKind(error)
  if (kind === 'err_http2_error') return 'garbage'
  return kind.startsWith('err_http2') ? 'reset' : kind
}

/** Those that belong to one connection only have no place in HTTP/2. */
const ofConnection = new Set([
  'host',
  'connection',
  'keep-alive',
  'transfer-encoding',
  'upgrade',
  'content-length',
])

/** @throws TypeError when a part would break out of its place */
function headersOf({ origin, method, path, headers }: WireRequest): OutgoingHttpHeaders {
  if (/[^\x21-\x7e]/.test(path)) throw new TypeError('a path with blanks')
  const { HTTP2_HEADER_METHOD, HTTP2_HEADER_PATH, HTTP2_HEADER_SCHEME, HTTP2_HEADER_AUTHORITY } = constants
  const all: OutgoingHttpHeaders = {
    [HTTP2_HEADER_METHOD]: method,
    [HTTP2_HEADER_SCHEME]: origin.slice(0, origin.indexOf(':')),
    [HTTP2_HEADER_AUTHORITY]: origin.slice(origin.indexOf('//') + 2),
    [HTTP2_HEADER_PATH]: path,
  }
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const name = (headers[index] ?? '').toLowerCase()
    if (ofConnection.has(name)) continue
    const value = headers[index + 1] ?? ''
    validateHeaderName(name)
    validateHeaderValue(name, value)
    all[name] = value
  }
  return all
}

function pairsOf(headers: IncomingHttpHeaders): string[] {
  return Object.entries(headers).flatMap(([name, value]) =>
    name.startsWith(':') || value === undefined
      ? []
      : (Array.isArray(value) ? value : [value]).flatMap((each) => [name, each]),
  )
}

export function http2Transport(options: TransportOptions): Transport {
  const lanes = new Set<Lane>()
  const shared: Shared = { options, connections: new Map(), opened: 0, allowed: new Map() }
  const all = () => [...shared.connections.values()].flat()
  return {
    name: 'http2',
    open() {
      const lane = openLane(shared)
      lanes.add(lane)
      return lane
    },
    connections: () => all().filter(({ isOpen }) => isOpen).length,
    opened: () => shared.opened,
    async close() {
      for (const lane of lanes) lane.close()
      lanes.clear()
      for (const { session } of all()) session.destroy()
      shared.connections.clear()
    },
  }
}
