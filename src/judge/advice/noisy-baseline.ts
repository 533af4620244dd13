// A metric stayed undecided and base alone varies by more than what must be noticed.
import { type Rule, share } from './rule.ts'

const least = 0.1
/** Pairs see through some of it. */
const factor = 2

export const noisyBaseline: Rule = {
  title: 'Noisy baseline',
  when: 'a metric with a budget stays undecided while the trials of base differ by more than twice that budget, and 10 %',
  why: 'As long as equal programs differ by more than what must be noticed, more pairs help little.',
  attempt:
    'Make trials longer (`trial-time`, `iterations`, `duration`), take a metric that waiting does not disturb (`cpu`, `instructions`), or widen the budget.',
  look: '`perf-gate calibrate` measures base against base and says what could be found; docs/calibrate.md',
  examine({ base, rows }) {
    const noisy = rows.flatMap(({ metric, verdict, terms: { gating, regression } }) => {
      const figure = base[metric] ?? base[metric.split('.')[0] ?? metric]
      const variation = figure?.variation ?? 0
      if (!gating || verdict !== 'inconclusive' || variation <= Math.max(least, factor * regression))
        return []
      return [{ metric, variation, regression }]
    })
    const [worst] = noisy.sort((a, b) => b.variation / b.regression - a.variation / a.regression)
    if (worst === undefined) return null
    return {
      seen: [
        { code: worst.metric },
        ' of base alone varies by ',
        share(worst.variation),
        ' from trial to trial; ',
        share(worst.regression),
        ' must be noticed',
      ],
      excess: worst.variation / worst.regression,
    }
  },
}
