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
  opened: number
}

/**
 * Hears one request after the other, as undici's handler. A class, because its methods are called for every packet:
 * closures per request would be a third of the cost. A lane takes a new one after giving up a request, so that the old
 * one's last words disturb nobody.
 */
class Ear {
  #listener: Listener | null = null
  #wantsBody = false
  #wantsHeaders = false
  #status = 0
  #bytes = 0
  #headers: readonly string[] = none
  #chunks: Uint8Array[] | null = null

  expect(request: WireRequest, listener: Listener): void {
    this.#listener = listener
    this.#wantsBody = request.wantsBody
    this.#wantsHeaders = request.wantsHeaders
    this.#status = 0
    this.#bytes = 0
    this.#headers = none
    this.#chunks = null
  }

  /** undici insists on it. What is given up loses its connection instead. */
  onConnect(): void {}

  onHeaders(status: number, headers: Uint8Array[]): boolean {
    // 1xx come before the answer.
    if (status < 200) return true
    this.#status = status
    // Cookies are kept for whoever asks nothing else of the headers, and a 503 may name a time to come back.
    if (this.#wantsHeaders || status === 503 || setsCookie(headers))
      this.#headers = headers.map((part) => text(part))
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
    const listener = this.#listener
    this.#listener = null
    listener?.answered({
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
    const listener = this.#listener
    this.#listener = null
    // An error may come while the request is being sent, before its sender expects anything.
    if (listener !== null) queueMicrotask(() => listener.failed(kind))
  }
}

const none: readonly string[] = []

/** Whether a name among name, value, name, value … is `set-cookie`: by its length first, which rules out most. */
function setsCookie(headers: readonly Uint8Array[]): boolean {
  for (let index = 0; index < headers.length; index += 2) {
    const name = headers[index]
    if (name?.length === 10 && text(name).toLowerCase() === 'set-cookie') return true
  }
  return false
}

const decoder = new TextDecoder()
const text = (bytes: Uint8Array | string) => (typeof bytes === 'string' ? bytes : decoder.decode(bytes))

function openLane(shared: Shared): Lane {
  const clients = new Map<string, Client>()
  let ear = new Ear()
  /** The latest request as undici wants it: most lanes send one and the same. */
  let latest: { readonly request: WireRequest; readonly options: Dispatcher.DispatchOptions } | null = null
  /** Where the latest request went. */
  let client: Client | null = null

  function clientFor(origin: string): Client {
    const known = clients.get(origin)
    if (known !== undefined) return known
    const opened = new Client(origin, {
      ...shared.options,
      connect: { timeout: shared.timeout, ...connectionOptions(new URL(origin), shared.trust) },
    })
    opened.on('connect', () => {
      shared.open += 1
      shared.opened += 1
    })
    opened.on('disconnect', () => {
      shared.open -= 1
    })
    clients.set(origin, opened)
    return opened
  }

  function drop(): void {
    for (const each of clients.values()) each.destroy().catch(() => {})
    clients.clear()
    client = null
  }

  return {
    send(request, listener) {
      if (latest?.request !== request) {
        latest = { request, options: optionsOf(request) }
        client = null
      }
      client ??= clientFor(request.origin)
      ear.expect(request, listener)
      client.dispatch(latest.options, ear as Dispatcher.DispatchHandler)
    },
    abort(kind) {
      ear.fail(kind)
      ear = new Ear()
      drop()
    },
    close: drop,
  }
}

function optionsOf({ path, method, headers, body }: WireRequest): Dispatcher.DispatchOptions {
  // undici's types know the methods of HTTP; a server may know more. It takes the list of headers without changing it.
  return { path, method: method as Dispatcher.HttpMethod, headers: headers as string[], body }
}

export function undiciTransport(options: TransportOptions): Transport {
  const lanes = new Set<Lane>()
  const shared: Shared = {
    open: 0,
    opened: 0,
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
    opened: () => shared.opened,
    async close() {
      for (const lane of lanes) lane.close()
      lanes.clear()
    },
  }
}
