// No processor time is left.
import { number, type Observed, type Rule, share, valueIn } from './rule.ts'

const busy = 0.9
const keepsUp = 0.95

export const cpuSaturated: Rule = {
  title: 'CPU saturated',
  when: 'the program keeps 90 % of all cores busy, or one core while it does not keep up with an arrival rate',
  why: 'What arrives waits for a processor: latency is queueing then, and differs from run to run.',
  attempt:
    'Let the profile say where the time goes; use further cores if only one is busy, or test at a lower rate.',
  look: '`cpu` and `cpu.share` in the table; the flame graph in report.html when it got slower.',
  examine(observed) {
    const used = coresUsed(observed)
    const { cores } = observed.machine
    if (used === null || cores === undefined) return null
    if (cores > 1 && used >= busy * cores)
      return {
        seen: ['it keeps ', number(used), ' of ', number(cores), ' cores busy'],
        excess: used / (busy * cores),
      }
    const achieved = valueIn(observed.head, 'achieved-rate')
    if (achieved === null || achieved >= keepsUp || used < busy) return null
    return {
      seen: [
        'it keeps ',
        number(used),
        ' of ',
        number(cores),
        ' cores busy and gets ',
        share(achieved),
        ' of the load done in time',
      ],
      excess: keepsUp / Math.max(achieved, 1e-3),
    }
  },
}

/** As watched, or CPU time per request times requests per second. */
function coresUsed({ head }: Observed): number | null {
  const watched = valueIn(head, 'cpu.share')
  if (watched !== null) return watched
  const [perRequest, requests, length] = ['cpu', 'requests', 'load-time'].map((metric) =>
    valueIn(head, metric),
  )
  if (perRequest == null || requests == null || length == null || length <= 0) return null
  return (perRequest * requests) / length
}
