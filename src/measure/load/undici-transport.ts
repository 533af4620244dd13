// HTTP/1.1, plain or over TLS, by undici: one client, with one connection, per lane. `dispatch` with the plain handler, which
// hands over raw headers, costs half of `request` and a tenth of `fetch`.
import { Client, type Dispatcher } from 'undici'
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

/** What a lane shares with the transport that opened it. */
interface Shared {
  readonly options: Client.Options
  readonly timeout: number
  readonly trust: TransportOptions
  open: number
}

/**
 * Hears one request after the other. A class, because its methods are called for every packet: closures per request
 * would be a third of the cost. A lane takes a new one after giving up a request, so that the old one's last words
 * disturb nobody.
 */
class Ear {
  readonly #listener: Listener
  readonly #wantsBody: boolean
  readonly #wantsHeaders: boolean
  #status = 0
  #bytes = 0
  #headers: readonly string[] = []
  #chunks: Uint8Array[] | null = null
  #over = false
  abort: ((error?: Error) => void) | null = null

  constructor(listener: Listener, request: WireRequest) {
    this.#listener = listener
    this.#wantsBody = request.wantsBody
    this.#wantsHeaders = request.wantsHeaders
  }

  onConnect(abort: (error?: Error) => void): void {
    this.abort = abort
  }

  onHeaders(status: number, headers: Uint8Array[]): boolean {
    // 1xx come before the answer.
    if (status < 200) return true
    this.#status = status
    // Cookies are kept for whoever asks nothing else of the headers.
    if (this.#wantsHeaders || setsCookie(headers)) this.#headers = headers.map((part) => text(part))
    return true
  }

  onData(chunk: Uint8Array): boolean {
    this.#bytes += chunk.byteLength
    if (this.#wantsBody && this.#bytes <= keptBody) {
      this.#chunks ??= []
      this.#chunks.push(chunk)
    }
    return true
  }

  onComplete(): void {
    if (this.#over) return
    this.#over = true
    this.#listener.answered({
      status: this.#status,
      headers: this.#headers,
      body: this.#chunks === null ? '' : text(Buffer.concat(this.#chunks)),
      bytes: this.#bytes,
    })
  }

  onError(error: unknown): void {
    this.fail(failureKind(error))
  }

  fail(kind: string): void {
    if (this.#over) return
    this.#over = true
    // An error may come while the request is being sent, before its sender expects anything.
    queueMicrotask(() => this.#listener.failed(kind))
  }
}

/** Whether a name among name, value, name, value … is `set-cookie`: by its length first, which rules out most. */
function setsCookie(headers: readonly Uint8Array[]): boolean {
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index]
    if (name?.byteLength === 10 && text(name).toLowerCase() === 'set-cookie') return true
  }
  return false
}

const decoder = new TextDecoder()
const text = (bytes: Uint8Array | string) => (typeof bytes === 'string' ? bytes : decoder.decode(bytes))

function openLane(shared: Shared): Lane {
  const clients = new Map<string, Client>()
  let latest: { readonly origin: string; readonly client: Client } | null = null
  let ear: Ear | null = null

  function clientFor(origin: string): Client {
    if (latest?.origin === origin) return latest.client
    let client = clients.get(origin)
    if (client === undefined) {
      client = new Client(origin, {
        ...shared.options,
        connect: { timeout: shared.timeout, ...connectionOptions(new URL(origin), shared.trust) },
      })
      client.on('connect', () => {
        shared.open += 1
      })
      client.on('disconnect', () => {
        shared.open -= 1
      })
      clients.set(origin, client)
    }
    latest = { origin, client }
    return client
  }

  function drop(): void {
    for (const client of clients.values()) client.destroy().catch(() => {})
    clients.clear()
    latest = null
  }

  return {
    send(request, listener) {
      ear = new Ear(listener, request)
      const { origin, path, method, headers, body } = request
      clientFor(origin).dispatch(
        // undici's types know the methods of HTTP; a server may know more.
        { origin, path, method: method as Dispatcher.HttpMethod, headers: headers as string[], body },
        ear as Dispatcher.DispatchHandler,
      )
    },
    abort(kind) {
      ear?.fail(kind)
      drop()
    },
    close: drop,
  }
}

export function undiciTransport(options: TransportOptions): Transport {
  const lanes = new Set<Lane>()
  const shared: Shared = {
    open: 0,
    options: {
      pipelining: 1,
      // The executor has one limit for all of it; undici's own timers would only cost.
      headersTimeout: 0,
      bodyTimeout: 0,
      keepAliveTimeout: 600_000,
      keepAliveMaxTimeout: 600_000,
    },
    timeout: Math.ceil(options.timeout * 1000),
    trust: options,
  }
  return {
    name: 'undici',
    open() {
      const lane = openLane(shared)
      lanes.add(lane)
      return lane
    },
    connections: () => shared.open,
    async close() {
      for (const lane of lanes) lane.close()
      lanes.clear()
    },
  }
}
