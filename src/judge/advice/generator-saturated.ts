// The load generator was the bottleneck.
import { number, type Rule } from './rule.ts'

/** One trial among many is chance. */
const tolerated = 0.2

export const generatorSaturated: Rule = {
  title: 'Generator saturated',
  when: 'in at least a fifth of the trials the load generator could not keep up with itself',
  why: 'These trials say how fast the generator is. Their latency and throughput are left out, so there is less to decide with.',
  attempt:
    'Send less load, set `workers`, or leave the generator a core of its own; beyond one machine use k6 or Artillery and import the results.',
  look: 'docs/load-tests.md says what the generator can do.',
  examine({ trials, saturated }) {
    if (trials === 0 || saturated / trials < tolerated) return null
    return {
      seen: [
        'in ',
        number(saturated),
        ' of ',
        number(trials),
        ' trials the load generator was the bottleneck',
      ],
      excess: saturated / trials / tolerated,
    }
  },
}
