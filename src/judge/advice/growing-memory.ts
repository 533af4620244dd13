// Memory that is never given back.
import { bytes, countIn, type Rule, share } from './rule.ts'

const toleratedDrift = 0.1

export const growingMemory: Rule = {
  title: 'Growing memory',
  when: 'a leak test finds a leak, or memory rises by more than 10 % over a soak',
  why: 'It grows until the process is killed or spends its time collecting garbage, however fast it is today.',
  attempt:
    'Look for what keeps references: caches without a bound, listeners that are never removed, closures in long lists.',
  look: '`leak` and `drift.memory` in the table; when it is new, the functions that allocate are named above; docs/resources.md',
  examine({ head }) {
    const leak = countIn(head, 'leak')
    if (leak > 0) return { seen: ['every operation leaves ', bytes(leak), ' behind'], excess: 1 + leak / 100 }
    const drift = countIn(head, 'drift.memory')
    if (drift <= toleratedDrift) return null
    return {
      seen: ['memory rose by ', share(drift), ' while the load stayed the same'],
      excess: drift / toleratedDrift,
    }
  },
}
