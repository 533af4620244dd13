// The table that people read: one row a rule, the same columns for all.

import { slowdowns } from './resample.ts'
import type { Score } from './score.ts'

export interface Row {
  readonly name: string
  readonly score: Score
}

const nameWidth = 38

/** Rates in per cent; power is on the stable workloads, in brackets on all. */
export function tableOf(rows: readonly Row[]): string {
  const shown = slowdowns.filter((slowdown) => rows.some(({ score }) => `${slowdown}` in score.power))
  const head = [
    'rule'.padEnd(nameWidth),
    'alarms/metric',
    'alarms/suite',
    ...shown.map((slowdown) => `+${slowdown} %`.padStart(11)),
    'pairs'.padStart(13),
  ].join('  ')
  const lines = rows.map(({ name, score }) =>
    [
      name.padEnd(nameWidth),
      percent(score.falseAlarmsPerMetric, 2).padStart(13),
      percent(score.falseAlarmsPerSuite, 1).padStart(12),
      ...shown.map((slowdown) =>
        `${percent(score.power[slowdown], 0)} (${percent(score.powerAll[slowdown], 0)})`.padStart(11),
      ),
      `${fixed(score.pairs, 1)} (${fixed(score.pairsAll, 1)})`.padStart(13),
    ].join('  '),
  )
  return [head, '-'.repeat(head.length), ...lines].join('\n')
}

export function percent(value: number | null | undefined, digits: number): string {
  return value === null || value === undefined ? '–' : (value * 100).toFixed(digits)
}

export function fixed(value: number | null | undefined, digits: number): string {
  return value === null || value === undefined ? '–' : value.toFixed(digits)
}
