// It needs a good part of a machine.
import { bytes, countIn, type Rule, share } from './rule.ts'

const tolerated = 1e9
const toleratedShare = 0.5

export const highMemory: Rule = {
  title: 'High memory',
  when: 'peak memory is above 1 GB, or above half of the machine',
  why: 'Containers are killed at their limit, and a machine that swaps makes everything on it slow.',
  attempt:
    'Work in pieces (streams, pages, batches) instead of holding everything at once; give caches a bound.',
  look: '`memory`, `memory.tree` and `heap.used` in the table; a heap snapshot (`node --heapsnapshot-signal=SIGUSR2`).',
  examine({ head, machine: { memory } }) {
    const peak = Math.max(countIn(head, 'memory'), countIn(head, 'memory.tree'))
    const limit = Math.min(tolerated, toleratedShare * (memory ?? Number.POSITIVE_INFINITY))
    if (peak <= limit) return null
    return {
      seen: [
        'peak memory is ',
        bytes(peak),
        ...(memory === undefined ? [] : [', ', share(peak / memory), ' of the machine']),
      ],
      excess: peak / limit,
    }
  },
}
