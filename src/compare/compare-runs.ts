// head Run + base Run → Comparison[]: every metric of either side gets its row, by the method that `method.ts` names.
import type { Comparison, Mode } from '../model/comparison.ts'
import type { Notice } from '../model/notice.ts'
import type { Runs } from '../model/run.ts'
import { type Series, seriesKey } from '../model/series.ts'
import { withFloor } from './floor.ts'
import { apartNotices, compareImported } from './imported.ts'
import { createLedger, type Ledger } from './ledger.ts'
import { type Design, designOf, type Method, methodFor } from './method.ts'
import { directionNotice, kindMismatch, mismatchOf, unpairedNotice } from './mismatch.ts'
import { emptyRow, failedRows, incomparable, matchSeries, oneSided, withFailures } from './missing.ts'
import { comparePaired } from './paired.ts'
import { lastCommonRound, pairsOfSeries, unpairedRounds, valuesOfSeries } from './pairs.ts'
import { metricNames, readingsOf } from './readings.ts'
import { certaintyOf, type DecisionSettings } from './settings.ts'
import type { Cut } from './value.ts'

export interface RunsComparison {
  readonly comparisons: readonly Comparison[]
  /** How many gating metrics share the error rate. */
  readonly family: number
  /** What concerns the whole comparison; what concerns one metric is in its row. */
  readonly notices: readonly Notice[]
}

/**
 * Compares two Runs. Never throws on what they hold: what cannot be compared becomes a row that says so.
 * All evidence is entered first, because a verdict depends on how many metrics share the error rate.
 */
export function compareRuns({
  base,
  head,
  settings,
}: Runs & { readonly settings: DecisionSettings }): RunsComparison {
  const design = designOf(base, head)
  const ledger = createLedger(settings)
  const { matched, notices } = matchSeries(base, head, seriesKey)
  const failures = { base: base.failures, head: head.failures }
  const entered = matched.map((sides) => ({ sides, finish: enter(sides, design, ledger, settings) }))
  const comparisons = entered.flatMap(({ sides, finish }) =>
    finish().map((row) => {
      const held = withFloor(row, settings.terms(row))
      if (failures.base.length + failures.head.length === 0) return held
      return withFailures(held, failures, lastRoundOf(sides))
    }),
  )
  return {
    comparisons: [...comparisons, ...failedRows(failures, comparisons, modes[design].pairs)],
    family: ledger.families.gating.size,
    notices:
      design === 'unpaired' && comparisons.some(isApart)
        ? [...notices, ...apartNotices({ base, head })]
        : notices,
  }
}

/** A row of two sides that were measured apart. */
function isApart({ mode, base, head }: Comparison): boolean {
  return mode === 'imported' && base !== null && head !== null
}

interface Sides {
  readonly base?: Series
  readonly head?: Series
}

function lastRoundOf({ base, head }: Sides): number | null {
  return base === undefined || head === undefined ? null : lastCommonRound(base, head)
}

type Finish = () => readonly Comparison[]

const modes = {
  paired: { pairs: 'paired', exact: 'exact', ranks: 'imported', moments: 'imported' },
  unpaired: { pairs: 'imported', exact: 'exact', ranks: 'imported', moments: 'imported' },
} as const satisfies Record<Design, Record<Method, Mode>>

/** Enters a metric's evidence, and returns what makes its rows once all evidence is in. */
function enter({ base, head }: Sides, design: Design, ledger: Ledger, settings: DecisionSettings): Finish {
  const present = head ?? base
  if (present === undefined) return () => []
  const cut: Cut = { extra: settings.quantiles ?? [], bare: settings.terms(present).gating }
  const onlyMode = present.evidence.kind === 'exact' ? 'exact' : modes[design].pairs
  if (base === undefined) return () => oneSided(present, 'head', onlyMode, cut)
  if (head === undefined) return () => oneSided(present, 'base', onlyMode, cut)

  const mismatch = mismatchOf(base, head)
  if (mismatch !== null) return () => incomparable(head, onlyMode, cut, mismatch)
  const method = methodFor(design, base.evidence.kind, head.evidence.kind)
  if (method === null) return () => incomparable(head, onlyMode, cut, kindMismatch(base, head))
  switch (method) {
    case 'pairs':
    case 'exact':
      return enterPairs(base, head, modes[design][method], cut, ledger, settings)
    case 'ranks':
    case 'moments':
      return enterImported({ base, head }, method, cut, ledger, settings)
  }
}

function enterPairs(
  base: Series,
  head: Series,
  mode: Mode,
  cut: Cut,
  ledger: Ledger,
  settings: DecisionSettings,
): Finish {
  if (head.evidence.kind === 'histogram') for (const pair of pairsOfSeries(base, head)) ledger.observe(pair)
  else ledger.record(head, valuesOfSeries(base, head))
  const certainty = certaintyOf(settings)
  const unpaired = unpairedRounds(base, head)
  const more: readonly Notice[] = [
    ...(unpaired === 0 || head.evidence.kind === 'exact' ? [] : [unpairedNotice(head, unpaired)]),
    ...(base.better === head.better ? [] : [directionNotice(head)]),
  ]
  return () =>
    metricNames(head, cut).map((metric) => {
      const { benchmark, unit, better } = head
      const key = seriesKey({ benchmark, metric })
      const paired = ledger.metrics.get(key)
      const row =
        paired === undefined
          ? emptyRow(
              {
                benchmark,
                metric,
                unit,
                better,
                mode,
                verdict: 'inconclusive',
                reason: 'No round has both sides.',
              },
              { head: readingsOf(head, cut).find((reading) => reading.metric === metric)?.value ?? null },
            )
          : comparePaired(key, paired, ledger, certainty)
      return { ...row, notices: [...row.notices, ...more] }
    })
}

function enterImported(
  sides: { readonly base: Series; readonly head: Series },
  method: 'ranks' | 'moments',
  cut: Cut,
  ledger: Ledger,
  settings: DecisionSettings,
): Finish {
  const { gating, shown } = ledger.families
  const imported = compareImported(sides, method, cut, settings.terms, certaintyOf(settings))
  const entries = imported.map((metric) => {
    const family = settings.terms({ benchmark: sides.head.benchmark, metric: metric.metric }).gating
      ? gating
      : shown
    family.update(metric.key, metric.tested)
    return { metric, family }
  })
  const more = sides.base.better === sides.head.better ? [] : [directionNotice(sides.head)]
  return () =>
    entries.map(({ metric, family }) => {
      const row = metric.finish(family)
      return { ...row, notices: [...row.notices, ...more] }
    })
}
