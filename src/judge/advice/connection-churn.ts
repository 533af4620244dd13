// Connections are opened again and again instead of being kept.
import { number, type Rule, valueIn } from './rule.ts'

const tolerated = 0.1
const fewestRequests = 100

export const connectionChurn: Rule = {
  title: 'Connection churn',
  when: 'more than 1 request in 10 opens a connection anew, of at least 100 requests',
  why: 'A new connection costs a round trip (three with TLS) and CPU time on both sides, and used ports stay blocked for a minute.',
  attempt:
    'Keep connections alive: no `Connection: close`, a keep-alive time longer than the pauses between requests, no limit of requests per connection.',
  look: '`connections.opened` beside `requests` in the table; `curl -v` shows the headers.',
  examine({ head }) {
    const [opened, atOnce, requests] = ['connections.opened', 'connections', 'requests'].map((metric) =>
      valueIn(head, metric),
    )
    if (opened == null || requests == null || requests < fewestRequests) return null
    const again = (opened - (atOnce ?? 0)) / requests
    if (again <= tolerated) return null
    return {
      seen: [
        number(Math.round(opened)),
        ' connections were opened for ',
        number(Math.round(requests)),
        ' requests',
      ],
      excess: again / tolerated,
    }
  },
}
