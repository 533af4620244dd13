// Answers that say: not so often.
import type { Figures } from '../../model/figures.ts'
import { countIn, number, type Rule, share, valueIn } from './rule.ts'

const tolerated = 0.001

/** Answers with status 429, or 503 with Retry-After; imported results know the former only. */
export function limitedIn(figures: Figures): number {
  return valueIn(figures, 'rate-limited') ?? countIn(figures, 'errors.status-429')
}

export const rateLimits: Rule = {
  title: 'Rate limits',
  when: 'at least 1 of 1,000 answers is a 429, or a 503 with `Retry-After`',
  why: 'The limiter was measured, not the program: throughput cannot rise above what it lets through, however fast the program is.',
  attempt:
    'Lift the limit for the test (a header, a key, a setting of the test environment), or send less than it allows.',
  look: '`rate-limited` and `errors.status-429` in the table, and the limiter in front of the service.',
  examine({ head }) {
    const requests = countIn(head, 'requests')
    const limited = limitedIn(head)
    if (requests === 0 || limited / requests < tolerated) return null
    return {
      seen: [
        number(Math.round(limited)),
        ' of ',
        number(Math.round(requests)),
        ' requests (',
        share(limited / requests),
        ') were told to come back later',
      ],
      excess: limited / requests / tolerated,
    }
  },
}
