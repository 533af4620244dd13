// All metrics of a measurement while pairs arrive, and what each has come to so far. The stop rule and the final
// comparison read the same ledger, so that what ended the measuring is what the report says.
import type { Observation, Pair } from '../model/observation.ts'
import { seriesKey } from '../model/series.ts'
import { createFamily, type Family, findingOf } from './family.ts'
import {
  createPairedMetric,
  type MetricIdentity,
  type PairedMetric,
  type PairedValues,
} from './paired-metric.ts'
import { certaintyOf, type DecisionSettings } from './settings.ts'
import { observedHistogram, observedValue, sameStatistic } from './value.ts'

export type State = 'undecided' | 'regression' | 'improvement' | 'no-change'

export interface Ledger {
  /** In order of their first appearance. */
  readonly metrics: ReadonlyMap<string, PairedMetric>
  readonly families: { readonly gating: Family<string>; readonly shown: Family<string> }
  /** Returns the keys of metrics that had not been seen before. */
  observe(pair: Pair): readonly string[]
  /** All pairs of one metric at once. */
  record(identity: MetricIdentity, pairs: readonly PairedValues[]): void
  stateOf(key: string): State
}

interface Entry {
  readonly key: string
  readonly metric: PairedMetric
  readonly family: Family<string>
}

/** @param elsewhere how many metrics of other shards share the error rate of the gating ones */
export function createLedger(settings: DecisionSettings, elsewhere?: () => number): Ledger {
  const certainty = certaintyOf(settings)
  const metrics = new Map<string, PairedMetric>()
  const families = {
    gating: createFamily<string>(certainty.alpha, elsewhere),
    shown: createFamily<string>(certainty.alpha),
  }
  const index = new Map<string, Map<string, Entry>>()

  const find = (identity: MetricIdentity, added: string[]): Entry => {
    const ofBenchmark = index.get(identity.benchmark) ?? new Map<string, Entry>()
    index.set(identity.benchmark, ofBenchmark)
    const known = ofBenchmark.get(identity.metric)
    if (known !== undefined) return known
    const key = seriesKey(identity)
    const metric = createPairedMetric(identity, settings.terms(identity))
    const entry = { key, metric, family: metric.terms.gating ? families.gating : families.shown }
    ofBenchmark.set(identity.metric, entry)
    metrics.set(key, metric)
    added.push(key)
    return entry
  }

  const tally = ({ key, metric, family }: Entry) => {
    const untested = metric.effects.length === 0 || metric.exact(certainty.minPairs) !== null
    family.update(key, untested ? null : metric.tested())
  }

  const enter = (entry: Entry, pair: PairedValues) => {
    entry.metric.add(pair)
    tally(entry)
  }

  return {
    metrics,
    families,
    record: (identity, pairs) => {
      if (pairs.length === 0) return
      const entry = find(identity, [])
      for (const pair of pairs) entry.metric.add(pair)
      tally(entry)
    },
    observe: ({ round, first, base: bases, head: heads }) => {
      const added: string[] = []
      for (let at = 0; at < heads.length; at++) {
        const head = heads[at]
        const base = head === undefined ? undefined : opposite(bases, head, at)
        if (head === undefined || base === undefined || !comparable(base, head)) continue
        if (base.value.kind !== 'histogram' && head.value.kind !== 'histogram') {
          enter(find(head, added), {
            round,
            first,
            base: observedValue(base.value, base),
            head: observedValue(head.value, head),
            exact: head.value.kind === 'exact',
          })
          continue
        }
        const cut = { extra: settings.quantiles ?? [], bare: settings.terms(head).gating }
        const baseValues = observedHistogram(base, cut)
        for (const [metric, value] of observedHistogram(head, cut)) {
          const entry = find({ ...head, metric }, added)
          enter(entry, {
            round,
            first,
            base: baseValues.get(metric) ?? { fault: 'unreadable' },
            head: value,
            exact: false,
          })
        }
      }
      return added
    },
    stateOf: (key) => {
      const metric = metrics.get(key)
      if (metric === undefined) return 'undecided'
      const exact = metric.exact(certainty.minPairs)
      if (exact !== null) return exact.verdict
      if (metric.effects.length < certainty.minPairs) return 'undecided'
      const family = metric.terms.gating ? families.gating : families.shown
      const finding = findingOf(metric.tested(), family.rejected().has(key), family.size, certainty)
      return finding === 'inconclusive' ? 'undecided' : finding
    },
  }
}

/** The same metric on the other side: as a rule in the same place. */
function opposite(
  observations: readonly Observation[],
  head: Observation,
  index: number,
): Observation | undefined {
  const same = (base: Observation | undefined) =>
    base !== undefined && base.metric === head.metric && base.benchmark === head.benchmark
  const neighbour = observations[index]
  return same(neighbour) ? neighbour : observations.find(same)
}

/** Values of two units, or of two kinds, make no pair; `compareRuns` says so. */
function comparable(base: Observation, head: Observation): boolean {
  return base.unit === head.unit && base.value.kind === head.value.kind && sameStatistic(base, head)
}
