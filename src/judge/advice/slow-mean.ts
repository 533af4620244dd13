// Answers take long on average.
import { latencyOf } from './latency.ts'
import { type Rule, seconds } from './rule.ts'

/** The limit for a person's flow of thought to stay uninterrupted: Miller 1968; Nielsen, Usability Engineering, 1993. */
const tolerated = 1

export const slowMean: Rule = {
  title: 'Slow mean',
  when: 'the mean latency is above 1 s',
  why: 'After a second people lose their train of thought, and every caller keeps a connection and its memory for that long.',
  attempt:
    'Let the profile say where the time goes; if CPU time per request is small, it waits: for a database, a neighbour, a lock, a queue.',
  look: '`latency.mean` beside `cpu` in the table: the difference is waiting.',
  examine({ head }) {
    const { mean } = latencyOf(head)
    if (mean === null || mean <= tolerated) return null
    return { seen: ['the mean latency is ', seconds(mean)], excess: mean / tolerated }
  },
}
