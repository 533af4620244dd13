// The fast path: plain HTTP/1.1 over bare sockets, at half the cost of undici. Only what `http:` needs; everything else
// is undici's.
import { Buffer } from 'node:buffer'
import { connect, type Socket } from 'node:net'
import { createReader } from './host-http-message.ts'
import { lookupFor } from './host-lookup.ts'
import {
  failureKind,
  keptBody,
  type Lane,
  type Listener,
  type Transport,
  type TransportOptions,
  type WireRequest,
} from './transport.ts'

/** Bytes that are read at once, per connection. */
const readSize = 16_384

interface Shared {
  readonly timeout: number
  readonly allowHosts: readonly string[]
  open: number
  opened: number
}

function openLane(shared: Shared): Lane {
  let socket: Socket | null = null
  let origin = ''
  let listener: Listener | null = null
  let wantsBody = false
  /** 0 until a head has arrived. */
  let status = 0
  let headers: readonly string[] = []
  let bytes = 0
  let chunks: Buffer[] = []
  let latest: { readonly request: WireRequest; readonly wire: string | Buffer } | null = null

  const reader = createReader({
    head(found, all) {
      status = found
      headers = all
    },
    body(chunk, start, end) {
      bytes += end - start
      if (wantsBody && bytes <= keptBody) chunks.push(Buffer.from(chunk.subarray(start, end)))
    },
    end(reusable) {
      const hears = listener
      listener = null
      if (!reusable) drop()
      if (hears === null || status === 0) return
      const body = chunks.length === 0 ? '' : Buffer.concat(chunks).toString('utf8')
      hears.answered({ status, headers, body, bytes })
    },
    garbage: () => fail('garbage'),
  })

  function drop(): void {
    const gone = socket
    socket = null
    gone?.destroy()
  }

  /** The request under way gets no answer. Its sender must not hear it before `send` has returned. */
  function fail(kind: string): void {
    const hears = listener
    listener = null
    drop()
    if (hears !== null) queueMicrotask(() => hears.failed(kind))
  }

  function dial(url: URL): Socket {
    const buffer = Buffer.allocUnsafeSlow(readSize)
    const mine = connect({
      host: url.hostname.replace(/^\[|\]$/g, ''),
      port: Number(url.port || 80),
      noDelay: true,
      ...lookupFor(url, shared.allowHosts),
      onread: {
        buffer,
        callback(length: number) {
          if (socket === mine) reader.read(buffer, length)
          return true
        },
      },
    })
    let counted = false
    const timer = setTimeout(() => {
      if (socket === mine) fail('timeout')
    }, shared.timeout)
    mine.on('connect', () => {
      clearTimeout(timer)
      counted = true
      shared.open += 1
      shared.opened += 1
    })
    mine.on('error', (error) => {
      if (socket === mine) fail(failureKind(error))
    })
    mine.on('end', () => {
      if (socket === mine && listener !== null && !reader.closed()) fail('reset')
    })
    mine.on('close', () => {
      clearTimeout(timer)
      if (counted) shared.open -= 1
      if (socket !== mine) return
      socket = null
      if (listener !== null) fail('reset')
    })
    return mine
  }

  return {
    send(request, hears) {
      listener = hears
      wantsBody = request.wantsBody
      status = 0
      bytes = 0
      if (chunks.length > 0) chunks = []
      if (latest?.request !== request) {
        const wire = serialize(request)
        if (wire === null) {
          fail('bad-request')
          return
        }
        latest = { request, wire }
      }
      if (socket === null || origin !== request.origin || socket.destroyed) {
        drop()
        origin = request.origin
        socket = dial(new URL(origin))
      }
      reader.expect(request.method, request.wantsHeaders)
      const { wire } = latest
      if (typeof wire === 'string') socket.write(wire, 'latin1')
      else socket.write(wire)
    },
    abort: fail,
    close: drop,
  }
}

/** `null` when a part would break out of its place. */
export function serialize({ origin, method, path, headers, body }: WireRequest): string | Buffer | null {
  if (/[\r\n\s]/.test(path) || /[^\x21-\x7e]/.test(path)) return null
  let head = `${method} ${path} HTTP/1.1\r\nhost: ${origin.slice(origin.indexOf('//') + 2)}\r\n`
  for (let index = 0; index + 1 < headers.length; index += 2) {
    const [name = '', value = ''] = [headers[index], headers[index + 1]]
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || /[^\t\x20-\x7e\x80-\xff]/.test(value)) return null
    if (/^(content-length|transfer-encoding|connection|host)$/i.test(name)) continue
    head += `${name}: ${value}\r\n`
  }
  if (body === null) return `${head}${/^(POST|PUT|PATCH)$/.test(method) ? 'content-length: 0\r\n' : ''}\r\n`
  const content = Buffer.from(body, 'utf8')
  return Buffer.concat([Buffer.from(`${head}content-length: ${content.length}\r\n\r\n`, 'latin1'), content])
}

export function netTransport({ timeout, allowHosts }: TransportOptions): Transport {
  const lanes = new Set<Lane>()
  const shared: Shared = { timeout: Math.ceil(timeout * 1000), allowHosts, open: 0, opened: 0 }
  return {
    name: 'net',
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
