// TLS and HTTP/2, over real sockets on this machine. The key pair in fixtures/ is for these tests only.
import { readFileSync } from 'node:fs'
import { createSecureServer, type ServerHttp2Stream } from 'node:http2'
import { createServer as createHttps } from 'node:https'
import { type AddressInfo, createServer as createPlain, type Server } from 'node:net'
import { createServer as createTls } from 'node:tls'
import { afterEach, describe, expect, it } from 'vitest'
import { transportFor } from '../../../src/measure/load/host-transports.ts'
import type { Answer, WireRequest } from '../../../src/measure/load/transport.ts'

const read = (name: string) => readFileSync(new URL(`fixtures/${name}`, import.meta.url), 'utf8')
const cert = read('localhost.cert.pem')
const pair = { key: read('localhost.key.pem'), cert }

const cleanUps: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

async function portOf(server: Server): Promise<number> {
  const sockets = new Set<{ destroy(): void }>()
  for (const event of ['connection', 'secureConnection'])
    server.on(event, (socket) => {
      sockets.add(socket)
      socket.on('error', () => {})
    })
  server.on('tlsClientError', () => {})
  server.on('sessionError', () => {})
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  return (server.address() as AddressInfo).port
}

interface Trust {
  readonly http?: 1.1 | 2
  readonly ca?: string | null
  readonly insecure?: boolean
}

function client({ http = 1.1, ca = cert, insecure = false }: Trust = {}) {
  const transport = transportFor({ http, ca, insecure, timeout: 5, transport: 'auto', allowHosts: [] })
  cleanUps.push(() => transport.close())
  const open = () => {
    const lane = transport.open()
    const send = (wire: WireRequest) =>
      new Promise<Answer | string>((resolve) => lane.send(wire, { answered: resolve, failed: resolve }))
    return { lane, send }
  }
  return { transport, open, ...open() }
}

const request = (origin: string, parts: Partial<WireRequest> = {}): WireRequest => ({
  origin,
  path: '/',
  method: 'GET',
  headers: [],
  body: null,
  wantsBody: true,
  wantsHeaders: true,
  ...parts,
})

const https = () => portOf(createHttps(pair, (_, response) => response.end('ok')))
const http2 = () => portOf(createSecureServer(pair, (_, response) => response.end('ok')))
const streams = (serve: (stream: ServerHttp2Stream, count: number) => void) => {
  let count = 0
  const server = createSecureServer(pair).on('stream', (stream) => {
    stream.on('error', () => {})
    count += 1
    serve(stream, count)
  })
  return portOf(server)
}

describe.each([
  { http: 1.1 as const, server: https },
  { http: 2 as const, server: http2 },
])('https, HTTP/$http', ({ http, server }) => {
  it.each([
    {
      title: 'an authority that is trusted',
      trust: {},
      host: '127.0.0.1',
      expected: { status: 200, body: 'ok' },
    },
    { title: 'its name', trust: {}, host: 'localhost', expected: { status: 200, body: 'ok' } },
    {
      title: 'nobody to vouch for it',
      trust: { ca: null },
      host: '127.0.0.1',
      expected: 'untrusted-certificate',
    },
    {
      title: 'another name than it has',
      trust: {},
      host: 'other.localhost',
      expected: 'untrusted-certificate',
    },
    {
      title: 'nobody to vouch for it, which is accepted',
      trust: { ca: null, insecure: true },
      host: '127.0.0.1',
      expected: { status: 200, body: 'ok' },
    },
  ])('a certificate with $title', async ({ trust, host, expected }) => {
    const { send } = client({ http, ...trust })
    const answer = await send(request(`https://${host}:${await server()}`))
    // Whether `other.localhost` is found at all is up to the machine.
    if (host === 'other.localhost' && answer === 'dns') return
    if (typeof expected === 'string') expect(answer).toBe(expected)
    else expect(answer).toMatchObject(expected)
  })

  it('a server that does not speak TLS', async () => {
    const plain = createPlain((socket) => {
      socket.on('error', () => {})
      socket.on('data', () => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))
    })
    expect(await client({ http }).send(request(`https://127.0.0.1:${await portOf(plain)}`))).toBe('no-tls')
  })

  it('a port that nobody listens on', async () => {
    const server = createPlain()
    const port = await portOf(server)
    await cleanUps.pop()?.()
    expect(await client({ http }).send(request(`https://127.0.0.1:${port}`))).toBe('refused')
  })
})

it('http:// to a server that wants TLS is no answer', async () => {
  expect(['reset', 'garbage']).toContain(await client().send(request(`http://127.0.0.1:${await https()}`)))
})

describe('HTTP/2', () => {
  it.each([
    ['offers HTTP/1.1 only', () => https()],
    [
      'agrees on nothing',
      () =>
        portOf(createTls(pair, (socket) => socket.on('data', () => socket.write('HTTP/1.1 400 No\r\n\r\n')))),
    ],
  ])('is asked of a server that %s', async (_, server) => {
    expect(await client({ http: 2 }).send(request(`https://127.0.0.1:${await server()}`))).toBe('no-http2')
  })

  it('carries the requests of many users at once on one connection', async () => {
    const waiting: ServerHttp2Stream[] = []
    const port = await streams((stream) => {
      waiting.push(stream)
      // Not one is answered before all have arrived: they cannot have queued for each other.
      if (waiting.length === 50)
        for (const each of waiting) {
          each.respond({ ':status': 200 })
          each.end('ok')
        }
    })
    const { open, transport } = client({ http: 2 })
    const users = Array.from({ length: 50 }, open)
    const answers = await Promise.all(users.map(({ send }) => send(request(`https://127.0.0.1:${port}`))))
    expect(answers.every((answer) => typeof answer !== 'string' && answer.status === 200)).toBe(true)
    expect(transport.connections()).toBe(1)
  })

  it('opens another connection when the server allows no more on one', async () => {
    const waiting: ServerHttp2Stream[] = []
    const answer = (stream: ServerHttp2Stream) => {
      stream.respond({ ':status': 200 })
      stream.end('ok')
    }
    let first = true
    const server = createSecureServer({ ...pair, settings: { maxConcurrentStreams: 2 } }).on(
      'stream',
      (stream) => {
        if (first) answer(stream)
        else waiting.push(stream)
        first = false
        if (waiting.length === 4) for (const each of waiting) answer(each)
      },
    )
    const origin = `https://127.0.0.1:${await portOf(server)}`
    const { open, transport, send } = client({ http: 2 })
    // What a server allows is known once it has been met.
    await send(request(origin))
    const users = Array.from({ length: 4 }, open)
    const answers = await Promise.all(users.map((user) => user.send(request(origin))))
    expect(answers.every((each) => typeof each !== 'string' && each.status === 200)).toBe(true)
    expect(transport.connections()).toBe(2)
  })

  it('carries method, path, headers, body, and brings headers and cookies', async () => {
    let seen = {}
    let body = ''
    const server = createSecureServer(pair, (incoming, response) => {
      const { method, url, headers } = incoming
      seen = {
        method,
        url,
        tag: headers['x-tag'],
        authority: headers[':authority'],
        connection: headers.connection,
      }
      incoming.on('data', (chunk) => {
        body += chunk
      })
      incoming.on('end', () => {
        response.setHeader('set-cookie', ['a=1', 'b=2'])
        response.writeHead(201)
        response.end('made')
      })
    })
    const port = await portOf(server)
    const answer = await client({ http: 2 }).send(
      request(`https://127.0.0.1:${port}`, {
        method: 'POST',
        path: '/a?b=1',
        headers: ['X-Tag', '1', 'connection', 'close'],
        body: 'grüße',
        wantsHeaders: false,
      }),
    )
    expect(seen).toEqual({
      method: 'POST',
      url: '/a?b=1',
      tag: '1',
      authority: `127.0.0.1:${port}`,
      connection: undefined,
    })
    expect(body).toBe('grüße')
    expect(answer).toMatchObject({ status: 201, body: 'made', bytes: 4 })
    const headers = typeof answer === 'string' ? [] : answer.headers
    expect(headers.filter((_, index) => headers[index - 1] === 'set-cookie')).toEqual(['a=1', 'b=2'])
  })

  it.each([
    { title: 'refuses the request', serve: (stream: ServerHttp2Stream) => stream.close(7) },
    { title: 'drops the connection', serve: (stream: ServerHttp2Stream) => stream.session?.destroy() },
    {
      title: 'drops the connection within the body',
      serve: (stream: ServerHttp2Stream) => {
        stream.respond({ ':status': 200 })
        stream.write('half', () => stream.session?.destroy())
      },
    },
  ])('a server that $title: no answer, and the next request goes on', async ({ serve }) => {
    const port = await streams((stream, count) => {
      if (count === 1) serve(stream)
      else {
        stream.respond({ ':status': 200 })
        stream.end('ok')
      }
    })
    const { send } = client({ http: 2 })
    expect(await send(request(`https://127.0.0.1:${port}`))).toBe('reset')
    expect(await send(request(`https://127.0.0.1:${port}`))).toMatchObject({ body: 'ok' })
  })

  it('a request that is given up leaves the others on its connection alone', async () => {
    const port = await streams((stream, count) => {
      if (count === 1) return
      stream.respond({ ':status': 200 })
      stream.end('ok')
    })
    const { lane, send, open, transport } = client({ http: 2 })
    const origin = `https://127.0.0.1:${port}`
    const hanging = send(request(origin))
    expect(await open().send(request(origin))).toMatchObject({ body: 'ok' })
    lane.abort('timeout')
    expect(await hanging).toBe('timeout')
    expect(await send(request(origin))).toMatchObject({ body: 'ok' })
    expect(transport.connections()).toBe(1)
  })

  it.each([
    { headers: ['x', 'a\r\nb: c'] },
    { headers: ['x y', '1'] },
    { headers: [':path', '/'] },
    { path: '/a b' },
  ])('a request that would break out of its place is not sent: %j', async (parts) => {
    const origin = `https://127.0.0.1:${await http2()}`
    expect(await client({ http: 2 }).send(request(origin, parts))).toBe('bad-request')
  })
})
