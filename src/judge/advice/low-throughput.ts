// Less gets done than was asked for, or less than at a lighter load.
import { countIn, type Rule, share, valueIn } from './rule.ts'

const leastAchieved = 0.8
const leastRetained = 0.9
const mostDropped = 0.05

export const lowThroughput: Rule = {
  title: 'Low throughput',
  when: 'less than 80 % of an arrival rate is answered well while the load lasts, more than 5 % is never begun, or the heaviest of `levels:` gets less than 90 % of what the lightest one got done',
  why: 'A queue grows for as long as the load lasts, so latency says more about the length of the test than about the program.',
  attempt:
    'Find the highest rate that it bears with `stress:`, test below that, and look for what all requests share: a lock, a pool, one core.',
  look: '`achieved-rate`, `dropped` and `throughput-retention` in the table; docs/load-tests.md',
  examine({ head }) {
    const achieved = valueIn(head, 'achieved-rate')
    if (achieved !== null && achieved < leastAchieved)
      return {
        seen: ['only ', share(achieved), ' of what arrived was answered well while the load lasted'],
        excess: leastAchieved / Math.max(achieved, 1e-3),
      }
    const dropped = countIn(head, 'dropped') + countIn(head, 'dropped-iterations')
    const lost = dropped > 0 ? dropped / (dropped + countIn(head, 'requests')) : 0
    if (lost > mostDropped)
      return { seen: [share(lost), ' of what was intended was never begun'], excess: lost / mostDropped }
    const retained = valueIn(head, 'throughput-retention')
    if (retained === null || retained >= leastRetained) return null
    return {
      seen: ['the heaviest level gets only ', share(retained), ' of the throughput of the lightest'],
      excess: leastRetained / Math.max(retained, 1e-3),
    }
  },
}
