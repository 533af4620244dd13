// A trial is too short for what is asked of it.
import type { Figures } from '../../model/figures.ts'
import { type Evidence, number, type Rule, valueIn } from './rule.ts'

const fewestRequests = 100
/** Different numbers that a clock must show among so many samples. */
const fewestDifferent = 4
const fewestSamples = 10

export const trialTooShort: Rule = {
  title: 'Trial too short',
  when: 'a latency rests on fewer than 100 requests a trial, or a clock shows 3 different numbers or fewer in trials of 10 samples and more',
  why: 'Fewer than five requests are slower than p95 then, and a clock with coarse ticks hides every change that is smaller than a tick.',
  attempt:
    'Make trials longer: `duration` or `rate` of a load, `trial-time` of a task, more work in one run of a command.',
  look: '`requests` in the table, and the samples in head.run.json.',
  examine: ({ head }) => fewRequests(head) ?? coarseClock(head),
}

function fewRequests(head: Figures): Evidence | null {
  const requests = valueIn(head, 'requests')
  if (requests === null || head.latency === undefined) return null
  if (requests <= 0 || requests >= fewestRequests) return null
  const seen = ['its latency rests on ', number(Math.round(requests)), ' requests a trial']
  return { seen, excess: fewestRequests / requests }
}

function coarseClock(head: Figures): Evidence | null {
  for (const metric of ['cpu', 'wall']) {
    const figure = head[metric]
    if (figure === undefined || figure.unit !== 's' || figure.distinct === null) continue
    const { count, distinct } = figure
    if ((count ?? 0) < fewestSamples || distinct >= fewestDifferent) continue
    return {
      seen: [
        'the clock of ',
        { code: metric },
        ' shows ',
        number(distinct),
        distinct === 1 ? ' number' : ' different numbers',
        ' in all samples',
      ],
      excess: fewestDifferent / distinct,
    }
  }
  return null
}
