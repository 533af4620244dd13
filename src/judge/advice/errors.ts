// Requests that failed for another reason than time and rate limits, which have rules of their own.
import type { Seen } from '../../model/advice.ts'
import type { Figures } from '../../model/figures.ts'
import { limitedIn } from './rate-limits.ts'
import { countIn, number, type Rule, share, valueIn } from './rule.ts'

const tolerated = 0.01
const kindsNamed = 3
/** Kinds that other rules tell. */
const told: ReadonlySet<string> = new Set(['timeout', 'unfinished', 'status-429'])

export const errors: Rule = {
  title: 'Errors',
  when: 'at least 1 % of the requests fail, beside timeouts and rate limits',
  why: 'A quick refusal is not a quick answer: what fails is left out of the latency, so a service that fails looks faster than it is.',
  attempt:
    "Repeat one of these requests by hand and read the service's own output; mend it before any latency is compared.",
  look: '`error-rate` and `errors.*` in the table, and what the service prints.',
  examine({ head }) {
    const requests = countIn(head, 'requests')
    const rate = valueIn(head, 'error-rate')
    if (rate === null) return null
    const apart = requests > 0 ? (countIn(head, 'timeouts') + limitedIn(head)) / requests : 0
    const others = rate - apart
    if (others < tolerated) return null
    return { seen: [share(others), ' of the requests fail', ...kindsOf(head)], excess: others / tolerated }
  },
}

/** ` (12 × status-500, …)`, the most frequent first. */
function kindsOf(figures: Figures): Seen[] {
  const unavailable = limitedIn(figures) - countIn(figures, 'errors.status-429')
  const kinds = Object.entries(figures)
    .flatMap(([metric, { value: all }]) => {
      const kind = metric.startsWith('errors.') ? metric.slice('errors.'.length) : ''
      const value = kind === 'status-503' ? all - unavailable : all
      return kind === '' || told.has(kind) || value <= 0 ? [] : [{ kind, value }]
    })
    .sort((a, b) => b.value - a.value)
    .slice(0, kindsNamed)
  if (kinds.length === 0) return []
  return [
    ' (',
    ...kinds.flatMap(({ kind, value }, index): Seen[] => [
      index === 0 ? '' : ', ',
      number(Math.round(value)),
      ' × ',
      { code: kind },
    ]),
    ')',
  ]
}
