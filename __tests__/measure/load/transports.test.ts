// One suite for all transports: what servers may say, and what they should not, over real sockets on this machine.

import type { AddressInfo } from 'node:net'
import { createServer, type Server, type Socket } from 'node:net'
import { afterEach, describe, expect, it } from 'vitest'
import { netTransport } from '../../../src/measure/load/host-net-transport.ts'
import type { Answer, Transport, TransportOptions, WireRequest } from '../../../src/measure/load/transport.ts'
import { undiciTransport } from '../../../src/measure/load/undici-transport.ts'

const options: TransportOptions = { insecure: false, ca: null, timeout: 5, allowHosts: [] }
const transports: Readonly<Record<string, (options: TransportOptions) => Transport>> = {
  undici: undiciTransport,
  net: netTransport,
}

const cleanUps: (() => Promise<unknown> | unknown)[] = []
afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp()
})

/** A server that is given each request's text, on each connection. */
async function serverOf(reply: (socket: Socket, text: string, count: number) => void): Promise<string> {
  const sockets = new Set<Socket>()
  let count = 0
  const server: Server = createServer((socket) => {
    sockets.add(socket)
    socket.on('error', () => {})
    let text = ''
    socket.on('data', (chunk) => {
      text += chunk.toString('latin1')
      const end = text.indexOf('\r\n\r\n')
      if (end < 0) return
      const length = Number(/content-length: (\d+)/i.exec(text)?.[1] ?? 0)
      if (text.length < end + 4 + length) return
      const whole = text
      text = ''
      count += 1
      reply(socket, whole, count)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  cleanUps.push(() => {
    for (const socket of sockets) socket.destroy()
    return new Promise((resolve) => server.close(resolve))
  })
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`
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

function client(name: string) {
  const transport = transports[name]?.(options)
  if (transport === undefined) throw new Error(name)
  const lane = transport.open()
  cleanUps.push(() => transport.close())
  const send = (wire: WireRequest) =>
    new Promise<Answer | string>((resolve) => lane.send(wire, { answered: resolve, failed: resolve }))
  return { transport, lane, send }
}

const whole = [
  { title: 'a length', raw: 'HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello', body: 'hello' },
  { title: 'no body', raw: 'HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n', body: '' },
  {
    title: 'chunks',
    raw: 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nhel\r\n2\r\nlo\r\n0\r\n\r\n',
    body: 'hello',
  },
  {
    title: 'chunks with extensions and trailers',
    raw: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5;a=b\r\nhello\r\n0\r\nx-sum: 1\r\n\r\n',
    body: 'hello',
  },
  { title: '204', raw: 'HTTP/1.1 204 No Content\r\n\r\n', body: '', status: 204 },
  {
    title: '304 with a length that is not there',
    raw: 'HTTP/1.1 304 Not Modified\r\ncontent-length: 9\r\n\r\n',
    body: '',
    status: 304,
  },
  {
    title: '100 and 103 before the answer',
    raw: 'HTTP/1.1 103 Early Hints\r\nlink: </a>\r\n\r\nHTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok',
    body: 'ok',
  },
  {
    title: 'a status without a reason',
    raw: 'HTTP/1.1 500 \r\ncontent-length: 1\r\n\r\nx',
    body: 'x',
    status: 500,
  },
  {
    title: 'a head of 20 kB',
    raw: `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(12_000)}\r\ncontent-length: 1\r\n\r\nx`,
    body: 'x',
  },
]

/** undici takes the length of a 304 for that of its body. */
const quirks: Readonly<Record<string, readonly string[]>> = {
  undici: ['304 with a length that is not there'],
}

describe.each(Object.keys(transports))('%s', (name) => {
  it.each(whole.filter(({ title }) => !quirks[name]?.includes(title)))(
    '$title, on one connection, twice, whole and byte by byte',
    async ({ raw, body, status = 200 }) => {
      let connections = 0
      const seen = new Set<Socket>()
      const origin = await serverOf((socket, _, count) => {
        if (!seen.has(socket)) connections += 1
        seen.add(socket)
        if (count === 1) socket.write(raw, 'latin1')
        else {
          socket.setNoDelay(true)
          let at = 0
          const size = Math.max(1, Math.floor(raw.length / 200))
          const next = () => {
            if (at >= raw.length) return
            socket.write(raw.slice(at, at + size), 'latin1')
            at += size
            setImmediate(next)
          }
          next()
        }
      })
      const { send, transport } = client(name)
      expect(await send(request(origin))).toMatchObject({ status, body })
      expect(await send(request(origin))).toMatchObject({ status, body, bytes: body.length })
      expect(connections).toBe(1)
      expect(transport.connections()).toBe(1)
    },
  )

  it('HEAD has no body, whatever its length says', async () => {
    const origin = await serverOf((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 500\r\n\r\n'))
    const { send } = client(name)
    expect(await send(request(origin, { method: 'HEAD' }))).toMatchObject({ status: 200, bytes: 0 })
    expect(await send(request(origin, { method: 'HEAD' }))).toMatchObject({ status: 200, bytes: 0 })
  })

  it('a head that comes again is read again: for its headers, its body, and whether there is one', async () => {
    const head = 'HTTP/1.1 200 OK\r\nx-id: 7\r\ncontent-length: 3\r\n\r\n'
    const origin = await serverOf((socket, text, count) =>
      socket.write(text.startsWith('HEAD') ? head : `${head}no${count}`),
    )
    const { send } = client(name)
    const bare = { wantsBody: false, wantsHeaders: false }
    expect(await send(request(origin, bare))).toEqual({ status: 200, headers: [], body: '', bytes: 3 })
    expect(await send(request(origin))).toMatchObject({
      headers: ['x-id', '7', 'content-length', '3'],
      body: 'no2',
    })
    expect(await send(request(origin, bare))).toEqual({ status: 200, headers: [], body: '', bytes: 3 })
    expect(await send(request(origin, { method: 'HEAD' }))).toMatchObject({ status: 200, bytes: 0 })
    expect(await send(request(origin))).toMatchObject({ body: 'no5', bytes: 3 })
  })

  it('a body that ends with the connection, and the next request on a new one', async () => {
    const origin = await serverOf((socket) => socket.end('HTTP/1.1 200 OK\r\n\r\nall of it'))
    const { send } = client(name)
    expect(await send(request(origin))).toMatchObject({ body: 'all of it' })
    expect(await send(request(origin))).toMatchObject({ body: 'all of it' })
  })

  it('connection: close is obeyed', async () => {
    const origin = await serverOf((socket) =>
      socket.end('HTTP/1.1 200 OK\r\nconnection: close\r\ncontent-length: 2\r\n\r\nok'),
    )
    const { send } = client(name)
    for (let count = 0; count < 3; count += 1)
      expect(await send(request(origin))).toMatchObject({ body: 'ok' })
  })

  it('a request carries its method, path, headers and body', async () => {
    let text = ''
    const origin = await serverOf((socket, received) => {
      text = received
      socket.write('HTTP/1.1 201 Created\r\ncontent-length: 0\r\nx-id: 7\r\n\r\n')
    })
    const { send } = client(name)
    const answer = await send(
      request(origin, {
        method: 'POST',
        path: '/a?b=1',
        headers: ['x-one', '1', 'content-type', 'text/plain'],
        body: 'grüße',
      }),
    )
    expect(text).toMatch(/^POST \/a\?b=1 HTTP\/1\.1\r\nhost: 127\.0\.0\.1:\d+\r\n/)
    expect(text).toContain('x-one: 1\r\n')
    expect(text).toMatch(/content-length: 7\r\n/i)
    expect(Buffer.from(text.slice(text.indexOf('\r\n\r\n') + 4), 'latin1').toString('utf8')).toBe('grüße')
    const headers = typeof answer === 'string' ? [] : answer.headers.map((part) => part.toLowerCase())
    expect(headers[headers.indexOf('x-id') + 1]).toBe('7')
  })

  it.each([
    { title: 'garbage', raw: 'SSH-2.0-OpenSSH_9\r\n\r\n', kind: 'garbage' },
    {
      title: 'two lengths',
      raw: 'HTTP/1.1 200 OK\r\ncontent-length: 1\r\ncontent-length: 2\r\n\r\nxx',
      kind: 'short-body',
    },
    { title: 'a length that is none', raw: 'HTTP/1.1 200 OK\r\ncontent-length: -1\r\n\r\n', kind: 'garbage' },
    {
      title: 'a chunk that is none',
      raw: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\nzz\r\n',
      kind: 'garbage',
    },
    { title: 'a head without end', raw: `HTTP/1.1 200 OK\r\nx: ${'a'.repeat(100_000)}`, kind: 'garbage' },
  ])('$title is no answer', async ({ raw, kind }) => {
    const origin = await serverOf((socket) => socket.write(raw))
    const { send } = client(name)
    expect(['garbage', kind]).toContain(await send(request(origin)))
  })

  it.each([
    { title: 'before the answer', raw: '' },
    { title: 'within the head', raw: 'HTTP/1.1 200 OK\r\ncont' },
    { title: 'within the body', raw: 'HTTP/1.1 200 OK\r\ncontent-length: 10\r\n\r\nhalf' },
    { title: 'within a chunk', raw: 'HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n5\r\nhe' },
  ])('a connection closed $title is no answer, and the next request goes on', async ({ raw }) => {
    const origin = await serverOf((socket, _, count) => {
      if (count === 1) socket.end(raw)
      else socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok')
    })
    const { send } = client(name)
    expect(await send(request(origin))).toBe('reset')
    expect(await send(request(origin))).toMatchObject({ body: 'ok' })
  })

  it('what follows an answer unasked is never taken for the next one', async () => {
    const origin = await serverOf((socket, _, count) =>
      socket.write(
        count === 1
          ? 'HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nokHTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\nevil'
          : 'HTTP/1.1 200 OK\r\ncontent-length: 4\r\n\r\ngood',
      ),
    )
    const { send } = client(name)
    expect(await send(request(origin))).toMatchObject({ body: 'ok' })
    const second = await send(request(origin))
    expect(
      second === 'reset' || second === 'garbage' || (typeof second !== 'string' && second.body === 'good'),
    ).toBe(true)
    expect(await send(request(origin))).toMatchObject({ body: 'good' })
  })

  it('a port that nobody listens on is refused', async () => {
    const server = createServer()
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const { port } = server.address() as AddressInfo
    await new Promise((resolve) => server.close(resolve))
    const { send } = client(name)
    expect(await send(request(`http://127.0.0.1:${port}`))).toBe('refused')
  })

  it('a request that is given up takes its connection along', async () => {
    const origin = await serverOf((socket, _, count) => {
      if (count > 1) socket.write('HTTP/1.1 200 OK\r\ncontent-length: 2\r\n\r\nok')
    })
    const { send, lane } = client(name)
    const hanging = send(request(origin))
    lane.abort('timeout')
    expect(await hanging).toBe('timeout')
    // The server may never have seen the first one.
    const next = send(request(origin))
    lane.abort('timeout')
    expect(await next).toBe('timeout')
  })

  it.each([{ headers: ['x', 'a\r\nb: c'] }, { path: '/a b' }, { headers: ['x y', '1'] }])(
    'a request that would break out of its place is not sent: %j',
    async (parts) => {
      const origin = await serverOf((socket) => socket.write('HTTP/1.1 200 OK\r\ncontent-length: 0\r\n\r\n'))
      const { send } = client(name)
      expect(await send(request(origin, parts))).toBe('bad-request')
    },
  )
})
