// All metrics of a measurement while pairs arrive, and what each has come to so far. The stop rule and the final
// comparison read the same ledger, so that what ended the measuring is what the report says.
import type { Observation, Pair } from '../model/observation.ts'
import { seriesKey } from '../model/series.ts'
import { createFamily, type Family, findingOf } from './family.ts'
import { createPairedMetric, type PairedMetric } from './paired-metric.ts'
import { certaintyOf, type DecisionSettings } from './settings.ts'
import { type MetricValue, sameStatistic, valuesOf } from './value.ts'

export type State = 'undecided' | 'regression' | 'improvement' | 'no-change'

export interface Ledger {
  /** In order of their first appearance. */
  readonly metrics: ReadonlyMap<string, PairedMetric>
  readonly families: { readonly gating: Family<string>; readonly shown: Family<string> }
  /** Returns the keys of metrics that had not been seen before. */
  observe(pair: Pair): readonly string[]
  stateOf(key: string): State
}

export function createLedger(settings: DecisionSettings): Ledger {
  const certainty = certaintyOf(settings)
  const metrics = new Map<string, PairedMetric>()
  const families = {
    gating: createFamily<string>(certainty.alpha),
    shown: createFamily<string>(certainty.alpha),
  }
  const familyOf = (metric: PairedMetric) => (metric.terms.gating ? families.gating : families.shown)

  const add = (base: MetricValue, head: MetricValue, pair: Pair): string | null => {
    const key = seriesKey(head)
    let metric = metrics.get(key)
    const isNew = metric === undefined
    if (metric === undefined) {
      metric = createPairedMetric(head, settings.terms(head))
      metrics.set(key, metric)
    }
    metric.add({
      round: pair.round,
      base: base.trial,
      head: head.trial,
      exact: base.exact && head.exact,
      first: pair.first,
    })
    const untested = metric.effects.length === 0 || metric.exact(certainty.minPairs) !== null
    familyOf(metric).update(key, untested ? null : metric.tested())
    return isNew ? key : null
  }

  return {
    metrics,
    families,
    observe: (pair) => {
      const added: string[] = []
      const bases = new Map(pair.base.map((observation) => [seriesKey(observation), observation]))
      for (const head of pair.head) {
        const base = bases.get(seriesKey(head))
        if (base === undefined || !comparable(base, head)) continue
        const cut = { extra: settings.quantiles ?? [], bare: settings.terms(head).gating }
        const baseValues = valuesOf(base, cut)
        valuesOf(head, cut).forEach((value, index) => {
          const opposite = baseValues[index]
          const key = opposite === undefined ? null : add(opposite, value, pair)
          if (key !== null) added.push(key)
        })
      }
      return added
    },
    stateOf: (key) => {
      const metric = metrics.get(key)
      if (metric === undefined) return 'undecided'
      const exact = metric.exact(certainty.minPairs)
      if (exact !== null) return exact.verdict
      if (metric.effects.length < certainty.minPairs) return 'undecided'
      const family = familyOf(metric)
      const finding = findingOf(metric.tested(), family.rejected().has(key), family.size, certainty)
      return finding === 'inconclusive' ? 'undecided' : finding
    },
  }
}

/** Values of two units, or of two kinds, make no pair; `compareRuns` says so. */
function comparable(base: Observation, head: Observation): boolean {
  return base.unit === head.unit && base.value.kind === head.value.kind && sameStatistic(base, head)
}
