// Most answers are quick and some are not.
import { latencyOf } from './latency.ts'
import { type Rule, seconds } from './rule.ts'

const factor = 3
/** Seconds: what nobody notices is no tail. */
const least = 0.005
/** Five of them are slower than p95. */
const fewest = 100

export const tailFarAboveMean: Rule = {
  title: 'Tail far above the mean',
  when: 'p95 of the latency is more than 3 × its mean and 5 ms above it, of at least 100 requests',
  why: 'One user in twenty meets it, and a page that makes ten requests meets it in four of ten visits. The mean hides it.',
  attempt:
    'Look for what only some requests do: a cold cache, a lock, a garbage collection, one large item, a retry.',
  look: '`latency.p95`, `latency.p99` and `latency.mean` in the table; a row per request when the scenario has several.',
  examine({ head }) {
    const { mean, p95, count } = latencyOf(head)
    if (mean === null || p95 === null || mean <= 0 || (count !== null && count < fewest)) return null
    if (p95 <= factor * mean || p95 - mean < least) return null
    return {
      seen: ['p95 is ', seconds(p95), ', ', { times: p95 / mean }, ' times the mean of ', seconds(mean)],
      excess: p95 / (factor * mean),
    }
  },
}
