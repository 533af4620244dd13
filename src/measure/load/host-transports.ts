// Which transport carries a request: bare sockets where they can, undici for everything else.
import { netTransport } from './host-net-transport.ts'
import type { LoadPlan } from './protocol.ts'
import type { Lane, Transport } from './transport.ts'
import { undiciTransport } from './undici-transport.ts'

export function transportFor(
  plan: Pick<LoadPlan, 'http' | 'insecure' | 'timeout' | 'transport' | 'allowHosts'>,
): Transport {
  if (plan.transport === 'undici' || plan.http === 2) return undiciTransport(plan)
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
