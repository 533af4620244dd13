// Requests that nobody answered in time.
import { countIn, number, type Rule, share } from './rule.ts'

const tolerated = 0.001

export const timeouts: Rule = {
  title: 'Timeouts',
  when: 'at least 1 of 1,000 requests gets no answer in time',
  why: 'Who waits that long gives up or tries again, and each retry is more load. The true latency is longer than the figures can say.',
  attempt:
    'Look for a queue that only grows (a pool that is too small, a lock, a slow neighbour), and answer with an error early rather than late.',
  look: '`timeouts` and `latency.p99` in the table; `timeout` and `graceful-stop` in docs/load-tests.md.',
  examine({ head }) {
    const requests = countIn(head, 'requests')
    const late = countIn(head, 'timeouts')
    if (requests === 0 || late / requests < tolerated) return null
    return {
      seen: [
        number(Math.round(late)),
        ' of ',
        number(Math.round(requests)),
        ' requests (',
        share(late / requests),
        ') got no answer in time',
      ],
      excess: late / requests / tolerated,
    }
  },
}
