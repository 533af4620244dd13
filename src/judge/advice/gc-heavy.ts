// Too much of the time goes to collecting garbage.
import { type Rule, seconds, share, valueIn } from './rule.ts'

const tolerated = 0.1
/** Seconds: a tenth of nearly nothing is nothing. */
const least = 0.05

export const gcHeavy: Rule = {
  title: 'GC heavy',
  when: 'garbage collection takes at least 10 % of the time, and 50 ms',
  why: 'Everything stands still meanwhile, so it costs time and makes the slow requests slower.',
  attempt:
    'Allocate less in what runs most often (copies, temporary arrays, strings built up), or give the heap more room (`--max-semi-space-size`).',
  look: '`gc.share`, `gc.count` and `gc.longest` in the table; `NODE_OPTIONS=--trace-gc` tells each one.',
  examine({ head }) {
    const part = valueIn(head, 'gc.share')
    const pause = valueIn(head, 'gc.pause')
    if (part === null || pause === null || part < tolerated || pause < least) return null
    return {
      seen: ['garbage collection takes ', share(part), ' of the time (', seconds(pause), ' in all)'],
      excess: part / tolerated,
    }
  },
}
