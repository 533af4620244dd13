// One long step of a Node program keeps everybody else waiting.
import { type Rule, seconds, share, valueIn } from './rule.ts'

/** Seconds that the 99th percentile may be late: of a program that answers requests, and of any other. */
const toleratedOfService = 0.05
const tolerated = 0.1
/** A program that never waits has nobody whom it could keep waiting. */
const waitsFor = 0.9

export const eventLoopBlocked: Rule = {
  title: 'Event loop blocked',
  when: 'the event loop is late by 50 ms at its 99th percentile under load, or by 100 ms in a program that also waits for something',
  why: 'While one step computes, no other request, timer or answer gets its turn: the slowest of them shows in the tail of all.',
  attempt:
    'Cut the long step in pieces, move it to a worker thread, or replace what is synchronous (`…Sync`, large `JSON.parse`, a regular expression that backtracks).',
  look: '`loop.delay` and `loop.busy` in the table; the flame graph in report.html when it got slower; docs/resources.md',
  examine({ head }) {
    const delay = valueIn(head, 'loop.delay')
    if (delay === null) return null
    const used = valueIn(head, 'loop.busy')
    const isService = valueIn(head, 'requests') !== null
    if (!isService && (used === null || used >= waitsFor)) return null
    const limit = isService ? toleratedOfService : tolerated
    if (delay < limit) return null
    return {
      seen: [
        'the event loop is late by ',
        seconds(delay),
        ' at its 99th percentile',
        ...(used === null ? [] : [', and busy ', share(used), ' of the time']),
      ],
      excess: delay / limit,
    }
  },
}
