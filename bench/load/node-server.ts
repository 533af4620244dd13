// server.c, where there is no C compiler: port, service in milliseconds, 1 when it stands still.
import { createServer, type Socket } from 'node:net'
import process from 'node:process'

const [port = 8080, service = 0, freezes = 0] = process.argv.slice(2).map(Number)
const answer =
  'HTTP/1.1 200 OK\r\nConnection: keep-alive\r\nContent-Length: 2\r\nContent-Type: text/plain\r\n\r\nok'
const began = performance.now()
const took: number[] = []

/** Milliseconds until it moves again. */
function frozen(now: number): number {
  const within = (now - began) % 10_000
  return freezes === 1 && within >= 8000 ? 10_000 - within : 0
}

function reply(socket: Socket): void {
  if (service === 0) {
    socket.write(answer, 'latin1')
    return
  }
  const read = performance.now()
  setTimeout(() => {
    socket.write(answer, 'latin1')
    took.push(performance.now() - read)
  }, frozen(read) + service)
}

createServer({ noDelay: true }, (socket) => {
  let rest = ''
  socket.on('error', () => socket.destroy())
  socket.on('data', (chunk) => {
    const parts = (rest + chunk.toString('latin1')).split('\r\n\r\n')
    rest = parts.pop() ?? ''
    for (const _ of parts) reply(socket)
  })
}).listen(port, '127.0.0.1', 4096)

process.on('SIGTERM', () => {
  const sorted = took.toSorted((a, b) => a - b)
  if (sorted.length > 0)
    for (const percent of [50, 90, 99, 99.9])
      console.log(sorted[Math.max(0, Math.ceil((percent / 100) * sorted.length) - 1)])
  process.exit(0)
})
