// Which transport carries a request: bare sockets where they can, Node's own client for HTTP/2, undici for the rest.
import { http2Transport } from './host-http2-transport.ts'
import { netTransport } from './host-net-transport.ts'
import type { LoadPlan } from './protocol.ts'
import type { Lane, Transport } from './transport.ts'
import { undiciTransport } from './undici-transport.ts'

type Settings = Pick<LoadPlan, 'http' | 'insecure' | 'ca' | 'timeout' | 'transport' | 'allowHosts'>

export function transportFor(plan: Settings): Transport {
  if (plan.http === 2) return http2Transport(plan)
  if (plan.transport === 'undici') return undiciTransport(plan)
  return eitherTransport(netTransport(plan), undiciTransport(plan))
}

/** Each request goes where its URL belongs: a scenario may visit both. */
function eitherTransport(plain: Transport, secure: Transport): Transport {
  return {
    name: plain.name,
    open(): Lane {
      const plainLane = plain.open()
      let secureLane: Lane | null = null
      let current = plainLane
      return {
        send(request, listener) {
          if (request.origin.startsWith('http:')) current = plainLane
          else {
            secureLane ??= secure.open()
            current = secureLane
          }
          current.send(request, listener)
        },
        abort: (kind) => current.abort(kind),
        close() {
          plainLane.close()
          secureLane?.close()
        },
      }
    },
    connections: () => plain.connections() + secure.connections(),
    opened: () => plain.opened() + secure.opened(),
    async close() {
      await Promise.all([plain.close(), secure.close()])
    },
  }
}
